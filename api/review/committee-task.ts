import { filingProcedure, stateOf } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { type deadlineSchema, presentDeadline, startClock, stopClocks, workCalendar } from '../deadline/index.ts'
import type { z } from '@hono/zod-openapi'
import { ownFiles } from '../file/index.ts'
import { peopleIn } from '../notice/index.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import { decodeCursor, encodeCursor } from '../platform/http/index.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { keepGeneratedPaper } from './generated-paper.ts'
import { reviewCase } from './review-case.ts'

const KIND = 'committeeOpinion'

export type TaskRow = {
  id: string
  revision: number
  state: string
  filing: { id: string; title: string; documentNo: string; registrationNo: string | null; makerName: string; state: string }
  committee: { id: string; name: string }
  request: string
  sentOn: string
  dueOn: string | null
  deadline: z.infer<typeof deadlineSchema> | null
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
  files: { id: string; name: string; sizeBytes: number; sha256: string }[]
  /** answered after the last day */
  late: boolean
  letter: { docxFileId: string | null; pdfFileId: string | null; number: string | null } | null
}

/** Tasks of the actor's committees by cursor: open ones by their last day, answered ones newest first. `q` looks into titles. */
export async function listCommitteeTasks(options: { services: Services; actor: Actor; open: boolean; q?: string | undefined; cursor?: string | undefined; limit: number }): Promise<{ items: TaskRow[]; next: string | null; total: number }> {
  const { services, actor, open, q, limit } = options
  const where: Prisma.CaseTaskWhereInput = {
    kind: KIND, assigneeOrganId: { in: organsWithRole(actor, 'committeeMember') }, state: open ? 'open' : { not: 'open' }, ...(q === undefined || q === '' ? {} : { title: { contains: q } }),
  }
  const skip = options.cursor === undefined ? 0 : Number(decodeCursor(options.cursor)[0])
  if (!Number.isInteger(skip) || skip < 0) throw problem('unreadable-request', { detail: '翻页位置无效，请回到第一页。' })
  const [rows, total] = await Promise.all([
    services.prisma.caseTask.findMany({ where, orderBy: [...(open ? [{ dueOn: 'asc' as const }] : [{ answeredAt: 'desc' as const }]), { id: 'asc' }], select: { id: true }, skip, take: limit + 1 }),
    services.prisma.caseTask.count({ where }),
  ])
  return { items: await presentTasks(services, rows.slice(0, limit).map((r) => r.id)), next: rows.length > limit ? encodeCursor([skip + limit]) : null, total }
}

/** Tasks by id, in that order. */
export async function presentTasks(services: Services, ids: readonly string[]): Promise<TaskRow[]> {
  const { prisma } = services
  const rows = await prisma.caseTask.findMany({ where: { id: { in: [...ids] } }, include: { filing: { include: { maker: { select: { name: true } } } }, clocks: { orderBy: { startOn: 'desc' } } } })
  const [calendar, organs, people, papers, files] = await Promise.all([
    workCalendar(prisma),
    prisma.organ.findMany({ where: { id: { in: rows.flatMap((r) => (r.assigneeOrganId === null ? [] : [r.assigneeOrganId])) } }, select: { id: true, name: true } }),
    prisma.person.findMany({ where: { id: { in: rows.flatMap((r) => (r.answeredBy === null ? [] : [r.answeredBy])) } }, select: { id: true, name: true } }),
    prisma.paper.findMany({ where: { taskId: { in: [...ids] }, kind: 'distributionLetter' }, select: { taskId: true, docxFileId: true, pdfFileId: true, number: true } }),
    prisma.storedFile.findMany({ where: { id: { in: rows.flatMap((r) => r.answerFileIds) } }, select: { id: true, name: true, sizeBytes: true, sha256: true } }),
  ])
  const today = services.clock.today()
  return ids.flatMap((id): TaskRow[] => {
    const task = rows.find((r) => r.id === id)
    if (task === undefined) return []
    const clock = task.clocks.find((c) => c.state === 'running') ?? task.clocks[0]
    const dueOn = fromDateColumnOrNull(task.dueOn)
    const letter = papers.find((p) => p.taskId === id)
    return [{
      id, revision: task.revision, state: task.state, request: task.request, sentOn: shanghaiDate(task.createdAt), dueOn,
      filing: { id: task.filing.id, title: task.filing.title, documentNo: task.filing.documentNo, registrationNo: task.filing.registrationNo, makerName: task.filing.maker.name, state: stateOf(filingProcedure, task.filing.state).label },
      committee: { id: task.assigneeOrganId ?? '', name: organs.find((o) => o.id === task.assigneeOrganId)?.name ?? '' },
      deadline: clock === undefined ? null : presentDeadline(clock, { today, calendar }),
      answer: task.answer, answeredBy: people.find((p) => p.id === task.answeredBy)?.name ?? null, answeredAt: task.answeredAt?.toISOString() ?? null,
      files: task.answerFileIds.flatMap((fileId) => files.filter((f) => f.id === fileId).map((f) => ({ ...f, sizeBytes: Number(f.sizeBytes) }))),
      late: task.answeredAt !== null && dueOn !== null && shanghaiDate(task.answeredAt) > dueOn,
      letter: letter === undefined ? null : { docxFileId: letter.docxFileId, pdfFileId: letter.pdfFileId, number: letter.number },
    }]
  })
}

/**
 * The task for a person of its committee, or for the reviewers of the case. Throws `not-found` to everybody else, also to
 * another committee: it has a task and an opinion of its own.
 */
async function taskFor(options: { services: Services; actor: Actor; taskId: string }) {
  const { services, actor, taskId } = options
  const task = await services.prisma.caseTask.findUnique({ where: { id: taskId, kind: KIND } })
  if (task === null || task.assigneeOrganId === null) throw problem('not-found')
  const filing = await reviewCase({ services, actor, filingId: task.filingId })
  const ofCommittee = organsWithRole(actor, 'committeeMember').includes(task.assigneeOrganId)
  const ofReview = committeesServedAs(actor, 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist').includes(filing.receiverOrganId)
  if (!ofCommittee && !ofReview) throw problem('not-found')
  return { task, filing, ofCommittee, committeeId: task.assigneeOrganId }
}

export async function readCommitteeTask(options: { services: Services; actor: Actor; taskId: string }): Promise<{ row: TaskRow; mayAnswer: boolean; mayExtend: boolean }> {
  const { services, actor } = options
  const { task, filing, ofCommittee } = await taskFor(options)
  const [row] = await presentTasks(services, [task.id])
  if (row === undefined) throw problem('not-found')
  const open = task.state === 'open'
  return { row, mayAnswer: open && ofCommittee, mayExtend: open && committeesServedAs(actor, 'reviewChief').includes(filing.receiverOrganId) && row.deadline?.key === 'committeeOpinion' }
}

/** The committee's opinion on a case (委员会审查意见): once, in writing, kept as a paper; late ones are accepted and marked. */
export async function answerCommitteeTask(options: { services: Services; actor: Actor; taskId: string; revision: number; opinion: string; fileIds: string[] }): Promise<{ revision: number }> {
  const { services, actor, taskId, revision } = options
  const { task, filing, ofCommittee, committeeId } = await taskFor(options)
  if (!ofCommittee) throw problem('forbidden', { detail: '审查意见由受分送的委员会提出。' })
  if (task.state !== 'open') throw problem('already-done')
  const opinion = options.opinion.trim()
  const committee = await services.prisma.organ.findUniqueOrThrow({ where: { id: committeeId }, select: { id: true, name: true } })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const today = services.clock.today()
    const fileIds = await ownFiles(tx, actor, options.fileIds)
    const attached = await tx.storedFile.findMany({ where: { id: { in: fileIds } }, select: { id: true, name: true } })
    const changed = await tx.caseTask.updateMany({
      where: { id: taskId, revision, state: 'open' },
      data: { state: 'answered', answer: opinion, answerFileIds: fileIds, answeredBy: actor.personId, answeredAt: services.clock.now(), revision: { increment: 1 } },
    })
    if (changed.count === 0) throw problem('stale-edit')
    await transition({ services, work, actor, filingId: filing.id, key: 'giveCommitteeOpinion', revision: null, ownClocks: CLOCKS, values: { committeeOpinion: opinion }, note: `${committee.name}提出审查意见`, data: { taskId } })
    await stopClocks(tx, { owner: { filingId: filing.id }, keys: CLOCKS, on: today, taskId })
    await keepGeneratedPaper({
      services, work, actor,
      paper: {
        kind: 'committeeOpinion', filing: { id: filing.id, receiverOrganId: filing.receiverOrganId }, taskId, title: `${committee.name}关于《${filing.title}》的审查意见`, recipient: null,
        content: {
          title: `关于《${filing.title}》的审查意见`, recipient: `${filing.receiver.name}：`, body: opinion.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph' as const, words: line.trim() })),
          ...(attached.length === 0 ? {} : { attachments: fileIds.flatMap((id) => attached.filter((f) => f.id === id)).map((f) => f.name.replace(/\.[^.]+$/u, '')) }),
          signature: { organ: committee.name, date: today },
        },
      },
    })
    if (filing.reviewerId !== null) {
      work.notify({ personId: filing.reviewerId, kind: 'committeeOpinion', title: `${committee.name}已提出审查意见`, body: `《${filing.title}》`, link: `/review/${filing.id}?tab=opinions`, entity: 'Filing', entityId: filing.id, dedupeKey: `committeeOpinion:${taskId}` })
    }
    return { revision: revision + 1 }
  })
}

/** The chief gives a committee more time, once, counted from the day on which its time would have run out. */
export async function extendCommitteeTask(options: { services: Services; actor: Actor; taskId: string; revision: number; reason: string }): Promise<{ dueOn: string; revision: number }> {
  const { services, actor, taskId, revision, reason } = options
  const { task, filing } = await taskFor(options)
  if (task.state !== 'open') throw problem('already-done', { detail: '这个委员会已经答复，不用延长。' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const clock = await tx.caseClock.findFirst({ where: { taskId, state: 'running' } })
    if (clock?.key === 'committeeOpinion.extension') throw problem('already-done', { detail: '委员会的审查期限已经延长过一次。' })
    const changed = await tx.caseTask.updateMany({ where: { id: taskId, revision }, data: { revision: { increment: 1 } } })
    if (changed.count === 0) throw problem('stale-edit')
    await transition({ services, work, actor, filingId: filing.id, key: 'extendCommitteeOpinion', revision: null, ownClocks: CLOCKS, values: { reason }, note: reason, data: { taskId } })
    await stopClocks(tx, { owner: { filingId: filing.id }, keys: ['committeeOpinion'], on: services.clock.today(), taskId, outcome: 'cancelled' })
    const startOn = clock?.dueOn == null ? services.clock.today() : fromDateColumn(clock.dueOn)
    const dueOn = await startClock(tx, { owner: { filingId: filing.id }, organId: filing.receiverOrganId, key: 'committeeOpinion.extension', startOn, taskId })
    await tx.caseTask.update({ where: { id: taskId }, data: { dueOn: toDateColumn(dueOn) } })
    for (const personId of await peopleIn(services, [task.assigneeOrganId ?? ''], 'committeeMember')) {
      work.notify({ personId, kind: 'committeeTask', title: `《${filing.title}》的审查意见可以延期提出`, body: `新的期限是 ${dueOn}。`, link: `/committee/${taskId}`, entity: 'CaseTask', entityId: taskId })
    }
    return { dueOn, revision: revision + 1 }
  })
}

const CLOCKS = ['committeeOpinion', 'committeeOpinion.extension']
