import { daysBetween } from '../../law/deadline/index.ts'
import { paperKinds, paperRoute } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { presentDeadline } from '../deadline/index.ts'
import { filingPolicy } from '../filing/index.ts'
import { peopleIn, peopleServing, waitsForMaker } from '../notice/index.ts'
import { countersignersOf, paperPolicy } from '../paper/index.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import { isRole } from '../platform/policy/roles.ts'
import { viewCondition } from '../queue/index.ts'
import { tasksOfOthers, viewsOfProvince } from './legislation-waiting.ts'
import type { TodayWaiting } from './today-schema.ts'
import { caseInclude, type CaseRow, personNames, type TodayView } from './today-view.ts'

/** What this person waits for, and who can be told to hurry. `linkFor` is where the one who is told finds it. */
export type Waiting = Omit<TodayWaiting, 'mayRemind' | 'remindedToday'> & { filingId: string; /** what the reminder is about, where it is no case */ about?: { entity: string; id: string }; recipients: string[]; linkFor: string }

const sinceDay = (view: TodayView, day: string): { since: string; waitedDays: number } => ({ since: day, waitedDays: Math.max(0, daysBetween(day, view.today)) })
const noSince = { since: null, waitedDays: null }

/** Everything that this person waits for, what is due first in front. */
export async function waitingFor(view: TodayView): Promise<Waiting[]> {
  const found = await Promise.all([opinionsOfCommittees(view), answersOfMakers(view), plansOfMakers(view), decisionsOnExtension(view), papersElsewhere(view), correctionsOfMakers(view), receiptsByCommittee(view), tasksOfOthers(view), viewsOfProvince(view)])
  const last = '9999-12-31'
  const day = (w: Waiting): string => w.deadline?.dueOn ?? w.until ?? last
  return found.flat().toSorted((a, b) => day(a).localeCompare(day(b)) || (b.waitedDays ?? 0) - (a.waitedDays ?? 0) || a.key.localeCompare(b.key))
}

/** The cases of which this person is the reviewer. */
const ownCases = (view: TodayView) => ({ AND: [filingPolicy.scope(view.actor, 'review'), viewCondition('open', { personId: view.actor.personId, today: view.today }), { reviewerId: view.actor.personId }] })

async function opinionsOfCommittees(view: TodayView): Promise<Waiting[]> {
  const { services } = view
  const tasks = await services.prisma.caseTask.findMany({ where: { kind: 'committeeOpinion', state: 'open', filing: { is: ownCases(view) } }, include: { filing: { select: { id: true, title: true } }, clocks: { where: { state: 'running' } } } })
  const organs = await services.prisma.organ.findMany({ where: { id: { in: tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])) } }, select: { id: true, shortName: true } })
  return Promise.all(
    tasks.map(async (task) => {
      const clock = task.clocks[0]
      return {
        key: `task:${task.id}`, filingId: task.filing.id, title: task.filing.title, who: organs.find((o) => o.id === task.assigneeOrganId)?.shortName ?? '', what: '提出意见', ...sinceDay(view, shanghaiDate(task.createdAt)),
        deadline: clock === undefined ? null : presentDeadline(clock, view), until: null, link: `/review/${task.filing.id}`, linkFor: `/committee/${task.id}`,
        recipients: task.assigneeOrganId === null ? [] : await peopleIn(services, [task.assigneeOrganId], 'committeeMember'),
      }
    }),
  )
}

const makerWhat: Readonly<Record<string, string>> = {
  inquiryReply: '答复函询', makerReply: '答复审查意见', 'makerReply.twoMonths': '答复审查意见', makerCorrection: '修改或者废止', makerReport: '报告处理情况', orderedFix: '限期改正', annulmentReport: '报告撤销后的处理', correction: '补正材料', 'filing.late': '补正材料',
}

async function makerClocks(view: TodayView, rows: CaseRow[], keys: ReadonlySet<string>, links: { own: string; theirs: string }): Promise<Waiting[]> {
  const { services } = view
  return Promise.all(
    rows.flatMap((row) => row.clocks.filter((c) => c.state === 'running' && keys.has(c.key)).map(async (clock) => ({
      key: `clock:${clock.id}`, filingId: row.id, title: row.title, who: row.maker.shortName, what: makerWhat[clock.key] ?? clock.label, ...sinceDay(view, fromDateColumn(clock.startOn)), deadline: presentDeadline(clock, view), until: null,
      link: `${links.own}/${row.id}`, linkFor: `${links.theirs}/${row.id}`, recipients: await peopleIn(services, [row.makerOrganId, row.filedByOrganId], 'filingClerk'),
    }))),
  )
}

const answerKeys: ReadonlySet<string> = new Set(Object.keys(makerWhat).filter((key) => waitsForMaker(key) && !['correction', 'filing.late'].includes(key)))
const correctionKeys: ReadonlySet<string> = new Set(['correction', 'filing.late'])

async function answersOfMakers(view: TodayView): Promise<Waiting[]> {
  const own = { AND: [filingPolicy.scope(view.actor, 'review'), { reviewerId: view.actor.personId }, { clocks: { some: { state: 'running', key: { in: [...answerKeys] } } } }] }
  return makerClocks(view, await view.services.prisma.filing.findMany({ where: own, include: caseInclude }), answerKeys, { own: '/review', theirs: '/answers' })
}

async function correctionsOfMakers(view: TodayView): Promise<Waiting[]> {
  const rows = await view.services.prisma.filing.findMany({ where: { AND: [filingPolicy.scope(view.actor, 'receive'), { state: { in: ['pendingCorrection', 'overdueCorrection'] } }] }, include: caseInclude })
  return makerClocks(view, rows, correctionKeys, { own: '/receipt', theirs: '/filing' })
}

async function plansOfMakers(view: TodayView): Promise<Waiting[]> {
  const rows = await view.services.prisma.filing.findMany({
    where: { AND: [ownCases(view), { state: 'suspended' }] }, include: { maker: { select: { shortName: true } }, plans: { where: { state: 'accepted' }, orderBy: { offeredAt: 'desc' }, take: 1 } },
  })
  return Promise.all(
    rows.flatMap((row) => row.plans.map(async (plan) => ({
      key: `plan:${plan.id}`, filingId: row.id, title: row.title, who: row.maker.shortName, what: '按处理计划修改', ...(plan.decidedAt === null ? noSince : sinceDay(view, shanghaiDate(plan.decidedAt))), deadline: null, until: fromDateColumn(plan.dueOn),
      link: `/review/${row.id}`, linkFor: `/answers/${row.id}`, recipients: await peopleIn(view.services, [row.makerOrganId, row.filedByOrganId], 'filingClerk'),
    }))),
  )
}

async function decisionsOnExtension(view: TodayView): Promise<Waiting[]> {
  const { services, actor } = view
  const requests = await services.prisma.extensionRequest.findMany({ where: { state: 'requested', requestedBy: actor.personId, filing: { is: filingPolicy.scope(actor, 'read') } }, include: { filing: { select: { id: true, title: true, receiverOrganId: true } } } })
  return Promise.all(
    requests.map(async (request) => {
      const recipients = (await peopleServing(services, request.filing.receiverOrganId, 'reviewChief')).filter((id) => id !== actor.personId)
      return {
        key: `extension:${request.id}`, filingId: request.filing.id, title: request.filing.title, who: await personNames(view, recipients), what: '批准延长', ...sinceDay(view, shanghaiDate(request.requestedAt)), deadline: null, until: null,
        link: `/review/${request.filing.id}`, linkFor: `/review/${request.filing.id}`, recipients,
      }
    }),
  )
}

/** Papers that this person drafted and that lie with somebody else. */
async function papersElsewhere(view: TodayView): Promise<Waiting[]> {
  const { services, actor } = view
  const papers = await services.prisma.paper.findMany({
    where: { AND: [paperPolicy.scope(actor, 'handle'), { createdBy: actor.personId, state: { in: ['checking', 'countersigning', 'signing'] } }] }, include: { steps: { orderBy: { id: 'desc' }, take: 1 } },
  })
  const clocks = await services.prisma.caseClock.findMany({ where: { paperId: { in: papers.map((p) => p.id) }, state: 'running' } })
  const found = await Promise.all(
    papers.map(async (paper) => {
      const { who, recipients } = await holdersOf(view, paper)
      const clock = clocks.find((c) => c.paperId === paper.id)
      return {
        key: `paper:${paper.id}`, filingId: paper.filingId ?? '', title: paper.title, who, what: paperWords[paper.state] ?? '', ...sinceDay(view, shanghaiDate(paper.steps[0]?.at ?? paper.createdAt)), deadline: clock === undefined ? null : presentDeadline(clock, view), until: null,
        link: `/papers/${paper.id}`, linkFor: `/papers/${paper.id}`, recipients: recipients.filter((id) => id !== actor.personId),
      }
    }),
  )
  // a chief who drafts and also checks or signs waits for nobody but himself: that is his own step
  return found.filter((w) => w.recipients.length > 0)
}

const paperWords: Readonly<Record<string, string>> = { checking: '核稿', countersigning: '会签', signing: '签发' }

async function holdersOf(view: TodayView, paper: { kind: string; state: string; organId: string; createdBy: string; countersigners: unknown }): Promise<{ who: string; recipients: string[] }> {
  const { services } = view
  if (paper.state === 'countersigning') {
    const open = countersignersOf(paper.countersigners).filter((c) => c.by === null)
    return { who: open.map((c) => c.name).join('、'), recipients: await peopleIn(services, open.map((c) => c.organId), 'committeeMember') }
  }
  const route = paperRoute(z.enum(paperKinds).parse(paper.kind))
  const roles = (paper.state === 'checking' ? route.checks : route.signs).filter(isRole)
  const ids = (await Promise.all(roles.map((role) => peopleServing(services, paper.organId, role)))).flat().filter((id) => paper.state !== 'checking' || id !== paper.createdBy)
  const recipients = [...new Set(ids)]
  return { who: await personNames(view, recipients), recipients }
}

/** What a maker has sent and the committee has not registered yet. */
async function receiptsByCommittee(view: TodayView): Promise<Waiting[]> {
  const rows = await view.services.prisma.filing.findMany({ where: { AND: [filingPolicy.scope(view.actor, 'draft'), { state: { in: ['submitted', 'receiving'] } }] }, include: { ...caseInclude, receiver: { select: { shortName: true } } } })
  return rows.map((row) => {
    const clock = row.clocks.find((c) => c.state === 'running' && c.key === 'formalCheck')
    return {
      key: `receipt:${row.id}`, filingId: row.id, title: row.title, who: row.receiver.shortName, what: '接收登记', ...(row.submittedOn === null ? noSince : sinceDay(view, fromDateColumn(row.submittedOn))), deadline: clock === undefined ? null : presentDeadline(clock, view), until: null,
      // a maker asks the committee on the telephone: the product sends no reminders upward
      link: `/filing/${row.id}`, linkFor: '', recipients: [],
    }
  })
}
