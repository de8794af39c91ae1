/**
 * The authority of one draft in the page, so that what is measured is the screen alone: it takes every batch, and a second
 * person writes into an article before one's own, with their caret going along.
 */
import type { Batch, DraftEvent, DraftView, StepRow } from '../../../ui/editor/collaboration/draft-server.ts'
import type { components } from '../../../ui/api/schema.d.ts'

type Comments = components['schemas']['DraftComments']['items']
export type Served = { view: DraftView; comments: Comments; authored: readonly object[]; /** where the second person begins to write, and in which article */ peer: { pos: number; articleKey: string } }

const EVERY_MS = 400
const PEER = { clientId: 'peer-0001', personId: 'person-2', personName: '乙' }
const WORDS = ['应当', '依法', '及时', '如实']

let served: Served | null = null
let rows: StepRow[] = []
let written = 0
/** What the screen asked for and is not given here: what would be measured then is a page that shows an error. */
export const unanswered = new Set<string>()
const streams = new Set<EventTarget>()

const tell = (event: DraftEvent): void => {
  for (const stream of streams) stream.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }))
}
const row = (step: object, rest: Omit<StepRow, 'step' | 'version' | 'at' | 'data' | 'authorName'>): StepRow => ({ ...rest, step, version: rows.length + 1, data: null, authorName: null, at: new Date().toISOString() })

export function serve(what: Served): void {
  served = what
  rows = []
  written = 0
}

/** The second person writes two letters, and their caret stands behind them. */
function writeAsPeer(): void {
  if (served === null || document.hidden) return
  const { pos, articleKey } = served.peer
  const at = pos + written
  const words = WORDS[rows.length % WORDS.length] ?? ''
  rows.push(row({ stepType: 'replace', from: at, to: at, slice: { content: [{ type: 'text', text: words }] } }, { kind: 'edit', clientId: PEER.clientId, batch: `peer-${rows.length}`, personId: PEER.personId, personName: PEER.personName }))
  written += words.length
  tell({ kind: 'steps', version: rows.length })
  tell({ kind: 'presence', presence: { ...PEER, articleKey, anchor: at + words.length, head: at + words.length, version: rows.length } })
}

function answerTo(method: string, path: string, query: URLSearchParams, body: unknown): unknown {
  if (served === null) return null
  if (path.startsWith('/api/projects/')) return { id: served.view.id, may: { create: true } }
  switch (path.replace(/^\/api\/drafts\/[^/]+\/?/u, '')) {
    case '':
      return served.view
    case 'company':
      return served.view
    case 'authorship':
      return { version: 0, authored: served.authored }
    case 'comments':
      return { items: served.comments }
    case 'ignores':
    case 'snapshots':
      return { items: [] }
    case 'steps': {
      const since = Number(query.get('since'))
      if (method === 'GET') return { version: rows.length, gone: false, steps: rows.slice(since) }
      const batch = body as Batch
      if (batch.version !== rows.length) return { status: 409, reason: 'moved' }
      for (const { step } of batch.steps) rows.push(row(step, { kind: 'edit', clientId: batch.clientId, batch: batch.batch, personId: served.view.person.id, personName: served.view.person.name }))
      return { version: rows.length, repeated: false, at: new Date().toISOString() }
    }
    case 'leases':
    case 'presence':
      return {}
    default:
      unanswered.add(`${method} ${path}`)
      return {}
  }
}

const ownFetch = globalThis.fetch
globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  const request = new Request(input, init)
  const url = new URL(request.url)
  if (!url.pathname.startsWith('/api/')) return ownFetch(input, init)
  const body: unknown = request.method === 'POST' ? await request.json() : null
  const given = answerTo(request.method, url.pathname, url.searchParams, body)
  const refused = typeof given === 'object' && given !== null && 'status' in given
  return Response.json(given, { status: refused ? 409 : 200 })
}

class InPageStream extends EventTarget {
  static readonly CLOSED = 2
  readonly readyState = 1
  constructor() {
    super()
    streams.add(this)
    setTimeout(() => this.dispatchEvent(new Event('open')))
  }
  close(): void {
    streams.delete(this)
  }
}
Object.defineProperty(globalThis, 'EventSource', { value: InPageStream })
setInterval(writeAsPeer, EVERY_MS)
