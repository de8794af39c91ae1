/** References of the text to itself follow the new numbers. Those to other laws, and new words of the decision, never change. */
import { recogniseCitations, type Citation } from '../citation/index.ts'
import { labelOrdinal, parseArticleLabel, readNumber, toArticleLabel, toChineseNumber } from '../text/index.ts'
import type { AmendProblem } from './instruction.ts'
import type { TrackedWords } from './tracked-words.ts'
import type { WorkArticle, WorkItem, WorkParagraph, WorkText } from './working-text.ts'

export type Followed = { article: WorkArticle | null; before: string; after: string }

/** Nodes of the old tree by their ids, where they are still there. */
export function wordsById(work: WorkText): Map<string, { words: TrackedWords; article: WorkArticle | null }> {
  const byId = new Map<string, { words: TrackedWords; article: WorkArticle | null }>()
  for (const article of work.articles) {
    for (const paragraph of article.paragraphs) {
      if (paragraph.source !== null && paragraph.old !== null) byId.set(paragraph.source.id, { words: paragraph.words, article })
      for (const item of paragraph.items) {
        if (item.source !== null) byId.set(item.source.id, { words: item.words, article })
        for (const { source, words } of item.subitems) if (source !== null) byId.set(source.id, { words, article })
      }
    }
  }
  for (const { line, old } of work.preamble) if (old >= 0) byId.set(`preamble_${old + 1}`, { words: line, article: null })
  for (const annex of work.base.annexes) {
    const own = work.annexes.find(({ label, gone }) => !gone && label === annex.label)
    own?.blocks.forEach((block, i) => {
      if (block.kind === 'line') byId.set(`${annex.id}__block_${i + 1}`, { words: block.words, article: null })
    })
  }
  return byId
}

const NUMBER = '[零〇○一二三四五六七八九十百千两]{1,12}'
const STEP = new RegExp(`第?(?:（)?(${NUMBER})(?:）)?((?:[、至和]第?（?${NUMBER}）?)*)(条|款|项)((?:之[一二三四五六七八九十]+(?![款项]))*)`, 'gu')

type Context = { article: WorkArticle | null; old: string | null; paragraph: WorkParagraph | null }
type Edit = { start: number; end: number; words: string }

/** `dangling`: references whose target is gone, by its id in the old text; said with the numbers of the old text */
export type FollowResult = { followed: Followed[]; problems: AmendProblem[]; dangling: { targetId: string; message: string }[] }

/**
 * Writes the new numbers into the references of the old words. `allOldArticles`: every article before the decision,
 * those that are gone included. Must run after the numbers are given.
 * @param levels references to 款 and 项 follow too
 * @param citations those of the old text, where they are known
 */
export function followReferences(work: WorkText, allOldArticles: readonly WorkArticle[], levels: boolean, citations: readonly Citation[] = recogniseCitations(work.base)): FollowResult {
  const byId = wordsById(work)
  const byLabel = new Map(allOldArticles.flatMap((article) => (article.old === null || article.old === '' ? [] : [[article.old, article] as const])))
  const followed: Followed[] = []
  const problems: AmendProblem[] = []
  const dangling: FollowResult['dangling'] = []
  // from the last to the first, so that places in a line stay true
  for (const citation of citations.toReversed()) {
    if (citation.target.law !== 'self') continue
    const node = byId.get(citation.in.nodeId)
    const now = node?.words.locateOld(citation.start, citation.end)
    if (node === undefined || now == null) continue
    const doubt = relativeDoubt(citation, byLabel)
    const where = node.article?.final ?? '引言或者附件'
    if (doubt !== null) problems.push({ line: 1, code: 'reference-doubtful', message: `${where}中的“${citation.text}”${doubt}` })
    const { words, doubts } = rewrite(citation, byLabel, levels, node.article)
    for (const { code, message, targetId } of doubts) {
      problems.push({ line: 1, code, message: `${where}中的“${citation.text}”${message}` })
      if (targetId !== undefined) dangling.push({ targetId, message: `${node.article?.old ?? '引言或者附件'}中的“${citation.text}”${message}` })
    }
    if (words === citation.text) continue
    node.words.splice(now.start, now.end, words)
    followed.push({ article: node.article, before: citation.text, after: words })
  }
  return { followed: followed.reverse(), problems: problems.reverse(), dangling: dangling.reverse() }
}

/** 前款, 前条: what stands before now may be something else. */
function relativeDoubt(citation: Citation, byLabel: ReadonlyMap<string, WorkArticle>): string | null {
  const match = /^前([一二两三四五])?(款|条)/u.exec(citation.text)
  const own = citation.in.article === null ? undefined : byLabel.get(citation.in.article)
  if (match === null || own === undefined || own.gone) return null
  if (match[2] === '款') {
    const paragraph = citation.in.paragraph === null ? undefined : own.oldParagraphs[citation.in.paragraph - 1]
    const before = citation.in.paragraph === null ? undefined : own.oldParagraphs[citation.in.paragraph - 2]
    if (paragraph === undefined || before === undefined) return null
    const row = paragraph.owner.paragraphs
    const at = row.indexOf(paragraph)
    return at > 0 && row[at - 1] === before ? null : '的前面已经不是原来的那一款，请核对。'
  }
  return null
}

type Doubt = { code: AmendProblem['code']; message: string; targetId?: string | undefined }

function rewrite(citation: Citation, byLabel: ReadonlyMap<string, WorkArticle>, levels: boolean, own: WorkArticle | null): { words: string; doubts: Doubt[] } {
  const { text, target } = citation
  const doubts: Doubt[] = []
  const edits: Edit[] = []
  const [only] = target.articles
  const home = only === undefined ? null : (byLabel.get(only) ?? null)
  const context: Context = { article: home, old: only ?? null, paragraph: home === null || target.paragraph === null ? null : (home.oldParagraphs[target.paragraph - 1] ?? null) }
  for (const match of text.matchAll(STEP)) {
    const [step, head = '', tail = '', unit = '', inserted = ''] = match
    const numbers = [...`${head}${tail}`.matchAll(new RegExp(NUMBER, 'gu'))]
    if (unit === '条') {
      context.paragraph = null
      const mapped = numbers.map(([digits], i) => mapArticle(digits, i === numbers.length - 1 ? inserted : '', byLabel, context, doubts))
      edits.push(...stepEdits(match.index, step, mapped, '条'))
      continue
    }
    const [digits] = numbers[0] ?? []
    if (numbers.length !== 1 || digits === undefined) continue
    const ordinal = readNumber(digits)
    if (ordinal === null || context.article === null) continue
    if (unit === '款') mapParagraph({ match, ordinal, context, edits, doubts, levels, home, own })
    else mapItem({ match, ordinal, context, edits, doubts, levels })
  }
  return { words: edits.sort((a, b) => b.start - a.start).reduce((words, { start, end, words: fresh }) => words.slice(0, start) + fresh + words.slice(end), text), doubts }
}

function mapArticle(digits: string, inserted: string, byLabel: ReadonlyMap<string, WorkArticle>, context: Context, doubts: Doubt[]): { from: string; to: string | null } {
  const label = parseArticleLabel(`第${digits}条${inserted}`)
  const from = label === null ? '' : toArticleLabel(label.number, label.inserted)
  const article = byLabel.get(from)
  context.article = article ?? null
  context.old = from
  if (article === undefined) return { from, to: null }
  if (!article.gone) return { from, to: article.final }
  if (article.mergedInto !== null) return { from, to: article.mergedInto.final }
  const moved = article.oldParagraphs.filter(({ owner, gone }) => owner !== article && !gone)
  if (moved.length === 0) doubts.push({ code: 'reference-to-deleted', message: `引用的${from}已经删去，请核对。`, targetId: article.source?.id })
  else if (moved.length === 1) return { from, to: moved[0]?.owner.final ?? null }
  else doubts.push({ code: 'reference-doubtful', message: `引用的${from}已经分到几条，请核对。` })
  return { from, to: null }
}

/** New digits in the place of the old ones; a step that lists several numbers changes each. */
function stepEdits(at: number, step: string, mapped: readonly { from: string; to: string | null }[], unit: string): Edit[] {
  const edits: Edit[] = []
  let from = 0
  for (const one of mapped) {
    const [oldDigits, oldInserted] = digitsOf(one.from, unit)
    const found = step.indexOf(oldDigits, from)
    if (found < 0) continue
    from = found + oldDigits.length
    if (one.to === null || one.to === one.from) continue
    const [digits, inserted] = digitsOf(one.to, unit)
    edits.push({ start: at + found, end: at + found + oldDigits.length, words: digits })
    if (oldInserted !== inserted) edits.push({ start: at + step.length - oldInserted.length, end: at + step.length, words: inserted })
  }
  return edits
}

function digitsOf(label: string, unit: string): [string, string] {
  const match = new RegExp(`^第(.+)${unit}(.*)$`, 'u').exec(label)
  return [match?.[1] ?? '', match?.[2] ?? '']
}

type LevelStep = { match: RegExpExecArray; ordinal: number; context: Context; edits: Edit[]; doubts: Doubt[]; levels: boolean }

/** `own`: the article in which the citing words stand now. */
function mapParagraph({ match, ordinal, context, edits, doubts, levels, home, own }: LevelStep & { home: WorkArticle | null; own: WorkArticle | null }): void {
  const { article } = context
  const paragraph = article?.oldParagraphs[ordinal - 1]
  context.paragraph = paragraph ?? null
  if (article === null || paragraph === undefined || paragraph.rewritten) return
  if (paragraph.gone) {
    if (!article.gone) doubts.push({ code: 'reference-to-deleted', message: '引用的款已经删去，请核对。', targetId: paragraph.source?.id })
    return
  }
  const { owner } = paragraph
  const now = owner.paragraphs.indexOf(paragraph) + 1
  if (owner !== article) {
    // the 款 is an article of its own now: 第十三条第二款 becomes 第十六条
    doubts.splice(0)
    const opening = edits.findLastIndex(({ end }) => end <= match.index)
    const words = match.input.slice(0, match.index)
    const label = /第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)*$/u.exec(words)
    if (label === null && own === owner) {
      // 本条第二款: the words that cite and the 款 that they mean moved together
      if (now !== ordinal) edits.push(digitEdit(match, now))
      return
    }
    if (label === null || owner.final === null) {
      doubts.push({ code: 'reference-doubtful', message: '引用的款已经移到别的条，请核对。' })
      return
    }
    if (opening >= 0 && (edits[opening]?.start ?? -1) >= label.index) edits.splice(opening, 1)
    const level = owner.paragraphs.length > 1 ? `第${toChineseNumber(now)}款` : ''
    edits.push({ start: label.index, end: match.index + match[0].length, words: `${owner.final}${level}` })
    return
  }
  if (now < 1 || now === ordinal) return
  if (levels || home === null) edits.push(digitEdit(match, now))
  else doubts.push({ code: 'reference-doubtful', message: `引用的款现在是第${toChineseNumber(now)}款，请核对。` })
}

function mapItem({ match, ordinal, context, edits, doubts, levels }: LevelStep): void {
  const candidates = (context.article?.oldParagraphs ?? []).filter(({ source, rewritten }) => !rewritten && (source?.items.length ?? 0) > 0)
  const paragraph = context.paragraph ?? (candidates.length === 1 ? candidates[0] : undefined)
  if (paragraph === undefined || paragraph.rewritten || paragraph.gone || !paragraph.itemsMoved) return
  const at = paragraph.items.findIndex((item: WorkItem) => (item.ordinal ?? item.old) === ordinal && item.source !== null)
  if (at < 0) doubts.push({ code: 'reference-to-deleted', message: '引用的项已经删去，请核对。', targetId: paragraph.source?.items.find((item, i) => (labelOrdinal(item.number) ?? i + 1) === ordinal)?.id })
  else if (at + 1 !== ordinal) {
    if (levels) edits.push(digitEdit(match, at + 1))
    else doubts.push({ code: 'reference-doubtful', message: `引用的项现在是第${toChineseNumber(at + 1)}项，请核对。` })
  }
}

function digitEdit(match: RegExpExecArray, ordinal: number): Edit {
  const digits = match[1] ?? ''
  const start = match.index + match[0].indexOf(digits)
  return { start, end: start + digits.length, words: toChineseNumber(ordinal) }
}
