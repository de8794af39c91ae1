/** What a citation means: a law and the places in it. */
import { issuedTitle } from './law-names.ts'
import type { Place } from './places.ts'

export type CitationTarget = {
  /** `self`, or the title without its 《》 */
  law: string
  /** the title inside a 关于印发…的通知 */
  lawAlso?: string
  /** normalised labels of the articles meant; empty where the law is cited as a whole */
  articles: string[]
  /** set where all places meant share them */
  paragraph: number | null
  item: string | null
  /** every place meant, where there is more than one */
  parts?: Place[]
}

/** The target of a citation of these places; none for a law that is cited as a whole. */
export function targetOf(law: string, parts: Place[]): CitationTarget {
  const shared = <Value>(values: readonly (Value | null)[]): Value | null => (values.every((value) => value === values[0]) ? (values[0] ?? null) : null)
  const lawAlso = law === 'self' ? null : issuedTitle(law)
  return {
    law,
    ...(lawAlso ? { lawAlso } : {}),
    articles: [...new Set(parts.flatMap((part) => part.article ?? []))],
    paragraph: shared(parts.map((part) => part.paragraph)),
    item: shared(parts.map((part) => part.item)),
    ...(parts.length > 1 ? { parts } : {}),
  }
}
