/**
 * Changes that a person chose at their places, not read out of a decision (修改意见 of the organ that approves): carried out
 * together on the old text, after which numbers and internal references follow.
 */
import type { Article, LegalText } from '../text/index.ts'
import { AmendmentFailure } from './find-place.ts'
import { finishNumbers } from './finish-numbers.ts'
import { finishText } from './finish-text.ts'
import { followReferences } from './follow-references.ts'
import type { AmendProblem } from './instruction.ts'
import { rewriteProvisions } from './rewrite-provisions.ts'
import type { TrackedWords } from './tracked-words.ts'
import { toWorkArticle, toWorkText, type WorkArticle, type WorkText } from './working-text.ts'

/** Every place is one of the old text: ids of its tree, characters of its words. Places of two changes never overlap. */
export type ProvisionChange =
  /** `nodeId`: a 款, 项, 目, or a line of an annex (`annex_1__block_2`) */
  | { does: 'words'; nodeId: string; start: number; end: number; words: string }
  | { does: 'cell'; annexId: string; block: number; row: number; column: number; start: number; end: number; words: string }
  | { does: 'rewrite'; articleId: string; article: Article }
  | { does: 'add'; articleId: string; side: 'before' | 'after'; article: Article }
  | { does: 'remove'; articleId: string }
  | { does: 'articleHeading'; articleId: string; heading: string }
  | { does: 'divisionHeading'; divisionId: string; heading: string }
  | { does: 'annexTitle'; annexId: string; title: string }
  | { does: 'title'; title: string }

/** A reference that new words make, by a number of the new text: nobody can tell but its author whether it is the right one. */
export type NewReference = { where: string; label: string }

export type ChangedProvisions = {
  text: LegalText
  /** for each article of the new text the index of the old one that it was, null for a new one */
  origins: (number | null)[]
  /** numbers that new articles got, by the index of their change */
  addedAs: ReadonlyMap<number, string>
  /** references whose numbers followed; `where` is the number of the citing article in the new text, '' outside of articles */
  followed: { where: string; before: string; after: string }[]
  newReferences: NewReference[]
  problems: AmendProblem[]
}

/**
 * The text with all changes. Throws AmendmentFailure where a place is not there: whoever calls has looked it up in the
 * same text. Pure.
 */
export function changeProvisions(base: LegalText, changes: readonly ProvisionChange[]): ChangedProvisions {
  const work = toWorkText(base)
  const old = [...work.articles]
  const added = new Map<number, WorkArticle>()
  const words = wordsOf(work)
  const ordered = [...changes.entries()].sort(([a, one], [b, other]) => startOf(other) - startOf(one) || a - b)
  for (const [by, change] of ordered) carryOut(work, old, words, change, (article) => added.set(by, article))
  // behind the article that they follow, those before the next one last
  work.articles.push(...[...added].sort(([a], [b]) => rankOf(changes[a]) - rankOf(changes[b]) || a - b).map(([, article]) => article))
  work.renumber = changes.some(({ does }) => does === 'add' || does === 'remove')
  finishNumbers(work)
  for (const { paragraphs } of work.articles) for (const paragraph of paragraphs) if (paragraph.rewritten) settleItems(paragraph)
  const fresh = newReferencesOf(work)
  const { followed, problems } = followReferences(work, old, true)
  const { text } = finishText(work)
  return {
    text,
    origins: work.articles.map(({ source }) => (source === null ? null : base.articles.indexOf(source))),
    addedAs: new Map([...added].map(([by, article]) => [by, article.final ?? ''])),
    followed: followed.map(({ article, before, after }) => ({ where: article?.final ?? '', before, after })),
    newReferences: fresh.map(({ article, label }) => ({ where: article.final ?? '', label })),
    problems,
  }
}

/** Words change from the end of a line to its beginning, so that places in it stay true. */
const startOf = (change: ProvisionChange): number => ('start' in change ? change.start : -1)
const rankOf = (change: ProvisionChange | undefined): number => (change?.does === 'add' && change.side === 'before' ? 1 : 0)

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

function carryOut(work: WorkText, old: readonly WorkArticle[], words: ReadonlyMap<string, TrackedWords>, change: ProvisionChange, keep: (added: WorkArticle) => void): void {
  const articleOf = (id: string): WorkArticle => there(old[work.base.articles.findIndex((article) => article.id === id)])
  const annexOf = (id: string): WorkText['annexes'][number] => there(work.annexes[work.base.annexes.findIndex((annex) => annex.id === id)])
  switch (change.does) {
    case 'words':
      there(words.get(change.nodeId)).splice(change.start, change.end, change.words)
      return
    case 'cell': {
      const block = annexOf(change.annexId).blocks[change.block]
      there(block?.kind === 'table' ? block.table[change.row]?.[change.column] : undefined).words.splice(change.start, change.end, change.words)
      return
    }
    case 'rewrite':
      rewriteProvisions(articleOf(change.articleId), change.article)
      return
    case 'remove':
      articleOf(change.articleId).gone = true
      return
    case 'add': {
      const beside = articleOf(change.articleId)
      const made = toWorkArticle(change.article, null, beside.home)
      made.homeGiven = true
      made.follows = change.side === 'after' ? beside : there(old[old.indexOf(beside) - 1])
      keep(made)
      return
    }
    case 'articleHeading':
      articleOf(change.articleId).heading = change.heading
      return
    case 'divisionHeading':
      there(work.divisions.find(({ source }) => source?.id === change.divisionId)).heading = change.heading
      return
    case 'annexTitle':
      annexOf(change.annexId).title = change.title
      return
    case 'title':
      work.title = change.title
      return
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
