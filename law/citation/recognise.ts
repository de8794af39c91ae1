import type { LegalText } from '../text/index.ts'
import type { QuotedProvision } from './amending-text.ts'
import { type CitationHome, type CitingNode, citingNodes } from './citing-nodes.ts'
import { bareLawName, declaredShortNames, isLegalTitle, issuedTitle, readBookTitle, titleKey, type ShortName } from './law-names.ts'
import { readPlaces, type Place } from './places.ts'

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
  const nodes = citingNodes(text)
  const shortNames = new Map<string, string>()
  const declarations = new Map<CitingNode, ShortName[]>()
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

/** The article (and 款) last named: a bare 第二项 in the same sentence belongs to it. */
type Carry = { law: string; place: Place }

/** Reads one line of text from left to right. */
class NodeReader {
  carry: Carry | null
  /** end of the last citation: the bare name of a law before a number begins behind it */
  #floor = 0
  readonly #text: LegalText
  readonly #node: CitingNode
  readonly #shortNames: ReadonlyMap<string, string>
  readonly #declarations: readonly ShortName[]

  constructor(text: LegalText, node: CitingNode, shortNames: ReadonlyMap<string, string>, declarations: readonly ShortName[], carry: Carry | null) {
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
