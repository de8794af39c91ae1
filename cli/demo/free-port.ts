import { createServer } from 'node:net'

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)))
  })

/** The first port from `from` on that nobody listens on. */
export async function findFreePort(host: string, from: number): Promise<number> {
  for (let port = from; port < from + 200; port++) if (await isFree(host, port)) return port
  throw new Error(`从 ${from} 起没有空闲的端口，请设置 PORT。/ No free port from ${from} on: set PORT.`)
}
