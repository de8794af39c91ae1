import { addDays, daysBetween, dueDate } from '../../law/deadline/index.ts'
import { type PaperKind, type PaperState, paperProcedure, paperRoute, partByOutlet, type ProcedureRole, standards } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { nextDue, ruleInForce, startClock, stopClocks, workCalendar } from '../deadline/index.ts'
import { filesAfterCommit } from '../file/index.ts'
import { peopleIn } from '../notice/index.ts'
import type { PaperContent } from '../typesetting/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn, toDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { judgeStep, transition } from '../procedure/index.ts'
import { committeesOf, moveFlag, refuseOwnDocument } from '../review/index.ts'
import { stepCarried } from './create-paper.ts'
import { issuingOrgans } from './paper-case.ts'
import { contentOf } from './paper-content.ts'
import { takePaperNumber } from './paper-number.ts'
import { type Countersigner, countersignersOf, type PaperRow } from './paper-policy.ts'
import { filled, type Passage, type PaperValues, valuesOf } from './passages.ts'
import { peopleOnPaper } from './paper-people.ts'
import { kindOf, ownCountersign, paperFacts, paperFor, rolesOnPaper } from './read-paper.ts'

/** What else happens when a paper is issued: a suggestion's own step, in the same transaction. */
export type IssueCarrier = (issued: { services: Services; work: Work; actor: Actor; paper: { id: string; kind: PaperKind; suggestionId: string | null; filingId: string | null; values: PaperValues } }) => Promise<void>

export type PaperMove = {
  services: Services
  actor: Actor
  paperId: string
  /** key of the row in law/procedure/paper-procedure.ts; `countersign` of the last one asked finishes the round */
  key: string
  revision: number
  opinion?: string | undefined
  /** committees asked, with `sendToCountersign` */
  countersignOrganIds?: string[] | undefined
  carriers?: readonly IssueCarrier[]
}

const stepNames: Record<string, string> = {
  sendToCheck: 'sentForChecking', sendToCountersign: 'checked', sendToSign: 'checked', sendToSignInHouse: 'sentForSigning', countersign: 'countersigned', finishCountersigning: 'countersigned', issue: 'signed',
  returnFromCheck: 'returned', returnFromCountersign: 'returned', returnFromSigning: 'returned', withdraw: 'withdrawn',
}

/**
 * The only writer of a paper's state: 拟稿 → 核稿 → 会签 → 签发, each way back to 拟稿 with an opinion. Judged by
 * law/procedure/paper-procedure.ts; each step is a row with who and when. At issue the register gives the number, the
 * words are fixed, docx and PDF are made, and the step of the case that the paper carries is taken: all or nothing.
 * Throws `step-refused` (with rule and basis), `forbidden`, `stale-edit`, `not-found`.
 */
export async function movePaper(move: PaperMove): Promise<{ state: PaperState; number: string | null }> {
  const { services, actor, paperId } = move
  return inTransaction(services, async (work) => {
    const { tx } = work
    const known = await tx.paper.findUnique({ where: { id: paperId }, select: { filingId: true } })
    // the case before the paper, as everywhere: whoever comes second judges by what the first has written
    if (known?.filingId != null) await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${known.filingId}::uuid FOR UPDATE`
    await tx.$queryRaw`SELECT id FROM "Paper" WHERE id = ${paperId}::uuid FOR UPDATE`
    const paper = await paperFor({ tx, actor, paperId, action: 'handle' })
    if (paper.revision !== move.revision) throw problem('stale-edit')
    if (paper.filing !== null) refuseOwnDocument(actor, paper.filing)
    const asked = move.key === 'sendToCountersign' ? await askedToCountersign(work, paper, move.countersignOrganIds ?? []) : countersignersOf(paper.countersigners)
    const own = ownCountersign(actor, asked)
    const { facts, passages } = await paperFacts({ tx, actor, paper, asked, fields: (move.opinion ?? '').trim() === '' ? [] : ['reason'] })
    const key = move.key === 'countersign' && facts.countersignsOutstanding === 0 ? 'finishCountersigning' : move.key
    if (['countersign', 'finishCountersigning', 'returnFromCountersign'].includes(key) && paper.state === 'countersigning' && own === undefined) {
      throw problem('forbidden', { detail: '没有请你会签这件文书，或者你已经会签。' })
    }
    const to = judgeStep({ procedure: paperProcedure, state: paper.state, key, roles: rolesOnPaper(actor, paper), facts })
    const opinion = (move.opinion ?? '').trim()
    const now = services.clock.now()
    const countersigners = asked.map((c) => (c === own && key !== 'returnFromCountersign' ? { ...c, by: actor.personId, byName: actor.name, at: now.toISOString(), opinion: opinion === '' ? null : opinion } : c))
    await moveClock(work, paper, key, services.clock.today())
    const common = { state: to, revision: { increment: 1 }, countersigners: JSON.parse(JSON.stringify(countersigners)), ...(stepNames[key] === 'returned' ? { draftNo: { increment: 1 } } : {}) }
    let number: string | null = null
    if (to === 'issued') number = await issue({ ...move, work, paper, passages, common })
    else await tx.paper.update({ where: { id: paperId }, data: common })
    await tx.paperStep.create({ data: { id: newId(), paperId, step: stepNames[key] ?? key, by: actor.personId, byName: actor.name, role: paper.state, opinion: opinion === '' ? null : opinion, at: now } })
    work.audit({ actor, action: `paper.${key}`, entity: 'Paper', entityId: paperId, organId: paper.organId, detail: { from: paper.state, to, number } })
    await tell({ services, work, actor, paper, key, to, countersigners })
    return { state: to, number }
  })
}

/** Committees of the same congress, each once; a new round begins with nobody's agreement. */
async function askedToCountersign(work: Work, paper: PaperRow, organIds: readonly string[]): Promise<Countersigner[]> {
  const receiver = await work.tx.organ.findUniqueOrThrow({ where: { id: paper.organId } })
  const committees = await committeesOf(work.tx, receiver)
  const chosen = [...new Set(organIds)].map((id) => committees.find((c) => c.id === id))
  if (chosen.some((c) => c === undefined)) throw problem('invalid-input', { fields: [{ path: 'countersignOrganIds', message: '请从本级人大的专门委员会和常委会工作委员会中选择。' }] })
  return chosen.flatMap((c) => (c === undefined ? [] : [{ organId: c.id, name: c.name, by: null, byName: null, at: null, opinion: null }]))
}

async function moveClock(work: Work, paper: PaperRow, key: string, today: string): Promise<void> {
  const row = paperProcedure.transitions.find((t) => t.key === key)
  const owner = paper.filingId !== null ? { filingId: paper.filingId } : paper.suggestionId !== null ? { suggestionId: paper.suggestionId } : null
  if (owner === null || row === undefined) return
  if (row.stopsClock.length > 0) await stopClocks(work.tx, { owner, keys: row.stopsClock, on: today, paperId: paper.id })
  for (const clock of row.startsClock) await startClock(work.tx, { owner, organId: paper.organId, key: clock, startOn: today, paperId: paper.id })
}

type Issue = PaperMove & { work: Work; paper: PaperRow; passages: readonly Passage[]; common: { state: PaperState; revision: { increment: number }; countersigners: object[] } }

async function issue(options: Issue): Promise<string | null> {
  const { services, work, actor, paper, passages, common } = options
  const { tx } = work
  const kind = kindOf(paper)
  const today = services.clock.today()
  const values = valuesOf(paper.values)
  const number = paperRoute(kind).numbered ? await takePaperNumber(tx, { organs: await issuingOrgans(tx, paper.organId), kind, today }) : null
  const content = issuedContent(filled(contentOf(paper.content), passages), { number, today, demo: services.settings.demo })
  const files = filesAfterCommit({ services, work, content, name: `${paperRoute(kind).label}${number ?? ''}`, organId: paper.organId, by: actor.personId })
  await tx.paper.update({
    where: { id: paper.id },
    data: {
      ...common, ...files, number, content: JSON.parse(JSON.stringify(content)), issuedOn: toDateColumn(today), issuedBy: actor.personId, issuedByName: actor.name,
      replyDueOn: toDateColumnOrNull(await replyDue(work, { kind, organId: paper.organId, values, today })),
      ...(paper.recipientOrganId === null ? {} : { deliveredAt: services.clock.now() }),
    },
  })
  if (paper.filingId !== null) await carryStep({ services, work, actor, paper, kind, values, filingId: paper.filingId, number })
  for (const carrier of options.carriers ?? []) await carrier({ services, work, actor, paper: { id: paper.id, kind, suggestionId: paper.suggestionId, filingId: paper.filingId, values } })
  return number
}

/** What the register and the day of issue write into a paper. */
function issuedContent(content: PaperContent, options: { number: string | null; today: string; demo: boolean }): PaperContent {
  const { draft: _draft, documentNo: _number, ...rest } = content
  return {
    ...rest,
    ...(options.number === null ? {} : { documentNo: options.number }),
    ...(rest.signature === undefined ? {} : { signature: { ...rest.signature, date: options.today } }),
    ...(rest.printedBy === undefined ? {} : { printedBy: { ...rest.printedBy, date: options.today } }),
    ...(options.demo ? { demo: '演示数据' } : {}),
  }
}

/** The last day for the maker's answer, by the rule that the step starts. */
async function replyDue(work: Work, options: { kind: PaperKind; organId: string; values: PaperValues; today: string }): Promise<string | null> {
  const key = options.kind === 'inquiryLetter' ? 'inquiryReply' : options.kind === 'reviewOpinion' ? options.values['replyRule'] : options.kind === 'annulmentDecision' ? 'annulmentReport' : undefined
  if (options.kind === 'orderToFix') return options.values['fixDueOn'] ?? null
  if (key === undefined) return null
  return dueDate({ rule: await ruleInForce(work.tx, { organId: options.organId, key }), start: options.today, calendar: await workCalendar(work.tx) }).due
}

/** The step of the case that this paper carries, and its flags put to the maker or reported upward. */
async function carryStep(options: { services: Services; work: Work; actor: Actor; paper: PaperRow; kind: PaperKind; values: PaperValues; filingId: string; number: string | null }): Promise<void> {
  const { services, work, actor, paper, kind, values, filingId } = options
  const { tx } = work
  const row = stepCarried(kind, paper.filing?.state ?? '')
  if (row !== null) {
    if (row.requires.includes('fixDueOn') && (values['fixDueOn'] ?? '') < addDays(services.clock.today(), 1)) {
      throw problem('step-refused', { detail: '改正期限应当晚于今天，请改正后再签发。', extra: { rule: 'fixDueOn' } })
    }
    const shown = paper.recipientOrganId !== null
    await transition({
      services, work, actor, filingId, key: row.key, revision: null, values, audience: shown ? 'maker' : 'internal', note: `《${paperRoute(kind).label}》${options.number ?? ''}`,
      facts: { annulmentGround: (values['annulmentGround'] ?? '') === '' ? null : (values['annulmentGround'] ?? null) },
    })
    if (kind === 'orderToFix') await setFixDue(work, filingId, values['fixDueOn'] ?? '')
  }
  const flags = await tx.reviewFlag.findMany({ where: { id: { in: paper.flagIds } }, orderBy: { number: 'asc' } })
  const parted = partByOutlet(flags.map((f) => ({ id: f.id, state: f.state, standard: z.enum(standards).parse(f.standard) })))
  const put = ['reviewOpinion', 'inquiryLetter', 'orderToFix'].includes(kind) ? parted.reviewOpinion.filter((f) => f.state === 'confirmed') : []
  const upward = kind === 'upwardReport' ? parted.upwardReport.filter((f) => f.state === 'confirmed') : []
  for (const flag of put) await moveFlag({ services, work, actor, flagId: flag.id, key: 'putToMaker', note: `随《${paperRoute(kind).label}》${options.number ?? ''}送达` })
  for (const flag of upward) await moveFlag({ services, work, actor, flagId: flag.id, key: 'reportUpward', note: options.number ?? '' })
}

/** 常务委员会决定另定日期的，从其决定: the day that the committee decided stands in the place of the rule's. */
async function setFixDue(work: Work, filingId: string, fixDueOn: string): Promise<void> {
  const { tx } = work
  const clock = await tx.caseClock.findFirst({ where: { filingId, key: 'orderedFix', state: 'running' }, orderBy: { startOn: 'desc' } })
  if (clock === null) return
  // what the committee decided is no reference of another place: it holds as it stands
  await tx.caseClock.update({
    where: { id: clock.id },
    data: {
      dueOn: toDateColumn(fixDueOn), label: '常委会决定的改正期限', amount: daysBetween(fromDateColumn(clock.startOn), fixDueOn), unit: 'calendarDay', basis: '常务委员会的决定', confirmed: true, place: 'own',
      steps: `常务委员会决定在 ${fixDueOn} 前改正，从其决定。`,
    },
  })
  await tx.filing.update({ where: { id: filingId }, data: await nextDue(tx, { filingId }) })
}

/** What the maker has to do about a paper; without a row it has a period to answer or act in. */
const askedOfMaker: Readonly<Partial<Record<PaperKind, string>>> = {
  reminderLetter: '请在实施中予以注意，不用答复。',
  annulmentDecision: '请在规定期限内报告处理情况。',
}

/** Whoever has the next step, and at issue the maker's clerks. */
async function tell(options: { services: Services; work: Work; actor: Actor; paper: PaperRow; key: string; to: PaperState; countersigners: readonly Countersigner[] }): Promise<void> {
  const { services, work, actor, paper, to, countersigners } = options
  const route = paperRoute(kindOf(paper))
  const serving = (roles: readonly ProcedureRole[]) => peopleOnPaper(services, paper, roles)
  const link = `/app/papers/${paper.id}`
  const send = (personIds: readonly string[], title: string, body: string, address = link) => {
    for (const personId of new Set(personIds)) if (personId !== actor.personId) work.notify({ personId, kind: `paper.${to}`, title, body, link: address, entity: 'Paper', entityId: paper.id })
  }
  const name = `《${paper.title}》`
  switch (to) {
    case 'checking':
      return send(await serving(route.checks), `请核稿：${name}`, `${actor.name}拟稿。`)
    case 'countersigning':
      if (options.key !== 'sendToCountersign') return
      return send(await peopleIn(services, countersigners.map((c) => c.organId), 'committeeMember'), `请会签：${name}`, `${actor.name}送会签。`)
    case 'signing':
      return send(await serving(route.signs), `请签发：${name}`, route.decidedBy === null ? '' : `由${route.decidedBy}决定。`)
    case 'drafting':
      return send([paper.createdBy], `退回修改：${name}`, `${actor.name}退回。`)
    case 'issued': {
      send([paper.createdBy], `已签发：${name}`, '')
      if (paper.recipientOrganId === null || paper.filing === null) return
      const clerks = await peopleIn(services, [paper.recipientOrganId, paper.filing.filedByOrganId], 'filingClerk')
      return send(clerks, `收到${route.label}：《${paper.filing.title}》`, askedOfMaker[route.kind] ?? '请在规定期限内办理。', `/app/answers/${paper.filing.id}`)
    }
    case 'withdrawn':
      return
    default: {
      const never: never = to
      return never
    }
  }
}
