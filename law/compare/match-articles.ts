import type { Evidence, EvidenceTable } from './evidence.ts'
import { heaviestChain } from './order.ts'
import { sharedBeyond, type Corpus } from './similarity.ts'

/** An old article that became a new one, wholly or in part. */
export type Edge = { old: number; new: number; kind: 'main' | 'part'; strength: number }

/** Thresholds and weights; how they were found: see evidence.ts. */
const CHAIN_BASE = 0.21
const CHAIN_MIN = 0.2
const OUT_OF_ORDER_MIN = 0.45
const OUT_OF_ORDER_GAIN = 0.12
const SETTLED = 0.45
const LEFTOVER_MIN = 0.36
const NEIGHBOUR = 0.1
const DOMINANCE = 0.2
const PART_MIN = 0.44
const PART_WORDS = 0.5
const PART_SENTENCES = 0.36
const PART_OTHER_SIDE = 0.35
const PART_DOMINANCE = 0.23
const PART_BESIDE_MAIN = 0.17
const SHORTEST_REST = 0.15
const BOTH_WAYS_MIN = 0.3
const BOTH_WAYS_SUM = 0.68
const BOTH_WAYS_REST = 0.15
const CONTAINMENT = 0.8

type Matching = {
  oldCount: number
  newCount: number
  /** pairs that are known, and only give order */
  fixed: readonly { old: number; new: number }[]
  /** all pairs of equal articles of which one side has more */
  equal: readonly { old: number; new: number }[]
  evidence: EvidenceTable
  corpus: Corpus
}

type Partners = { ofOld: Int32Array; ofNew: Int32Array }

/**
 * Finds which articles became which.
 * Steps: what keeps its order; strong pairs out of order; equal ones that are left; weak pairs that nothing else competes for;
 * parts of articles that were split or merged.
 */
export function matchArticles({ oldCount, newCount, fixed, equal, evidence, corpus }: Matching): Edge[] {
  const partners: Partners = { ofOld: new Int32Array(oldCount).fill(-1), ofNew: new Int32Array(newCount).fill(-1) }
  const chain = heaviestChain(
    [
      ...fixed.map((pair) => ({ ...pair, worth: 1 })),
      ...evidence.all
        .filter((one) => one.strength >= CHAIN_MIN)
        .map((one) => ({ old: one.old, new: one.new, worth: one.strength - CHAIN_BASE })),
    ],
    newCount,
  )
  for (const pair of [...fixed, ...chain]) join(partners, pair.old, pair.new)
  takeStrongOutOfOrder(partners, evidence)
  takeEqual(partners, equal)
  takeLeftovers(partners, evidence)
  const edges: Edge[] = []
  partners.ofOld.forEach((newPlace, oldPlace) => {
    if (newPlace >= 0) edges.push({ old: oldPlace, new: newPlace, kind: 'main', strength: evidence.find(oldPlace, newPlace)?.strength ?? 1 })
  })
  return [...edges, ...findParts(partners, evidence, corpus)]
}

function join(partners: Partners, oldPlace: number, newPlace: number): void {
  partners.ofOld[oldPlace] = newPlace
  partners.ofNew[newPlace] = oldPlace
}

const partnerOfOld = (partners: Partners, place: number) => partners.ofOld[place] ?? -1
const partnerOfNew = (partners: Partners, place: number) => partners.ofNew[place] ?? -1

/** Of articles with one text that stand more often on one side, as many find one another as the other side has; those without a partner first. */
function takeEqual(partners: Partners, equal: readonly { old: number; new: number }[]): void {
  const ofOld = new Map<number, Set<number>>()
  for (const pair of equal) {
    const others = ofOld.get(pair.old)
    if (others) others.add(pair.new)
    else ofOld.set(pair.old, new Set([pair.new]))
  }
  const settledOld = new Set<number>()
  const settledNew = new Set<number>()
  for (const [oldPlace, others] of ofOld) {
    const partner = partnerOfOld(partners, oldPlace)
    if (!others.has(partner)) continue
    settledOld.add(oldPlace)
    settledNew.add(partner)
  }
  const taken = (pair: { old: number; new: number }) => Number(partnerOfOld(partners, pair.old) >= 0) + Number(partnerOfNew(partners, pair.new) >= 0)
  const open = equal.filter((pair) => !settledOld.has(pair.old) && !settledNew.has(pair.new)).map((pair) => ({ ...pair, taken: taken(pair) }))
  for (const pair of open.sort((a, b) => a.taken - b.taken || a.old - b.old || a.new - b.new)) {
    if (settledOld.has(pair.old) || settledNew.has(pair.new)) continue
    settledOld.add(pair.old)
    settledNew.add(pair.new)
    const [newOfOld, oldOfNew] = [partnerOfOld(partners, pair.old), partnerOfNew(partners, pair.new)]
    if (newOfOld >= 0) partners.ofNew[newOfOld] = -1
    if (oldOfNew >= 0) partners.ofOld[oldOfNew] = -1
    join(partners, pair.old, pair.new)
  }
}

/** A weak pair that only stands in order gives way to a strong one out of order. */
function takeStrongOutOfOrder(partners: Partners, evidence: EvidenceTable): void {
  const strong = evidence.all.filter((one) => one.strength >= OUT_OF_ORDER_MIN).sort(strongestFirst)
  for (const one of strong) {
    const [newOfOld, oldOfNew] = [partnerOfOld(partners, one.old), partnerOfNew(partners, one.new)]
    if (newOfOld === one.new) continue
    const held = newOfOld >= 0 ? (evidence.find(one.old, newOfOld)?.strength ?? 1) : 0
    const rival = oldOfNew >= 0 ? (evidence.find(oldOfNew, one.new)?.strength ?? 1) : 0
    if (held >= SETTLED || rival >= SETTLED) continue
    if (one.strength <= held + OUT_OF_ORDER_GAIN || one.strength <= rival + OUT_OF_ORDER_GAIN) continue
    if (newOfOld >= 0) partners.ofNew[newOfOld] = -1
    if (oldOfNew >= 0) partners.ofOld[oldOfNew] = -1
    join(partners, one.old, one.new)
  }
}

/** Pairs of two articles without a partner: helped by neighbours that are a pair and by having no rival. */
function takeLeftovers(partners: Partners, evidence: EvidenceTable): void {
  const lonely: { one: Evidence; worth: number }[] = []
  for (const one of evidence.all) {
    if (partnerOfOld(partners, one.old) >= 0 || partnerOfNew(partners, one.new) >= 0) continue
    const before = one.old > 0 && one.new > 0 && partnerOfOld(partners, one.old - 1) === one.new - 1
    const after = one.old + 1 < partners.ofOld.length && partnerOfOld(partners, one.old + 1) === one.new + 1
    // one that has found its partner is no rival any more
    const isFree = (rival: Evidence) => partnerOfOld(partners, rival.old) < 0 && partnerOfNew(partners, rival.new) < 0
    const dominance = Math.min(dominanceAmong(evidence.byOld.get(one.old), one, isFree), dominanceAmong(evidence.byNew.get(one.new), one, isFree))
    const worth = one.strength + NEIGHBOUR * (Number(before) + Number(after)) + DOMINANCE * dominance
    if (worth >= LEFTOVER_MIN) lonely.push({ one, worth })
  }
  lonely.sort((a, b) => b.worth - a.worth || a.one.old - b.one.old || a.one.new - b.one.new)
  for (const { one } of lonely) {
    if (partnerOfOld(partners, one.old) < 0 && partnerOfNew(partners, one.new) < 0) join(partners, one.old, one.new)
  }
}

/** How far the strongest of several leads the next: 0 if it is not the strongest, 1 if it is the only one. */
function dominanceAmong(rivals: readonly Evidence[] | undefined, one: Evidence, isRival: (other: Evidence) => boolean = () => true): number {
  let next = 0
  for (const rival of rivals ?? []) {
    if (rival === one || !isRival(rival)) continue
    if (rival.strength > one.strength) return 0
    next = Math.max(next, rival.strength)
  }
  return 1 - next / (one.strength || 1)
}

function strongestFirst(a: Evidence, b: Evidence): number {
  return b.strength - a.strength || a.old - b.old || a.new - b.new
}

/**
 * A new article without a partner may be a part of an old one (split), an old one without a partner may
 * have become a part of a new one (merge): judged by what the main partner did not take. Candidates that
 * could not be a part even if it had taken nothing are left out before that is reckoned.
 */
function findParts(partners: Partners, evidence: EvidenceTable, corpus: Corpus): Edge[] {
  const parts: Edge[] = []
  const weightOf = { old: (place: number) => corpus.weights[place] ?? 0, new: (place: number) => corpus.weights[corpus.oldCount + place] ?? 0 }
  for (const [newPlace, sources] of evidence.byNew) {
    if (partnerOfNew(partners, newPlace) >= 0) continue
    const best = strongestPart(sources, (one) => {
      const main = partnerOfOld(partners, one.old)
      if (isWhole(evidence.find(one.old, main))) return 0
      const besideMain = main >= 0 && Math.abs(main - newPlace) <= 2
      const dominance = dominanceAmong(sources, one)
      const most = Math.max(one.ofNew, (CONTAINMENT * one.ofNew * weightOf.new(newPlace)) / (SHORTEST_REST * weightOf.old(one.old) || 1))
      if (partWorth(most, one.takenFromOld, one.sentToNew, one.ofNew, dominance, besideMain) < PART_MIN) return 0
      const rest = restShared(corpus, 'old', one.old, main, newPlace)
      const words = Math.max(rest.shared / (weightOf.new(newPlace) || 1), (CONTAINMENT * rest.shared) / (Math.max(rest.left, SHORTEST_REST * weightOf.old(one.old)) || 1))
      return partWorth(words, one.takenFromOld, one.sentToNew, one.ofNew, dominance, besideMain)
    })
    if (best) parts.push(best)
  }
  for (const [oldPlace, targets] of evidence.byOld) {
    if (partnerOfOld(partners, oldPlace) >= 0) continue
    const best = strongestPart(targets, (one) => {
      const main = partnerOfNew(partners, one.new)
      if (isWhole(evidence.find(main, one.new))) return 0
      const besideMain = main >= 0 && Math.abs(main - oldPlace) <= 2
      const dominance = dominanceAmong(targets, one)
      const most = Math.max(one.ofOld, (CONTAINMENT * one.ofOld * weightOf.old(oldPlace)) / (SHORTEST_REST * weightOf.new(one.new) || 1))
      if (partWorth(most, one.sentToNew, one.takenFromOld, one.ofOld, dominance, besideMain) < PART_MIN) return 0
      const rest = restShared(corpus, 'new', one.new, main, oldPlace)
      const words = Math.max(rest.shared / (weightOf.old(oldPlace) || 1), (CONTAINMENT * rest.shared) / (Math.max(rest.left, SHORTEST_REST * weightOf.new(one.new)) || 1))
      return partWorth(words, one.sentToNew, one.takenFromOld, one.ofOld, dominance, besideMain)
    })
    if (best) parts.push(best)
  }
  const known = new Set(parts.map((part) => part.old * partners.ofNew.length + part.new))
  for (const one of evidence.all) {
    if (partnerOfOld(partners, one.old) === one.new || !wentBothWays(one) || known.has(one.old * partners.ofNew.length + one.new)) continue
    if (isPartOfBoth(one, partners, corpus)) parts.push({ old: one.old, new: one.new, kind: 'part', strength: one.strength })
  }
  return parts
}

/** Equal articles gave nothing to a third one and took nothing from it. */
function isWhole(main: Evidence | undefined): boolean {
  return main !== undefined && main.both > 0.9999
}

/** What is left of one side's article beyond its main partner, and how much of that an article of the other side has. */
function restShared(corpus: Corpus, side: 'old' | 'new', place: number, main: number, otherPlace: number): { shared: number; left: number } {
  const [ownFirst, otherFirst] = side === 'old' ? [0, corpus.oldCount] : [corpus.oldCount, 0]
  return sharedBeyond(corpus, ownFirst + place, main >= 0 ? otherFirst + main : -1, otherFirst + otherPlace)
}

function partWorth(words: number, ownSentences: number, otherSentences: number, contained: number, dominance: number, besideMain: boolean): number {
  return (
    PART_WORDS * words +
    PART_SENTENCES * (ownSentences + PART_OTHER_SIDE * Math.min(otherSentences, 0.5)) +
    PART_DOMINANCE * dominance +
    (1 - PART_WORDS - PART_SENTENCES) * contained +
    (besideMain ? PART_BESIDE_MAIN : 0)
  )
}

function strongestPart(candidates: readonly Evidence[], worthOf: (one: Evidence) => number): Edge | null {
  let best: Edge | null = null
  let bestWorth = PART_MIN
  for (const one of candidates) {
    const worth = worthOf(one)
    if (worth < bestWorth || (best && worth === bestWorth)) continue
    best = { old: one.old, new: one.new, kind: 'part', strength: Math.min(1, worth) }
    bestWorth = worth
  }
  return best
}

/** A good part of the sentences of each went into the other. */
function wentBothWays(one: Evidence): boolean {
  return Math.min(one.sentToNew, one.takenFromOld) >= BOTH_WAYS_MIN && one.sentToNew + one.takenFromOld >= BOTH_WAYS_SUM
}

/** Both may have a partner already, and still a good part of each went into the other. */
function isPartOfBoth(one: Evidence, partners: Partners, corpus: Corpus): boolean {
  const [newOfOld, oldOfNew] = [partnerOfOld(partners, one.old), partnerOfNew(partners, one.new)]
  const fromOld = newOfOld < 0 ? null : restShared(corpus, 'old', one.old, newOfOld, one.new)
  const fromNew = oldOfNew < 0 ? null : restShared(corpus, 'new', one.new, oldOfNew, one.old)
  const oldWeight = corpus.weights[one.old] ?? 0
  const newWeight = corpus.weights[corpus.oldCount + one.new] ?? 0
  return (fromOld === null || fromOld.shared >= BOTH_WAYS_REST * oldWeight) && (fromNew === null || fromNew.shared >= BOTH_WAYS_REST * newWeight)
}
