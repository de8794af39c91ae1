/** What the browser says to the authority of a draft, and hears from it. */
import { asProblem } from '../../api/client.ts'
import { problemFrom } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'

export type DraftView = components['schemas']['Draft']
export type DraftCompany = components['schemas']['DraftCompany']
export type StepsSince = components['schemas']['DraftStepsSince']
export type StepRow = StepsSince['steps'][number]
export type Lease = components['schemas']['ArticleLease']
export type Presence = components['schemas']['DraftPresence']
export type Place = Omit<Presence, 'personId' | 'personName'>

/** A row of the log on its way: a step of ProseMirror, or an act of 修订模式 in its place (accept, track). */
export type KeptStep = { kind: 'edit' | 'accept' | 'track'; step: Record<string, unknown>; data?: Record<string, unknown>; authorName?: string | null }
export type Batch = { version: number; clientId: string; batch: string; steps: readonly KeptStep[] }

/** Why the authority did not take a batch. `moved` is mended by fetching; with the others a person has to say what becomes of it. */
export type RefusalReason = 'moved' | 'held' | 'closed' | 'unfit' | 'too-large' | 'not-allowed'
export class StepsRefused extends Error {
  override readonly name = 'StepsRefused'
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, sentence: string) {
    super(sentence)
    this.reason = reason
  }
}
/** The server was not reached, or cannot answer now: to be tried again. */
export class NotReached extends Error {
  override readonly name = 'NotReached'
  readonly signedOut: boolean
  constructor(sentence: string, signedOut = false) {
    super(sentence)
    this.signedOut = signedOut
  }
}

export type DraftEvent =
  | { kind: 'steps'; version: number }
  | { kind: 'presence'; presence: Presence }
  | { kind: 'left'; clientId: string }
  | { kind: 'asked'; articleKey: string; label: string; holderId: string; byName: string }
  | { kind: 'changed'; what: 'leases' | 'comments' | 'ignores' | 'snapshots' | 'reasons' }
  | { kind: 'missed' }

export type DraftServer = {
  read(): Promise<DraftView>
  company(): Promise<DraftCompany>
  /** @throws StepsRefused, NotReached */
  send(batch: Batch): Promise<{ version: number; repeated: boolean; /** by the server's clock */ at?: string | null }>
  since(version: number): Promise<StepsSince>
  /** `onLink` says whether the line to the server stands; gives back what ends it */
  listen(onEvent: (event: DraftEvent) => void, onLink: (open: boolean) => void): () => void
  sayWhere(place: Place): Promise<void>
  leave(clientId: string): void
  takeLease(articleKey: string, clientId: string): Promise<Lease>
  releaseLease(articleKey: string): Promise<void>
  askForLease(articleKey: string): Promise<void>
  breakLease(articleKey: string, reason: string): Promise<void>
}

/** A line that was cut without a word never answers: after this it is tried again. */
const LONGEST_WAIT_MS = 30_000
const REOPEN_MS = 5_000
const JSON_TYPE = { 'content-type': 'application/json' }

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method, credentials: 'same-origin', signal: AbortSignal.timeout(LONGEST_WAIT_MS), headers: { ...JSON_TYPE, ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch (thrown) {
    throw new NotReached(asProblem(thrown).told)
  }
  const given: unknown = await response.json().catch(() => null)
  if (!response.ok) throw refusalOf(response.status, given)
  // cut off in the middle of the answer
  if (given === null) throw new NotReached(problemFrom(0, null).message)
  return given as T
}

const REASONS: readonly RefusalReason[] = ['moved', 'held', 'closed', 'unfit', 'too-large']

/** What an answer that is no yes means for what was sent. Exported for its test. */
export function refusalOf(status: number, body: unknown): StepsRefused | NotReached {
  const { reason, detail } = typeof body === 'object' && body !== null ? (body as { reason?: unknown; detail?: unknown }) : {}
  const problem = problemFrom(status, body)
  const sentence = typeof detail === 'string' ? detail : problem.message
  const said = REASONS.find((one) => one === reason)
  if (said !== undefined) return new StepsRefused(said, sentence)
  if (status === 401) return new NotReached(sentence, true)
  if (status === 403 || status === 404) return new StepsRefused('not-allowed', sentence)
  if (status === 413) return new StepsRefused('too-large', sentence)
  if (status === 400 || status === 422) return new StepsRefused('unfit', sentence)
  // too many at once, the server is not well, or something between is
  return new NotReached(sentence)
}

/** The authority over HTTP and server-sent events. */
export function httpServer(draftId: string): DraftServer {
  const base = `/api/drafts/${draftId}`
  return {
    read: () => call('GET', base),
    company: () => call('GET', `${base}/company`),
    send: (batch) => call('POST', `${base}/steps`, batch),
    since: (version) => call('GET', `${base}/steps?since=${version}`),
    listen(onEvent, onLink) {
      let source: EventSource
      let again: ReturnType<typeof setTimeout> | undefined
      const open = (): void => {
        source = new EventSource(`${base}/stream`)
        source.addEventListener('open', () => onLink(true))
        source.addEventListener('error', () => {
          onLink(false)
          // after an answer that is no stream (a server that just starts, a session that ran out) the browser does not try again
          if (source.readyState === EventSource.CLOSED) again = setTimeout(open, REOPEN_MS)
        })
        source.addEventListener('message', ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data) as DraftEvent))
      }
      open()
      return () => {
        clearTimeout(again)
        source.close()
      }
    },
    sayWhere: async (place) => void (await call('PUT', `${base}/presence`, place)),
    // the page may be going: the request outlives it
    leave: (clientId) => void fetch(`${base}/presence/${clientId}`, { method: 'DELETE', keepalive: true, credentials: 'same-origin' }).catch(() => undefined),
    takeLease: (articleKey, clientId) => call('PUT', `${base}/leases/${articleKey}`, { clientId }),
    releaseLease: async (articleKey) => void (await call('DELETE', `${base}/leases/${articleKey}`)),
    askForLease: async (articleKey) => void (await call('POST', `${base}/leases/${articleKey}/ask`, {})),
    breakLease: async (articleKey, reason) => void (await call('POST', `${base}/leases/${articleKey}/break`, { reason })),
  }
}
