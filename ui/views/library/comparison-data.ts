import type { Comparison, ThreeComparison } from '../../../law/compare/index.ts'
import type { components } from '../../api/schema.d.ts'
import type { ShownRow } from '../../components/comparison/shown-rows.ts'
import { messages } from '../../messages/zh.ts'

type Schemas = components['schemas']
export type Compared = Schemas['ComparedVersions']
export type ComparedThree = Schemas['ComparedThree']
export type Side = Compared['from']
export type Correction = Compared['corrections'][number]

const has = (value: unknown, ...keys: string[]): value is Record<string, unknown> => typeof value === 'object' && value !== null && keys.every((key) => key in value)
export const isComparison = (value: unknown): value is Comparison => has(value, 'rows', 'annexes', 'summary', 'title')
export const isThree = (value: unknown): value is ThreeComparison => has(value, 'rows', 'annexes', 'summary', 'titles')

/** A text by its date; what is not known is said so. */
export function dateOf(version: { effectiveFrom: string | null; adopted: string | null; corrects: boolean }): string {
  const { work } = messages.library
  const date = version.effectiveFrom === null ? (version.adopted === null ? work.undated : `${version.adopted} ${work.labels.adopted}`) : `${version.effectiveFrom} 起${work.labels.effectiveFrom}`
  return version.corrects ? `${date} ${work.correction}` : date
}

/** The rows that corrections speak of, those that hold. */
export function correctedRows(corrections: readonly Correction[], rows: readonly ShownRow[]): Set<string> {
  const holding = corrections.filter(({ undone }) => undone === null)
  const [old, now] = [new Set(holding.flatMap((one) => one.old)), new Set(holding.flatMap((one) => one.new))]
  return new Set(rows.filter(({ what, places }) => what === 'article' && ((places[0] ?? []).some(({ id }) => old.has(id)) || (places.at(-1) ?? []).some(({ id }) => now.has(id)))).map(({ id }) => id))
}
