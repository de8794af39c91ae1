/** From two texts to the clauses of the decision between them. */
import { alignArticles } from '../../compare/index.ts'
import { parseArticleLabel, type Article, type LegalText } from '../../text/index.ts'
import { annexClauses } from './annex-clauses.ts'
import { articleMoves, type ArticleMove, followLabels, renumberings } from './article-moves.ts'
import { articleParts, type Fineness } from './article-parts.ts'
import type { Clause, NewArticle } from './clause.ts'
import { commonWords, type CommonWords } from './common-words.ts'
import { divisionClauses, DivisionPlan, type DivisionWording } from './division-clauses.ts'
import { frontClauses } from './front-clauses.ts'
import { gatherClauses } from './gather-clauses.ts'
import { articleLines, paragraphLines } from './lines.ts'
import { withSetApart } from './set-apart.ts'
import type { Follow } from './word-edits.ts'

/** `anew`: the old article goes and the new one comes, without a word on where it came from. */
export type ArticleChoice = Fineness | 'anew'

/** How the writer says things. It begins with what reads best and grows coarser where that does not give the new text. */
export type PlanChoice = DivisionWording & {
  /** by place in the new text; `short` where nothing is set */
  articles: ReadonlyMap<number, ArticleChoice>
  /** say every renumbering, also those that follow from the order */
  allNumbers: boolean
  /** one instruction for a word that is replaced throughout */
  throughout: boolean
  /** paragraphs of the preamble in whole */
  wholePreamble: boolean
}

/** A clause with its place in the order of the decision: the place in the new text at which it acts. */
export type PlacedClause = { at: number; clause: Clause }

export type Versions = { oldText: LegalText; newText: LegalText; /** which article became which */ moves: readonly ArticleMove[] }

/** Aligns two texts once for all plans between them. */
export function readVersions(oldText: LegalText, newText: LegalText): Versions {
  return { oldText, newText, moves: articleMoves(oldText, newText, alignArticles(oldText, newText).rows) }
}

/** Clauses that turn the old text into the new one, in the order of the decision. */
export function planDecision(versions: Versions, choice: PlanChoice): Clause[] {
  const { oldText, newText } = versions
  const apart = withSetApart(oldText, newText, versions.moves, (place) => (choice.articles.get(place) ?? 'short') === 'short')
  const moves = apart.flatMap((move) => anew(move, choice, keepsNumber(move, oldText, newText)))
  const labels = renumberings(oldText, newText, moves)
  const follow: Follow = (words) => followLabels(words, labels)
  const { kept, common } = keptAndCommon({ oldText, newText, moves, follow, choice })
  const divisions = new DivisionPlan(oldText, newText, moves)
  const placed = [
    ...divisionClauses(divisions, choice),
    ...kept,
    ...addedClauses(newText, moves, divisions),
    ...removedClauses(oldText, moves, divisions),
  ]
  placed.sort((a, b) => a.at - b.at)
  return [
    ...frontClauses(oldText, newText, choice.wholePreamble),
    ...gatherClauses(placed.map(({ clause }) => clause), common.map(commonClause)),
    ...annexClauses(oldText.annexes, newText.annexes),
  ]
}

/** An article that keeps its number while those around it pass it by: no formula says that, so it goes and comes anew. */
function keepsNumber(move: ArticleMove, oldText: LegalText, newText: LegalText): boolean {
  return move.kind === 'kept' && move.moved && oldText.articles[move.old]?.number === newText.articles[move.new]?.number
}

function anew(move: ArticleMove, { articles }: PlanChoice, always: boolean): ArticleMove[] {
  switch (move.kind) {
    case 'kept':
      return always || articles.get(move.new) === 'anew' ? [{ kind: 'removed', old: move.old }, { kind: 'added', new: move.new }] : [move]
    case 'merged':
      return articles.get(move.new) === 'anew' ? [...move.old.map((old): ArticleMove => ({ kind: 'removed', old })), { kind: 'added', new: move.new }] : [move]
    case 'split':
      return move.new.some((next) => articles.get(next) === 'anew') ? [{ kind: 'removed', old: move.old }, ...move.new.map((next): ArticleMove => ({ kind: 'added', new: next }))] : [move]
    case 'set-apart':
    case 'added':
    case 'removed':
      return [move]
    default: {
      const never: never = move
      return never
    }
  }
}

function commonClause({ from, to, places }: CommonWords): Clause {
  return places === null ? { kind: 'words-everywhere', from, to } : { kind: 'words-in', places, edits: [to === '' ? { kind: 'delete', words: from } : { kind: 'replace', from, to }] }
}

const labelled = (article: Article): NewArticle => ({ label: article.number, lines: articleLines(article) })

type SaidOptions = { oldText: LegalText; newText: LegalText; moves: readonly ArticleMove[]; follow: Follow; choice: PlanChoice }
type KeptOptions = SaidOptions & { common: readonly CommonWords[] }

const MOST_PASSES = 4

/**
 * Expressions that several articles change alike, and what the articles say for themselves. An article that is written
 * anew has its new words already: it must not be named for an expression too.
 */
function keptAndCommon(options: SaidOptions): { kept: PlacedClause[]; common: CommonWords[] } {
  const { oldText, newText, moves, follow, choice } = options
  const writtenAnew = new Set<number>()
  for (let pass = 0; ; pass += 1) {
    const common = pass < MOST_PASSES ? commonWords({ oldText, newText, moves, follow, throughout: choice.throughout, writtenAnew }) : []
    const kept = keptClauses({ ...options, common })
    const named = new Set(common.flatMap(({ articles }) => [...articles]))
    const known = writtenAnew.size
    for (const { old, clause } of kept) if (old !== null && named.has(old) && writesAnew(clause)) writtenAnew.add(old)
    if (writtenAnew.size === known || common.length === 0) return { kept, common }
  }
}

function writesAnew(clause: Clause): boolean {
  return clause.kind === 'article' && clause.parts.some(({ kind }) => kind === 'whole' || kind === 'replace-paragraph' || kind === 'replace-item' || kind === 'replace-lead')
}

/** What stays, is joined or is divided. */
function keptClauses({ oldText, newText, moves, follow, common, choice }: KeptOptions): (PlacedClause & { old: number | null })[] {
  const left = leftParagraphs(moves)
  const oldOf = (place: number): Article[] => oldText.articles.slice(place, place + 1)
  const newOf = (place: number): Article[] => newText.articles.slice(place, place + 1)
  return moves.flatMap((move): (PlacedClause & { old: number | null })[] => {
    if (move.kind === 'merged') {
      const from = move.old.flatMap(oldOf).map(({ number }) => number)
      return newOf(move.new).map((after) => ({ at: move.new, old: null, clause: { kind: 'merge', from, to: after.number, lines: articleLines(after) } }))
    }
    if (move.kind === 'split') {
      const into = move.new.flatMap(newOf).map(labelled)
      return oldOf(move.old).map(({ number }) => ({ at: move.new[0] ?? 0, old: null, clause: { kind: 'split', from: number, into } }))
    }
    if (move.kind === 'set-apart') return setApartClause(oldText, newText, move, follow).map((placed) => ({ ...placed, old: null }))
    if (move.kind !== 'kept') return []
    const [before, after] = [oldText.articles[move.old], newText.articles[move.new]]
    if (before === undefined || after === undefined) return []
    const chosen = choice.articles.get(move.new) ?? 'short'
    const parts = articleParts({ before, after, follow, common: common.filter(({ articles }) => articles.has(move.old)), left: left.get(move.old) ?? NONE, fineness: chosen === 'anew' ? 'whole' : chosen })
    // 第三百零八条之一 follows 第三百零八条
    const renumbered = before.number !== after.number && !isInserted(oldText, move.old)
    if (parts.length === 0 && !(renumbered && (move.moved || choice.allNumbers))) return []
    return [{ at: move.new, old: move.old, clause: { kind: 'article', from: before.number, to: renumbered ? after.number : before.number, parts } }]
  })
}

const NONE: ReadonlySet<number> = new Set()

/** By place of the old article: its 款 that are articles of their own now. */
function leftParagraphs(moves: readonly ArticleMove[]): ReadonlyMap<number, ReadonlySet<number>> {
  const left = new Map<number, Set<number>>()
  for (const move of moves) if (move.kind === 'set-apart') left.set(move.old, (left.get(move.old) ?? new Set<number>()).add(move.paragraph))
  return left
}

function setApartClause(oldText: LegalText, newText: LegalText, move: Extract<ArticleMove, { kind: 'set-apart' }>, follow: Follow): PlacedClause[] {
  const [before, after] = [oldText.articles[move.old], newText.articles[move.new]]
  const paragraph = before?.paragraphs[move.paragraph]
  if (before === undefined || after === undefined || paragraph === undefined) return []
  const lines = articleLines(after)
  const same = follow(paragraphLines(paragraph).join('\n')) === lines.join('\n')
  return [{ at: move.new, clause: { kind: 'set-apart', from: before.number, paragraph: move.paragraph + 1, to: after.number, lines: same ? null : lines } }]
}

/** Runs of new articles: one instruction for neighbours in one division. */
function addedClauses(newText: LegalText, moves: readonly ArticleMove[], divisions: DivisionPlan): PlacedClause[] {
  const added = moves.flatMap((move) => (move.kind === 'added' && !divisions.quoted.has(move.new) ? [move.new] : [])).sort((a, b) => a - b)
  const runs: number[][] = []
  for (const place of added) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const goesOn = last === place - 1 && divisions.innermost(place) === divisions.innermost(last) && isInserted(newText, place) === isInserted(newText, last)
    if (run !== undefined && goesOn) run.push(place)
    else runs.push([place])
  }
  return runs.map((run): PlacedClause => {
    const first = run[0] ?? 0
    const articles = run.flatMap((place) => newText.articles.slice(place, place + 1)).map(labelled)
    const after = isInserted(newText, first) ? (newText.articles[first - 1]?.number ?? null) : null
    return { at: first, clause: { kind: 'add-articles', articles, division: divisions.ambiguous(run), after } }
  })
}

/** 第十七条之一: put in without moving what follows. */
function isInserted(text: LegalText, place: number): boolean {
  return (parseArticleLabel(text.articles[place]?.number ?? '')?.inserted.length ?? 0) > 0
}

/** Runs of articles that go, placed behind the article before them that stays. */
function removedClauses(oldText: LegalText, moves: readonly ArticleMove[], divisions: DivisionPlan): PlacedClause[] {
  const target = new Map<number, number>()
  for (const move of moves) if (move.kind === 'kept' && !move.moved) target.set(move.old, move.new)
  const removed = moves.flatMap((move) => (move.kind === 'removed' && !divisions.dropped.has(move.old) ? [move.old] : [])).sort((a, b) => a - b)
  const runs: number[][] = []
  for (const place of removed) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  return runs.map((run): PlacedClause => {
    let before = (run[0] ?? 0) - 1
    while (before >= 0 && !target.has(before)) before -= 1
    const articles = run.flatMap((place) => oldText.articles[place]?.number ?? [])
    return { at: (target.get(before) ?? -1) + 0.5, clause: { kind: 'delete-articles', articles } }
  })
}
