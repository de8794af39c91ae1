import type { Place } from './places.ts'

/** A citation that a later bare 第二款 or 该条 may go on from. */
export type Carry = {
  law: string
  /** the last place of the citation */
  place: Place
  parts: readonly Place[]
  /** the two characters before the citation: 违反 第八条第一款 …，违反 第二款 */
  lead: string
}

const MOST_KEPT = 6

/** What the words before a place have named: in the same sentence (`carry`, `law`), and in the sentences before it. */
export class NamedBefore {
  carry: Carry | null = null
  /** the law last named in the sentence, its number given or not; never the text itself */
  law: string | null = null
  earlier: readonly Carry[] = []
  earlierLaw: string | null = null

  /** For an 项 that stands under a sentence: what that sentence named is still at hand. */
  copy(): NamedBefore {
    const copy = new NamedBefore()
    copy.carry = this.carry
    copy.law = this.law
    copy.earlier = this.earlier
    copy.earlierLaw = this.earlierLaw
    return copy
  }

  endSentence(): void {
    if (this.carry !== null) this.earlier = [this.carry, ...this.earlier].slice(0, MOST_KEPT)
    this.earlierLaw = this.law ?? this.earlierLaw
    this.carry = null
    this.law = null
  }

  /** The last law whose name ends in a word: 该条例 after 道路交通安全法 and 戒毒条例 is the second. */
  lawOfKind(kind: string): string | null {
    return [this.law, this.carry?.law, this.earlierLaw, ...this.earlier.map(({ law }) => law)].find((law) => law !== undefined && law !== null && law !== 'self' && withoutNote(law).endsWith(kind)) ?? null
  }
}

const withoutNote = (title: string): string => title.replace(/(?:[（(][^（）()]*[）)])+$/u, '')

/** Whether a text of this title may call itself 本法, 本条例 …: the quoted words of another text do, too. */
export function callsItself(title: string, kind: string): boolean {
  const own = withoutNote(title.trim())
  return own === '' || own.endsWith(kind) || (kind === '法' && /(?:法典|宪法|总则|分则|草案)$/u.test(own)) || (kind !== '法' && kind !== '条例')
}

/** The article of a citation, with its 款 where an 项 is looked for. */
export function baseOf(carry: Carry | null | undefined, forParagraph: boolean): { law: string; place: Place } | null {
  if (!carry) return null
  return { law: carry.law, place: { article: carry.place.article, paragraph: forParagraph ? null : carry.place.paragraph, item: null } }
}
