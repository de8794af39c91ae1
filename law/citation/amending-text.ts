import type { LegalText } from '../text/index.ts'
import { readBookTitle } from './law-names.ts'
import { readPlaces } from './places.ts'

/** What an amending text says of a passage that it quotes: the new words of a provision of another law. */
export type QuotedProvision = { law: string; article: string | null; paragraph: number | null }

/** A stretch of a line in quotation marks, and the provision whose new words it holds. */
export type QuotedStretch = { start: number; end: number; provision: QuotedProvision }

const AMENDING_TITLE = /(?:关于修改|关于修订|关于废止和修改|修正案|的修改决定)/u

/** a quotation of several lines is kept as 款: its 项 are no 款 of the law */
const QUOTED_ITEM = /^“?\s*(?:[（(][零一二三四五六七八九十]+[）)]|\d+[.．、])/u

/** where the place stands that an instruction changes; the name of the law may stand before it (在刑法第一百六十五条中) */
const INSTRUCTED = /(?:改为|作为|将|在|删去|^|，|》)(?:[\p{Script=Han}]{1,20}?(?:法|法典|条例|规定|办法|解释|决定))?(?=第)/gu

/** Whether a text changes other texts: its instruction labels (将第十八条改为第十九条) are no citations. */
export function isAmending(text: LegalText): boolean {
  return AMENDING_TITLE.test(text.title) && /决定|修正案/u.test(text.title)
}

/** The law that a 决定 or 修正案 amends, by its title; null for a package. */
export function amendedLaw(title: string): string | null {
  const at = title.indexOf('《')
  const book = at < 0 ? null : readBookTitle(title, at)
  if (book) return book.title
  return /^(.*?法|.*?条例|宪法)修正案/u.exec(title)?.[1] ?? null
}

/**
 * Follows the lines of an amending text: which law and which provision the quoted words belong to.
 * Quotations over several lines open anew on each and close once.
 */
export class AmendingReader {
  #law: string | null
  #article: string | null = null
  #paragraph: number | null = null
  #open = false

  constructor(title: string) {
    this.#law = amendedLaw(title)
  }

  /** Quoted stretches of the next line. Outside of them a line gives instructions; an 项 begins no 款. */
  next(line: string, isItem: boolean): QuotedStretch[] {
    const stretches: QuotedStretch[] = []
    let from = this.#open ? 0 : -1
    if (this.#open && line.startsWith('“')) from = 1
    if (this.#open && this.#paragraph !== null && !isItem && !QUOTED_ITEM.test(line)) this.#paragraph++
    let instruction = 0
    for (let at = this.#open && line.startsWith('“') ? 1 : 0; at < line.length; at++) {
      if (line[at] === '“' && from < 0) {
        this.#instruct(line.slice(instruction, at))
        from = at + 1
      } else if (line[at] === '”' && from >= 0) {
        this.#push(stretches, from, at)
        from = -1
        instruction = at + 1
      }
    }
    this.#open = from >= 0
    if (this.#open) this.#push(stretches, from, line.length)
    else this.#instruct(line.slice(instruction))
    return stretches
  }

  #push(stretches: QuotedStretch[], start: number, end: number): void {
    if (this.#law === null) return
    stretches.push({ start, end, provision: { law: this.#law, article: this.#article, paragraph: this.#paragraph } })
  }

  /** A heading of a package: 二、修改《…》, 一、对《…》作出修改. */
  heading(words: string): void {
    const named = readBookTitle(words, words.indexOf('《'))
    if (!named || !/修改|修订|修正/u.test(words)) return
    this.#law = named.title
    this.#article = null
    this.#paragraph = null
  }

  /** 将第十四条改为第十八条，增加二款，作为第二款、第三款: what follows in quotation marks is 第十八条第二款. */
  #instruct(words: string): void {
    const at = words.search(/对《|将《/u)
    const named = at < 0 ? null : readBookTitle(words, at + 1)
    if (named) this.#law = named.title
    for (const match of words.matchAll(INSTRUCTED)) {
      const [first] = readPlaces(words, match.index + match[0].length, null)?.parts ?? []
      if (!first) continue
      if (first.article) {
        this.#article = first.article
        this.#paragraph = first.paragraph ?? 1
      } else if (first.paragraph !== null) {
        this.#paragraph = first.paragraph
      }
    }
    // 增加一款作为第二款，将该条修改为：
    if (/该条修改为/u.test(words)) this.#paragraph = 1
  }
}
