import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { createApp } from '../../api/app.ts'
import { describedServices } from '../../api/testing/described-services.ts'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Write `openapi.json` from the routes and the interface's client types from it. With `--check` nothing is written and
 * the exit code says whether they have drifted.
 */
const app = createApp(describedServices)
const document: unknown = await (await app.request('/openapi.json')).json()
const json = `${JSON.stringify(document, null, 2)}\n`
const types = `// Generated from /openapi.json by \`npm run openapi\`.\n${astToString(await openapiTS(json))}`
const outputs = [
  { file: path.join(root, 'openapi.json'), content: json },
  { file: path.join(root, 'ui/api/schema.d.ts'), content: types },
]
for (const { file, content } of outputs) {
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept === content) continue
  if (process.argv.includes('--check')) {
    console.error(`${path.relative(root, file)} has drifted from the routes: run \`npm run openapi\` and commit.`)
    process.exitCode = 1
  } else {
    await writeFile(file, content)
    console.error(`wrote ${path.relative(root, file)}`)
  }
}
