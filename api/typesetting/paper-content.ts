/**
 * What an official paper holds, before it is laid out by GB/T 9704-2012 (domain: formats of official
 * papers). Words only: fonts, sizes and places belong to the layout.
 */

/**
 * Words with a mark. `gone`, `added` and `label` (the number of an article) serve comparison tables, `blank` is a place
 * that a person must fill. What `moved` stands elsewhere as well.
 */
export type Inline =
  | string
  | { kind: 'strong'; text: string }
  | { kind: 'label'; text: string }
  | { kind: 'added'; text: string; moved?: boolean }
  | { kind: 'gone'; text: string; moved?: boolean }
  | { kind: 'blank'; /** what belongs here, said on screen: 主任会议的日期 */ label: string; /** shown until filled, such as `　月　日` */ placeholder: string }

/** A paragraph's words: plain, or pieces with marks. */
export type Words = string | readonly Inline[]

export type PaperCell = {
  words: Words
  columnSpan?: number
  rowSpan?: number
  header?: boolean
  /** words begin at the head of the cell, not in its middle: for long texts side by side */
  top?: boolean
  align?: 'left' | 'center' | 'right'
  /** its row stands on one page with the next: a heading */
  keepNext?: boolean
}

export type PaperTable = {
  /** share of each column in the width of the text; they need not add up to anything */
  columnShares: readonly number[]
  rows: readonly (readonly PaperCell[])[]
  /** rows at the top that are printed again on each page */
  headerRowCount?: number
}

/** The table with its last row on the page of what follows: signature and date do not stand on a page of their own (GB/T 9704 7.3.5). */
export const heldToNext = (table: PaperTable): PaperTable => ({ ...table, rows: table.rows.map((row, at) => (at === table.rows.length - 1 ? row.map((cell) => ({ ...cell, keepNext: true })) : row)) })

export type Block =
  | { kind: 'paragraph'; words: Words }
  /** `centred`: chapters and notes of a legal text, which stand in the middle of their line */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; centred?: true }
  /** words of a law or of the document judged, set off in 楷体 */
  | { kind: 'quote'; words: Words }
  | { kind: 'list'; items: readonly Words[] }
  | { kind: 'table'; table: PaperTable; caption?: string }

export type PaperContent = {
  /** 发文机关标志, as printed in red: `××市人民代表大会常务委员会文件` */
  redHead?: string
  /** 发文字号, or its form with blanks before issue: `云常审〔2026〕　　号` */
  documentNo?: string
  /** 签发人 of a paper that goes up (上行文) */
  signers?: readonly string[]
  /** a line break in the title is kept; without one it is broken between words */
  title: string
  /** 主送机关, with or without its colon */
  recipient?: string
  body: readonly Block[]
  /** names of enclosures, without numbers */
  attachments?: readonly string[]
  signature?: { organ: string; /** `2026-03-13`, or the printed form with blanks before issue */ date: string }
  /** 附注, printed in brackets: 联系人及电话 */
  note?: string
  copyTo?: string
  printedBy?: { organ: string; date: string }
  /** the mark of the demonstration, printed at the top of every page */
  demo?: string
  /** the mark of a draft, printed at the top of every page: 签发前不生效，不编号 */
  draft?: string
}

/** A form, receipt or list on its own sheet: 备案登记表, 电子回执, 目录, 清单. */
export type SheetContent = {
  title: string
  /** printed right under the title: 登记号, 填报单位 … */
  subtitle?: string
  orientation: 'portrait' | 'landscape'
  table: PaperTable
  /** lines under the table: 填表人, 日期, 说明 */
  footLines?: readonly string[]
  demo?: string
  draft?: string
}

/** A date as papers print it: 2026年3月13日; a printed form is left as it is. */
export function printedDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date
}

export const piecesOf = (words: Words): readonly Inline[] => (typeof words === 'string' ? [words] : words)
export const textOf = (inline: Inline): string => (typeof inline === 'string' ? inline : inline.kind === 'blank' ? inline.placeholder : inline.text)
export const plainText = (words: Words): string => piecesOf(words).map(textOf).join('')

/** Every place of a paper that a person still has to fill, in order. */
export function blanksOf(content: PaperContent): string[] {
  const wordsOf = (block: Block): Words[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'quote':
        return [block.words]
      case 'list':
        return [...block.items]
      case 'table':
        return block.table.rows.flat().map((cell) => cell.words)
      case 'heading':
        return []
      default: {
        const never: never = block
        return never
      }
    }
  }
  return content.body
    .flatMap(wordsOf)
    .flatMap((words) => piecesOf(words))
    .flatMap((inline) => (typeof inline !== 'string' && inline.kind === 'blank' ? [inline.label] : []))
}

/** The line at the head of every page that says what the paper is not. */
export const pageMark = (content: { demo?: string; draft?: string }): string => [content.demo, content.draft].filter((mark) => mark !== undefined && mark !== '').join('　')
