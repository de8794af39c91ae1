import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma's command line downloads a native schema engine from binaries.prisma.sh unless it is told where one is; an
// office network without the internet cannot. The stand-in speaks the same protocol over @prisma/schema-engine-wasm
// from npm. This file is read before the command line looks for its engine, so plain `npx prisma …` works.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('./prisma/tools/schema-engine.ts', import.meta.url))

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // The host name `memory` asks the stand-in for a throw-away database in memory: all that `migrate diff` and
  // `migrate dev --create-only` need. Real databases are migrated by the program itself (apply-migrations.ts).
  datasource: { url: 'postgresql://memory/lifa' },
})
