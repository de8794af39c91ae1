import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { administeredCommittees } from './policy.ts'

/** Enter or take back days of work and rest over the published calendar. Due dates already counted stay as they are. */
export async function setCalendarDays(options: { services: Services; actor: Actor; days: { date: string; kind: 'work' | 'rest' | 'asPublished'; note: string }[] }): Promise<number> {
  const { services, actor, days } = options
  if (administeredCommittees(actor).length === 0) throw problem('forbidden')
  await inTransaction(services, async ({ tx, audit }) => {
    for (const day of days) {
      const date = toDateColumn(day.date)
      if (day.kind === 'asPublished') await tx.calendarDay.deleteMany({ where: { date } })
      else {
        const row = { kind: day.kind, note: day.note, changedBy: actor.personId, changedAt: new Date() }
        await tx.calendarDay.upsert({ where: { date }, create: { date, ...row }, update: row })
      }
    }
    audit({ actor, action: 'calendar.set', entity: 'CalendarDay', entityId: days[0]?.date ?? '', detail: { days: days.map((d) => `${d.date} ${d.kind} ${d.note}`) } })
  })
  return days.length
}
