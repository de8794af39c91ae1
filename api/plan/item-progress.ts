import { lastDayOf } from '../../law/procedure/index.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'

type Rows = Pick<PrismaClient, 'caseEvent' | 'projectDocument' | 'meeting'>

/** Days on which the project of an item was tabled, and its survey's report given. */
export type Delivery = { billOn: string | null; reportOn: string | null }

/** By project: from the events of the project and from the report among its documents; the first of each counts. */
export async function deliveries(prisma: Rows, items: readonly { projectId: string | null }[]): Promise<Map<string, Delivery>> {
  const ids = items.flatMap((i) => (i.projectId === null ? [] : [i.projectId]))
  const [events, reports] = await Promise.all([
    prisma.caseEvent.findMany({ where: { projectId: { in: ids }, transition: { in: ['submitBill', 'finishSurvey'] } }, orderBy: { id: 'asc' }, select: { projectId: true, transition: true, on: true } }),
    prisma.projectDocument.findMany({ where: { projectId: { in: ids }, kind: 'researchReport', replacedById: null, notApplicableReason: null }, orderBy: { id: 'asc' }, select: { projectId: true, dated: true } }),
  ])
  return new Map(
    ids.map((id) => {
      const first = (transition: string): string | null => {
        const found = events.find((e) => e.projectId === id && e.transition === transition)
        return found === undefined ? null : fromDateColumn(found.on)
      }
      const report = reports.find((r) => r.projectId === id && r.dated !== null)
      return [id, { billOn: first('submitBill'), reportOn: first('finishSurvey') ?? (report?.dated == null ? null : fromDateColumn(report.dated)) }]
    }),
  )
}

/** The first meeting of the standing committee in each month that an item names. */
export async function meetingsOfMonths(prisma: Rows, organId: string, items: readonly { dueMonth: string | null }[]): Promise<Map<string, string>> {
  const months = [...new Set(items.flatMap((i) => (i.dueMonth === null ? [] : [i.dueMonth])))].toSorted()
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return new Map()
  const meetings = await prisma.meeting.findMany({
    where: { organId, kind: 'standingCommittee', state: { not: 'cancelled' }, startsOn: { gte: toDateColumn(`${first}-01`), lte: toDateColumn(lastDayOf(last)) } }, orderBy: { startsOn: 'asc' }, select: { startsOn: true },
  })
  const days = meetings.map((m) => fromDateColumn(m.startsOn))
  return new Map(months.flatMap((month): [string, string][] => {
    const day = days.find((d) => d.startsWith(month))
    return day === undefined ? [] : [[month, day]]
  }))
}

/** The meetings of the standing committee in the years of a plan. */
export async function meetingsOfYears(prisma: Rows, plan: { organId: string; year: number; untilYear: number | null }): Promise<{ id: string; title: string; startsOn: string }[]> {
  const meetings = await prisma.meeting.findMany({
    where: { organId: plan.organId, kind: 'standingCommittee', state: { not: 'cancelled' }, startsOn: { gte: toDateColumn(`${plan.year}-01-01`), lte: toDateColumn(`${plan.untilYear ?? plan.year}-12-31`) } },
    orderBy: { startsOn: 'asc' }, select: { id: true, title: true, startsOn: true },
  })
  return meetings.map((m) => ({ ...m, startsOn: fromDateColumn(m.startsOn) }))
}
