/**
 * Changes that a person chose at their places, not read out of a decision (修改意见 of the organ that approves): carried out
 * together on the old text, after which numbers and internal references follow.
 */
import { recogniseCitations } from '../citation/index.ts'
import type { LegalText } from '../text/index.ts'
import { followAnnexes, insertBehindAnnex, labelAnnexes } from './change-annexes.ts'
import { bareArticles, changeClause, sayMarks, wordsOfItems } from './change-clauses.ts'
import { brokenDivisions, type BrokenDivision, changeDivisions, type Placed, printedOrder } from './change-divisions.ts'
import { AmendmentFailure } from './find-place.ts'
import { finishNumbers } from './finish-numbers.ts'
import { finishText } from './finish-text.ts'
import { followDivisions, placeDoubts } from './follow-divisions.ts'
import { followReferences } from './follow-references.ts'
import type { AmendProblem } from './instruction.ts'
import type { ProvisionChange } from './provision-change.ts'
import { rewriteProvisions } from './rewrite-provisions.ts'
import type { TrackedWords } from './tracked-words.ts'
import { levelsOf, toWorkArticle, toWorkBlocks, toWorkText, type WorkAnnex, type WorkArticle, type WorkItem, type WorkParagraph, type WorkText } from './working-text.ts'

/** A reference that new words make, by a number of the new text: nobody can tell but its author whether it is the right one. */
export type NewReference = { where: string; label: string }

export type Made = { of: 'article' | 'chapter' | 'annex'; at: number }

export type ChangedProvisions = {
  text: LegalText
  /** for each article of the new text the index of the old one that it was, null for a new one; so for divisions and annexes */
  origins: (number | null)[]
  divisionOrigins: (number | null)[]
  annexOrigins: (number | null)[]
  /** numbers that new articles, 款, 项, divisions and annexes got, and moved articles have, by the index of their change */
  addedAs: ReadonlyMap<number, string>
  /** what a change brought, by its place among its kind in the new text */
  made: ReadonlyMap<number, Made[]>
  /** references whose numbers followed; `where` is the number of the citing article in the new text, '' outside of articles */
  followed: { where: string; before: string; after: string }[]
  /** references whose target is gone, by its id in the old text */
  dangling: { targetId: string; message: string }[]
  /** what cannot stay so: a division ('' outside of divisions), or an article without words, by its id in the old text */
  broken: { fault: BrokenDivision['fault'] | 'bare'; label: string; id: string | null }[]
  newReferences: NewReference[]
  /** what followed beside numbers: marks at the end of items */
  marks: string[]
  /** references that say their target by its place */
  doubts: string[]
  problems: AmendProblem[]
}

/**
 * The text with all changes. Throws AmendmentFailure where a place is not there: whoever calls has looked it up in the
 * same text. Pure.
 */
export function changeProvisions(base: LegalText, changes: readonly ProvisionChange[]): ChangedProvisions {
  const work = toWorkText(base)
  const old = [...work.articles]
  const oldDivisions = [...work.divisions]
  const oldAnnexes = base.annexes.flatMap(({ id, label }, at) => { const annex = work.annexes[at]; return annex === undefined ? [] : [{ id, label, annex }] })
  const words = wordsOf(work)
  const divisions = changeDivisions(work, old, changes)
  const placed = [...divisions.placed, ...placeArticles(work, old, changes)]
  const clauses = new Map<number, { article: WorkArticle; node: WorkParagraph | WorkItem }>()
  const annexes = new Map<number, WorkAnnex>()
  const ordered = [...changes.entries()].sort(([a, one], [b, other]) => startOf(other) - startOf(one) || a - b)
  for (const [by, change] of ordered) {
    const made = carryOut({ work, old, words, oldAnnexes }, change)
    if (made !== null && 'blocks' in made) annexes.set(by, made)
    else if (made !== null) clauses.set(by, made)
  }
  takePlaces(work, placed)
  const marked = wordsOfItems(work.articles)
  work.renumber = placed.length > 0 || changes.some(({ does }) => does === 'remove' || does === 'removeDivision')
  finishNumbers(work)
  const broken: ChangedProvisions['broken'] = [
    ...brokenDivisions(work).map(({ division, fault }) => ({ fault, label: division?.final ?? '', id: division?.source?.id ?? null })), ...bareArticles(work.articles).map(({ id, label }) => ({ fault: 'bare' as const, label, id })),
  ]
  for (const { paragraphs } of work.articles) for (const paragraph of paragraphs) if (paragraph.rewritten) settleItems(paragraph)
  const fresh = newReferencesOf(work)
  const citations = recogniseCitations(base)
  const { followed, problems, dangling } = followReferences(work, old, true, citations)
  const chapters = followDivisions(work, oldDivisions, citations)
  if (changes.some(({ does }) => does === 'addAnnex' || does === 'removeAnnex')) labelAnnexes(work)
  const labels = followAnnexes(work, oldAnnexes)
  const left = work.annexes.filter(({ gone }) => !gone)
  const { text } = finishText(work)
  return {
    text,
    origins: work.articles.map(({ source }) => (source === null ? null : base.articles.indexOf(source))),
    divisionOrigins: work.divisions.map(({ source }) => (source === null ? null : base.divisions.indexOf(source))),
    annexOrigins: left.map((annex) => { const at = oldAnnexes.findIndex((one) => one.annex === annex); return at < 0 ? null : at }),
    addedAs: new Map([
      ...placed.map(({ by, article }): [number, string] => [by, article.final ?? '']), ...[...divisions.made].map(([by, division]): [number, string] => [by, division.final ?? '']),
      ...[...clauses].map(([by, { article, node }]): [number, string] => [by, clauseLabel(article, node)]), ...[...annexes].map(([by, { label }]): [number, string] => [by, label.replace(/[：:]$/u, '')]),
    ]),
    made: new Map(
      changes.map((_, by): [number, Made[]] => {
        const [division, annex] = [divisions.made.get(by), annexes.get(by)]
        const articles = placed.filter((one) => one.by === by && one.article.source === null)
        return [by, [
          ...(division === undefined ? [] : [{ of: 'chapter' as const, at: work.divisions.indexOf(division) }]), ...articles.map(({ article }) => ({ of: 'article' as const, at: work.articles.indexOf(article) })),
          ...(annex === undefined ? [] : [{ of: 'annex' as const, at: left.indexOf(annex) }]),
        ]]
      }),
    ),
    followed: [...followed, ...chapters.followed, ...labels.followed].map(({ article, before, after }) => ({ where: article?.final ?? '', before, after })),
    dangling: [...dangling, ...chapters.dangling, ...labels.dangling],
    broken,
    newReferences: fresh.map(({ article, label }) => ({ where: article.final ?? '', label })),
    marks: sayMarks(marked),
    doubts: work.renumber || divisions.made.size > 0 || changes.some(({ does }) => does === 'mergeDivision') ? placeDoubts(work, old, citations) : [],
    problems,
  }
}

/** 第二款, 第三项 of the new text. */
function clauseLabel(article: WorkArticle, node: WorkParagraph | WorkItem): string {
  const paragraph = article.paragraphs.findIndex((one) => one === node)
  if (paragraph >= 0) return levelsOf(paragraph + 1, null)
  const holder = article.paragraphs.find(({ items }) => items.some((item) => item === node))
  return levelsOf(null, (holder?.items.findIndex((item) => item === node) ?? -1) + 1)
}

/** New articles and those that move, behind the old ones that they will follow. */
function placeArticles(work: WorkText, old: readonly WorkArticle[], changes: readonly ProvisionChange[]): Placed[] {
  const articleOf = (id: string): WorkArticle => there(old.find(({ source }) => source?.id === id))
  const before = (article: WorkArticle): WorkArticle | 'start' => old[old.indexOf(article) - 1] ?? 'start'
  return [...changes.entries()].flatMap(([by, change]): Placed[] => {
    if (change.does === 'add') {
      const beside = articleOf(change.articleId)
      const article = toWorkArticle(change.article, null, beside.home)
      return [change.side === 'after' ? { article, anchor: beside, rank: 0, by } : { article, anchor: before(beside), rank: 2, by }]
    }
    if (change.does !== 'move') return []
    const article = articleOf(change.articleId)
    const { to } = change
    if ('after' in to) {
      const beside = articleOf(to.after)
      article.home = beside.home
      return [{ article, anchor: beside, rank: 0, by }]
    }
    const division = there(work.divisions.find(({ source }) => source?.id === to.opens))
    article.home = division
    return [{ article, anchor: before(there(old[division.source?.at ?? -1])), rank: 2, by }]
  })
}

/** Behind one article: those of its own division first, then those of divisions behind it. */
function takePlaces(work: WorkText, placed: readonly Placed[]): void {
  const order = printedOrder(work)
  const homeOf = ({ article }: Placed): number => (article.home === null ? -1 : (order.get(article.home) ?? -1))
  const inOrder = placed.toSorted((a, b) => homeOf(a) - homeOf(b) || a.rank - b.rank || a.by - b.by)
  for (const [turn, { article, anchor }] of inOrder.entries()) {
    article.follows = anchor
    article.turn = turn
    article.homeGiven = true
    if (article.source === null) work.articles.push(article)
  }
}

/** Words change from the end of a line to its beginning, so that places in it stay true. */
const startOf = (change: ProvisionChange): number => ('start' in change ? change.start : -1)

/** Marks of items stay as they were written: only which of them moved must be known to the references. */
function settleItems(paragraph: WorkArticle['paragraphs'][number]): void {
  paragraph.rewritten = false
  paragraph.itemsMoved = true
}

/** Words by the ids of the old tree. */
function wordsOf(work: WorkText): Map<string, TrackedWords> {
  const found = new Map<string, TrackedWords>()
  for (const { paragraphs } of work.articles) {
    for (const { source, words, items } of paragraphs) {
      if (source !== null) found.set(source.id, words)
      for (const item of items) {
        if (item.source !== null) found.set(item.source.id, item.words)
        for (const subitem of item.subitems) if (subitem.source !== null) found.set(subitem.source.id, subitem.words)
      }
    }
  }
  work.base.annexes.forEach((annex, at) => work.annexes[at]?.blocks.forEach((block, i) => block.kind === 'line' && found.set(`${annex.id}__block_${i + 1}`, block.words)))
  return found
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new AmendmentFailure('place-not-found', '没有找到要修改的地方。')
  return value
}

type Places = { work: WorkText; old: readonly WorkArticle[]; words: ReadonlyMap<string, TrackedWords>; oldAnnexes: readonly { id: string; annex: WorkAnnex }[] }

/** What is not done by its place in the order of articles and divisions. Gives what it made. */
function carryOut({ work, old, words, oldAnnexes }: Places, change: ProvisionChange): { article: WorkArticle; node: WorkParagraph | WorkItem } | WorkAnnex | null {
  const articleOf = (id: string): WorkArticle => there(old[work.base.articles.findIndex((article) => article.id === id)])
  const annexOf = (id: string): WorkAnnex => there(oldAnnexes.find((annex) => annex.id === id)).annex
  switch (change.does) {
    case 'words':
      there(words.get(change.nodeId)).splice(change.start, change.end, change.words)
      return null
    case 'cell': {
      const block = annexOf(change.annexId).blocks[change.block]
      there(block?.kind === 'table' ? block.table[change.row]?.[change.column] : undefined).words.splice(change.start, change.end, change.words)
      return null
    }
    case 'rewrite':
      rewriteProvisions(articleOf(change.articleId), change.article)
      return null
    case 'remove':
      articleOf(change.articleId).gone = true
      return null
    case 'addClause':
    case 'addItem':
    case 'removeClause': {
      const article = articleOf(change.articleId)
      const node = changeClause(article, change)
      return node === null ? null : { article, node }
    }
    case 'articleHeading':
      articleOf(change.articleId).heading = change.heading
      return null
    case 'divisionHeading':
      there(work.divisions.find(({ source }) => source?.id === change.divisionId)).heading = change.heading
      return null
    case 'annexTitle':
      annexOf(change.annexId).title = change.title
      return null
    case 'addAnnex': {
      const annex: WorkAnnex = { old: null, label: '', title: change.title, blocks: toWorkBlocks(change.blocks, true), gone: false }
      insertBehindAnnex(work, change.after === null ? null : annexOf(change.after), annex)
      return annex
    }
    case 'removeAnnex':
      annexOf(change.annexId).gone = true
      return null
    case 'title':
      work.title = change.title
      return null
    case 'add':
    case 'move':
    case 'addDivision':
    case 'splitDivision':
    case 'removeDivision':
    case 'mergeDivision':
      return null
    default: {
      const never: never = change
      return never
    }
  }
}

const LABEL = /(?<!》)第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)*/gu

function newReferencesOf(work: WorkText): { article: WorkArticle; label: string }[] {
  return work.articles.flatMap((article) => {
    const passages = article.paragraphs.flatMap(({ words, items }) => [words, ...items.flatMap((item) => [item.words, ...item.subitems.map((subitem) => subitem.words)])])
    return passages.flatMap((words) => [...words.words.matchAll(LABEL)].flatMap((match) => (words.isOld(match.index, match.index + match[0].length) ? [] : [{ article, label: match[0] }])))
  })
}
