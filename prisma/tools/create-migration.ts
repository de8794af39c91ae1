/**
 * `npm run migration -- <name>`: writes prisma/migrations/<timestamp>_<name>/migration.sql from the difference between
 * the migrations and the schema. `--empty` writes one to be filled by hand (triggers, generated columns, data);
 * `--check` writes nothing and fails when the migrations do not yet give the schema.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const migrations = path.join(root, 'prisma/migrations')
const lockFile = path.join(migrations, 'migration_lock.toml')

/** Exit codes of `prisma migrate diff --exit-code`: 0 nothing differs, 2 something does, 1 it failed. */
function difference(output?: string): 'none' | 'some' {
  const prismaCli = path.join(root, 'node_modules/prisma/build/index.js')
  const from = existsSync(lockFile) ? ['--from-migrations', migrations] : ['--from-empty']
  const to = ['--to-schema', path.join(root, 'prisma/schema.prisma')]
  const form = output === undefined ? [] : ['--script', '--output', output]
  const run = spawnSync(process.execPath, [prismaCli, 'migrate', 'diff', ...from, ...to, ...form, '--exit-code'], {
    cwd: root,
    stdio: ['ignore', output === undefined ? 'inherit' : 'ignore', 'inherit'],
  })
  if (run.status === 0) return 'none'
  if (run.status === 2) return 'some'
  throw new Error(`prisma migrate diff failed (${run.status ?? run.signal})`)
}

function createMigration(name: string, empty: boolean): string | undefined {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrations, `${timestamp}_${name}`)
  // Written elsewhere first: a folder without its script among the migrations would be an error.
  const scratch = mkdtempSync(path.join(tmpdir(), 'lifa-migration-'))
  const script = path.join(scratch, 'migration.sql')
  try {
    if (empty) writeFileSync(script, '')
    else if (difference(script) === 'none') return undefined
    mkdirSync(folder, { recursive: true })
    copyFileSync(script, path.join(folder, 'migration.sql'))
  } finally {
    rmSync(scratch, { recursive: true })
  }
  if (!existsSync(lockFile)) writeFileSync(lockFile, '# Written by Prisma; it belongs in version control.\nprovider = "postgresql"\n')
  return path.relative(root, path.join(folder, 'migration.sql'))
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { empty: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
})
const [name] = positionals
if (values.check) {
  if (difference() === 'some') {
    console.error('The migrations do not give prisma/schema.prisma: run "npm run migration -- <name>".')
    process.exitCode = 1
  }
} else if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: npm run migration -- <name_in_lower_case> [--empty] | --check')
  process.exitCode = 2
} else {
  const written = createMigration(name, values.empty)
  console.log(written ?? 'The migrations give prisma/schema.prisma already: nothing to write.')
}
