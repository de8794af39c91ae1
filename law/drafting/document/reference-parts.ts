/** The words of a citation cut into what stays and what names a provision of this document. */
import type { Citation, Place } from '../../citation/index.ts'
import { labelOrdinal, readNumber, type ReferenceLevel, type ReferencePart } from '../../text/index.ts'
import { articleOf, type DocumentNumbers, type Numbered, type NumberedKind } from './number-document.ts'

const N = '[零〇一二三四五六七八九十百千0-9]+'
const TOKEN = new RegExp(
  `第(?<article>${N})条(?:之[一二三四五六七八九十]+)*|(?<own>本条)(?!例)|第(?<paragraph>${N})款|第(?<item>${N})项|第（(?<bracketed>${N})）项|第(?<subitem>${N})目|第(?<division>${N})(?<unit>编|分编|章|节)|前(?<count>[两三四五六七八九十])?(?<preceding>[条款项])`,
  'uy',
)
const OWN_NAME = /^本(?:实施|暂行)?(?:法|条例|办法|规定|细则|解释|规则|决定|章程|通则|意见|通知|准则|规程|标准|方案|安排|批复)/u
/** characters of numbers: words that hold them name something that was not read */
const NAMES = /[第条款项目章节编前本该各（()）零〇一二三四五六七八九十百千0-9]/u
const DIVISION_KINDS: Readonly<Record<string, NumberedKind>> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' }
const DEPTHS: Readonly<Record<string, number>> = { article: 0, paragraph: 1, item: 2, subitem: 3 }

type Open = { targets: Numbered[]; show: ReferenceLevel[]; depth: number }

/** Reads the words from left to right; null as soon as one target is doubtful. */
class PartReader {
  readonly parts: ReferencePart[] = []
  readonly targets: Numbered[] = []
  readonly #numbers: DocumentNumbers
  readonly #home: Numbered
  #named: Numbered
  #open: Open | null = null
  #words = ''

  constructor(numbers: DocumentNumbers, home: Numbered) {
    this.#numbers = numbers
    this.#home = home
    this.#named = home
  }

  read(text: string): boolean {
    for (let at = 0; at < text.length; ) {
      const own = at === 0 ? OWN_NAME.exec(text) : null
      TOKEN.lastIndex = at
      const token = own === null ? TOKEN.exec(text) : null
      if (token === null) {
        const words = own?.[0] ?? text.charAt(at)
        if (own === null && NAMES.test(words)) return false
        this.#close()
        this.#words += words
        at += words.length
      } else {
        if (!this.#token(token)) return false
        at += token[0].length
      }
    }
    this.#close()
    if (this.#words !== '') this.parts.push(this.#words)
    return this.targets.length > 0
  }

  #close(): void {
    if (this.#open === null) return
    const { targets, show } = this.#open
    const last = targets.at(-1)
    if (last !== undefined) this.#named = last
    this.targets.push(...targets)
    this.parts.push({ keys: targets.map(({ key }) => key), show })
    this.#open = null
  }

  /** Goes on in the part that is open where the level is a deeper one, else begins another. */
  #name(targets: readonly Numbered[], show: ReferenceLevel[], depth: number): boolean {
    if (targets.length === 0 || targets.some(({ key, label, kind }) => key === '' || (kind === 'article' && label === ''))) return false
    if (this.#open !== null && this.#open.depth < depth && this.#open.targets.length === 1) {
      this.#open = { targets: [...targets], show: [...this.#open.show, ...show], depth }
      return true
    }
    this.#close()
    if (this.#words !== '') this.parts.push(this.#words)
    this.#words = ''
    this.#open = { targets: [...targets], show, depth }
    return true
  }

  #only(found: readonly Numbered[]): Numbered[] {
    return found.length === 1 ? [...found] : []
  }

  #base(depth: number): Numbered {
    const last = this.#open !== null && this.#open.depth < depth ? this.#open.targets.at(-1) : undefined
    return last ?? this.#named
  }

  #token({ 0: words, groups = {} }: RegExpExecArray): boolean {
    if (groups['article'] !== undefined) return this.#name(this.#only(this.#numbers.nodes.filter((one) => one.kind === 'article' && one.label === words)), ['article'], 0)
    if (groups['own'] !== undefined) return this.#name([articleOf(this.#home)].flatMap((one) => one ?? []), ['own-article'], 0)
    if (groups['division'] !== undefined) {
      const kind = DIVISION_KINDS[groups['unit'] ?? '']
      return this.#name(this.#only(this.#numbers.nodes.filter((one) => one.kind === kind && one.label === words)), ['division'], 0)
    }
    if (groups['preceding'] !== undefined) return this.#preceding(groups['preceding'], groups['count'])
    if (groups['paragraph'] !== undefined) return this.#paragraph(readNumber(groups['paragraph']) ?? 0)
    const item = groups['item'] ?? groups['bracketed']
    if (item !== undefined) return this.#item(readNumber(item) ?? 0, groups['item'] === undefined ? 'bracketed-item' : 'item')
    const subitem = readNumber(groups['subitem'] ?? '') ?? 0
    const base = this.#base(3)
    const within = base.kind === 'subitem' ? base.within : base
    return this.#name(this.#only(this.#numbers.nodes.filter((one) => one.kind === 'subitem' && one.within === within && one.ordinal === subitem)), ['subitem'], 3)
  }

  #paragraph(ordinal: number): boolean {
    const article = articleOf(this.#base(1))
    return this.#name(this.#only(this.#numbers.nodes.filter((one) => one.kind === 'paragraph' && one.within === article && one.ordinal === ordinal)), ['paragraph'], 1)
  }

  #item(ordinal: number, level: ReferenceLevel): boolean {
    const base = this.#base(2)
    const isItem = (one: Numbered): boolean => one.kind === 'item' && one.ordinal === ordinal
    if (base.kind === 'article') {
      // 第十条第三项: the only 款 that has 项; said with its 款 as soon as the article has more than one
      const found = this.#only(this.#numbers.nodes.filter((one) => isItem(one) && one.within?.within === base))
      return this.#name(found, base.paragraphs === 1 ? ['paragraph?', level] : [level], 2)
    }
    let paragraph: Numbered | null = base
    while (paragraph !== null && paragraph.kind !== 'paragraph') paragraph = paragraph.within
    return this.#name(this.#only(this.#numbers.nodes.filter((one) => isItem(one) && one.within === paragraph)), [level], 2)
  }

  #preceding(unit: string, counted: string | undefined): boolean {
    const length = counted === undefined ? 1 : counted === '两' ? 2 : (readNumber(counted) ?? 0)
    const kind = unit === '条' ? 'article' : unit === '款' ? 'paragraph' : 'item'
    let from: Numbered | null = this.#home
    while (from !== null && from.kind !== kind) from = from.within
    if (from === null) return false
    const within = from.within
    const siblings = this.#numbers.nodes.filter((one) => one.kind === kind && (kind === 'article' || one.within === within))
    const index = siblings.indexOf(from)
    const targets = index < length ? [] : siblings.slice(index - length, index)
    return this.#name(targets, [`preceding-${kind}`], DEPTHS[kind] ?? 0)
  }
}

function isMeant(one: Numbered, places: readonly Place[]): boolean {
  const article = articleOf(one)
  if (article === null) return places.length > 0
  let paragraph: Numbered | null = one
  while (paragraph !== null && paragraph.kind !== 'paragraph') paragraph = paragraph.within
  const item = one.kind === 'item' ? one : one.kind === 'subitem' ? one.within : null
  return places.some(
    (place) =>
      place.article === article.label &&
      (place.paragraph === null ? one.kind !== 'paragraph' : place.paragraph === paragraph?.ordinal) &&
      (place.item === null ? item === null : item !== null && labelOrdinal(place.item) === item.ordinal),
  )
}

/**
 * The parts of a reference from the words of a citation; null where a word is not understood, where a number belongs
 * to several provisions or to none, or where the recogniser of citations took it for another place.
 * @param home the 款, 项 or 目 in which it stands
 */
export function referenceParts({ text, target }: Citation, numbers: DocumentNumbers, home: Numbered): ReferencePart[] | null {
  const reader = new PartReader(numbers, home)
  if (!reader.read(text)) return null
  const [first] = target.articles
  const places = target.parts ?? (first === undefined ? [] : [{ article: first, paragraph: target.paragraph, item: target.item }])
  return reader.targets.every((one) => isMeant(one, places)) ? reader.parts : null
}
