#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine: the same arguments and JSON-RPC over standard input and output.
 * It works on a database in memory only: `validate`, `generate`, `migrate diff`, `migrate dev --create-only`.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { WasmEngine } from './wasm-engine.ts'

const request = z.object({ id: z.number(), method: z.string(), params: z.unknown() })
type Engine = WasmEngine['engine']

/** Arguments that the command line passes: `--datasource JSON`, `--datamodels FILE …`, `cli can-connect-to-database`. */
function readArguments(argv: string[]): { schemaFiles: string[]; command: string[] } {
  const schemaFiles: string[] = []
  const command: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    const value = argv[i + 1]
    if (argument === '--datamodels' || argument === '-d') {
      if (value !== undefined) schemaFiles.push(value)
      i++
    } else if (argument.startsWith('--')) i++
    else command.push(argument)
  }
  return { schemaFiles, command }
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** Requests that the engine itself sends to the command line have numbers of their own. */
let ownRequest = 1_000_000

async function answer(engine: Engine, method: string, params: unknown): Promise<unknown> {
  const typed = <K extends keyof Engine>(_name: K, value: unknown) =>
    value as Engine[K] extends (input: infer P) => unknown ? P : never
  switch (method) {
    case 'getDatabaseVersion':
      return 'PostgreSQL in memory'
    case 'createDatabase':
      return { databaseName: '' }
    case 'diff': {
      const { stdout, ...result } = await engine.diff(typed('diff', params))
      if (stdout) send({ id: ownRequest++, method: 'print', params: { content: stdout } })
      return result
    }
    case 'devDiagnostic':
      return engine.devDiagnostic(typed('devDiagnostic', params))
    case 'diagnoseMigrationHistory':
      return engine.diagnoseMigrationHistory(typed('diagnoseMigrationHistory', params))
    // To the database in memory: `migrate dev --create-only` brings it up to the last migration first.
    case 'applyMigrations':
      return engine.applyMigrations(typed('applyMigrations', params))
    case 'ensureConnectionValidity':
      return engine.ensureConnectionValidity(typed('ensureConnectionValidity', params))
    // The engine in wasm knows the schema of the migrations only from the cache that devDiagnostic fills.
    case 'evaluateDataLoss': {
      const input = typed('evaluateDataLoss', params)
      await engine.devDiagnostic({ migrationsList: input.migrationsList, filters: input.filters })
      return engine.evaluateDataLoss(input)
    }
    case 'createMigration': {
      const input = typed('createMigration', params)
      await engine.devDiagnostic({ migrationsList: input.migrationsList, filters: input.filters })
      return engine.createMigration(input)
    }
    default:
      throw new Error(
        `The schema engine of this project works in memory and does not do "${method}". Migrations are applied by the program at start-up, or by "npm run -s lifa -- migrate".`,
      )
  }
}

const { schemaFiles, command } = readArguments(process.argv.slice(2))
if (process.argv.includes('--version')) {
  process.stdout.write('schema-engine-cli wasm-stand-in\n')
} else if (command[0] === 'cli') {
  // `can-connect-to-database` and its like: the database in memory is always there.
  const line = { timestamp: new Date().toISOString(), level: 'INFO', fields: { message: 'Connection successful' }, target: 'schema_engine::logger' }
  process.stderr.write(`${JSON.stringify(line)}\n`)
} else {
  const { loadWasmEngine } = await import('./wasm-engine.ts')
  let loaded: WasmEngine | undefined
  for await (const line of createInterface({ input: process.stdin })) {
    const message = request.safeParse(JSON.parse(line))
    if (!message.success) continue // an answer to `print`
    const { id, method, params } = message.data
    try {
      loaded ??= await loadWasmEngine(
        schemaFiles.length > 0 ? schemaFiles.map((file) => [file, readFileSync(file, 'utf8')]) : undefined,
      )
      send({ id, result: (await answer(loaded.engine, method, params)) ?? null })
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      const code = z.object({ code: z.string() }).safeParse(error)
      const data = { is_panic: false, message: text, error_code: code.success ? code.data.code : null, meta: null }
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
    }
  }
  await loaded?.close()
}
