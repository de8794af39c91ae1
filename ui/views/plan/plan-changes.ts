import { planItemClassLabels } from '../../../law/procedure/index.ts'
import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'
import type { Plan } from './plan-words.ts'

export type Change = components['schemas']['PlanAdjustmentInput']['changes'][number]
const words = messages.plan

/** A change that nobody has begun to fill in: it is not sent where others are on the list. */
export const isBegun = (change: Change): boolean => (change.kind === 'add' ? change.item.title.trim() !== '' : change.itemId !== '')

/** What a change still lacks before it may be put on the list; '' where nothing. */
export function lacking(change: Change): string {
  if (!isBegun(change)) return change.kind === 'add' ? words.lacking.title : words.lacking.item
  return change.kind === 'month' && change.dueMonth === '' ? words.lacking.month : ''
}

/** The sentence for a month that lies outside the years of a plan; '' for one inside, or none. */
export function monthFault(month: string | null, plan: Pick<Plan, 'year' | 'untilYear'>): string {
  if (month === null || month === '') return ''
  const [year, last] = [Number(month.slice(0, 4)), plan.untilYear ?? plan.year]
  return year < plan.year || year > last ? words.lacking.monthOutside(plan.year, last) : ''
}

/** Months of changes that lie outside the plan, at the place where each was typed. */
export const monthFaults = (changes: readonly Change[], plan: Pick<Plan, 'year' | 'untilYear'>): { path: string; message: string }[] =>
  changes.flatMap((change, at) => {
    const [path, month] = change.kind === 'month' ? [`changes.${at}.dueMonth`, change.dueMonth] : change.kind === 'add' ? [`changes.${at}.item.dueMonth`, change.item.dueMonth ?? null] : ['', null]
    const message = monthFault(month, plan)
    return message === '' ? [] : [{ path, message }]
  })

/** One change of the list in a line: 养犬管理条例：改月份　2026-06 → 2026-12. */
export function changeWords(change: Change, items: Plan['items']): string {
  if (change.kind === 'add') return `${change.item.title}：${words.changes.add}（${planItemClassLabels[change.item.class]}）`
  const item = items.find((i) => i.id === change.itemId)
  const told = `${item?.title ?? ''}：${words.changes[change.kind]}`
  switch (change.kind) {
    case 'end':
      return told
    case 'month':
      return `${told}　${item?.dueMonth ?? words.noMonth} → ${change.dueMonth}`
    case 'class':
      return `${told}　${item?.classLabel ?? ''} → ${planItemClassLabels[change.class]}`
    default: {
      const never: never = change
      throw new RangeError(`no change ${String(never)}`)
    }
  }
}
