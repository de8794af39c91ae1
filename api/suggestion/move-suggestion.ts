import { clockChanges, notStartReasons, type PaperKind, suggestionProcedure, type SuggestionState } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { applyClockChanges, nextDue } from '../deadline/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { type CaseActor, judgeStep, rolesOnCase, stepOf } from '../procedure/index.ts'
import { keepNotice } from './keep-notice.ts'
import { linkedFiling } from './read-suggestion.ts'
import { gatherSuggestionFacts } from './suggestion-facts.ts'

export type SuggestionMove = {
  services: Services
  work: Work
  actor: CaseActor
  suggestionId: string
  /** key of the row in law/procedure/suggestion-procedure.ts */
  key: string
  values?: Readonly<Record<string, string>>
  /** the revision the person saw; null where nothing was shown (issue of a paper, the machine) */
  revision?: number | null
  note?: string
  /** the day of the act where it is not today (letters that came by post) */
  on?: string
  /** the day from which the clocks of the receipt run */
  receivedOn?: string
}

/** What the proposer may read of a step: everything but how the office works inside. */
const told = new Set(['acknowledge', 'askToComplete', 'complete', 'accept', 'transfer', 'notifyNotStarted', 'startReview', 'answer', 'answerOrgan', 'reopen', 'close'])

/**
 * The only writer of a suggestion's state: judges the step by the tables, moves the clocks, makes the paper that the
 * program makes by itself, records the event and the audit entry. Everything in the caller's transaction.
 * Throws `step-refused` (with rule and basis), `forbidden`, `stale-edit`, `not-found`, `invalid-input`.
 */
export async function moveSuggestion(move: SuggestionMove): Promise<{ from: SuggestionState; to: SuggestionState; revision: number }> {
  const { services, work, actor, suggestionId, key } = move
  const { tx } = work
  const today = services.clock.today()
  const on = move.on ?? today
  const values = move.values ?? {}
  await tx.$queryRaw`SELECT id FROM "Suggestion" WHERE id = ${suggestionId}::uuid FOR UPDATE`
  const row = await tx.suggestion.findUnique({ where: { id: suggestionId } })
  if (row === null) throw problem('not-found')
  if (move.revision != null && move.revision !== row.revision) throw problem('stale-edit')
  if (key === 'acknowledge' && (await tx.paper.count({ where: { suggestionId, kind: 'suggestionReceipt' } })) > 0) throw problem('already-done', { detail: '接收回执已经发过。' })
  const filing = await linkedFiling(tx, row)
  const facts = await gatherSuggestionFacts({ tx, row, filing, actor, values })
  const to = judgeStep({ procedure: suggestionProcedure, state: row.state, key, roles: rolesOnCase(actor, { receiverOrganId: row.organId, makerOrganIds: [], taskOrganIds: [] }), facts })
  const from = stateOfRow(row.state)
  const step = stepOf(suggestionProcedure, key)

  const owner = { suggestionId }
  const starts: Record<string, string> = move.receivedOn === undefined ? {} : { suggestionIncomplete: move.receivedOn, requestReview: move.receivedOn }
  await applyClockChanges(tx, { owner, organId: row.organId, on, changes: clockChanges(step, values), startOn: starts })
  const due = await nextDue(tx, owner)
  const revision = row.revision + 1
  const final = suggestionProcedure.states.find((s) => s.id === to)?.final === true
  await tx.suggestion.update({
    where: { id: suggestionId },
    data: {
      ...columnsOf(key, values, row.reasons), state: to, revision, ...due,
      ...(final ? { closedOn: toDateColumn(on) } : {}),
      ...(row.handlerId === null && actor !== 'system' && key !== 'acknowledge' ? { handlerId: actor.personId } : {}),
    },
  })
  const moved = await tx.suggestion.findUniqueOrThrow({ where: { id: suggestionId } })
  const paperId = step.yields === null ? null : await paperOfStep({ ...move, kind: step.yields, row: moved, values })
  if (key === 'startReview' && filing !== null && filing.mode === 'exOfficio') {
    // the case is now reviewed because it was asked for (立法法 art 111 as model)
    await tx.filing.update({ where: { id: filing.id }, data: { mode: row.kind === 'transferredIn' ? 'transferred' : row.kind, revision: { increment: 1 } } })
  }
  await tx.caseEvent.create({
    data: {
      id: newId(), suggestionId, at: services.clock.now(), on: toDateColumn(on), actorId: actor === 'system' ? null : actor.personId, actorName: actor === 'system' ? '系统' : actor.name,
      organId: actor === 'system' ? row.organId : (actor.memberships[0]?.organId ?? null), transition: key, fromState: from, toState: to, note: move.note ?? noteOf(key, values),
      audience: told.has(key) ? 'public' : 'internal', data: { ...values, ...(paperId === null ? {} : { paperId }) },
    },
  })
  work.audit({ actor: actor === 'system' ? null : actor, action: `suggestion.${key}`, entity: 'Suggestion', entityId: suggestionId, organId: row.organId, detail: { from, to, on } })
  return { from, to, revision }
}

/** The paper that a step yields: made now where the program makes it, else the issued one that no step has used. */
async function paperOfStep(move: SuggestionMove & { kind: PaperKind; row: Prisma.SuggestionGetPayload<object>; values: Readonly<Record<string, string>> }): Promise<string | null> {
  const { services, work, actor, kind, row, values } = move
  if (suggestionProcedure.signedPapers[kind] === undefined) return keepNotice({ services, work, actor, kind, suggestion: row, values })
  const issued = await work.tx.paper.findMany({ where: { suggestionId: row.id, kind, state: 'issued' }, orderBy: { id: 'desc' }, select: { id: true } })
  for (const paper of issued) {
    const used = await work.tx.caseEvent.findFirst({ where: { suggestionId: row.id, data: { path: ['paperId'], equals: paper.id } }, select: { id: true } })
    if (used === null) return paper.id
  }
  return null
}

/** Columns that a step fills beside the state. */
function columnsOf(key: string, values: Readonly<Record<string, string>>, reasons: string): Prisma.SuggestionUncheckedUpdateInput {
  const value = (field: string): string => values[field]?.trim() ?? ''
  switch (key) {
    case 'complete':
      return { reasons: `${reasons}\n\n补充：${value('addedContent')}` }
    case 'foundOutOfScope':
    case 'transfer':
      return { transferTo: value('targetBody') }
    case 'decideNotToStart': {
      const reason = notStartReasons.find((r) => r.key === value('notStartReason'))
      if (reason === undefined) throw problem('invalid-input', { fields: [{ path: 'values.notStartReason', message: '请从列出的情形中选一种。' }] })
      return { result: 'notStarted', resultReason: [reason.label, value('explanation')].filter((part) => part !== '').join('：') }
    }
    case 'recordResult':
    case 'answer':
    case 'answerOrgan':
      return { result: value('result') }
    case 'reopen':
      return { reasons: `${reasons}\n\n新的理由：${value('newReasons')}`, result: null, resultReason: null, answer: null }
    default:
      return {}
  }
}

function noteOf(key: string, values: Readonly<Record<string, string>>): string | null {
  const field = { askToComplete: 'missingContent', complete: 'addedContent', foundOutOfScope: 'targetBody', transfer: 'targetBody', recordResult: 'result', reopen: 'newReasons' }[key]
  const words = field === undefined ? '' : (values[field] ?? '')
  return words.trim() === '' ? null : words.trim()
}

function stateOfRow(state: string): SuggestionState {
  const found = suggestionProcedure.states.find((s) => s.id === state)
  if (found === undefined) throw new RangeError(`no suggestion state ${state}`)
  return found.id
}
