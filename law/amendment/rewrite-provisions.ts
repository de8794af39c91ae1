/** An article written anew whose 款 and 项 are the old ones where their words say so: references inside and to them follow. */
import type { Article, Item, Paragraph } from '../text/index.ts'
import type { TrackedWords } from './tracked-words.ts'
import { toWorkItem, toWorkParagraph, type WorkArticle, type WorkItem, type WorkParagraph } from './working-text.ts'

/**
 * Which old line each new one is: equal words first, in their order; between two such lines one by one where there are as
 * many of both. Null: a new line.
 */
function pairProvisions(old: readonly string[], fresh: readonly string[]): (number | null)[] {
  const pairs = Array.from<number | null>({ length: fresh.length }).fill(null)
  let from = 0
  for (const [i, words] of fresh.entries()) {
    const found = old.indexOf(words, from)
    if (found < 0) continue
    pairs[i] = found
    from = found + 1
  }
  let open = 0
  let last = -1
  for (let i = 0; i <= fresh.length; i += 1) {
    const at = i === fresh.length ? old.length : pairs[i]
    if (at == null) continue
    if (i - open === at - last - 1) for (let j = open; j < i; j += 1) pairs[j] = last + 1 + j - open
    open = i + 1
    last = at
  }
  return pairs
}

/** Only the words that differ are new. */
function respell(words: TrackedWords, to: string): void {
  const from = words.words
  if (from === to) return
  const most = Math.min(from.length, to.length)
  let head = 0
  while (head < most && from[head] === to[head]) head += 1
  let tail = 0
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1
  words.splice(head, from.length - tail, to.slice(head, to.length - tail))
}

/** Puts `article` in the place of the old one; its number stays. 款 that have no new words are gone. */
export function rewriteProvisions(work: WorkArticle, article: Article): void {
  const old = work.paragraphs
  const pairs = pairProvisions(old.map(({ words }) => words.words), article.paragraphs.map(({ text }) => text))
  work.heading = article.heading ?? work.heading
  work.paragraphs = article.paragraphs.map((paragraph, i) => {
    const at = pairs[i]
    const was = at == null ? undefined : old[at]
    return was === undefined ? toWorkParagraph(paragraph, null, work) : rewriteParagraph(was, paragraph)
  })
  for (const paragraph of old) if (!work.paragraphs.includes(paragraph)) paragraph.gone = true
}

function rewriteParagraph(work: WorkParagraph, paragraph: Paragraph): WorkParagraph {
  respell(work.words, paragraph.text)
  const old = work.items
  const pairs = pairProvisions(old.map(({ words }) => words.words), paragraph.items.map(({ text }) => text))
  work.items = paragraph.items.map((item, i) => {
    const at = pairs[i]
    const was = at == null ? undefined : old[at]
    return was === undefined ? toWorkItem(item, null) : rewriteItem(was, item)
  })
  // said again once numbers are given: what was written keeps its marks
  work.rewritten = true
  return work
}

function rewriteItem(work: WorkItem, item: Item): WorkItem {
  respell(work.words, item.text)
  work.number = item.number
  const same = work.subitems.length === item.subitems.length
  if (same) item.subitems.forEach((subitem, i) => { const own = work.subitems[i]; if (own !== undefined) respell(own.words, subitem.text) })
  else work.subitems = toWorkItem(item, null).subitems
  return work
}
