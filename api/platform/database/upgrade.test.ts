import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { applyMigrations, readMigrations } from './apply-migrations.ts'
import { connectDatabase, type Database } from './open-database.ts'

/** The migrations of the first state in which somebody could keep data. */
const FIRST_STATE = 2
const { admin } = inject('testServer')
const name = `lifa_upgrade_${process.pid}`
let client: pg.Client
let database: Pick<Database, 'prisma' | 'close'>

const asAdmin = async (sql: string): Promise<void> => {
  const administrator = new pg.Client(admin)
  await administrator.connect()
  await administrator.query(sql).finally(() => administrator.end())
}
beforeAll(async () => {
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE template0`)
  client = new pg.Client({ ...admin, database: name })
  await client.connect()
  database = connectDatabase({ ...admin, database: name }, { poolSize: 2 })
})
afterAll(async () => {
  await client.end()
  await database.close()
  await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`)
})

const columnSchema = z.object({ table_name: z.string(), column_name: z.string(), data_type: z.string(), is_nullable: z.enum(['YES', 'NO']), column_default: z.string().nullable(), is_generated: z.string() })
type Column = z.infer<typeof columnSchema>

/** Something that a column of this type takes. */
function valueFor({ data_type, column_name }: Column): unknown {
  switch (data_type) {
    case 'uuid':
      return randomUUID()
    case 'integer':
    case 'bigint':
    case 'double precision':
      return 7
    case 'boolean':
      return false
    case 'date':
      return '2026-01-05'
    case 'timestamp with time zone':
      return '2026-01-05T08:00:00Z'
    case 'jsonb':
      return '{}'
    case 'ARRAY':
      return []
    case 'tsvector':
      return ''
    default:
      return `${column_name}${randomUUID().slice(0, 8)}`
  }
}

/** One row in every table, as the first state has them; `given` says what matters of a row. */
async function insert(table: string, columns: readonly Column[], given: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const needed = columns.filter((c) => c.table_name === table && c.is_generated === 'NEVER' && (c.column_name in given || (c.is_nullable === 'NO' && c.column_default === null)))
  const values = needed.map((c) => given[c.column_name] ?? valueFor(c))
  await client.query(`INSERT INTO "${table}" (${needed.map((c) => `"${c.column_name}"`).join(', ')}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values)
}

const tablesOf = async (): Promise<string[]> =>
  z.array(z.object({ table_name: z.string() })).parse((await client.query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`)).rows).map((row) => row.table_name)
async function countsOf(tables: readonly string[]): Promise<[string, number][]> {
  const counts: [string, number][] = []
  for (const table of tables) counts.push([table, z.number().parse((await client.query(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0]?.n)])
  return counts
}

test('data of the first state come through every migration whole, readable and moved to where they belong', async () => {
  const migrations = await readMigrations()
  await applyMigrations(client, migrations.slice(0, FIRST_STATE))
  const tables = await tablesOf()
  const columns = z.array(columnSchema).parse((await client.query(`SELECT table_name, column_name, data_type, is_nullable, column_default, is_generated FROM information_schema.columns WHERE table_schema = 'public'`)).rows)
  const [maker, court, filing, suspended] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  // rows stand for themselves here: whose they are is not looked at
  await client.query(`SET session_replication_role = replica`)
  for (const table of tables) await insert(table, columns)
  for (const [id, organ] of [[maker, '某市人民政府'], [court, '某市中级人民法院']]) await insert('Organ', columns, { id, name: organ })
  const made = { makerOrganId: maker, receiverOrganId: maker, filedByOrganId: maker }
  await insert('Filing', columns, { ...made, id: filing, state: 'underReview', jointMakerIds: [court], jointMakersText: '某军分区' })
  await insert('Filing', columns, { ...made, id: suspended, state: 'suspended' })
  await insert('CorrectionPlan', columns, { filingId: suspended, state: 'accepted', dueOn: '2026-04-20' })
  await client.query(`SET session_replication_role = DEFAULT`)
  const before = await countsOf(tables)

  expect(await applyMigrations(client, migrations)).toEqual(migrations.slice(FIRST_STATE).map((m) => m.name))

  expect(await countsOf(tables)).toEqual(before)
  const { prisma } = database
  expect(await prisma.filing.findUniqueOrThrow({ where: { id: filing } })).toMatchObject({
    jointMakers: [{ organId: court, name: '某市中级人民法院' }, { organId: null, name: '某军分区' }], jointMakerIds: [court], jointMakersText: '某市中级人民法院、某军分区',
  })
  expect(await prisma.filing.findUniqueOrThrow({ where: { id: suspended } })).toMatchObject({ dueOn: new Date('2026-04-20'), jointMakers: [] })
  // the client of today reads what was written then
  const read = [
    await prisma.person.findMany(), await prisma.membership.findMany(), await prisma.auditEntry.findMany(), await prisma.storedFile.findMany(), await prisma.work.findMany(), await prisma.version.findMany(), await prisma.provision.findMany(),
    await prisma.importRun.findMany(), await prisma.caseEvent.findMany(), await prisma.reviewFlag.findMany(), await prisma.paper.findMany(), await prisma.suggestion.findMany(), await prisma.idempotencyRecord.findMany(), await prisma.notice.findMany(),
  ]
  expect(read.map((rows) => rows.length > 0)).toEqual(read.map(() => true))
})
