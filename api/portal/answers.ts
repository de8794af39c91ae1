import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import type { Env } from '../platform/http/index.ts'
import { errorAnswer, notFoundAnswer } from '../platform/http/error-answer.ts'
import { Problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { frameNamed, frameOf } from './frame.ts'
import { brokenPage, messagePage, notFoundPage } from './message-pages.ts'

/** Whoever asks for a page is answered with a page; the API answers with problems (RFC 9457). */
const wantsPage = (c: Context<Env>): boolean => !/^\/(?:api|app|docs|openapi\.json|healthz|readyz)(?:\/|$)/.test(c.req.path)

export const portalNotFound = (services: Services): NotFoundHandler<Env> => async (c) => (wantsPage(c) ? c.html(notFoundPage(await frameOf(services, c)), 404) : notFoundAnswer(c))

/** What was thrown, as a page of the portal: refusals in their own words, everything else without its inside. */
export const portalError = (services: Services): ErrorHandler<Env> => {
  const asProblem = errorAnswer(services.log)
  return async (error, c) => {
    if (!wantsPage(c)) return asProblem(error, c)
    const frame = frameNamed(services, c, null)
    if (error instanceof Problem && error.status < 500) {
      const named = await frameOf(services, c)
      return new Response(String(await messagePage(named, { title: error.code === 'not-found' ? '没有这一页' : '没有办成', words: error.message })), { status: error.status, headers: { 'content-type': 'text/html; charset=utf-8' } })
    }
    services.log.error({ error, requestId: c.get('requestId'), path: c.req.path }, 'unexpected')
    return c.html(brokenPage(frame, c.get('requestId')), 500)
  }
}
