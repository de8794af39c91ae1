import { addDays, compareDates, remaining, reminderDates } from '../../law/deadline/index.ts'
import { ruleOfClock, workCalendar } from '../deadline/index.ts'
import type { RecurringJob } from '../platform/jobs/index.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type NoticeDraft } from '../platform/work/transaction.ts'

/** Whose matter a clock is: the clerk of the maker, a role of the receiving committee, the case's reviewer, the task's committee. */
type Reminded = { who: 'maker' } | { who: 'committeeRole'; role: RoleKey } | { who: 'reviewer' } | { who: 'task' }

const remindedByClock: Record<string, Reminded> = {
  'filing.rule': { who: 'maker' },
  'filing.other': { who: 'maker' },
  'filing.late': { who: 'maker' },
  formalCheck: { who: 'committeeRole', role: 'receptionClerk' },
  correction: { who: 'maker' },
  distribute: { who: 'committeeRole', role: 'reviewChief' },
  committeeOpinion: { who: 'task' },
  'committeeOpinion.extension': { who: 'task' },
  inquiryReply: { who: 'maker' },
  makerReply: { who: 'maker' },
  'makerReply.twoMonths': { who: 'maker' },
  makerCorrection: { who: 'maker' },
  makerReport: { who: 'maker' },
  annulmentReport: { who: 'maker' },
  orderedFix: { who: 'maker' },
}

/** Whether the maker has the next word while this clock runs: its reviewers wait. */
export const waitsForMaker = (key: string): boolean => remindedByClock[key]?.who === 'maker'

/** How far ahead clocks are looked at: longer than the earliest reminder of any rule. */
const HORIZON_DAYS = 92

/**
 * Reminders of clocks that run out, on the days that each rule names and on the first day overdue. Each is a notice that
 * is logged and never sent twice (its key is the clock and the day).
 */
export const deadlineReminderJob: RecurringJob = {
  name: 'remindDeadlines',
  // every hour: a day's reminders go out in its first hour in which the program runs
  cron: '5 * * * *',
  run: (services) => remindDeadlines(services).then(() => undefined),
}

/** Returns how many notices were due today (sent now or before). */
export async function remindDeadlines(services: Services): Promise<number> {
  const { prisma } = services
  const today = services.clock.today()
  const calendar = await workCalendar(prisma)
  const clocks = await prisma.caseClock.findMany({
    where: { state: 'running', dueOn: { not: null, lte: toDateColumn(addDays(today, HORIZON_DAYS)) } },
    include: {
      filing: { select: { id: true, title: true, makerOrganId: true, filedByOrganId: true, receiverOrganId: true, reviewerId: true, createdBy: true } },
      suggestion: { select: { id: true, receiptNo: true, organId: true, handlerId: true } },
      task: { select: { assigneeOrganId: true, assigneeId: true } },
      project: { select: { id: true, title: true, organId: true, responsibleId: true } },
    },
  })
  const drafts: NoticeDraft[] = []
  for (const clock of clocks) {
    const due = fromDateColumnOrNull(clock.dueOn)
    if (due === null) continue
    const rule = ruleOfClock(clock)
    const days = [...reminderDates({ rule, due, from: fromDateColumn(clock.startOn) }), addDays(due, 1)]
    const latest = days.filter((d) => compareDates(d, today) <= 0).at(-1)
    if (latest === undefined) continue
    const left = remaining({ due, today, unit: rule.unit, calendar })
    const subject = clock.filing?.title ?? clock.project?.title ?? (clock.suggestion === null ? '' : `审查建议 ${clock.suggestion.receiptNo}`)
    const link = clock.project !== null ? `/app/projects/${clock.project.id}` : clock.filing === null ? `/app/suggestions/${clock.suggestion?.id ?? ''}` : linkFor(clock.key, clock.filing.id)
    for (const personId of await peopleFor(services, clock)) {
      drafts.push({
        personId, kind: left.kind === 'overdue' ? 'overdue' : 'deadline', title: `${clock.label}${left.text}：${subject}`,
        body: `${due} 到期。${clock.basis}。`, link, entity: 'CaseClock', entityId: clock.id, dedupeKey: `clock:${clock.id}:${latest}:${personId}`,
      })
    }
  }
  if (drafts.length > 0) await inTransaction(services, async (work) => drafts.forEach((d) => work.notify(d)))
  return drafts.length
}

const linkFor = (key: string, filingId: string): string => {
  const reminded = remindedByClock[key]
  return reminded?.who === 'maker' ? `/app/filing/${filingId}` : key === 'formalCheck' ? `/app/receipt/${filingId}` : `/app/review/${filingId}`
}

type ReminderClock = {
  key: string
  filing: { makerOrganId: string; filedByOrganId: string; receiverOrganId: string; reviewerId: string | null; createdBy: string } | null
  suggestion: { organId: string; handlerId: string | null } | null
  task: { assigneeOrganId: string | null; assigneeId: string | null } | null
  project: { organId: string; responsibleId: string | null } | null
}

async function peopleFor(services: Services, clock: ReminderClock): Promise<string[]> {
  if (clock.suggestion !== null) return clock.suggestion.handlerId === null ? peopleServing(services, clock.suggestion.organId, 'reviewer') : [clock.suggestion.handlerId]
  const { filing, task, project } = clock
  if (project !== null) return project.responsibleId === null ? peopleServing(services, project.organId, 'legislationOfficer') : [project.responsibleId]
  if (filing === null) return []
  const reminded = remindedByClock[clock.key] ?? { who: 'reviewer' as const }
  switch (reminded.who) {
    case 'maker':
      return peopleIn(services, [filing.makerOrganId, filing.filedByOrganId], 'filingClerk')
    case 'committeeRole':
      return peopleServing(services, filing.receiverOrganId, reminded.role)
    case 'task':
      if (task?.assigneeId != null) return [task.assigneeId]
      return task?.assigneeOrganId == null ? [] : peopleIn(services, [task.assigneeOrganId], 'committeeMember')
    case 'reviewer':
      return filing.reviewerId === null ? peopleServing(services, filing.receiverOrganId, 'reviewChief') : [filing.reviewerId]
    default: {
      const never: never = reminded
      return never
    }
  }
}

/** Active people with a role in one of the organs. */
export async function peopleIn(services: Pick<Services, 'prisma' | 'clock'>, organIds: string[], role: RoleKey): Promise<string[]> {
  const today = toDateColumn(services.clock.today())
  const rows = await services.prisma.membership.findMany({
    where: { organId: { in: organIds }, role, from: { lte: today }, OR: [{ to: null }, { to: { gte: today } }], person: { disabledAt: null } },
    select: { personId: true },
  })
  return [...new Set(rows.map((r) => r.personId))]
}

/** Active people with a role in the standing committee or one of its bodies (they share its region). */
export async function peopleServing(services: Pick<Services, 'prisma' | 'clock'>, standingCommitteeId: string, role: RoleKey): Promise<string[]> {
  const committee = await services.prisma.organ.findUnique({ where: { id: standingCommitteeId }, select: { regionCode: true } })
  if (committee === null) return []
  const organs = await services.prisma.organ.findMany({
    where: { regionCode: committee.regionCode, kind: { in: ['standingCommittee', 'congress', 'legalAffairsCommission', 'specialCommittee', 'workingCommittee', 'generalOffice'] } },
    select: { id: true },
  })
  return peopleIn(services, organs.map((o) => o.id), role)
}
