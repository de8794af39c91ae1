/** New articles that were written after the model of another new one. */
import type { Edge } from './match-articles.ts'
import { type Corpus, sharedBeyond } from './similarity.ts'

/** A copy has so much of its words from its model, and so little of the old article that the model has not. */
const COPY_LIKENESS = 0.45
const COPY_NOVELTY = 0.3

type Source = {
  /** parts of old articles that became new articles of their own */
  parts: readonly Edge[]
  /** the main partner of an old article, -1 where it has none */
  mainOf: (oldPlace: number) => number
  corpus: Corpus
}

/**
 * Parts that are no parts: what they have of the old article went into another new article, and they are like that one. So
 * the rule for one kind of company is written again for the other, and a simplified procedure after the ordinary one.
 */
export function copiesAmong({ parts, mainOf, corpus }: Source): Set<Edge> {
  const copies = new Set<Edge>()
  for (const [oldPlace, own] of Map.groupBy(parts, (part) => part.old)) {
    const main = mainOf(oldPlace)
    const distance = (part: Edge): number => (main < 0 ? 0 : Math.abs(part.new - main))
    // of two that are like each other the copy stands farther from what became of the old article
    for (const part of own.toSorted((a, b) => distance(b) - distance(a) || a.strength - b.strength || b.new - a.new)) {
      const models = [...(main < 0 ? [] : [main]), ...own.flatMap((other) => (other === part || copies.has(other) ? [] : [other.new]))]
      if (models.some((model) => isCopy(corpus, oldPlace, part.new, model))) copies.add(part)
    }
  }
  return copies
}

function isCopy(corpus: Corpus, oldPlace: number, newPlace: number, model: number): boolean {
  const [own, other] = [corpus.oldCount + newPlace, corpus.oldCount + model]
  if (sharedBeyond(corpus, own, -1, other).shared < COPY_LIKENESS * (corpus.weights[own] ?? 0)) return false
  return sharedBeyond(corpus, oldPlace, other, own).shared < COPY_NOVELTY * sharedBeyond(corpus, oldPlace, -1, own).shared
}
