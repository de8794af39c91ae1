import { copiesAmong } from './copies.ts'
import { findRow, type EvidenceTable } from './evidence.ts'
import { heaviestChain, type Candidate } from './order.ts'
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
/**
 * Where nearly all articles are as they were, the only candidate leads and stands beside, whatever it shares: an article
 * that was deleted behind one that changed is no part of it. What the main partner left must hold some of its words.
 */
const PART_LEAST_WORDS = 0.1
const PART_LEAST_SHARED = 0.15
/** Penalties that share less of their conduct share the penalty. */
const PART_CONDUCT = 0.3
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
  const candidates: Candidate[] = fixed.map((pair) => ({ ...pair, worth: 1 }))
  for (let row = 0; row < evidence.count; row++) {
    const strength = evidence.strength[row] ?? 0
    if (strength >= CHAIN_MIN) candidates.push({ old: evidence.old[row] ?? 0, new: evidence.new[row] ?? 0, worth: strength - CHAIN_BASE })
  }
  const chain = heaviestChain(candidates, newCount)
  for (const pair of [...fixed, ...chain]) join(partners, pair.old, pair.new)
  takeStrongOutOfOrder(partners, evidence)
  takeEqual(partners, equal)
  takeLeftovers(partners, evidence)
  const edges: Edge[] = []
  partners.ofOld.forEach((newPlace, oldPlace) => {
    if (newPlace >= 0) edges.push({ old: oldPlace, new: newPlace, kind: 'main', strength: strengthOf(evidence, oldPlace, newPlace) })
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

/** How much speaks for a pair; all where it was not weighed, because it is equal. */
const strengthOf = (evidence: EvidenceTable, oldPlace: number, newPlace: number): number => evidence.strength[findRow(evidence, oldPlace, newPlace)] ?? 1

/** A weak pair that only stands in order gives way to a strong one out of order. */
function takeStrongOutOfOrder(partners: Partners, evidence: EvidenceTable): void {
  const strong: number[] = []
  for (let row = 0; row < evidence.count; row++) if ((evidence.strength[row] ?? 0) >= OUT_OF_ORDER_MIN) strong.push(row)
  // rows stand in the order of the articles: it decides where two are as strong
  strong.sort((a, b) => (evidence.strength[b] ?? 0) - (evidence.strength[a] ?? 0) || a - b)
  for (const row of strong) {
    const [oldPlace, newPlace, strength] = [evidence.old[row] ?? 0, evidence.new[row] ?? 0, evidence.strength[row] ?? 0]
    const [newOfOld, oldOfNew] = [partnerOfOld(partners, oldPlace), partnerOfNew(partners, newPlace)]
    if (newOfOld === newPlace) continue
    const held = newOfOld >= 0 ? strengthOf(evidence, oldPlace, newOfOld) : 0
    const rival = oldOfNew >= 0 ? strengthOf(evidence, oldOfNew, newPlace) : 0
    if (held >= SETTLED || rival >= SETTLED) continue
    if (strength <= held + OUT_OF_ORDER_GAIN || strength <= rival + OUT_OF_ORDER_GAIN) continue
    if (newOfOld >= 0) partners.ofNew[newOfOld] = -1
    if (oldOfNew >= 0) partners.ofOld[oldOfNew] = -1
    join(partners, oldPlace, newPlace)
  }
}

/** Pairs of two articles without a partner: helped by neighbours that are a pair and by having no rival. */
function takeLeftovers(partners: Partners, evidence: EvidenceTable): void {
  const lonely: { row: number; worth: number }[] = []
  const isFree = (row: number) => partnerOfOld(partners, evidence.old[row] ?? 0) < 0 && partnerOfNew(partners, evidence.new[row] ?? 0) < 0
  for (let row = 0; row < evidence.count; row++) {
    if (!isFree(row)) continue
    const [oldPlace, newPlace] = [evidence.old[row] ?? 0, evidence.new[row] ?? 0]
    const before = oldPlace > 0 && newPlace > 0 && partnerOfOld(partners, oldPlace - 1) === newPlace - 1
    const after = oldPlace + 1 < partners.ofOld.length && partnerOfOld(partners, oldPlace + 1) === newPlace + 1
    // one that has found its partner is no rival any more
    const dominance = Math.min(dominanceOf(evidence, row, 'old', isFree), dominanceOf(evidence, row, 'new', isFree))
    const worth = (evidence.strength[row] ?? 0) + NEIGHBOUR * (Number(before) + Number(after)) + DOMINANCE * dominance
    if (worth >= LEFTOVER_MIN) lonely.push({ row, worth })
  }
  lonely.sort((a, b) => b.worth - a.worth || a.row - b.row)
  for (const { row } of lonely) if (isFree(row)) join(partners, evidence.old[row] ?? 0, evidence.new[row] ?? 0)
}

/** How far a row leads the strongest other one of its article on a side: 0 if it is not the strongest, 1 if it is the only one. */
function dominanceOf(evidence: EvidenceTable, own: number, side: 'old' | 'new', isRival?: (row: number) => boolean): number {
  const { strength, startOfOld, startOfNew, rowsByNew } = evidence
  const starts = side === 'old' ? startOfOld : startOfNew
  const place = evidence[side][own] ?? 0
  const mine = strength[own] ?? 0
  const end = starts[place + 1] ?? 0
  let next = 0
  for (let at = starts[place] ?? 0; at < end; at++) {
    const row = side === 'old' ? at : (rowsByNew[at] ?? 0)
    if (row === own || (isRival && !isRival(row))) continue
    const other = strength[row] ?? 0
    if (other > mine) return 0
    if (other > next) next = other
  }
  return 1 - next / (mine || 1)
}

/**
 * A new article without a partner may be a part of an old one (split), an old one without a partner may
 * have become a part of a new one (merge): judged by what the main partner did not take. Candidates that
 * could not be a part even if it had taken nothing are left out before that is reckoned.
 */
function findParts(partners: Partners, evidence: EvidenceTable, corpus: Corpus): Edge[] {
  let parts: Edge[] = []
  const weightOf = { old: (place: number) => corpus.weights[place] ?? 0, new: (place: number) => corpus.weights[corpus.oldCount + place] ?? 0 }
  const { both, ofOld, ofNew, sentToNew, takenFromOld } = evidence
  for (let newPlace = 0; newPlace < partners.ofNew.length; newPlace++) {
    if (partnerOfNew(partners, newPlace) >= 0) continue
    const sources = evidence.rowsByNew.subarray(evidence.startOfNew[newPlace], evidence.startOfNew[newPlace + 1])
    const best = strongestPart(evidence, sources, (row) => {
      const oldPlace = evidence.old[row] ?? 0
      const main = partnerOfOld(partners, oldPlace)
      if (isWhole(both[findRow(evidence, oldPlace, main)]) || isOtherOffence(evidence, row)) return 0
      const besideMain = main >= 0 && Math.abs(main - newPlace) <= 2
      const dominance = dominanceOf(evidence, row, 'new')
      const [contained, ownSentences, otherSentences] = [ofNew[row] ?? 0, takenFromOld[row] ?? 0, sentToNew[row] ?? 0]
      const most = Math.max(contained, (CONTAINMENT * contained * weightOf.new(newPlace)) / (SHORTEST_REST * weightOf.old(oldPlace) || 1))
      if (partWorth(most, ownSentences, otherSentences, contained, dominance, besideMain) < PART_MIN) return 0
      const rest = restShared(corpus, 'old', oldPlace, main, newPlace)
      const words = Math.max(rest.shared / (weightOf.new(newPlace) || 1), (CONTAINMENT * rest.shared) / (Math.max(rest.left, SHORTEST_REST * weightOf.old(oldPlace)) || 1))
      return partWorth(words, ownSentences, otherSentences, contained, dominance, besideMain)
    })
    if (best) parts.push(best)
  }
  const copies = copiesAmong({ parts, mainOf: (oldPlace) => partnerOfOld(partners, oldPlace), corpus })
  parts = parts.filter((part) => !copies.has(part))
  for (let oldPlace = 0; oldPlace < partners.ofOld.length; oldPlace++) {
    if (partnerOfOld(partners, oldPlace) >= 0) continue
    const best = strongestPart(evidence, rowsOfOld(evidence, oldPlace), (row) => {
      const newPlace = evidence.new[row] ?? 0
      const main = partnerOfNew(partners, newPlace)
      if (isWhole(both[findRow(evidence, main, newPlace)]) || isOtherOffence(evidence, row)) return 0
      const besideMain = main >= 0 && Math.abs(main - oldPlace) <= 2
      const dominance = dominanceOf(evidence, row, 'old')
      const [contained, ownSentences, otherSentences] = [ofOld[row] ?? 0, sentToNew[row] ?? 0, takenFromOld[row] ?? 0]
      const most = Math.max(contained, (CONTAINMENT * contained * weightOf.old(oldPlace)) / (SHORTEST_REST * weightOf.new(newPlace) || 1))
      if (partWorth(most, ownSentences, otherSentences, contained, dominance, besideMain) < PART_MIN) return 0
      const rest = restShared(corpus, 'new', newPlace, main, oldPlace)
      const words = Math.max(rest.shared / (weightOf.old(oldPlace) || 1), (CONTAINMENT * rest.shared) / (Math.max(rest.left, SHORTEST_REST * weightOf.new(newPlace)) || 1))
      return partWorth(words, ownSentences, otherSentences, contained, dominance, besideMain)
    })
    if (best) parts.push(best)
  }
  const known = new Set(parts.map((part) => part.old * partners.ofNew.length + part.new))
  for (let row = 0; row < evidence.count; row++) {
    const [oldPlace, newPlace] = [evidence.old[row] ?? 0, evidence.new[row] ?? 0]
    if (partnerOfOld(partners, oldPlace) === newPlace || isOtherOffence(evidence, row) || !wentBothWays(evidence, row) || known.has(oldPlace * partners.ofNew.length + newPlace)) continue
    if (isPartOfBoth(oldPlace, newPlace, partners, corpus)) parts.push({ old: oldPlace, new: newPlace, kind: 'part', strength: evidence.strength[row] ?? 0 })
  }
  return parts
}

function* rowsOfOld({ startOfOld }: EvidenceTable, oldPlace: number): Generator<number> {
  for (let row = startOfOld[oldPlace] ?? 0; row < (startOfOld[oldPlace + 1] ?? 0); row++) yield row
}

/** Equal articles gave nothing to a third one and took nothing from it. */
function isWhole(bothOfMain: number | undefined): boolean {
  return bothOfMain !== undefined && bothOfMain > 0.9999
}

/** One offence is no part of another that is punished alike. */
const isOtherOffence = ({ conduct }: EvidenceTable, row: number): boolean => (conduct[row] ?? 1) < PART_CONDUCT

/** What is left of one side's article beyond its main partner, and how much of that an article of the other side has. */
function restShared(corpus: Corpus, side: 'old' | 'new', place: number, main: number, otherPlace: number): { shared: number; left: number } {
  const [ownFirst, otherFirst] = side === 'old' ? [0, corpus.oldCount] : [corpus.oldCount, 0]
  return sharedBeyond(corpus, ownFirst + place, main >= 0 ? otherFirst + main : -1, otherFirst + otherPlace)
}

function partWorth(words: number, ownSentences: number, otherSentences: number, contained: number, dominance: number, besideMain: boolean): number {
  const shared = PART_WORDS * words + PART_SENTENCES * (ownSentences + PART_OTHER_SIDE * Math.min(otherSentences, 0.5)) + (1 - PART_WORDS - PART_SENTENCES) * contained
  return words < PART_LEAST_WORDS || shared < PART_LEAST_SHARED ? 0 : shared + PART_DOMINANCE * dominance + (besideMain ? PART_BESIDE_MAIN : 0)
}

function strongestPart(evidence: EvidenceTable, rows: Iterable<number>, worthOf: (row: number) => number): Edge | null {
  let best: Edge | null = null
  let bestWorth = PART_MIN
  for (const row of rows) {
    const worth = worthOf(row)
    if (worth < bestWorth || (best && worth === bestWorth)) continue
    best = { old: evidence.old[row] ?? 0, new: evidence.new[row] ?? 0, kind: 'part', strength: Math.min(1, worth) }
    bestWorth = worth
  }
  return best
}

/** A good part of the sentences of each went into the other. */
function wentBothWays({ sentToNew, takenFromOld }: EvidenceTable, row: number): boolean {
  const [sent, taken] = [sentToNew[row] ?? 0, takenFromOld[row] ?? 0]
  return Math.min(sent, taken) >= BOTH_WAYS_MIN && sent + taken >= BOTH_WAYS_SUM
}

/** Both may have a partner already, and still a good part of each went into the other. */
function isPartOfBoth(oldPlace: number, newPlace: number, partners: Partners, corpus: Corpus): boolean {
  const [newOfOld, oldOfNew] = [partnerOfOld(partners, oldPlace), partnerOfNew(partners, newPlace)]
  const fromOld = newOfOld < 0 ? null : restShared(corpus, 'old', oldPlace, newOfOld, newPlace)
  const fromNew = oldOfNew < 0 ? null : restShared(corpus, 'new', newPlace, oldOfNew, oldPlace)
  const oldWeight = corpus.weights[oldPlace] ?? 0
  const newWeight = corpus.weights[corpus.oldCount + newPlace] ?? 0
  return (fromOld === null || fromOld.shared >= BOTH_WAYS_REST * oldWeight) && (fromNew === null || fromNew.shared >= BOTH_WAYS_REST * newWeight)
}
