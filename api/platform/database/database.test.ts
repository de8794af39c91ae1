import { afterAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from './test-database.ts'

describe('a test database', async () => {
  const database = await createTestDatabase()
  afterAll(() => database.drop())

  test('has every migration and its sessions are in UTC', async () => {
    const zone = await database.pool.query<{ zone: string }>(`SELECT current_setting('TimeZone') AS zone`)
    expect(zone.rows).toEqual([{ zone: 'UTC' }])
    const pending = await database.pool.query('SELECT 1 FROM _prisma_migrations WHERE finished_at IS NULL')
    expect(pending.rowCount).toBe(0)
  })

  test('is a database of its own', async () => {
    const other = await createTestDatabase()
    await database.pool.query('CREATE TABLE only_here (id int)')
    const found = await other.pool.query(`SELECT to_regclass('only_here') AS name`)
    expect(found.rows).toEqual([{ name: null }])
    await other.drop()
  })
})
