/** 将第八条第三款单列一条: a 款 that became an article of its own. */
import type { LegalText } from '../../text/index.ts'
import type { ArticleMove } from './article-moves.ts'
import { articleWords, hasListedLines, paragraphLines } from './lines.ts'
import { likeness } from './pair-blocks.ts'

/** An article that came of a 款 shares most of its words with it. */
const ALIKE = 0.6

type Added = Extract<ArticleMove, { kind: 'added' }>
type Kept = Extract<ArticleMove, { kind: 'kept' }>

/**
 * Moves in which a new article that goes back to a 款 of an article that stays is said to come of it.
 * `allowed` are the new articles for which this may be said.
 */
export function withSetApart(oldText: LegalText, newText: LegalText, moves: readonly ArticleMove[], allowed: (place: number) => boolean): ArticleMove[] {
  const kept = moves.flatMap((move): Kept[] => (move.kind === 'kept' ? [move] : []))
  const taken = new Set<string>()
  return moves.map((move): ArticleMove => {
    if (move.kind !== 'added' || !allowed(move.new)) return move
    const origin = originOf(oldText, newText, kept, move)
    if (origin === null || taken.has(`${origin.old} ${origin.paragraph}`)) return move
    taken.add(`${origin.old} ${origin.paragraph}`)
    return { kind: 'set-apart', old: origin.old, paragraph: origin.paragraph, new: move.new }
  })
}

function originOf(oldText: LegalText, newText: LegalText, kept: readonly Kept[], move: Added): { old: number; paragraph: number } | null {
  const article = newText.articles[move.new]
  if (article === undefined) return null
  const words = articleWords(article)
  let best: { old: number; paragraph: number; worth: number } | null = null
  for (const { old, new: next } of kept) {
    const [before, after] = [oldText.articles[old], newText.articles[next]]
    if (before === undefined || after === undefined || before.paragraphs.length < 2 || hasListedLines(before)) continue
    for (const [paragraph, one] of before.paragraphs.entries()) {
      const own = paragraphLines(one).join('\n')
      // twice the shorter of the two is all that they can share
      if (2 * Math.min(own.length, words.length) < ALIKE * (own.length + words.length)) continue
      const worth = likeness(own, words)
      if (worth < Math.max(ALIKE, best?.worth ?? 0)) continue
      // a 款 that is still in its article has not left it
      if (after.paragraphs.some((other) => likeness(own, paragraphLines(other).join('\n')) >= worth)) continue
      best = { old, paragraph, worth }
    }
  }
  return best
}
