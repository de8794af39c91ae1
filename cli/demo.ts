/**
 * `npm run demo`: the demonstration on this machine only. It builds what is stale, loads the demonstration at the first
 * start, and prints where it is and who can sign in. `-- --reset` throws away what was done and loads it again;
 * `-- --library DIR` adds a folder of real texts.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, ConfigError, readConfig } from '../api/platform/config/index.ts'
import { buildInterfaceWhenStale, generateClientWhenStale } from './build/build-when-stale.ts'
import { DemoFolder } from './demo/demo-folder.ts'
import { findFreePort } from './demo/free-port.ts'
import { stopOnSignal } from './stop-on-signal.ts'

const FIRST_PORT = 3000
const tell = (line: string) => console.error(line)

/** Adds real texts to the demonstration's library; those that it has already are recognised. */
async function addLibrary(config: Config, folder: string): Promise<void> {
  const { openServices } = await import('../api/main.ts')
  const { importTargets } = await import('./import-targets.ts')
  tell(`正在导入法规文本 / importing texts: ${folder} …`)
  const { services, close } = await openServices(config)
  try {
    const output = { data: () => {}, problem: (line: string) => tell(`  ${line}`) }
    const { done, refused } = await importTargets({ services, targets: [folder], publish: true, output })
    tell(`导入 ${done} 个文件，${refused} 个没有接收。`)
  } finally {
    await close()
  }
}

async function runDemo(reset: boolean, library: string | undefined): Promise<void> {
  const { DATA_DIR = path.resolve(import.meta.dirname, '../.data/demo'), HOST = '127.0.0.1' } = process.env
  const folder = new DemoFolder(path.resolve(DATA_DIR))
  await generateClientWhenStale(tell)
  await buildInterfaceWhenStale(tell)
  // A load that was cut off leaves half a demonstration, in which nobody can have done anything yet.
  if (reset || folder.state === 'loading') folder.remove()
  folder.claim()

  const { DEMO_TODAY, loadDemonstration } = await import('../fixtures/load/index.ts')
  const { openServices, startServer } = await import('../api/main.ts')
  const port = process.env.PORT || String(await findFreePort(HOST, FIRST_PORT))
  const config = readConfig({
    mode: 'demo',
    env: { LOG_LEVEL: 'warn', DEMO_TODAY, ...process.env, DATA_DIR: folder.folder, HOST, PORT: port },
  })
  if (folder.state === 'loading') {
    tell('正在载入演示数据 / loading the demonstration …')
    const { services, close } = await openServices(config)
    await loadDemonstration({ services, progress: (message) => tell(`  ${message}`) }).finally(close)
    folder.loaded()
  }
  if (library !== undefined) await addLibrary(config, library)
  const server = await startServer(config)
  // before anybody is told that it is ready: a signal in between would leave the database to end by itself
  stopOnSignal(() => server.stop())
  const { listAccounts } = await import('./demo/list-accounts.ts')
  console.log(`\n演示已就绪 / The demonstration is ready: ${server.url}\n`)
  console.log(await listAccounts(config.demoToday ?? DEMO_TODAY))
  console.log('\n停止请按 Ctrl-C，数据会保留；重新开始请用 npm run demo -- --reset')
}

try {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false }, library: { type: 'string' } } })
  await runDemo(values.reset, values.library)
} catch (error) {
  tell(error instanceof ConfigError || !(error instanceof Error) ? String(error) : error.message)
  process.exitCode = 1
}
