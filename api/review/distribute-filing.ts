import { startClock } from '../deadline/index.ts'
import { peopleIn } from '../notice/index.ts'
import { filingFor, filingPolicy, type FilingRow, filingSubject } from '../filing/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import { printedDate } from '../typesetting/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { committeesOf } from './committees.ts'
import { keepGeneratedPaper } from './generated-paper.ts'
import { refuseWrongReviewer } from './recusal.ts'

export type Distribution = {
  /** committees that are asked for an opinion */
  organIds: string[]
  /** what they are asked; '' gives the usual sentence */
  request: string
  /** an earlier day than the rule gives; null: the day of the rule */
  dueOn: string | null
  /** who handles the case; null: whoever does already */
  reviewerId: string | null
}

const USUAL_REQUEST = '请对照上位法对该文件进行审查，认为有问题的，写明条文、上位法依据和理由。'

/**
 * 分送: give a case to one or several committees, each with a task, a due date of its own and the covering 分送审查函
 * (generated, numbered). Who is named as reviewer has to be one, and free of the document. Under way it is 增加分送. The chief, a reviewer or the receiving clerk may; nobody on the own
 * document (law/procedure). Returns the tasks.
 */
export async function distributeFiling(options: { services: Services; actor: Actor; filingId: string; revision: number | null; distribution: Distribution }): Promise<{ taskIds: string[]; revision: number }> {
  const { services, actor, filingId, revision, distribution } = options
  const filing = await filingFor({ services, actor, filingId, action: 'read' })
  const subject = filingSubject(filing)
  if (!filingPolicy.can(actor, 'direct', subject) && !filingPolicy.can(actor, 'receive', subject)) throw problem('forbidden')
  if (distribution.reviewerId !== null && distribution.reviewerId !== filing.reviewerId) await refuseWrongReviewer({ services, filing, reviewerId: distribution.reviewerId })
  const organs = await chosenCommittees(services, filing, distribution.organIds)
  const reviewerId = distribution.reviewerId ?? filing.reviewerId
  const key = filing.state === 'registered' ? 'distribute' : 'distributeFurther'
  return inTransaction(services, async (work) => {
    const { tx } = work
    const today = services.clock.today()
    const request = distribution.request.trim() === '' ? USUAL_REQUEST : distribution.request.trim()
    const tasks = organs.map((organ) => ({ id: newId(), organ }))
    await tx.caseTask.createMany({
      data: tasks.map(({ id, organ }) => ({ id, filingId, kind: 'committeeOpinion', state: 'open', assigneeOrganId: organ.id, title: filing.title, request, createdBy: actor.personId, createdAt: services.clock.now() })),
    })
    const taken = await transition({
      services, work, actor, filingId, key, revision, ownClocks: ['committeeOpinion'], values: { reviewer: reviewerId ?? '' }, note: `分送${organs.map((o) => o.name).join('、')}`, data: { organIds: organs.map((o) => o.id) },
      changes: { reviewerId, ...(key === 'distribute' ? { distributedOn: toDateColumn(today) } : {}) },
    })
    for (const { id, organ } of tasks) await openTask({ services, work, actor, filing, task: { id, organ, request, asked: distribution.dueOn } })
    return { taskIds: tasks.map((t) => t.id), revision: taken.revision }
  })
}

type NamedOrgan = { id: string; name: string }

async function chosenCommittees(services: Services, filing: FilingRow, organIds: readonly string[]): Promise<NamedOrgan[]> {
  const committees = await committeesOf(services.prisma, filing.receiver)
  const chosen = [...new Set(organIds)].map((id) => committees.find((c) => c.id === id))
  if (chosen.length === 0 || chosen.some((c) => c === undefined)) throw problem('invalid-input', { fields: [{ path: 'organIds', message: '请从本级人大的专门委员会和常委会工作委员会中选择。' }] })
  const given = await services.prisma.caseTask.findMany({ where: { filingId: filing.id, kind: 'committeeOpinion', state: 'open', assigneeOrganId: { in: [...organIds] } }, select: { assigneeOrganId: true } })
  const twice = chosen.filter((c) => given.some((g) => g.assigneeOrganId === c?.id))
  if (twice.length > 0) throw problem('already-done', { detail: `已经分送过${twice.map((c) => c?.name).join('、')}，还没有答复，不用再次分送。` })
  return chosen.filter((c) => c !== undefined)
}

async function openTask(options: { services: Services; work: Work; actor: Actor; filing: FilingRow; task: { id: string; organ: NamedOrgan; request: string; asked: string | null } }): Promise<void> {
  const { services, work, actor, filing, task } = options
  const { tx } = work
  const owner = { filingId: filing.id }
  const byRule = await startClock(tx, { owner, organId: filing.receiverOrganId, key: 'committeeOpinion', startOn: services.clock.today(), taskId: task.id })
  const dueOn = task.asked ?? byRule
  if (dueOn > byRule || dueOn < services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'dueOn', message: `答复日期应当在今天到 ${byRule}（规则算出的最后一天）之间。` }] })
  if (dueOn !== byRule) {
    const clock = await tx.caseClock.findFirstOrThrow({ where: { taskId: task.id, state: 'running' } })
    await tx.caseClock.update({ where: { id: clock.id }, data: { dueOn: toDateColumn(dueOn), steps: `${clock.steps}分送时要求提前到 ${dueOn} 答复。` } })
  }
  await tx.caseTask.update({ where: { id: task.id }, data: { dueOn: toDateColumn(dueOn) } })
  await keepGeneratedPaper({ services, work, actor, paper: letter({ filing, task: { ...task, dueOn }, today: services.clock.today() }) })
  for (const personId of await peopleIn(services, [task.organ.id], 'committeeMember')) {
    work.notify({ personId, kind: 'committeeTask', title: `请对《${filing.title}》提出审查意见`, body: `${dueOn} 前答复。`, link: `/committee/${task.id}`, entity: 'CaseTask', entityId: task.id, dedupeKey: `committeeTask:${task.id}:${personId}` })
  }
}

/** The covering letter of a distribution: what is sent, why, by when. */
function letter(options: { filing: FilingRow; task: { id: string; organ: NamedOrgan; request: string; dueOn: string }; today: string }) {
  const { filing, task, today } = options
  const what = `《${filing.title}》${filing.documentNo === '' ? '' : `（${filing.documentNo}）`}`
  const received = filing.receivedOn === null ? '' : `，于${printedDate(fromDateColumn(filing.receivedOn))}收到`
  return {
    kind: 'distributionLetter' as const,
    filing: { id: filing.id, receiverOrganId: filing.receiverOrganId },
    taskId: task.id,
    title: `关于分送${what}征求审查意见的函`,
    recipient: { organId: task.organ.id, name: task.organ.name },
    content: {
      redHead: filing.receiver.name,
      title: `关于分送《${filing.title}》\n征求审查意见的函`,
      recipient: `${task.organ.name}：`,
      body: [
        { kind: 'paragraph' as const, words: `${filing.maker.name}制定的${what}已经报送备案${received}${filing.registrationNo === null ? '' : `，登记号${filing.registrationNo}`}。根据有关规定，现将该文件及备案材料分送你委审查。` },
        { kind: 'paragraph' as const, words: task.request },
        { kind: 'paragraph' as const, words: `请于${printedDate(task.dueOn)}前提出书面审查意见。` },
      ],
      attachments: [`${filing.title}及备案材料`],
      signature: { organ: filing.receiver.name, date: today },
    },
  }
}
