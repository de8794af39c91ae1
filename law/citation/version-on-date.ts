/** Which version of a law a citation is judged by on a date, where not every version says when it began. */

export type DatedVersion = {
  /** 通过 or 修正, `YYYY-MM-DD`; null where not known */
  adopted: string | null
  /** 施行; null where the text gives only that of its first version, or none */
  effectiveFrom: string | null
}

/**
 * An amended text mostly repeats the 施行 of its first version. Decisions take effect within the year of their
 * adoption, most on the same day: after that a version without a date of its own is taken to have begun.
 */
const LONGEST_WAIT_YEARS = 1

/**
 * The versions of one law that may be in force on a date, the oldest first: one where the dates decide it, more where
 * a later version may or may not have begun, none where none had. What holds in all of them holds on the date.
 */
export function possiblyInForce<Version extends DatedVersion>(versions: readonly Version[], on: string): Version[] {
  const begun = versions
    .filter((one) => mayHaveBegun(one, on))
    .toSorted((a, b) => (orderOf(a) === orderOf(b) ? 0 : orderOf(a) < orderOf(b) ? -1 : 1))
  const certain = begun.findLast((one) => hasBegun(one, on))
  if (certain === undefined) return begun
  const since = orderOf(certain)
  return begun.filter((one) => one === certain || orderOf(one) >= since)
}

/**
 * Whether a later text of the same law, whose own date of effect is not known, has taken the place of a text by a date:
 * `surely` a year after its adoption, `maybe` from its adoption on. What is not known is never told as 现行有效.
 */
export function overtaken(version: DatedVersion, versions: readonly DatedVersion[], on: string): 'no' | 'maybe' | 'surely' {
  const later = versions.filter((other) => other !== version && other.effectiveFrom === null && other.adopted !== null && other.adopted > orderOf(version) && other.adopted <= on)
  if (later.length === 0) return 'no'
  return later.some((other) => hasBegun(other, on)) ? 'surely' : 'maybe'
}

/** Two sources of one version have one date: both stay. */
const orderOf = ({ adopted, effectiveFrom }: DatedVersion): string => adopted ?? effectiveFrom ?? ''

function mayHaveBegun({ adopted, effectiveFrom }: DatedVersion, on: string): boolean {
  return effectiveFrom === null ? adopted === null || adopted <= on : effectiveFrom <= on
}

/** Whether a text holds by a date: by its date of effect, where that is not known a year after its adoption. */
export function hasBegun({ adopted, effectiveFrom }: DatedVersion, on: string): boolean {
  if (effectiveFrom !== null) return effectiveFrom <= on
  return adopted !== null && `${Number(adopted.slice(0, 4)) + LONGEST_WAIT_YEARS}${adopted.slice(4)}` <= on
}
