/** After all instructions: every article, 款, 项 and division gets its place and number. */
import { readNumber, toChineseNumber } from '../text/index.ts'
import { assignNumbers, type Slot } from './number-slots.ts'
import { labelOf, type WorkArticle, type WorkDivision, type WorkItem, type WorkParagraph, type WorkText } from './working-text.ts'

export type NumberingProblem = { by: number | null; message: string }

/** Orders and numbers everything in place. Returns the promises that could not be kept. */
export function finishNumbers(work: WorkText): NumberingProblem[] {
  const problems = [...finishArticles(work), ...finishDivisions(work)]
  for (const article of work.articles) {
    if (article.gone) continue
    problems.push(...finishParagraphs(article))
    for (const paragraph of article.paragraphs) problems.push(...finishItems(paragraph))
  }
  return problems
}

const rank = (label: { number: number; inserted: number[] }): number[] => [label.number, ...label.inserted]

function compare(one: readonly number[], other: readonly number[]): number {
  for (let i = 0; i < Math.max(one.length, other.length); i += 1) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const isInserted = (article: WorkArticle): boolean => ((article.pin?.value ?? article.label)?.inserted.length ?? 0) > 0

function finishArticles(work: WorkText): NumberingProblem[] {
  if (work.base.form === 'articles' && work.renumber) return numberArticles(work)
  const row = work.articles.filter(({ gone, source }) => !gone && source !== null)
  for (const article of row) article.final = article.pin === null ? article.old : labelOf(article.pin.value)
  // 第十七条之一 stands behind 第十七条 and what was inserted there before
  const fresh = work.articles.filter(({ gone, source }) => !gone && source === null)
  for (const article of fresh.sort((a, b) => compare(rank(a.pin?.value ?? NOWHERE), rank(b.pin?.value ?? NOWHERE)))) {
    const number = article.pin?.value
    if (number === undefined) continue
    article.final = labelOf(number)
    const at = row.findLastIndex((one) => {
      const own = one.pin?.value ?? one.label
      return own !== null && compare(rank(own), rank(number)) < 0
    })
    if (!article.homeGiven) article.home = row[at]?.home ?? article.home
    row.splice(at + 1, 0, article)
  }
  work.articles = row
  return []
}

const NOWHERE = { number: 0, inserted: [] }

/** Articles whose numbers follow each other; those with 之 and those without number stay behind their article. */
function numberArticles(work: WorkText): NumberingProblem[] {
  const all = work.articles
  const slots: Slot<WorkArticle>[] = []
  const behind = new Map<WorkArticle | null, WorkArticle[]>()
  let last: WorkArticle | null = null
  let previous: number | null = null
  const attach = (host: WorkArticle | null, article: WorkArticle): void => {
    behind.set(host, [...(behind.get(host) ?? []), article])
  }
  const following = all.filter((one) => !one.gone && one.follows !== null).sort((a, b) => a.turn - b.turn)
  const takeUp = (host: WorkArticle | 'start'): void => {
    for (const one of following) if (one.follows === host) slots.push({ node: one, pin: null, isOld: true, holesBefore: 0 })
  }
  takeUp('start')
  for (const article of all.filter(({ source }) => source !== null)) {
    const { label } = article
    if (label !== null && label.inserted.length === 0) {
      const holesBefore = previous === null ? 0 : Math.max(0, label.number - previous - 1)
      previous = label.number
      if (!article.gone && article.follows === null) {
        const pin = article.pin !== null && article.pin.value.inserted.length === 0 ? article.pin.value.number : null
        slots.push({ node: article, pin, isOld: true, holesBefore })
        last = article
      }
    } else if (!article.gone) attach(last, article)
    takeUp(article)
  }
  for (const article of all) {
    if (article.source !== null || article.gone || article.follows !== null || article.pin === null || isInserted(article)) continue
    slots.push({ node: article, pin: article.pin.value.number, isOld: false, holesBefore: 0 })
  }
  // also where it is gone: 删去第一条 makes 第二条 the first
  const first = all.find(({ source, label }) => source !== null && label !== null && label.inserted.length === 0)?.label?.number ?? 1
  const numbering = assignNumbers(slots, Math.min(first, ...slots.map(({ pin }) => pin ?? first)), work.complete)
  const row: WorkArticle[] = [...(behind.get(null) ?? [])]
  const problems: NumberingProblem[] = []
  for (const article of row) article.final = article.old
  for (const { node, number, broken } of numbering.row) {
    node.final = labelOf({ number, inserted: [] })
    if (broken) problems.push({ by: node.pin?.by ?? null, message: `决定要把这一条编为${node.pin === null ? '' : labelOf(node.pin.value)}，但排下来是${node.final}。` })
    row.push(node)
    for (const one of behind.get(node) ?? []) {
      one.final = one.label === null ? one.old : labelOf({ number, inserted: one.label.inserted })
      row.push(one)
    }
  }
  for (const article of all) {
    if (article.source !== null || article.gone || article.pin === null || !isInserted(article)) continue
    article.final = labelOf(article.pin.value)
    const at = row.findLastIndex((one) => one.final !== null && compare(finalRank(one), rank(article.pin?.value ?? NOWHERE)) < 0)
    row.splice(at + 1, 0, article)
  }
  if (numbering.missing.length > 0) {
    const labels = numbering.missing.slice(0, 5).map((number) => labelOf({ number, inserted: [] })).join('、')
    const beyond = numbering.row.filter(({ number, node }) => node.pin !== null && number > (numbering.missing[0] ?? 0) && node.source === null).at(-1)
    const end = numbering.row.at(-1)
    const promisedEnd = end !== undefined && end.node === beyond?.node && numbering.missing.at(-1) === end.number - 1
    problems.push({ by: promisedEnd ? (end.node.pin?.by ?? null) : null, message: `按照决定的编号，${labels}没有条文。` })
  }
  work.articles = row
  return problems
}

function finalRank(article: WorkArticle): number[] {
  const match = /^第(.+)条(?:之(.+))?$/u.exec(article.final ?? '')
  return [readNumber(match?.[1] ?? '') ?? 0, ...(match?.[2] === undefined ? [] : match[2].split('之').map((part) => readNumber(part) ?? 0))]
}

function finishParagraphs(article: WorkArticle): NumberingProblem[] {
  const left = article.paragraphs.filter(({ gone }) => !gone)
  const problems: NumberingProblem[] = []
  if (left.some(({ pin }) => pin !== null)) {
    const slots = left.map((node): Slot<WorkParagraph> => ({ node, pin: node.pin?.value ?? null, isOld: node.old !== null && node.owner.old === article.old, holesBefore: 0 }))
    // new paragraphs with a number wait for it, those without stand where they were put
    const ordered = slots.map((slot) => (slot.node.source !== null && slot.node.old === null && slot.pin === null ? { ...slot, isOld: true } : slot))
    const numbering = assignNumbers(ordered, 1)
    article.paragraphs = numbering.row.map(({ node }) => node)
    for (const [i, { node }] of numbering.row.entries()) {
      if (node.pin !== null && node.pin.value !== i + 1) problems.push({ by: node.pin.by, message: `${article.final ?? article.old ?? ''}没有那么多款，放不下第${toChineseNumber(node.pin.value)}款。` })
    }
  } else article.paragraphs = left
  return problems
}

/** `（三）` as the others of its list are written. */
function numberLike(sample: string, ordinal: number): string {
  const digits = /[零〇○一二三四五六七八九十百]+|[0-9０-９]+/u.exec(sample)?.[0]
  if (digits === undefined) return `（${toChineseNumber(ordinal)}）`
  return sample.replace(digits, /[0-9０-９]/.test(digits) ? String(ordinal) : toChineseNumber(ordinal))
}

function finishItems(paragraph: WorkParagraph): NumberingProblem[] {
  if (!paragraph.itemsMoved) return []
  const before = paragraph.items
  const left = before.filter(({ gone }) => !gone)
  const problems: NumberingProblem[] = []
  const slots = left.map((node): Slot<WorkItem> => ({ node, pin: node.pin?.value ?? null, isOld: node.old !== null || node.pin === null, holesBefore: 0 }))
  const numbering = assignNumbers(slots, 1)
  const sample = before.find(({ source, number }) => source !== null && number !== '')?.number ?? '（一）'
  const marks = before.filter(({ source }) => source !== null).slice(0, -1).filter(({ words }) => /[；;]$/u.test(words.words)).length
  const usesSemicolons = before.filter(({ source }) => source !== null).length < 2 || marks > 0
  paragraph.items = numbering.row.map(({ node }) => node)
  for (const [i, item] of paragraph.items.entries()) {
    if (item.pin !== null && item.pin.value !== i + 1) problems.push({ by: item.pin.by, message: `没有那么多项，放不下第${toChineseNumber(item.pin.value)}项。` })
    item.number = numberLike(sample, i + 1)
    endItem(item, i + 1 === paragraph.items.length, usesSemicolons)
  }
  return problems
}

/** An item that is last ends with a full stop, one before others with a semicolon: decisions leave that to the reader. */
function endItem(item: WorkItem, isLast: boolean, usesSemicolons: boolean): void {
  const ending = item.subitems.at(-1)?.words ?? item.words
  const text = ending.words
  const replaceMark = (mark: string): void => ending.splice(text.length - 1, text.length, mark)
  if (isLast && /[；;]$/u.test(text)) replaceMark('。')
  else if (!isLast && usesSemicolons && /[^。]+。$/u.test(text) && !/。.*。$/u.test(text)) replaceMark('；')
  else if (!/[。；;：:，]$/u.test(text)) ending.splice(text.length, text.length, isLast || !usesSemicolons ? '。' : '；')
}

/** Siblings in their new order; numbers are written anew where one came, went or moved. */
function finishDivisions(work: WorkText): NumberingProblem[] {
  const problems: NumberingProblem[] = []
  const ordered: WorkDivision[] = []
  const visit = (parent: WorkDivision | null): void => {
    const siblings = work.divisions.filter((one) => one.parent === parent)
    const kinds = [...new Set(siblings.map(({ kind, level }) => `${kind} ${level}`))]
    for (const kind of kinds) {
      for (const division of orderSiblings(siblings.filter((one) => `${one.kind} ${one.level}` === kind), problems)) {
        ordered.push(division)
        visit(division)
      }
    }
  }
  visit(null)
  work.divisions = ordered
  return problems
}

function orderSiblings(siblings: readonly WorkDivision[], problems: NumberingProblem[]): WorkDivision[] {
  const left = siblings.filter(({ gone }) => !gone)
  const adopted = siblings.some((one) => one.adopted)
  const changed = adopted || siblings.some(({ gone, pin, source }) => gone || pin !== null || source === null)
  if (!changed) {
    for (const one of left) one.final = one.number
    return left
  }
  // 附则 without a number stays before what it stood before, or last
  const numbered = left.filter(({ ordinal }) => ordinal !== null)
  const first = adopted ? 1 : (siblings.find(({ ordinal, source }) => ordinal !== null && source !== null)?.ordinal ?? 1)
  const old = siblings.filter(({ source, ordinal }) => source !== null && ordinal !== null)
  // a number that the source lost or skipped stays free
  const holes = (node: WorkDivision): number => Math.max(0, (node.ordinal ?? 0) - (old[old.indexOf(node) - 1]?.ordinal ?? (node.ordinal ?? 0) - 1) - 1)
  const numbering = assignNumbers(numbered.map((node): Slot<WorkDivision> => ({ node, pin: node.pin?.value ?? null, isOld: node.source !== null, holesBefore: node.source === null || adopted ? 0 : holes(node) })), first)
  const sample = siblings.find(({ source, ordinal }) => source !== null && ordinal !== null)?.number
  const row = numbering.row.map(({ node, number, broken }) => {
    node.final = number === node.ordinal ? node.number : numberLike(sample ?? node.number, number)
    if (broken || (node.pin !== null && node.pin.value !== number)) problems.push({ by: node.pin?.by ?? null, message: `决定要编为${node.number}，但排下来是${node.final}。` })
    return node
  })
  if (numbering.missing.length > 0) problems.push({ by: null, message: '按照决定的编号，章节的编号不连续。' })
  for (const [i, one] of [...left.entries()].reverse()) {
    if (one.ordinal !== null) continue
    one.final = one.number
    const next = left.slice(i + 1).find(({ source }) => source !== null)
    row.splice(next === undefined || !row.includes(next) ? row.length : row.indexOf(next), 0, one)
  }
  return row
}
