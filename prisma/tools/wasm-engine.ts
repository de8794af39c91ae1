/** Loads @prisma/schema-engine-wasm, the schema engine as npm ships it, over a throw-away PostgreSQL in memory. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as runtime from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { z } from 'zod'

/** What wasm-bindgen exports beside the typed interface. */
type WasmRuntime = typeof runtime & { __wbg_set_wasm(exports: WebAssembly.Exports): void }

export interface WasmEngine {
  readonly engine: runtime.SchemaEngine
  close(): Promise<void>
}

const postgresError = z.object({
  code: z.string(),
  severity: z.string(),
  message: z.string(),
  detail: z.string().optional(),
  column: z.string().optional(),
  hint: z.string().optional(),
})

function asDriverError(error: unknown): unknown {
  const parsed = postgresError.safeParse(error)
  if (error instanceof DriverAdapterError || !parsed.success) return error
  const { code, severity, message, detail, column, hint } = parsed.data
  return new DriverAdapterError({
    kind: 'postgres', originalCode: code, originalMessage: message, code, severity, message, detail, column, hint,
  })
}

/** The adapter's own `executeScript` neither waits for the script nor reports its error. */
async function connect(database: PGlite, dispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPGlite(database).connect()
  adapter.executeScript = async (script) => {
    try {
      await database.exec(script)
    } catch (error) {
      throw asDriverError(error)
    }
  }
  adapter.dispose = dispose
  return adapter
}

async function connectToShadow(): Promise<SqlDriverAdapter> {
  const shadow = await PGlite.create('memory://')
  return connect(shadow, () => shadow.close())
}

/**
 * @param datamodels pairs of path and text of the schema files, or undefined when the request brings its own
 */
export async function loadWasmEngine(datamodels: [string, string][] | undefined): Promise<WasmEngine> {
  const wasmFile = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')).replace(/\.js$/, '.wasm')
  const module = new WebAssembly.Module(readFileSync(wasmFile))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': { ...runtime } })
  ;(runtime as WasmRuntime).__wbg_set_wasm(instance.exports)
  z.function().parse(instance.exports.__wbindgen_start)()

  const database = await PGlite.create('memory://')
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: 'pglite-prisma-adapter',
    connect: () => connect(database, async () => {}),
    connectToShadowDb: connectToShadow,
  }
  const engine = await runtime.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  return { engine, close: () => database.close() }
}
