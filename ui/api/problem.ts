/**
 * What went wrong, in words for the person. The server answers RFC 9457 problems whose `title` and `detail` are
 * Chinese sentences from its catalogue; this says the same for what never reached it or came from elsewhere.
 */
import { messages } from '../messages/zh.ts'

export type ProblemKind = 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'conflict' | 'stale' | 'invalid' | 'too-large' | 'too-many' | 'failed'

/** One field that the server refused; `path` is the name of the control (`items.0.name`). */
export type FieldError = { path: string; message: string }

export type ProblemFacts = { kind: ProblemKind; status: number; sentence: string; advice: string; fields: FieldError[]; type: string; traceId: string | null; /** absent: the sentence */ told?: string }

/** Thrown by every call of the client. `message` is the sentence to show. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind
  readonly status: number
  readonly advice: string
  /** all that is said of this case where one line has room for it: what happened, with the rule that the server names */
  readonly told: string
  readonly fields: FieldError[]
  /** name in the server's catalogue (`step-refused`), '' where there is none */
  readonly code: string
  readonly type: string
  readonly traceId: string | null
  constructor(facts: ProblemFacts) {
    super(facts.sentence)
    this.name = 'ApiProblem'
    this.kind = facts.kind
    this.status = facts.status
    this.advice = facts.advice
    this.told = facts.told ?? facts.sentence
    this.fields = facts.fields
    this.type = facts.type
    this.code = facts.type === 'about:blank' ? '' : (facts.type.split(/[/:#]/).at(-1) ?? '')
    this.traceId = facts.traceId
  }
}

/** The kind of a status; exhaustive for what the catalogue of the server uses, `failed` for the rest. */
export function kindOfStatus(status: number): ProblemKind {
  switch (status) {
    case 0: return 'offline'
    case 401: return 'signed-out'
    case 403: return 'forbidden'
    case 404: case 410: return 'missing'
    case 409: return 'conflict'
    case 412: return 'stale'
    case 400: case 422: return 'invalid'
    case 413: return 'too-large'
    case 429: return 'too-many'
    default: return 'failed'
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {})

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    const { path, pointer, name, message, detail } = record(entry)
    const where = Array.isArray(path) ? path.join('.') : text(path) || text(pointer).replace(/^#?\//, '').replaceAll('/', '.') || text(name)
    const said = text(message) || text(detail)
    return said === '' ? [] : [{ path: where, message: said }]
  })
}

/** From an answer's status and body (parsed, or null where it was no JSON) to sentences. Never throws. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const kind = kindOfStatus(status)
  const given = record(body)
  const own = messages.problem[kind]
  const title = text(given['title'])
  const detail = text(given['detail'])
  const chinese = (sentence: string): string => (/\p{Script=Han}/u.test(sentence) ? sentence : '')
  const [said, more] = [chinese(title), chinese(detail)]
  const basis = chinese(text(given['basis']))
  // a law is named; what is only practice explains nothing to whoever typed a wrong sum
  const rule = !basis.includes('《') || more.includes(basis) ? '' : `依据：${basis}。`
  return new ApiProblem({
    kind,
    status,
    told: said + more === '' ? own.sentence + own.advice : said + more + rule,
    sentence: said || more || own.sentence,
    advice: (said === '' ? '' : more) || own.advice,
    fields: fieldErrors(given['errors']),
    type: text(given['type']) || 'about:blank',
    traceId: text(given['traceId']) || text(given['instance']) || null,
  })
}

/** Anything that was thrown, as a problem that can be shown. */
export function asProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown
  // fetch rejects with a TypeError where no answer came
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) return problemFrom(0, null)
  return problemFrom(-1, null)
}
