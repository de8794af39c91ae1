/**
 * A Meilisearch server that answers what a real one answered: recorded exchanges, replayed. It invents nothing; a
 * request that was never recorded gets a network error and fails the test that made it.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { http, HttpResponse } from 'msw'
import type { HttpHandler } from 'msw'
import { z } from 'zod'

export const RECORDED_URL = 'http://recorded.test'

const recording = z.object({
  exchanges: z.array(
    z.object({
      request: z.object({ method: z.string(), path: z.string(), authorization: z.string().nullable(), body: z.unknown().optional() }),
      response: z.object({ status: z.number(), contentType: z.string().nullable(), body: z.unknown().optional() }),
    }),
  ),
})
export type Exchange = z.infer<typeof recording>['exchanges'][number]

/** The exchanges of one recorded topic (`swap` …). */
export function recordedExchanges(topic: string): Exchange[] {
  const corpus = path.resolve(process.env.LIFA_CORPUS ?? '../shared/corpus')
  return recording.parse(JSON.parse(readFileSync(path.join(corpus, '../meilisearch', `${topic}.json`), 'utf8'))).exchanges
}

export type Asked = { method: string; path: string; body: unknown }

/**
 * Answers requests of the same method, path and key, each recorded answer once and in its order; the last answer about
 * a task stays. What was asked is put into `asked`, polls of tasks aside.
 */
export function replay(exchanges: Exchange[], asked: Asked[]): HttpHandler {
  const left = [...exchanges]
  return http.all(`${RECORDED_URL}/*`, async ({ request }) => {
    const url = new URL(request.url)
    const wanted = { method: request.method, path: url.pathname + url.search, authorization: request.headers.get('authorization') }
    const isPoll = wanted.path.startsWith('/tasks/')
    if (!isPoll) {
      const body = await request.text()
      asked.push({ method: wanted.method, path: wanted.path, body: body === '' ? null : JSON.parse(body) })
    }
    const matches = left.filter(
      ({ request: recorded }) => recorded.method === wanted.method && recorded.path === wanted.path && recorded.authorization === wanted.authorization,
    )
    const [exchange] = matches
    if (exchange === undefined) return HttpResponse.error()
    if (!isPoll || matches.length > 1) left.splice(left.indexOf(exchange), 1)
    const { status, contentType, body } = exchange.response
    return new HttpResponse(body === null ? null : JSON.stringify(body), { status, ...(contentType === null ? {} : { headers: { 'content-type': contentType } }) })
  })
}
