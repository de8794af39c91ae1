import { countChoice, hearingKindLabels, hearingKindOf, hearingOutcomes } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'

type Told = { id: string; on: string; title: string; detail: string; by: string }
const changesSchema = z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })).catch([])
const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join('；')

/** What became of the hearings of a project: announced, corrected, participants chosen and told, cancelled, taken off. No names of those who applied. */
export async function hearingHistory({ prisma }: Services, projectId: string): Promise<Told[]> {
  const rows = await prisma.publicHearing.findMany({
    where: { projectId }, orderBy: { id: 'asc' }, include: { corrections: { orderBy: { id: 'asc' } }, choices: { orderBy: { id: 'asc' }, include: { telling: true, answers: { select: { outcome: true } } } } },
  })
  return rows.flatMap((row): Told[] => {
    const label = hearingKindLabels[hearingKindOf(row.kind)]
    const told = (id: string, on: Date | string, title: string, detail: string, by: string): Told => ({ id, on: typeof on === 'string' ? on : fromDateColumn(on), title, detail, by })
    return [
      told(row.id, row.announcedOn, `公告${label}`, joined([`${fromDateColumn(row.heldOn)} ${row.hours}，${row.place}`, `报名到 ${fromDateColumn(row.applyTo)}`, row.lateReason]), row.publishedByName),
      ...row.corrections.map((c) => told(c.id, c.on, `更正${label}公告`, joined([...changesSchema.parse(c.changes).map(({ field, before, after }) => `${field}由“${before}”改为“${after}”`), c.reason]), c.byName)),
      ...row.choices.flatMap((c): Told[] => {
        const counted = countChoice([], c.answers.map((a, at) => ({ number: at, outcome: hearingOutcomes.find((o) => o === a.outcome) ?? 'notChosen', ground: null, note: '' })))
        const chosen = told(c.id, c.on, `${c.changeReason === null ? '确定' : '变更'}${label}参加人`, joined([`陈述人 ${counted.speak} 人，旁听 ${counted.observe} 人，没有选定 ${counted.notChosen} 人`, c.changeReason, c.balanceReason, c.lateReason]), c.byName)
        return c.telling === null ? [chosen] : [chosen, told(c.telling.id, c.telling.on, `告知${label}报名人`, c.telling.how, c.telling.byName)]
      }),
      ...(row.cancelledOn === null ? [] : [told(`${row.id}-cancel`, row.cancelledOn, `取消${label}`, row.cancelledReason ?? '', '')]),
      ...(row.revokedAt === null ? [] : [told(`${row.id}-revoke`, shanghaiDate(row.revokedAt), `撤下${label}公告`, row.revokedReason ?? '', '')]),
    ]
  })
}
