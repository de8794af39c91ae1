import type { LegalText } from '../text/index.ts'
import type { QuotedProvision } from './amending-text.ts'
import { type CitationTarget, targetOf } from './citation-target.ts'
import { type CitationHome, type CitingNode, citingNodes } from './citing-nodes.ts'
import { divisionAround, readDivisions } from './divisions-cited.ts'
import { bareLawName, declaredShortNames, impliedLaw, isLegalTitle, readBookTitle, titleKey, type ShortName } from './law-names.ts'
import { baseOf, callsItself, type Carry, NamedBefore } from './named-before.ts'
import { labelBefore, type Place, readPlaces, uniquePlaces } from './places.ts'
import { firstAtLeast } from './sorted.ts'
import { placesOf } from './target-existence.ts'

export type Citation = {
  in: CitationHome
  /** offsets in the text of the node, UTF-16 */
  start: number
  end: number
  text: string
  target: CitationTarget
}

const OWN_NAME = /本((?:实施|暂行)?(?:法|条例|办法|规定|细则|解释|规则|决定|章程|通则|意见|通知|准则|规程|标准|方案|安排|批复))(?=(?:第\s*)?[零〇一二三四五六七八九十百千两0-9０-９（(])/uy
const OWN_DIVISION = /本(?:章|节|编)(?=第)/uy
const OWN_ARTICLE = /本条(?!\s*[例款目文约件])/uy
const OWN_PARAGRAPH = /本款(?=第|[（(]|的?规定|所列|所称|情形)/uy
const OWN_ITEM = /本项(?=的?规定|所列|所称|情形)/uy
const PRECEDING = /(?:前([一二两三四五六七八九十])?(款(?![项式])|条(?![件例款])|项(?=规定|所列|情形|行为|所述|手段|罪))|(?<!以)上([款条])(?=第|的?规定|各项|所列|所称))/uy
const SAID = /各?该(条|款|项)(?=第|[（(]|的?规定|所列|所称|中)/uy
const SAID_LAW = /[该同](法|法典|条例|办法|规定|解释|细则|规则|决定)$/u
const DIVISION = /第[零〇一二三四五六七八九十百千]{1,6}(?:分编|编|章|节)/uy
const BEHIND_TITLE = /(?:[（(][^（）()《》]{1,20}[）)])?\s*(?:的|中的?)?\s*(?=第)/uy
/** 附录第三条 is no article of the text */
const OF_ANNEX = /附[录件表][一二三四五六七八九十0-9]{0,2}$/u
const SENTENCE_ENDS = /[。\n]/u

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
  const context: Context = { text, shortNames, longestShortName: [...shortNames.keys()].reduce((longest, name) => Math.max(longest, name.length), 0), has: placesOf(text), impliedLaw: impliedLaw(text.title, text.form) }
  const citations: Citation[] = []
  let before = new NamedBefore()
  let leadIn = before
  let articleId: string | null = null
  for (const node of nodes) {
    const isItem = node.home.item !== null
    if (text.form === 'articles' && node.home.articleId !== articleId) before = new NamedBefore()
    articleId = node.home.articleId
    before = node.inCell ? new NamedBefore() : isItem ? leadIn.copy() : before.copy()
    if (!isItem) before.endSentence()
    citations.push(...new NodeReader(context, node, declarations.get(node) ?? [], before).read())
    if (!isItem) leadIn = before
  }
  return citations
}

type Context = {
  text: LegalText
  shortNames: ReadonlyMap<string, string>
  longestShortName: number
  has: (place: Place) => boolean
  /** the law that bare numbers belong to, where the text has no such number: 关于适用刑法分则规定的犯罪的罪名的意见 */
  impliedLaw: string | null
}

/** the characters at which a citation, a declaration or the end of a sentence may stand */
const SIGN = /[《本前上第（(该各。\n]/gu

function nextSign(words: string, from: number): number {
  SIGN.lastIndex = from
  return SIGN.test(words) ? SIGN.lastIndex - 1 : -1
}

/** Reads one line of text from left to right. */
class NodeReader {
  /** end of the last citation: the bare name of a law before a number begins behind it */
  #floor = 0
  readonly #context: Context
  readonly #text: LegalText
  readonly #node: CitingNode
  readonly #shortNames: ReadonlyMap<string, string>
  /** where a declaration ends, by where it begins */
  readonly #declarations: ReadonlyMap<number, number>
  readonly #before: NamedBefore
  /** what the sentence above an 项 named */
  readonly #leadIn: Carry | null

  constructor(context: Context, node: CitingNode, declarations: readonly ShortName[], before: NamedBefore) {
    this.#context = context
    this.#text = context.text
    this.#node = node
    this.#shortNames = context.shortNames
    this.#declarations = new Map(declarations.map(({ start, end }) => [start, end]))
    this.#before = before
    this.#leadIn = before.carry
  }

  read(): Citation[] {
    const words = this.#node.text
    const citations: Citation[] = []
    for (let at = nextSign(words, 0); at >= 0; at = nextSign(words, at)) {
      const end = this.#readDeclaration(at) ?? this.#readCitation(at, citations)
      if (end !== null) {
        at = end
        this.#floor = end
        continue
      }
      if (SENTENCE_ENDS.test(words[at] ?? '')) this.#before.endSentence()
      at += 1
    }
    return citations
  }

  #readDeclaration(at: number): number | null {
    return this.#declarations.get(at) ?? null
  }

  #readCitation(at: number, citations: Citation[]): number | null {
    const read = this.#readAt(at)
    if (read?.report) citations.push(read.report)
    return read?.end ?? null
  }

  #readAt(at: number): { end: number; report: Citation | null } | null {
    switch (this.#node.text[at]) {
      case '《':
        return this.#readTitle(at)
      case '本':
        return this.#readOwn(at)
      case '前':
      case '上':
        return this.#readPreceding(at)
      case '第':
      case '（':
      case '(':
        return this.#readBare(at)
      case '该':
      case '各':
        return this.#readSaid(at)
      default:
        return null
    }
  }

  /** The provision whose new words stand at an offset; null outside quotations and in texts that amend nothing. */
  #quotedAt(at: number): QuotedProvision | null {
    const { quoted } = this.#node
    if (quoted === null) return null
    const before = firstAtLeast(quoted.length, at + 1, (index) => quoted[index]?.start ?? 0) - 1
    const stretch = quoted[before]
    return stretch !== undefined && at < stretch.end ? stretch.provision : null
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
    const behind = this.#declarations.get(book.end) ?? book.end
    BEHIND_TITLE.lastIndex = behind
    const places = BEHIND_TITLE.test(this.#node.text) ? readPlaces(this.#node.text, BEHIND_TITLE.lastIndex, null) : null
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
      const divisions = head && !places ? this.#ownDivisions(head, at) : null
      if (divisions) return this.#report(at, divisions.end, 'self', divisions.parts)
      if (!places?.parts[0]?.article) continue
      const law = this.#ownLaw(head?.[1], at)
      if (law === 'self') this.#before.law = null
      return this.#report(at, places.end, law, places.parts)
    }
    const { article, paragraph } = this.#placeAt(at)
    const { item } = this.#node.home
    if (article === null || this.#isInstruction(at)) return null
    for (const [pattern, base] of [
      [OWN_ARTICLE, { article, paragraph: null, item: null }],
      [OWN_PARAGRAPH, { article, paragraph, item: null }],
      [OWN_ITEM, item === null ? null : { article, paragraph, item }],
    ] as const) {
      pattern.lastIndex = at
      const head = pattern.exec(words)
      if (!head || !base) continue
      const end = at + head[0].length
      // 本条前两款
      const preceding = base.paragraph === null ? this.#readPreceding(end, at) : null
      if (preceding?.report) return preceding
      const places = readPlaces(words, end, base)
      const isInside = places?.parts.every((part) => part.article === article) === true
      return isInside && places ? this.#report(at, places.end, 'self', places.parts) : this.#report(at, end, 'self', [base])
    }
    return null
  }

  /** 本法第二章第二节, 本章第二节: the articles of these. */
  #ownDivisions(head: RegExpExecArray, at: number): { parts: Place[]; end: number } | null {
    const { articleIndex } = this.#node
    if (this.#node.quoted !== null || !callsItself(this.#text.title, head[1] ?? '')) return null
    if (head[1] !== undefined) return readDivisions(this.#text, this.#node.text, at + head[0].length, null)
    const within = articleIndex === null ? null : divisionAround(this.#text, articleIndex, head[0].slice(1))
    return within && readDivisions(this.#text, this.#node.text, at + head[0].length, within)
  }

  /** 本法 in the quoted words of a law is that law, where this text is none. */
  #ownLaw(kind: string | undefined, at: number): string {
    if (kind === undefined || this.#quotedAt(at) || callsItself(this.#text.title, kind)) return 'self'
    return this.#before.lawOfKind(kind) ?? 'self'
  }

  /** 该条第二款, 各该条: of the article that was named last. */
  #readSaid(at: number): { end: number; report: Citation | null } | null {
    SAID.lastIndex = at
    const head = SAID.exec(this.#node.text)
    const carry = this.#before.carry ?? this.#before.earlier[0]
    if (!head || !carry || this.#isInstruction(at)) return null
    const end = at + head[0].length
    const said = carry.parts.flatMap((part): Place[] => {
      if (head[1] === '条') return [{ article: part.article, paragraph: null, item: null }]
      if (head[1] === '款') return part.paragraph === null ? [] : [{ article: part.article, paragraph: part.paragraph, item: null }]
      return part.item === null ? [] : [part]
    })
    const meant = head[0].startsWith('各') ? uniquePlaces(said) : said.slice(-1)
    const [base] = meant
    if (!base) return null
    const places = meant.length === 1 ? readPlaces(this.#node.text, end, base) : null
    if (places?.parts.every((part) => part.article === base.article)) return this.#report(at, places.end, carry.law, places.parts)
    return this.#report(at, end, carry.law, meant)
  }

  #readPreceding(at: number, start = at): { end: number; report: Citation | null } | null {
    const words = this.#node.text
    PRECEDING.lastIndex = at
    const head = PRECEDING.exec(words)
    if (!head) return null
    const count = head[1] ? '一二三四五六七八九十'.indexOf(head[1] === '两' ? '二' : head[1]) + 1 : 1
    const end = at + head[0].length
    const bases = this.#isInstruction(at) ? [] : this.#preceding(at, head[2] ?? head[3] ?? '', count)
    if (bases.length === 0) return { end: readPlaces(words, end, { article: null, paragraph: null, item: null })?.end ?? end, report: null }
    const [base] = bases
    const places = bases.length === 1 && base ? readPlaces(words, end, base) : null
    // 前款、第三条 are two: what follows must be inside what 前款 names
    if (places && base && places.parts.every((part) => part.article === base.article)) return this.#report(start, places.end, 'self', places.parts)
    return this.#report(start, end, 'self', bases)
  }

  #preceding(at: number, unit: string, count: number): Place[] {
    const { article, paragraph } = this.#placeAt(at)
    const { item } = this.#node.home
    const index = this.#node.articleIndex
    if (article === null || paragraph === null || index === null) return []
    const steps = Array.from({ length: count }, (_, place) => count - place)
    if (unit === '条' && this.#quotedAt(at)) return steps.flatMap((back) => labelBefore(article, back))
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
    if (!alone) {
      // 刑法分则第三章第二节、第一百九十条
      DIVISION.lastIndex = at
      if (DIVISION.test(words)) this.#before.law = this.#nameBefore(at)?.law ?? this.#before.law
      return null
    }
    const [first] = alone.parts
    const named = first?.article ? this.#nameBefore(at) : null
    if (named === null && (this.#isInstruction(at) || OF_ANNEX.test(words.slice(Math.max(0, at - 6), at)))) return { end: alone.end, report: null }
    if (first?.article) {
      const law = named?.law ?? this.#node.columnLaw ?? this.#lawOfBare(at, first)
      return this.#report(named?.start ?? at, alone.end, law, alone.parts)
    }
    const base = first ? this.#baseOfBare(at, first) : null
    if (!base) return { end: alone.end, report: null }
    const places = readPlaces(words, at, base.place)
    return places ? this.#report(at, places.end, base.law, places.parts) : null
  }

  /** The name of a law right before a number: declared in the text, 该法, or usual. */
  #nameBefore(at: number): { law: string; start: number } | null {
    const words = this.#node.text
    for (let start = Math.max(this.#floor, at - this.#context.longestShortName); start < at; start++) {
      const law = this.#shortNames.get(words.slice(start, at))
      if (law !== undefined) return { law, start }
    }
    const bare = bareLawName(words, at, this.#floor)
    if (bare) return bare
    const said = SAID_LAW.exec(words.slice(Math.max(this.#floor, at - 3), at))
    const law = said ? this.#before.lawOfKind(said[1] ?? '') : null
    return said && law !== null ? { law, start: at - said[0].length } : null
  }

  /**
   * A bare 第五条 is of the text itself where the text has it. A letter goes on in the law that it named in the
   * sentence; a number that the text does not have is of the law last named.
   */
  #lawOfBare(at: number, first: Place): string {
    if (this.#quotedAt(at)) return 'self'
    const { law, earlierLaw } = this.#before
    if (law !== null && this.#text.form === 'outline') return law
    if (this.#context.has({ article: first.article, paragraph: null, item: null })) return 'self'
    return law ?? earlierLaw ?? this.#context.impliedLaw ?? 'self'
  }

  /**
   * A bare 第二款 is of the article it stands in, a bare 第二项 of the place named before it in the sentence, as far as
   * these have it; else of what was named earlier (违反第八条第一款的，…。违反第二款的，…).
   */
  #baseOfBare(at: number, first: Place): { law: string; place: Place } | null {
    const { article, paragraph } = this.#placeAt(at)
    const { carry, earlier } = this.#before
    const own = article === null ? null : { law: 'self', place: { article, paragraph: null, item: null } }
    const isParagraph = first.paragraph !== null
    if (this.#quotedAt(at)) return isParagraph ? own : baseOf(carry, isParagraph) ?? own
    const has = ({ law, place }: { law: string; place: Place }): boolean => law !== 'self' || this.#context.has(isParagraph ? { ...first, article: place.article } : { ...place, item: first.item })
    const lead = this.#node.text.slice(Math.max(0, at - 2), at)
    const named = [carry, ...earlier].flatMap((one) => (one ? [one] : []))
    const elsewhere = (one: Carry | null | undefined): boolean => one !== null && one !== undefined && (one.law !== 'self' || one.place.article !== article)
    const sameLead = named.find((one) => elsewhere(one) && lead === '违反' && one.lead === lead)
    const inItself = first.paragraph !== null && first.paragraph === paragraph && elsewhere(carry)
    const candidates = isParagraph
      ? [baseOf(sameLead, true), inItself ? baseOf(carry, true) : null, own, ...named.map((one) => baseOf(one, true))]
      : [this.#isOfOwnList(first) ? own : null, baseOf(carry, false), own, ...earlier.map((one) => baseOf(one, false))]
    return candidates.find((one) => one !== null && has(one)) ?? (isParagraph ? own : (baseOf(carry, false) ?? own))
  }

  /** （三）达到第一项标准一半的: an 项 before this one, where the lead-in named another law and this 项 named nothing. */
  #isOfOwnList(first: Place): boolean {
    const { carry } = this.#before
    if (carry === null || carry !== this.#leadIn || carry.law === 'self') return false
    const items = this.#node.paragraph?.items ?? []
    const cited = items.findIndex(({ number }) => number === first.item)
    return cited >= 0 && cited < items.findIndex(({ number }) => number === this.#node.home.item)
  }

  #report(start: number, end: number, cited: string, parts: Place[]): { end: number; report: Citation } {
    const last = parts.at(-1)
    const law = cited === 'self' ? (this.#quotedAt(start)?.law ?? 'self') : cited
    if (last?.article) this.#before.carry = { law, place: last, parts, lead: this.#node.text.slice(Math.max(0, start - 2), start) }
    if (law !== 'self') this.#before.law = law
    return {
      end,
      report: {
        in: this.#node.home,
        start,
        end,
        text: this.#node.text.slice(start, end),
        target: targetOf(law, parts),
      },
    }
  }
}
