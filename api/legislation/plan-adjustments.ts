import { z } from 'zod'
import { planItemClasses, planItemClassLabels } from '../../law/procedure/index.ts'
import type { Services } from '../platform/services.ts'

const changesSchema = z.array(z.object({ kind: z.string(), itemId: z.string().nullish(), before: z.string().nullish(), after: z.string().nullish() })).catch([])
type Change = z.infer<typeof changesSchema>[number]

const valueWords = (value: string | null | undefined): string => planItemClasses.flatMap((c) => (c === value ? [planItemClassLabels[c]] : []))[0] ?? value ?? '未定'
const kindWords: Readonly<Record<string, string>> = { add: '增列', end: '调出', month: '改月份', class: '改类别' }
const changeWords = ({ kind, before, after }: Change): string => `${kindWords[kind] ?? kind}${kind === 'month' || kind === 'class' ? `（${valueWords(before)} → ${valueWords(after)}）` : ''}`

/** Adjustments of plans that changed an item of this project, oldest first, with what they changed of it in words. */
export async function planAdjustmentsOf(prisma: Services['prisma'], projectId: string) {
  const items = await prisma.planItem.findMany({ where: { projectId }, select: { id: true, planId: true } })
  const rows = await prisma.planAdjustment.findMany({ where: { planId: { in: items.map((i) => i.planId) } }, orderBy: { id: 'asc' }, include: { plan: { select: { title: true } } } })
  return rows.flatMap((row) => {
    const own = changesSchema.parse(row.changes).filter((c) => items.some((i) => i.id === c.itemId))
    return own.length === 0 ? [] : [{ ...row, words: own.map(changeWords).join('、') }]
  })
}
