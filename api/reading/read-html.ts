import type { Problem, SourceBlock } from '../../law/text/tree.ts'
import { buildTable, flattenTable, newCell, newRow, type CellDraft, type RowDraft } from './docx/table-builder.ts'
import { decodeEntities } from './html-entities.ts'
import { decodeText } from './plain-text.ts'
import { noRevisions, Refusal, type ReadResult } from './result.ts'

const BLOCKS: ReadonlySet<string> = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'section', 'article', 'header', 'footer',
  'blockquote', 'pre', 'center', 'form', 'fieldset', 'address', 'hr', 'body', 'caption', 'main', 'nav', 'aside', 'tbody', 'thead',
])
/** Their content is not for reading. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'textarea', 'select', 'xml'])
const TABLE_DEPTH = 20

type CellSpan = { cell: CellDraft; rowSpan: number }
type TableDraft = { rows: RowDraft[]; spans: CellSpan[][]; cell: CellDraft | null; header: boolean }

const charsetOf = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null
}

const decode = (bytes: Uint8Array): { text: string; encoding: string } => {
  const stated = charsetOf(bytes)
  if (stated === null || bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0xef) return decodeText(bytes)
  const encoding = /^(gb2312|gbk|gb_2312-80|x-gbk)$/.test(stated) ? 'gb18030' : stated
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    // a page that states another encoding than its own, or an unknown one
    return decodeText(bytes)
  }
}

const attribute = (tag: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null
}

const span = (tag: string, name: string): number => Math.min(200, Math.max(1, Number.parseInt(attribute(tag, name) ?? '1', 10) || 1))

/**
 * Source line ends inside Chinese text are not spaces to a reader (CSS Text, segment breaks), except after
 * the label of an article, where writers of pages break because there was a space.
 */
const collapse = (text: string): string =>
  text.replace(/^([\s\u3000]*第[一二三四五六七八九十百千零〇]+[编章节条](?:之[一二三四五六七八九十]+)?)[\r\n\t ]+/, '$1 ').replace(/([\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])[\r\n\t ]*[\r\n][\r\n\t ]*(?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])/g, '$1').replace(/[\r\n\t ]+/g, ' ')

/** Rows with `rowspan` to the drafts of the docx reader, where a merged cell goes on in the next row. */
const rowsWithSpans = (table: TableDraft): RowDraft[] => {
  const pending = new Map<number, { left: number; columnSpan: number }>()
  return table.rows.map((row, index) => {
    const cells: CellDraft[] = []
    let column = 0
    const fill = () => {
      for (let above = pending.get(column); above; above = pending.get(column)) {
        cells.push({ ...newCell(), columnSpan: above.columnSpan, merge: 'continue' })
        above.left -= 1
        if (above.left === 0) pending.delete(column)
        column += above.columnSpan
      }
    }
    for (const { cell, rowSpan } of table.spans[index] ?? []) {
      fill()
      if (rowSpan > 1) pending.set(column, { left: rowSpan - 1, columnSpan: cell.columnSpan })
      cells.push({ ...cell, merge: rowSpan > 1 ? 'restart' : 'none' })
      column += cell.columnSpan
    }
    fill()
    return { ...row, cells }
  })
}

class HtmlReader {
  readonly blocks: SourceBlock[] = []
  readonly problems: Problem[] = []
  readonly hidden: string[] = []
  /** headers and footers of pages that an office program saved */
  readonly runningLines: string[] = []
  title = ''
  #text = ''
  #line = 0
  #hiddenAt: string[] = []
  #running = false
  #preformatted = 0
  readonly #tables: TableDraft[] = []

  #flush(): void {
    for (const part of this.#text.split('\n')) {
      const text = part.replace(/\s+$/, '')
      if (text.trim() === '') continue
      const cell = this.#tables.at(-1)?.cell
      if (cell) cell.lines.push(text.trim())
      else this.blocks.push({ kind: 'line', text, line: (this.#line += 1) })
    }
    this.#text = ''
  }

  text(raw: string): void {
    const text = decodeEntities(this.#preformatted > 0 ? raw : collapse(raw))
    if (this.#hiddenAt.length > 0) {
      if (text.trim() !== '') (this.#running ? this.runningLines : this.hidden).push(text.trim())
    } else this.#text += text
  }

  open(name: string, tag: string): void {
    if (this.#hiddenAt.length > 0) {
      if (name === this.#hiddenAt[0]) this.#hiddenAt.push(name)
      return
    }
    if (name === 'br') this.#text += '\n'
    else if (BLOCKS.has(name)) this.#flush()
    if (name === 'pre') this.#preformatted += 1
    if (name === 'table') this.#openTable()
    const table = this.#tables.at(-1)
    if (table && name === 'tr') {
      this.#flush()
      table.rows.push({ ...newRow(), header: table.header })
      table.spans.push([])
      table.cell = null
    } else if (table && name === 'thead') table.header = true
    else if (table && (name === 'td' || name === 'th')) this.#openCell(table, tag)
    if (name === 'div' && /^(header|footer)$/i.test(attribute(tag, 'title') ?? '')) {
      this.#running = true
      this.#hiddenAt.push(name)
      return
    }
    const style = attribute(tag, 'style') ?? ''
    if (/display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(style) && !/\/>$/.test(tag) && name !== 'br' && name !== 'img') this.#hiddenAt.push(name)
  }

  #openTable(): void {
    this.#flush()
    if (this.#tables.length >= TABLE_DEPTH) throw new Refusal('nested-too-deep', '网页中的表格嵌套层数过多，没有读取。请把正文复制到新的文档中，另存为 docx 后上传。')
    this.#tables.push({ rows: [], spans: [], cell: null, header: false })
  }

  #openCell(table: TableDraft, tag: string): void {
    this.#flush()
    const cell = { ...newCell(), columnSpan: span(tag, 'colspan') }
    const row = table.rows.at(-1)
    if (!row) return
    row.cells.push(cell)
    table.spans.at(-1)?.push({ cell, rowSpan: span(tag, 'rowspan') })
    table.cell = cell
  }

  close(name: string): void {
    if (this.#hiddenAt.length > 0) {
      if (name === this.#hiddenAt[0]) this.#hiddenAt.pop()
      if (this.#hiddenAt.length === 0) this.#running = false
      return
    }
    if (BLOCKS.has(name) || name === 'td' || name === 'th' || name === 'tr') this.#flush()
    if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1)
    const table = this.#tables.at(-1)
    if (!table) return
    if (name === 'td' || name === 'th' || name === 'tr') table.cell = null
    if (name === 'thead') table.header = false
    if (name === 'table') this.#closeTable()
  }

  #closeTable(): void {
    this.#flush()
    const table = this.#tables.pop()
    if (!table) return
    const rows = rowsWithSpans(table).filter((row) => row.cells.length > 0)
    const outer = this.#tables.at(-1)?.cell
    const only = rows.length === 1 && rows[0]?.cells.length === 1 ? rows[0].cells[0] : undefined
    if (outer) outer.lines.push(...flattenTable(rows))
    else if (only) for (const line of only.lines) this.blocks.push({ kind: 'line', text: line, line: (this.#line += 1) })
    else if (rows.some((row) => row.cells.some((cell) => cell.lines.length > 0))) {
      this.blocks.push({ kind: 'table', table: buildTable(rows), line: (this.#line += 1) })
    }
  }

  end(): void {
    while (this.#tables.length > 0) this.#closeTable()
    this.#flush()
  }
}

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!\[[^\]]*\]>|<[!?][^>]*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi

/** Reads a saved page (often called .doc): block elements are lines, tables keep their merged cells. */
export function readHtml(bytes: Uint8Array): ReadResult {
  const { text: source, encoding } = decode(bytes)
  if (/^\s*mime-version:/i.test(source)) {
    return { status: 'stored', format: 'html', reason: '已保存原件。这是单一网页文件（mht），暂不能读出文字，请同时上传同一文本的 docx。' }
  }
  const reader = new HtmlReader()
  let unread: string | null = null
  let inHead = false
  let inTitle = false
  for (const match of source.matchAll(TOKEN)) {
    const [token, slash, rawName] = match
    const name = rawName?.toLowerCase()
    if (unread !== null) {
      if (name === unread && slash === '/') unread = null
    } else if (name === undefined) {
      if (token.startsWith('<!') || token.startsWith('<?')) continue
      if (inTitle) reader.title += decodeEntities(token)
      else if (!inHead) reader.text(token)
    } else if (name === 'head') inHead = slash === ''
    else if (name === 'title') inTitle = slash === ''
    else if (UNREAD.has(name)) {
      if (slash === '' && !token.endsWith('/>')) unread = name
    } else if (name === 'body' && inHead) inHead = false
    else if (slash === '/') reader.close(name)
    else reader.open(name, token)
  }
  reader.end()
  const title = reader.title.replace(/\s+/g, ' ').trim()
  if (reader.runningLines.length > 0) reader.problems.push({ line: 1, code: 'unplaced', message: `页眉、页脚没有计入正文：“${reader.runningLines.join(' ')}”。` })
  const problems: Problem[] = reader.hidden.length > 0 ? [{ line: 1, code: 'hidden-text', message: '网页中有隐藏文字，没有计入正文，请核对是否应当保留。' }] : []
  return {
    status: 'read',
    format: 'html',
    blocks: reader.blocks,
    problems: [...reader.problems, ...problems],
    remarks: [],
    ...(reader.hidden.length > 0 ? { revisions: { ...noRevisions(), hiddenText: reader.hidden } } : {}),
    metadata: { encoding, ...(title !== '' ? { title } : {}) },
  }
}
