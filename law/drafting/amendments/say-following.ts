/** The sentence with which a decision closes its amendments where numbers follow them. */
import type { LegalText } from '../../text/index.ts'
import type { Amended } from './apply-amendments.ts'

type Numbered = { number: string } | { label: string }
const numberOf = (of: Numbered): string => ('number' in of ? of.number : of.label)
const changed = (was: readonly Numbered[], now: readonly Numbered[], origins: readonly (number | null)[]): boolean =>
  origins.some((origin, at) => {
    const [before, after] = [origin === null ? undefined : was[origin], now[at]]
    return before !== undefined && after !== undefined && numberOf(before) !== numberOf(after)
  })

/** 此外，对条文、章节的序号和引用的序号作相应调整。 '' where no number follows. */
export function sayFollowing(voted: LegalText, { text, renumbered, divisionOrigins, annexOrigins, followed }: Amended): string {
  const numbers = [...(renumbered.length > 0 ? ['条文'] : []), ...(changed(voted.divisions, text.divisions, divisionOrigins) ? ['章节'] : []), ...(changed(voted.annexes, text.annexes, annexOrigins) ? ['附件'] : [])]
  const what = [...(numbers.length > 0 ? [`${numbers.join('、')}的序号`] : []), ...(followed.length > 0 ? ['引用的序号'] : [])]
  return what.length === 0 ? '' : `此外，对${what.join('和')}作相应调整。`
}
