import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { applyMigrations, digestOfMigrations, type Migration } from './apply-migrations.ts'

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: createHash('sha256').update(sql).digest('hex') })

const one = migration('20260101000000_one', 'CREATE TABLE one (id int); INSERT INTO one VALUES (1);')
const two = migration('20260102000000_two', 'ALTER TABLE one ADD COLUMN name text')
const broken = migration('20260103000000_broken', 'CREATE TABLE half (id int); SELECT * FROM nowhere')
const outside = migration('20260104000000_outside', '-- no-transaction\nCREATE INDEX CONCURRENTLY one_name ON one (name)')
const brokenOutside = migration('20260105000000_broken_outside', '-- no-transaction\nSELECT * FROM nowhere')

describe('applyMigrations', () => {
  const { admin } = inject('testServer')
  const name = `lifa_migrations_${process.pid}`
  let client: pg.Client

  async function asAdmin(sql: string): Promise<void> {
    const administrator = new pg.Client(admin)
    await administrator.connect()
    await administrator.query(sql).finally(() => administrator.end())
  }

  async function connected(): Promise<pg.Client> {
    const fresh = new pg.Client({ ...admin, database: name })
    await fresh.connect()
    return fresh
  }

  beforeEach(async () => {
    await asAdmin(`CREATE DATABASE ${name} TEMPLATE template0`)
    client = await connected()
  })
  afterEach(async () => {
    await client.end()
    await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`)
  })

  test('applies what is missing, once, in order', async () => {
    expect(await applyMigrations(client, [one])).toEqual([one.name])
    expect(await applyMigrations(client, [one, two])).toEqual([two.name])
    expect(await applyMigrations(client, [one, two])).toEqual([])
    expect((await client.query('SELECT id, name FROM one')).rows).toEqual([{ id: 1, name: null }])
  })

  test('leaves nothing of one that fails, and everything before it', async () => {
    await expect(applyMigrations(client, [one, broken])).rejects.toMatchObject({ code: 'migration-failed' })
    const found = await client.query(`SELECT to_regclass('one') IS NOT NULL AS one, to_regclass('half') AS half`)
    expect(found.rows).toEqual([{ one: true, half: null }])
    expect(await applyMigrations(client, [one, two])).toEqual([two.name])
  })

  test('runs one outside a transaction where it says so', async () => {
    expect(await applyMigrations(client, [one, two, outside])).toHaveLength(3)
  })

  test('refuses to go on after one outside a transaction was interrupted', async () => {
    await expect(applyMigrations(client, [one, brokenOutside])).rejects.toMatchObject({ code: 'migration-failed' })
    await expect(applyMigrations(client, [one, brokenOutside])).rejects.toMatchObject({ code: 'migration-interrupted' })
  })

  test('refuses one that was edited after it was applied', async () => {
    await applyMigrations(client, [one])
    await expect(applyMigrations(client, [migration(one.name, `${one.sql} `)])).rejects.toMatchObject({ code: 'migration-edited' })
  })

  test('refuses a database that is newer than the program', async () => {
    await applyMigrations(client, [one, two])
    await expect(applyMigrations(client, [one])).rejects.toMatchObject({ code: 'database-newer' })
  })

  test('replicas that start together apply each once', async () => {
    const other = await connected()
    const applied = await Promise.all([applyMigrations(client, [one, two]), applyMigrations(other, [one, two])])
    await other.end()
    expect(applied.flat().sort()).toEqual([one.name, two.name])
  })
})

test('the digest of migrations changes when one is added or edited', () => {
  const digests = [[one], [one, two], [migration(one.name, 'SELECT 1')]].map(digestOfMigrations)
  expect(new Set(digests).size).toBe(3)
})
