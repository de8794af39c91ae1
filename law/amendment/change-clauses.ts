/** 款 and 项 that a person adds or takes away inside an article. */
import { AmendmentFailure } from './find-place.ts'
import type { ProvisionChange } from './provision-change.ts'
import { levelsOf, toWorkItem, toWorkParagraph, type WorkArticle, type WorkItem, type WorkParagraph } from './working-text.ts'

type ClauseChange = Extract<ProvisionChange, { does: 'addClause' | 'addItem' | 'removeClause' }>

const there = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new AmendmentFailure('place-not-found', '没有找到要修改的款、项。')
  return value
}

/** Behind the one of that id, and behind what changes before this one put there. */
function insert<Node extends { source: { id: string } | null; old: number | null }>(row: Node[], after: string | null, node: Node): void {
  let at = after === null ? 0 : row.indexOf(there(row.find(({ source, old }) => old !== null && source?.id === after))) + 1
  while (row[at]?.old === null) at += 1
  row.splice(at, 0, node)
}

/** Carries it out; gives the new 款 or 项. */
export function changeClause(article: WorkArticle, change: ClauseChange): WorkParagraph | WorkItem | null {
  const paragraphOf = (id: string): WorkParagraph => there(article.paragraphs.find(({ source, old }) => old !== null && source?.id === id))
  switch (change.does) {
    case 'addClause': {
      const made = toWorkParagraph(change.paragraph, null, article)
      insert(article.paragraphs, change.after, made)
      return made
    }
    case 'addItem': {
      const paragraph = paragraphOf(change.paragraphId)
      const made = toWorkItem(change.item, null)
      insert(paragraph.items, change.after, made)
      paragraph.itemsMoved = true
      return made
    }
    case 'removeClause': {
      const holder = article.paragraphs.find(({ items }) => items.some(({ source }) => source?.id === change.nodeId))
      if (holder === undefined) {
        paragraphOf(change.nodeId).gone = true
        return null
      }
      there(holder.items.find(({ source }) => source?.id === change.nodeId)).gone = true
      holder.itemsMoved = true
      return null
    }
    default: {
      const never: never = change
      return never
    }
  }
}

/** Articles without a 款, and lists without an 项, where the old text had some. By the id of the article. */
export const bareArticles = (articles: readonly WorkArticle[]): { id: string; label: string }[] =>
  articles.flatMap(({ source, old, paragraphs }) => (source !== null && source.paragraphs.length > 0 && (paragraphs.length === 0 || paragraphs.some(({ itemsMoved, items }) => itemsMoved && items.length === 0)) ? [{ id: source.id, label: old ?? '' }] : []))

export type MarkChange = { article: WorkArticle; paragraph: WorkParagraph; item: WorkItem; before: string }

/** The words of items whose marks may follow: the last one ends with 。, the others with ；. To be asked before numbers are given. */
export function wordsOfItems(articles: readonly WorkArticle[]): MarkChange[] {
  return articles.flatMap((article) => article.paragraphs.flatMap((paragraph) => (paragraph.itemsMoved ? paragraph.items.filter(({ old }) => old !== null).map((item): MarkChange => ({ article, paragraph, item, before: lastWords(item) })) : [])))
}

const lastWords = (item: WorkItem): string => (item.subitems.at(-1)?.words ?? item.words).words

/** 第三条第二项句末的“。”改为“；”. */
export function sayMarks(marks: readonly MarkChange[]): string[] {
  return marks.flatMap(({ article, paragraph, item, before }) => {
    const after = lastWords(item)
    if (item.gone || paragraph.gone || article.gone || before === after) return []
    const at = levelsOf(article.paragraphs.length > 1 ? article.paragraphs.indexOf(paragraph) + 1 : null, paragraph.items.indexOf(item) + 1)
    const was = before.slice(-1)
    return [`${article.final ?? ''}${at}句末${/[；。]/u.test(was) ? `的“${was}”改为` : '加'}“${after.slice(-1)}”`]
  })
}
