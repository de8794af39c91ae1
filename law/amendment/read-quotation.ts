/** Quoted text to the nodes that it is: the parser of whole texts reads it, so that its rules hold here too. */
import { blocksFromText, parseArticleLabel, parseLegalText, type Article, type Division, type Item, type LegalText, type Paragraph } from '../text/index.ts'
import type { QuotedLines } from './instruction.ts'

/** Hides a head that the parser would take for a new article, heading or annex. */
const SHIELD = '\uF8F0'
const MISLEADING = /^(?:第[^，。；：]{1,14}[条编章节]|附[件表则录]|总则|罚则|[（(][一二三四五六七八九十]+[）)]、)/

const unshielded = (text: string): string => text.replaceAll(SHIELD, '')

function cleanParagraph(paragraph: Paragraph): Paragraph {
  return { ...paragraph, text: unshielded(paragraph.text), items: paragraph.items.map((item) => ({ ...item, text: unshielded(item.text), subitems: item.subitems.map((subitem) => ({ ...subitem, text: unshielded(subitem.text) })) })) }
}

/** The lines as what follows the label of an article. The last article keeps the lines before it from being taken for a signature. */
function parseAsArticle(lines: QuotedLines, label: string): Article | null {
  const [first = '', ...rest] = lines
  const body = rest.map((line) => (MISLEADING.test(line) ? SHIELD + line : line))
  const text = parseLegalText(blocksFromText(`文\n${label}　${first}\n${body.join('\n')}\n第二条　文。`))
  const [article] = text.articles
  if (article === undefined || text.articles.length !== 2) return null
  return { ...article, heading: article.heading === null ? null : unshielded(article.heading), paragraphs: article.paragraphs.map(cleanParagraph) }
}

const LABEL = /^(第[零〇○一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)*)(?:[\s　：]+|(?=[（【《“]))/

export type QuotedArticle = { label: string | null; article: Article }

/** 款 with their 项 and 目. Null where the lines are no running text. */
export function readParagraphs(lines: QuotedLines): Paragraph[] | null {
  const [first = ''] = lines
  // 款 that begin with what looks like the heading of an article keep it
  const article = parseAsArticle([`${SHIELD}${first}`, ...lines.slice(1)], '第一条')
  if (article === null || article.heading !== null) return null
  return article.paragraphs.length === 0 ? null : article.paragraphs
}

/** One article; its own label, where the quotation begins with one. */
export function readArticle(lines: QuotedLines): QuotedArticle | null {
  const [first = '', ...rest] = lines
  const match = LABEL.exec(first)
  if (match === null) {
    const article = parseAsArticle(lines, '第一条')
    return article === null || article.paragraphs.length === 0 ? null : { label: null, article }
  }
  const article = parseAsArticle([first.slice(match[0].length), ...rest], '第一条')
  return article === null ? null : { label: match[1] ?? null, article }
}

/** A line whose label is run into its words (第四十四条村级…) gets its space, where that label is due. */
function parted(lines: QuotedLines, labels: readonly (string | null)[]): QuotedLines {
  return lines.map((line) => {
    const label = labels.find((one) => one !== null && line.startsWith(one) && !LABEL.test(line) && !/^(?:第|的|规定|、|和|至|之|所)/.test(line.slice(one.length)))
    return label == null ? line : `${label}　${line.slice(label.length)}`
  })
}

/**
 * Several articles: each begins with its label, or each is one line. Null where they cannot be told apart.
 * @param labels the numbers that the decision gives them
 */
export function readArticles(printed: QuotedLines, labels: readonly (string | null)[], count: number): QuotedArticle[] | null {
  const lines = parted(printed, labels)
  if (count === 1) {
    const one = readArticle(lines)
    return one === null ? null : [one]
  }
  const starts = lines.flatMap((line, i) => (LABEL.test(line) ? [i] : []))
  const groups = starts.length === count && starts[0] === 0 ? starts.map((start, i) => lines.slice(start, starts[i + 1])) : lines.length === count ? lines.map((line) => [line]) : null
  if (groups === null) return null
  const articles = groups.map(readArticle)
  return articles.some((article) => article === null) ? null : articles.flatMap((article) => article ?? [])
}

/** 项 with their 目; lines without number are items too where each line is one. */
export function readItems(lines: QuotedLines): Item[] | null {
  const article = parseAsArticle(['文：', ...lines], '第一条')
  const paragraphs = article?.paragraphs ?? []
  const [lead] = paragraphs
  if (paragraphs.length === 1 && lead !== undefined && lead.items.length > 0) return lead.items
  if (paragraphs.length !== lines.length + 1) return null
  return lines.map((text) => ({ id: '', number: '', text, subitems: [] }))
}

/** A 章 or 节 with its articles; null where the lines do not begin with its heading. */
export function readDivisions(lines: QuotedLines): { divisions: Division[]; articles: Article[] } | null {
  const [first = ''] = lines
  if (!/^第[零〇○一二三四五六七八九十百千]+(?:编|分编|章|节)/.test(first)) return null
  const parsed: LegalText = parseLegalText(blocksFromText(`文\n${lines.join('\n')}`))
  const heads = lines.filter((line) => LABEL.test(line)).length
  if (parsed.articles.length !== heads || parsed.divisions.length === 0) {
    // a heading alone is no text with articles: read it in front of one
    if (lines.length !== 1) return null
    const alone = parseLegalText(blocksFromText(`文\n${first}\n第一条　文。`))
    return alone.divisions.length === 1 ? { divisions: alone.divisions, articles: [] } : null
  }
  if (parsed.articles.some(({ number }) => parseArticleLabel(number) === null)) return null
  return { divisions: parsed.divisions, articles: parsed.articles }
}
