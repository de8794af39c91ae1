import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Env } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import type { Frame } from './page.ts'
import { portalCommittee, portalNameOf } from './portal-name.ts'

export const SIZE_COOKIE = 'lifa-size'

/** What every page is told, from the request and the rows. */
export async function frameOf(services: Services, c: Context<Env>): Promise<Frame> {
  const committee = await portalCommittee(services.prisma)
  return frameNamed(services, c, committee?.name ?? null)
}

/** The same without the database, for the page that says that something broke. */
export function frameNamed(services: Services, c: Context<Env>, committee: string | null): Frame {
  const url = new URL(c.req.url)
  return { name: portalNameOf(committee), demo: services.settings.demo, large: getCookie(c, SIZE_COOKIE) === 'large', today: services.clock.today(), here: `${url.pathname}${url.search}` }
}

/** A place on this site to go back to; anything else leads to the first page. */
export const ownPath = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])/.test(to) && to.length <= 500 && !to.startsWith('/size/') ? to : '/')
