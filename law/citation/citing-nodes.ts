/** The lines of a legal text in which citations are looked for, and where each stands. */
import type { Article, LegalText, Paragraph, Table } from '../text/index.ts'
import { AmendingReader, isAmending, type QuotedStretch } from './amending-text.ts'

/** Where a citation stands. `articleId` is null outside the articles; `article` and `paragraph` also in an outline. */
export type CitationHome = {
  articleId: string | null
  article: string | null
  paragraph: number | null
  item: string | null
  /** in an outline the Chinese number of the section: 七 for 七、 */
  section?: string
  /** id of the 款, 项 or 目, or of the line of preamble, notice or annex, in whose text `start` and `end` count */
  nodeId: string
}

/** One line of words that may cite. `home.nodeId` says where it stands in the tree. */
export type CitingNode = {
  home: CitationHome
  text: string
  articleIndex: number | null
  paragraph: Paragraph | null
  /** of a table cell under the heading 刑法条文: the law that bare numbers belong to */
  columnLaw: string | null
  inCell: boolean
  /** in an amending text: the stretches that hold new words of another law */
  quoted: readonly QuotedStretch[] | null
}

/** Every line that may cite, in the order of the tree: notice, preamble, articles, annexes. Title, contents and signature cite nothing. */
export function citingNodes(text: LegalText): CitingNode[] {
  const nodes: CitingNode[] = []
  const bare = { articleIndex: null, paragraph: null, columnLaw: null, inCell: false, quoted: null }
  const home = (nodeId: string): CitationHome => ({ articleId: null, article: null, paragraph: null, item: null, nodeId })
  text.notice.forEach((line, at) => nodes.push({ ...bare, home: home(`notice_${at + 1}`), text: line }))
  text.preamble.forEach((line, at) => nodes.push({ ...bare, home: home(`preamble_${at + 1}`), text: line }))
  let section: string | undefined
  let division = 0
  text.articles.forEach((article, index) => {
    for (let next = text.divisions[division]; next !== undefined && next.at <= index; next = text.divisions[++division]) section = sectionOf(text, next.number) ?? section
    section = sectionOf(text, article.number) ?? section
    nodes.push(...articleNodes(text, article, index, section))
  })
  for (const annex of text.annexes) {
    annex.blocks.forEach((block, at) => {
      const nodeId = `${annex.id}__block_${at + 1}`
      if (block.kind === 'line') nodes.push({ ...bare, home: home(nodeId), text: block.text })
      else nodes.push(...cellNodes(block.table, { ...bare, home: home(nodeId), text: '' }))
    })
  }
  if (!isAmending(text)) return nodes
  const reader = new AmendingReader(text.title)
  let heading = 0
  return nodes.map((node) => {
    for (let next = text.divisions[heading]; next !== undefined && node.articleIndex !== null && next.at <= node.articleIndex; next = text.divisions[++heading]) {
      reader.heading(next.heading)
    }
    return { ...node, quoted: reader.next(node.text, node.home.item !== null) }
  })
}

const SECTION = /^([零一二三四五六七八九十百]+)[、.．]?$/u

/** In an outline 七、 is a section, be it a heading or a numbered paragraph. */
function sectionOf(text: LegalText, label: string): string | undefined {
  return text.form === 'articles' ? undefined : SECTION.exec(label)?.[1]
}

function articleNodes(text: LegalText, article: Article, articleIndex: number, section: string | undefined): CitingNode[] {
  const inOutline = text.form === 'outline'
  return article.paragraphs.flatMap((paragraph, at) => {
    const home: CitationHome = {
      articleId: article.id,
      article: inOutline ? null : article.number || null,
      paragraph: inOutline ? null : at + 1,
      item: null,
      ...(section === undefined ? {} : { section }),
      nodeId: paragraph.id,
    }
    const node = (own: CitationHome, words: string): CitingNode => ({ home: own, text: words, articleIndex, paragraph, columnLaw: null, inCell: false, quoted: null })
    return [
      node(home, paragraph.text),
      ...(paragraph.table ? cellNodes(paragraph.table, node(home, '')) : []),
      ...paragraph.items.flatMap((item) => [
        node({ ...home, item: item.number, nodeId: item.id }, item.text),
        ...item.subitems.map((subitem) => node({ ...home, item: item.number, nodeId: subitem.id }, subitem.text)),
      ]),
    ]
  })
}

const LAW_COLUMN = /^(.{1,20}?(?:法|法典|条例|宪法))(?:条文|条款|条目|条)$/u

/** Each cell is a line of its own; offsets count in it. */
function cellNodes(table: Table, base: CitingNode): CitingNode[] {
  const laws = (table.rows[0] ?? []).map((cell) => LAW_COLUMN.exec(cell.text.trim())?.[1] ?? null)
  return table.rows.flatMap((cells, row) =>
    cells.map((cell, column): CitingNode => ({
      ...base,
      home: { ...base.home, nodeId: `${base.home.nodeId}__cell_${row + 1}_${column + 1}` },
      text: cell.text,
      columnLaw: laws[column] ?? null,
      inCell: true,
    })),
  )
}
