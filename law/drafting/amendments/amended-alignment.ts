/** Which article of the voted text became which of the amended one: the amendments say it, words are not asked. */
import { type Alignment, alignmentFromPairs } from '../../compare/index.ts'
import type { LegalText } from '../../text/index.ts'
import type { Amended } from './apply-amendments.ts'

/** For a comparison that shows what the amendments did: an article that they add is new, however much its words are another one's. */
export function amendedAlignment(voted: LegalText, { text, origins }: Pick<Amended, 'text' | 'origins'>): Alignment {
  return alignmentFromPairs(voted, text, origins.flatMap((origin, at) => {
    const [was, now] = [origin === null ? undefined : voted.articles[origin], text.articles[at]]
    return was === undefined || now === undefined ? [] : [{ old: was.id, new: now.id, score: 1 }]
  }))
}
