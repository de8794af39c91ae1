/** `npm start`: the program in production. No demonstration data, no demonstration passwords. */
import { ConfigError, readConfig } from '../api/platform/config/index.ts'
import { buildInterfaceWhenStale, generateClientWhenStale } from './build/build-when-stale.ts'
import { stopOnSignal } from './stop-on-signal.ts'

const tell = (line: string) => console.error(line)

try {
  const config = readConfig({ mode: 'production', env: process.env })
  await generateClientWhenStale(tell)
  await buildInterfaceWhenStale(tell)
  const { startServer } = await import('../api/main.ts')
  const server = await startServer(config)
  // before anybody is told that it runs: a signal in between would leave the database to end by itself
  stopOnSignal(() => server.stop())
  const { firstRun } = await import('../api/identity/index.ts')
  const first = await firstRun({ services: server.services, dataDir: config.dataDir })
  if (first !== null) {
    tell(`首次运行，已建管理员账号 / first run, an administrator was created: ${first.username}  ${first.password}`)
    tell(`首次登录须修改密码；此密码也存于 / also kept in ${first.keptIn}`)
  }
  tell(`立法已启动 / Lifa is running: ${server.url}`)
} catch (error) {
  tell(error instanceof ConfigError || !(error instanceof Error) ? String(error) : describe(error))
  process.exitCode = 1
}

function describe(error: Error): string {
  if ('code' in error && error.code === 'EADDRINUSE') return '端口已被占用，请设置另一个 PORT。/ The port is taken: set another PORT.'
  return error.stack ?? error.message
}
