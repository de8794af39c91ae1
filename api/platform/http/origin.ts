import type { MiddlewareHandler } from 'hono'
import { problem } from '../problem/problems.ts'
import type { Env } from './environment.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Every unsafe method that comes with a cookie must come from our own pages: `Origin` is compared with the address the
 * request was made to (and with PUBLIC_URL behind a proxy). Cookies are SameSite=Lax besides.
 */
export function ownOrigin(publicUrl: string): MiddlewareHandler<Env> {
  const configured = new URL(publicUrl).host
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    if (origin === undefined) {
      if (c.req.header('cookie') !== undefined || c.req.header('sec-fetch-site') === 'cross-site') throw problem('wrong-origin')
      return next()
    }
    let host: string | null = null
    try {
      host = new URL(origin).host
    } catch {
      // `null` and other opaque origins are not ours
    }
    if (host === null || (host !== configured && host !== c.req.header('host'))) throw problem('wrong-origin')
    return next()
  }
}
