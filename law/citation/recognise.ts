import type { Article, LegalText, Paragraph, Table } from '../text/index.ts'
import { AmendingReader, isAmending, type QuotedProvision, type QuotedStretch } from './amending-text.ts'
import { bareLawName, declaredShortNames, isLegalTitle, issuedTitle, readBookTitle, titleKey, type ShortName } from './law-names.ts'
import { readPlaces, type Place } from './places.ts'

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

export type CitationTarget = {
  /** `self`, or the title without its 《》 */
  law: string
  /** the title inside a 关于印发…的通知 */
  lawAlso?: string
  /** normalised labels of the articles meant; empty where the law is cited as a whole */
  articles: string[]
  /** set where all places meant share them */
  paragraph: number | null
  item: string | null
  /** every place meant, where there is more than one */
  parts?: Place[]
}

export type Citation = {
  in: CitationHome
  /** offsets in the text of the node, UTF-16 */
  start: number
  end: number
  text: string
  target: CitationTarget
}

type Node = {
  home: CitationHome
  text: string
  articleIndex: number | null
  paragraph: Paragraph | null
  /** of a table cell under the heading 刑法条文: the law that bare numbers belong to */
  columnLaw: string | null
  /** in an amending text: the stretches that hold new words of another law */
  quoted: readonly QuotedStretch[] | null
}

const OWN_NAME = /本(?:法|条例|办法|规定|细则|解释|规则|决定|章程|通则|意见|通知|准则|规程|标准|方案|实施办法|实施细则|暂行规定|暂行办法)(?=第\s*[零〇一二三四五六七八九十百千两0-9０-９（(])/uy
const OWN_DIVISION = /本(?:章|节|编)(?=第)/uy
const OWN_ARTICLE = /本条(?=第)/uy
const OWN_PARAGRAPH = /本款(?=第|[（(])/uy
const PRECEDING = /前([一二两三四五六七八九十])?(款(?![项式])|条(?![件例款])|项(?=规定|所列|情形|行为|所述))/uy
const CARRY_ENDS = /[。\n]/u

/**
 * Every place in which the text cites itself or another legal text, in reading order. One citation is one
 * connected reference to one law (本法第二十四条第三款、第四十三条至第四十五条).
 *
 * Not reported: the text's own title, contents and 题注; 本法 or a law's bare name without a number;
 * certificates and forms in 《》; the declaration of a short name.
 */
export function recogniseCitations(text: LegalText): Citation[] {
  const nodes = nodesOf(text)
  const shortNames = new Map<string, string>()
  const declarations = new Map<Node, ShortName[]>()
  for (const node of nodes) {
    const declared = declaredShortNames(node.text, text.title)
    declarations.set(node, declared)
    for (const short of declared) shortNames.set(short.name, short.title)
  }
  const citations: Citation[] = []
  let leadIn: Carry | null = null
  for (const node of nodes) {
    const isItem = node.home.item !== null
    const reader: NodeReader = new NodeReader(text, node, shortNames, declarations.get(node) ?? [], isItem ? leadIn : null)
    citations.push(...reader.read())
    if (!isItem) leadIn = reader.carry
  }
  return citations
}

function nodesOf(text: LegalText): Node[] {
  const nodes: Node[] = []
  const bare = { articleIndex: null, paragraph: null, columnLaw: null, quoted: null }
  const home = (nodeId: string): CitationHome => ({ articleId: null, article: null, paragraph: null, item: null, nodeId })
  text.notice.forEach((line, at) => nodes.push({ ...bare, home: home(`notice_${at + 1}`), text: line }))
  text.preamble.forEach((line, at) => nodes.push({ ...bare, home: home(`preamble_${at + 1}`), text: line }))
  let section: string | undefined
  text.articles.forEach((article, index) => {
    section = sectionOf(text, article, index) ?? section
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
  return nodes.map((node) => ({ ...node, quoted: reader.next(node.text, node.home.item !== null) }))
}

const SECTION = /^([零一二三四五六七八九十百]+)[、.．]?$/u

/** In an outline 七、 is a section, be it a heading or a numbered paragraph. */
function sectionOf(text: LegalText, article: Article, index: number): string | undefined {
  if (text.form === 'articles') return undefined
  const own = SECTION.exec(article.number)?.[1]
  if (own !== undefined) return own
  return text.divisions.filter((division) => division.at <= index).flatMap((division) => SECTION.exec(division.number)?.[1] ?? []).at(-1)
}

function articleNodes(text: LegalText, article: Article, articleIndex: number, section: string | undefined): Node[] {
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
    const node = (own: CitationHome, words: string): Node => ({ home: own, text: words, articleIndex, paragraph, columnLaw: null, quoted: null })
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
function cellNodes(table: Table, base: Node): Node[] {
  const laws = (table.rows[0] ?? []).map((cell) => LAW_COLUMN.exec(cell.text.trim())?.[1] ?? null)
  return table.rows.flatMap((cells, row) =>
    cells.map((cell, column): Node => ({
      ...base,
      home: { ...base.home, nodeId: `${base.home.nodeId}__cell_${row + 1}_${column + 1}` },
      text: cell.text,
      columnLaw: laws[column] ?? null,
    })),
  )
}

/** The article (and 款) last named: a bare 第二项 in the same sentence belongs to it. */
type Carry = { law: string; place: Place }

/** Reads one line of text from left to right. */
class NodeReader {
  carry: Carry | null
  /** end of the last citation: the bare name of a law before a number begins behind it */
  #floor = 0
  readonly #text: LegalText
  readonly #node: Node
  readonly #shortNames: ReadonlyMap<string, string>
  readonly #declarations: readonly ShortName[]

  constructor(text: LegalText, node: Node, shortNames: ReadonlyMap<string, string>, declarations: readonly ShortName[], carry: Carry | null) {
    this.#text = text
    this.#node = node
    this.#shortNames = shortNames
    this.#declarations = declarations
    this.carry = carry
  }

  read(): Citation[] {
    const words = this.#node.text
    const citations: Citation[] = []
    let at = 0
    while (at < words.length) {
      const declaration = this.#declarations.find((one) => one.start === at)
      if (declaration) {
        at = declaration.end
        this.#floor = at
        continue
      }
      const citation = this.#readAt(at)
      if (citation) {
        if (citation.report) citations.push(citation.report)
        at = citation.end
        this.#floor = at
        continue
      }
      if (CARRY_ENDS.test(words[at] ?? '')) this.carry = null
      at++
    }
    return citations
  }

  #readAt(at: number): { end: number; report: Citation | null } | null {
    switch (this.#node.text[at]) {
      case '《':
        return this.#readTitle(at)
      case '本':
        return this.#readOwn(at)
      case '前':
        return this.#readPreceding(at)
      case '第':
      case '（':
      case '(':
        return this.#readBare(at)
      default:
        return null
    }
  }

  /** The provision whose new words stand at an offset; null outside quotations and in texts that amend nothing. */
  #quotedAt(at: number): QuotedProvision | null {
    return this.#node.quoted?.find((stretch) => stretch.start <= at && at < stretch.end)?.provision ?? null
  }

  /** In an amending text a bare 第十八条 outside quotation marks is the label of an instruction. */
  #isInstruction(at: number): boolean {
    return this.#node.quoted !== null && this.#quotedAt(at) === null
  }

  /** Where a relative citation counts from: the place it stands in, or that of the quoted provision. */
  #placeAt(at: number): { article: string | null; paragraph: number | null } {
    return this.#quotedAt(at) ?? this.#node.home
  }

  #readTitle(at: number): { end: number; report: Citation | null } | null {
    const book = readBookTitle(this.#node.text, at)
    if (!book) return null
    const declared = this.#shortNames.get(book.title)
    const isOwn = titleKey(book.title) === titleKey(this.#text.title)
    const law = declared ?? (isOwn ? 'self' : book.title)
    const places = readPlaces(this.#node.text, book.end, null)
    if (places && places.parts[0]?.article) return this.#report(at, places.end, law, places.parts)
    if (isOwn || (declared === undefined && !isLegalTitle(book.title))) return { end: book.end, report: null }
    return this.#report(at, book.end, law, [])
  }

  #readOwn(at: number): { end: number; report: Citation | null } | null {
    const words = this.#node.text
    for (const pattern of [OWN_NAME, OWN_DIVISION]) {
      pattern.lastIndex = at
      const head = pattern.exec(words)
      const places = head ? readPlaces(words, at + head[0].length, null) : null
      if (places?.parts[0]?.article) return this.#report(at, places.end, 'self', places.parts)
    }
    const place = this.#placeAt(at)
    for (const [pattern, paragraph] of [[OWN_ARTICLE, null], [OWN_PARAGRAPH, place.paragraph]] as const) {
      pattern.lastIndex = at
      const head = pattern.exec(words)
      const places = head ? readPlaces(words, at + head[0].length, { article: place.article, paragraph, item: null }) : null
      if (places) return this.#report(at, places.end, 'self', places.parts)
    }
    return null
  }

  #readPreceding(at: number): { end: number; report: Citation | null } | null {
    const words = this.#node.text
    PRECEDING.lastIndex = at
    const head = PRECEDING.exec(words)
    if (!head) return null
    const count = head[1] ? '一二三四五六七八九十'.indexOf(head[1] === '两' ? '二' : head[1]) + 1 : 1
    const end = at + head[0].length
    const bases = this.#isInstruction(at) ? [] : this.#preceding(at, head[2] ?? '', count)
    if (bases.length === 0) return { end, report: null }
    const [base] = bases
    const places = bases.length === 1 && base ? readPlaces(words, end, base) : null
    // 前款、第三条 are two: what follows must be inside what 前款 names
    if (places && base && places.parts.every((part) => part.article === base.article)) return this.#report(at, places.end, 'self', places.parts)
    return this.#report(at, end, 'self', bases)
  }

  #preceding(at: number, unit: string, count: number): Place[] {
    const { article, paragraph } = this.#placeAt(at)
    const { item } = this.#node.home
    const index = this.#node.articleIndex
    if (article === null || paragraph === null || index === null) return []
    // the article before a quoted one is not in this text
    if (unit === '条' && this.#quotedAt(at)) return []
    const steps = Array.from({ length: count }, (_, place) => count - place)
    if (unit === '条') {
      return steps.flatMap((back) => {
        const label = this.#text.articles[index - back]?.number
        return label ? [{ article: label, paragraph: null, item: null }] : []
      })
    }
    if (unit === '款') return steps.flatMap((back) => (paragraph - back >= 1 ? [{ article, paragraph: paragraph - back, item: null }] : []))
    const items = this.#node.paragraph?.items ?? []
    const own = items.findIndex((one) => one.number === item)
    return steps.flatMap((back) => {
      const number = own >= 0 ? items[own - back]?.number : undefined
      return number ? [{ article, paragraph, item: number }] : []
    })
  }

  #readBare(at: number): { end: number; report: Citation | null } | null {
    const words = this.#node.text
    const alone = readPlaces(words, at, null)
    if (!alone) return null
    const [first] = alone.parts
    const bare = bareLawName(words, at, this.#floor)
    if (this.#isInstruction(at) && bare === null) return { end: alone.end, report: null }
    if (first?.article) {
      const short = [...this.#shortNames.keys()].filter((name) => at - name.length >= this.#floor && words.endsWith(name, at)).sort((a, b) => b.length - a.length)[0]
      const name = short ?? bare
      const law = short ? (this.#shortNames.get(short) ?? short) : (name ?? this.#node.columnLaw ?? 'self')
      return this.#report(name ? at - name.length : at, alone.end, law, alone.parts)
    }
    const base = this.#baseOfBare(at, first?.paragraph !== null)
    if (!base) return { end: alone.end, report: null }
    const places = readPlaces(words, at, base.place)
    return places ? this.#report(at, places.end, base.law, places.parts) : null
  }

  /** A bare 第二款 is of the article it stands in; a bare 第二项 of the place named before it in the sentence. */
  #baseOfBare(at: number, isParagraph: boolean): Carry | null {
    const { article } = this.#placeAt(at)
    const own = article === null ? null : { law: 'self', place: { article, paragraph: null, item: null } }
    if (isParagraph) return own
    if (this.carry) return { law: this.carry.law, place: { ...this.carry.place, item: null } }
    return own
  }

  #report(start: number, end: number, cited: string, parts: Place[]): { end: number; report: Citation } {
    const last = parts.at(-1)
    const law = cited === 'self' ? (this.#quotedAt(start)?.law ?? 'self') : cited
    if (last?.article) this.carry = { law, place: last }
    const shared = <Value>(values: readonly (Value | null)[]): Value | null => (values.every((value) => value === values[0]) ? (values[0] ?? null) : null)
    const lawAlso = law === 'self' ? null : issuedTitle(law)
    return {
      end,
      report: {
        in: this.#node.home,
        start,
        end,
        text: this.#node.text.slice(start, end),
        target: {
          law,
          ...(lawAlso ? { lawAlso } : {}),
          articles: [...new Set(parts.flatMap((part) => part.article ?? []))],
          paragraph: shared(parts.map((part) => part.paragraph)),
          item: shared(parts.map((part) => part.item)),
          ...(parts.length > 1 ? { parts } : {}),
        },
      },
    }
  }
}
