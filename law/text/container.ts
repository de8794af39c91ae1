/**
 * What the container of a whole source leaves in a text file and no word of it: named once a kind, with the first line
 * and the count. How the file marks its encoding and ends its lines is known where its bytes are decoded.
 */
import type { Remark, RemarkCode } from './tree.ts'

/** nobody sees them, on no screen and on no paper; a BOM at the head of a file is a mark of its encoding */
const ZERO_WIDTH = /[\u200B-\u200D\u2060]/
const WIDE_SPACE = /[\u2002\u2003]/
const LINK_WITHIN = '](#'
const TAGGED_PARAGRAPH = /^<\/?br\s*\/?>/i
const BOLD_LABEL = /\*\*\s*第[^*]{1,12}条/

type Tally = { line: number; count: number }
type Kind = 'invisible-lines' | 'zero-width' | 'em-spaces' | 'contents-as-links' | 'bold-labels' | 'tagged-paragraphs' | 'html-tags'

const places = (count: number, of: string): string => (count > 1 ? `共${count}${of}，这是第一${of}` : `一${of}`)
const REMARKS: Readonly<Record<Kind, { code: RemarkCode; message: (count: number) => string }>> = {
  'invisible-lines': { code: 'invisible-lines', message: (count) => `这一行看似空行，其实有看不见的零宽字符（${places(count, '行')}），已作空行略去。` },
  'zero-width': { code: 'odd-characters', message: (count) => `文字中夹有看不见的零宽字符（${places(count, '行')}），已略去。` },
  'em-spaces': { code: 'em-spaces', message: (count) => `用网页的宽空格（EM SPACE）缩进或者隔开条标（${places(count, '行')}），已按普通空格读出。` },
  'contents-as-links': { code: 'contents-as-links', message: (count) => `目录写成网页链接（${places(count, '行')}），已只取文字。` },
  'bold-labels': { code: 'bold-labels', message: (count) => `条标两边有加粗符号“**”（${places(count, '行')}），已略去。` },
  'tagged-paragraphs': { code: 'html-tags', message: (count) => `段落用网页标签“<br>”隔开（${places(count, '行')}），已按段落分开。` },
  'html-tags': { code: 'html-tags', message: (count) => `文字中夹有网页标签（${places(count, '行')}），已略去。` },
}

/** Counts, line by line, what the container leaves; looks only for what the source has at all. */
export class ContainerMarks {
  readonly #found = new Map<Kind, Tally>()
  readonly #looksFor: readonly (readonly [Kind, (line: string) => boolean])[]

  /** @param has what the source is known to have, so that a sound one is not read again */
  constructor(source: string, has: { suspect: boolean; linked: boolean; bold: boolean }) {
    const looksFor: [Kind, (line: string) => boolean][] = []
    if (has.suspect && ZERO_WIDTH.test(source)) {
      looksFor.push(['invisible-lines', (line) => ZERO_WIDTH.test(line) && isBlank(line)], ['zero-width', (line) => ZERO_WIDTH.test(line) && !isBlank(line)])
    }
    if (has.suspect && WIDE_SPACE.test(source)) looksFor.push(['em-spaces', (line) => WIDE_SPACE.test(line)])
    if (has.linked) looksFor.push(['contents-as-links', (line) => line.includes(LINK_WITHIN)])
    if (has.bold) looksFor.push(['bold-labels', (line) => line.includes('**') && BOLD_LABEL.test(line)])
    this.#looksFor = looksFor
  }

  /** Nothing to look for: the lines need not be read. */
  get none(): boolean {
    return this.#looksFor.length === 0
  }

  read(line: string, number: number): void {
    for (const [kind, found] of this.#looksFor) if (found(line)) this.#add(kind, number)
  }

  /** Takes note of a line from which tags were left out. */
  addTags(line: string, number: number): void {
    this.#add(TAGGED_PARAGRAPH.test(line) ? 'tagged-paragraphs' : 'html-tags', number)
  }

  #add(kind: Kind, line: number): void {
    const found = this.#found.get(kind)
    if (found === undefined) this.#found.set(kind, { line, count: 1 })
    else found.count += 1
  }

  get remarks(): Remark[] {
    return [...this.#found].map(([kind, { line, count }]) => ({ line, code: REMARKS[kind].code, message: REMARKS[kind].message(count) }))
  }
}

const isBlank = (line: string): boolean => !/[^\s\u200B-\u200D\u2060]/.test(line)
