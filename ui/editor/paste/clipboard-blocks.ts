/** What Word, WPS and browsers put on the clipboard, as the blocks that the parser of legal texts reads. */
import { toChineseNumber, type SourceBlock, type Table } from '../../../law/text/index.ts'

/** style attributes break the content security policy as soon as they are parsed, and images are fetched */
const STYLE = /(<[a-z][^<>]*?\s)style(\s*=)/gi
const LEFT_OUT = /<!--\[if[\s\S]*?<!\[endif\]-->|<!--[\s\S]*?-->|<!\[(?:if[^>]*|endif)\]>|<(style|script|xml|head)\b[\s\S]*?<\/\1\s*>|<\/?(?:img|link|meta|base|iframe|object|embed|video|audio|source)\b[^<>]*>/gi
const BLOCKS: ReadonlySet<string> = new Set(['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'TR', 'TABLE', 'SECTION', 'ARTICLE', 'UL', 'OL', 'BLOCKQUOTE', 'DD', 'DT', 'PRE', 'FORM', 'FIELDSET', 'HEADER', 'FOOTER', 'MAIN', 'CENTER'])
const MOST_SPANNED = 100

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? ''
/** Word keeps deleted words and comments on the clipboard: a reader of the page does not see them */
const isHidden = (element: Element): boolean =>
  element.tagName === 'DEL' || element.tagName === 'TEMPLATE' || /mso-element:\s*comment|display:\s*none|mso-hide:\s*all/i.test(styleOf(element)) || /^_?(?:msocom|anchor)/i.test(element.id)

const tidy = (words: string): string => words.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim()
const spanOf = (cell: Element, name: string): number => Math.min(MOST_SPANNED, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1))

/** `（一）` in a list of Chinese numbers, `1.` in others: the clipboard of the web leaves numbers to the browser. */
function listNumber(item: Element): string {
  const list = item.parentElement
  if (list?.tagName !== 'OL') return ''
  const before = [...list.children].filter(({ tagName }) => tagName === 'LI').indexOf(item)
  const number = (Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1) + before
  return /cjk|chinese|ideographic/i.test(styleOf(list) + styleOf(item)) ? `（${toChineseNumber(number)}）` : `${number}.`
}

class BlockReader {
  readonly blocks: SourceBlock[] = []
  #words = ''

  #end(): void {
    const text = tidy(this.#words)
    this.#words = ''
    if (text !== '') this.blocks.push({ kind: 'line', text, line: this.blocks.length + 1 })
  }

  read(root: Node): void {
    this.#walk(root)
    this.#end()
  }

  #walk(parent: Node): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) this.#words += child.nodeValue ?? ''
      else if (child instanceof Element && !isHidden(child)) this.#element(child)
    }
  }

  #element(element: Element): void {
    if (element.tagName === 'BR') return this.#end()
    if (element.tagName === 'TABLE' && element.querySelector('table') === null && element.querySelectorAll('tr').length > 0) {
      this.#end()
      this.blocks.push({ kind: 'table', table: readTable(element), line: this.blocks.length + 1 })
      return
    }
    const isBlock = BLOCKS.has(element.tagName)
    if (isBlock) this.#end()
    if (element.tagName === 'LI') this.#words += listNumber(element)
    this.#walk(element)
    if (isBlock) this.#end()
  }
}

function readTable(element: Element): Table {
  const cellText = (cell: Element): string => {
    const reader = new BlockReader()
    reader.read(cell)
    return reader.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])).join('\n')
  }
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll(':scope > td, :scope > th')].map((cell) => ({
      text: cellText(cell),
      columnSpan: spanOf(cell, 'colspan'),
      rowSpan: spanOf(cell, 'rowspan'),
      header: cell.tagName === 'TH',
    })),
  )
  return { rows: rows.filter((row) => row.length > 0) }
}

/** How many pictures stand in clipboard HTML; Word names each twice, once for readers of its own. */
export const picturesIn = (html: string): number => (html.replace(/<!--[\s\S]*?-->/g, '').match(/<img\b/gi) ?? []).length

/** Blocks of clipboard HTML. Numbers of lists that Word and WPS print are words of their lines; pictures are left out. */
export function blocksFromHtml(html: string): SourceBlock[] {
  const safe = html.replace(LEFT_OUT, '').replace(STYLE, '$1data-style$2')
  const reader = new BlockReader()
  reader.read(new DOMParser().parseFromString(safe, 'text/html').body)
  return reader.blocks
}
