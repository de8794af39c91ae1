import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Env } from './environment.ts'

/** The address a request came from; behind a trusted proxy the last one that it was told by somebody else. `unknown` without a connection. */
export function callerOf(c: Context<Env>, trustedProxies: readonly string[]): string {
  let remote: string | undefined
  try {
    remote = getConnInfo(c).remote.address
  } catch {
    // app.request of the tests has no connection
  }
  const plain = (address: string): string => address.trim().replace(/^::ffff:/, '')
  if (remote === undefined) return 'unknown'
  if (!trustedProxies.includes(plain(remote))) return plain(remote)
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map(plain).filter((address) => address !== '')
  return forwarded.findLast((address) => !trustedProxies.includes(address)) ?? plain(remote)
}
