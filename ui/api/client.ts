/**
 * The one way to the API: `openapi-fetch` over the types generated from /openapi.json.
 *
 *   const { data, etag } = await answer(api.GET('/api/cases/{caseId}', { params: { path: { caseId } } }))
 *   await answer(api.PATCH('/api/…', { …, headers: editing(etag) }))
 *   await submission.send(body, (headers) => api.POST('/api/…', { body, headers }))
 *
 * Every call either gives its data or throws an `ApiProblem` with a Chinese sentence.
 */
import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './schema.d.ts'
import { ApiProblem, asProblem, problemFrom } from './problem.ts'

/** Heard by the shell: `signed-out` opens the login page, `stale` is told to pages that did not handle it. */
export type ClientEvent = 'lifa-signed-out' | 'lifa-offline' | 'lifa-online'
const tell = (name: ClientEvent): void => void window.dispatchEvent(new CustomEvent(name))

const IDEMPOTENCY_KEY = 'Idempotency-Key'

const ourRules: Middleware = {
  onRequest({ request }) {
    if (request.method === 'POST' && !request.headers.has(IDEMPOTENCY_KEY)) request.headers.set(IDEMPOTENCY_KEY, crypto.randomUUID())
    return request
  },
  async onResponse({ response }) {
    tell('lifa-online')
    if (response.ok || response.status === 304) return undefined
    const problem = problemFrom(response.status, await bodyOf(response))
    if (problem.kind === 'signed-out') tell('lifa-signed-out')
    throw problem
  },
  onError({ error }) {
    const problem = asProblem(error)
    if (problem.kind === 'offline') tell('lifa-offline')
    return problem
  },
}

async function bodyOf(response: Response): Promise<unknown> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return null
  try {
    const body: unknown = await response.clone().json()
    return body
  } catch {
    return null
  }
}

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })
api.use(ourRules)

/** The data of a call and its ETag; throws an `ApiProblem` otherwise. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<{ data: T; etag: string | null }> {
  const { data, error, response } = await call
  if (error !== undefined && !response.ok) throw problemFrom(response.status, error)
  // an answer without content (204) has no data; its type is then undefined as well
  return { data: data as T, etag: response.headers.get('etag') }
}

/** Header of an edit: the version that the person saw. The server refuses with 412 when another one is stored. */
export const editing = (etag: string | null): Record<string, string> => (etag === null ? {} : { 'If-Match': etag })

/**
 * One act of sending, kept with its form. Pressing again after a lost answer sends the same key, so that nothing is done
 * twice; what was changed in between, or sent again after an answer, gets a new one (the server refuses a key that comes
 * with another content).
 *
 *   const { data } = await this.#submission.send(body, (headers) => api.POST('/api/…', { body, headers }))
 */
export class Submission {
  #key = crypto.randomUUID()
  #content = ''

  async send<T>(body: unknown, call: (headers: Record<string, string>) => Promise<{ data?: T; error?: unknown; response: Response }>): Promise<{ data: T; etag: string | null }> {
    const content = JSON.stringify(body) ?? ''
    if (content !== this.#content) this.#renew()
    this.#content = content
    try {
      const given = await answer(call({ [IDEMPOTENCY_KEY]: this.#key }))
      this.#renew()
      return given
    } catch (thrown) {
      const { kind } = asProblem(thrown)
      if (kind !== 'offline' && kind !== 'failed') this.#renew()
      throw thrown
    }
  }

  #renew(): void {
    this.#key = crypto.randomUUID()
  }
}

/** For the login endpoints, which are not of our OpenAPI document: posts JSON, throws an `ApiProblem` on refusal. */
export async function postJson(path: string, body: Record<string, string | boolean>): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  } catch (thrown) {
    throw asProblem(thrown)
  }
  if (!response.ok) throw problemFrom(response.status, await bodyOf(response))
}

export { ApiProblem, asProblem }
