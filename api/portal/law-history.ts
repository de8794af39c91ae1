/** How the texts of one work follow each other. Pure: the rows come from public-library.ts. */
import { hasBegun, overtaken } from '../../law/citation/index.ts'

export type PublicVersion = {
  id: string
  /** the work under whose address it stands: a renamed law is one line of texts under several keys */
  workKey: string
  dateKey: string
  title: string
  documentNo: string | null
  adopted: string | null
  approved: string | null
  promulgated: string | null
  /** null: not known, and shown as not known */
  effectiveFrom: string | null
  effectiveBasis: string
  /** the first day on which it no longer holds, where its row says so */
  effectiveTo: string | null
  endReason: string | null
  articleCount: number
  sourceNote: string | null
  recordedAt: number
  /** a recorded correction of its words stands in its place */
  corrected?: boolean
}

/** 现行有效, 尚未施行, 已修改的旧文本, 已废止或者失效, 时效未知. */
export type Standing = 'inForce' | 'notYet' | 'replaced' | 'ended' | 'unknown'
export const standingLabels: Record<Standing, string> = { inForce: '现行有效', notYet: '尚未施行', replaced: '已修改的旧文本', ended: '已失效', unknown: '时效未知' }
export const standingSigns: Record<Standing, string> = { inForce: '●', notYet: '○', replaced: '◐', ended: '✕', unknown: '?' }
export const standingClasses: Record<Standing, string> = { inForce: 'ok', notYet: 'wait', replaced: 'old', ended: 'dead', unknown: 'mut' }

/** The permanent address of a text. */
export const lawAddress = (version: Pick<PublicVersion, 'workKey' | 'dateKey'>): string => `/law/${version.workKey}/${version.dateKey}`

/** A text as an address under the work names it: by its date, with the key before it where it stands under another name. */
export const nameOf = (version: Pick<PublicVersion, 'workKey' | 'dateKey'>, workKey: string): string => (version.workKey === workKey ? version.dateKey : `${version.workKey}:${version.dateKey}`)

/** The text that such an address names; null where there is none. */
export const versionNamed = <V extends PublicVersion>(versions: readonly V[], workKey: string, name: string): V | null => versions.find((v) => nameOf(v, workKey) === name) ?? null

/** Where two texts of a work stand beside each other. */
export const compareAddress = (workKey: string, from: PublicVersion, to: PublicVersion): string => `/law/${workKey}/compare/${nameOf(from, workKey)}/${nameOf(to, workKey)}`

const orderDate = (v: PublicVersion): string => v.effectiveFrom ?? v.promulgated ?? v.adopted ?? ''

/** From the first text to the last; of two of one day the later recorded one (a correction) comes after. */
export const inOrder = <V extends PublicVersion>(versions: readonly V[]): V[] =>
  versions.toSorted((a, b) => (orderDate(a) === orderDate(b) ? a.recordedAt - b.recordedAt : orderDate(a) < orderDate(b) ? -1 : 1))

/** The first day on which a text no longer holds: its own, or that on which the next one begins; null while there is none. */
export function endOf(version: PublicVersion, versions: readonly PublicVersion[]): string | null {
  const sorted = inOrder(versions)
  const next = sorted.slice(sorted.findIndex((v) => v.id === version.id) + 1).find((v) => v.effectiveFrom !== null)?.effectiveFrom ?? null
  if (version.effectiveTo === null || next === null) return version.effectiveTo ?? next
  return version.effectiveTo < next ? version.effectiveTo : next
}

const UNLESS_OVERTAKEN = { no: 'inForce', maybe: 'unknown', surely: 'replaced' } as const

/** How one text stands to a date. A text whose beginning is not known stays unknown until another one follows it. */
export function standingOn(version: PublicVersion, versions: readonly PublicVersion[], on: string): Standing {
  if (version.corrected === true) return 'replaced'
  const end = endOf(version, versions)
  if (end !== null && end <= on) {
    const sorted = inOrder(versions)
    return sorted.at(-1)?.id === version.id ? 'ended' : 'replaced'
  }
  if (version.effectiveFrom === null) return 'unknown'
  if (version.effectiveFrom > on) return 'notYet'
  // a later text that does not say when it began leaves open whether this one still holds, and soon no longer
  return UNLESS_OVERTAKEN[overtaken(version, versions, on)]
}

/** The text that was in force on a date; null where none was, or it is not known. */
export const inForceOn = <V extends PublicVersion>(versions: readonly V[], on: string): V | null => inOrder(versions).findLast((v) => standingOn(v, versions, on) === 'inForce') ?? null

/** What an address without a date shows: the text in force, else the last that must have begun, else the one to come, else the last. */
export function shownToday<V extends PublicVersion>(versions: readonly V[], today: string): V | null {
  const sorted = inOrder(versions)
  return inForceOn(versions, today) ?? sorted.findLast((v) => v.effectiveFrom === null && hasBegun(v, today)) ?? sorted.find((v) => standingOn(v, versions, today) === 'notYet') ?? sorted.at(-1) ?? null
}

/** The text that stands before one in the order of the work. */
export function textBefore<V extends PublicVersion>(version: PublicVersion, versions: readonly V[]): V | null {
  const sorted = inOrder(versions)
  return sorted[sorted.findIndex((v) => v.id === version.id) - 1] ?? null
}
