import type { Problem, SourceBlock } from '../../law/text/tree.ts'
import { buildTable, newCell, newRow, type CellDraft, type RowDraft } from './docx/table-builder.ts'
import { noRevisions, Refusal, type ReadResult, type Revisions } from './result.ts'

/** Groups that hold no text of the body. Automatic numbers (`listtext`, `pntext`) are text and stay. */
const UNREAD: ReadonlySet<string> = new Set([
  'fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr',
  'footerf', 'fldinst', 'nonshppict', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'themedata', 'colorschememapping', 'datastore',
  'latentstyles', 'generator', 'xmlnstbl', 'bkmkstart', 'bkmkend', 'atnid', 'atnauthor', 'annotation', 'ftnsep', 'ftnsepc', 'aftnsep',
])
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t', line: '\n', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•',
  emspace: '\u2003', enspace: '\u2002', sect: '', page: '\n', softline: '\n',
}
const CODE_PAGES: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 1252: 'windows-1252', 65001: 'utf-8' }
const CHARSETS: Readonly<Record<number, string>> = { 134: 'gb18030', 136: 'big5', 128: 'shift_jis', 129: 'euc-kr' }
const GROUP_DEPTH = 2_000

type State = { unread: boolean; destination: string; hidden: boolean; deleted: boolean; revised: boolean; skipCount: number; font: number }
type CellEdge = { right: number; merge: CellDraft['merge']; continuesLeft: boolean }
type RowBuild = { edges: CellEdge[]; cells: string[] }

class RtfReader {
  readonly blocks: SourceBlock[] = []
  readonly revisions: Revisions = noRevisions()
  readonly problems: Problem[] = []
  readonly #bytes: Buffer
  #at = 0
  #state: State = { unread: false, destination: '', hidden: false, deleted: false, revised: false, skipCount: 1, font: 0 }
  readonly #stack: State[] = []
  #codePage = 'gb18030'
  readonly #fontCharsets = new Map<number, string>()
  #definedFont = 0
  #pending: number[] = []
  #toSkip = 0
  #text = ''
  #note = ''
  #line = 0
  #inTable = false
  #rowBuild: RowBuild = { edges: [], cells: [] }
  #nextMerge: { merge: CellDraft['merge']; continuesLeft: boolean } = { merge: 'none', continuesLeft: false }
  #tableRows: RowBuild[] = []

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  read(): void {
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at] ?? 0
      this.#at += 1
      if (byte === 0x7b) this.#openGroup()
      else if (byte === 0x7d) this.#closeGroup()
      else if (byte === 0x5c) this.#control()
      else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) this.#byte(byte)
    }
    this.#decodePending()
    this.#endParagraph()
    this.#endTable()
  }

  #openGroup(): void {
    this.#decodePending()
    if (this.#stack.length >= GROUP_DEPTH) throw new Refusal('nested-too-deep', '文件内部嵌套层数过多，没有读取。请把正文复制到新的文档中，另存为 docx 后上传。')
    this.#stack.push({ ...this.#state })
    this.#toSkip = 0
  }

  #closeGroup(): void {
    this.#decodePending()
    const left = this.#state
    this.#state = this.#stack.pop() ?? this.#state
    if (left.destination === 'footnote' && this.#state.destination !== 'footnote' && this.#note.trim() !== '') {
      this.problems.push({ line: this.#line + 1, code: 'unplaced', message: `脚注没有计入正文：“${this.#note.trim()}”` })
      this.#note = ''
    }
    this.#toSkip = 0
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1
      return
    }
    if (!this.#state.unread) this.#pending.push(byte)
  }

  #decodePending(): void {
    if (this.#pending.length === 0) return
    const bytes = Uint8Array.from(this.#pending)
    this.#pending = []
    const encoding = bytes.some((byte) => byte > 0x7f) ? (this.#fontCharsets.get(this.#state.font) ?? this.#codePage) : 'utf-8'
    this.#add(new TextDecoder(encoding).decode(bytes))
  }

  #add(text: string): void {
    const { unread, destination, hidden, deleted, revised } = this.#state
    if (unread || text === '') return
    if (destination === 'footnote') this.#note += text
    else if (deleted) this.#record(this.revisions.deletions, text)
    else if (hidden) this.revisions.hiddenText.push(text)
    else {
      if (revised) this.#record(this.revisions.insertions, text)
      this.#text += text
    }
  }

  #record(list: Revisions['insertions'], text: string): void {
    list.push({ author: '', date: '', text })
  }

  #control(): void {
    const next = this.#bytes[this.#at] ?? 0
    const isLetter = (byte: number) => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)
    if (!isLetter(next)) {
      this.#at += 1
      this.#controlSign(String.fromCharCode(next))
      return
    }
    let end = this.#at
    while (end < this.#bytes.length && isLetter(this.#bytes[end] ?? 0)) end += 1
    const word = this.#bytes.toString('latin1', this.#at, end)
    const number = /^-?\d{1,10}/.exec(this.#bytes.toString('latin1', end, end + 12))?.[0]
    this.#at = end + (number?.length ?? 0)
    if (this.#bytes[this.#at] === 0x20) this.#at += 1
    this.#word(word, number === undefined ? null : Number(number))
  }

  #controlSign(sign: string): void {
    if (sign === "'") {
      const byte = Number.parseInt(this.#bytes.toString('latin1', this.#at, this.#at + 2), 16)
      this.#at += 2
      if (Number.isFinite(byte)) this.#byte(byte)
      return
    }
    this.#decodePending()
    if (sign === '*') this.#state.unread = !this.#keepsOptional()
    else if (sign === '~') this.#add(' ')
    else if (sign === '_') this.#add('-')
    else if (sign === '\\' || sign === '{' || sign === '}') this.#byte(sign.charCodeAt(0))
    else if (sign === '\n' || sign === '\r') this.#endParagraph()
  }

  /** `{\*\…}` may be skipped by whoever does not know it; only text boxes hold text to read. */
  #keepsOptional(): boolean {
    return /^\\shptxt\b|^\\shpinst\b/.test(this.#bytes.toString('latin1', this.#at, this.#at + 12)) && !this.#state.unread
  }

  #word(word: string, value: number | null): void {
    if (word === 'u') {
      this.#decodePending()
      if (value !== null) this.#unicode(value)
      return
    }
    if (word === 'bin') {
      this.#at += Math.max(0, value ?? 0)
      return
    }
    this.#decodePending()
    if (this.#state.destination === 'fonttbl') this.#fontTable(word, value)
    if (UNREAD.has(word)) {
      this.#state.unread = true
      this.#state.destination = word
    } else if (word === 'footnote') this.#state.destination = 'footnote'
    else if (word === 'ansicpg') this.#codePage = CODE_PAGES[value ?? 936] ?? 'gb18030'
    else if (word === 'uc') this.#state.skipCount = value ?? 1
    else if (word === 'f') this.#state.font = value ?? 0
    else if (this.#state.unread) return
    else if (SIGNS[word] !== undefined) this.#add(SIGNS[word])
    else if (word === 'par') this.#endParagraph()
    else if (word === 'v') this.#state.hidden = value !== 0
    else if (word === 'deleted') this.#state.deleted = value !== 0
    else if (word === 'revised') this.#state.revised = value !== 0
    else if (word === 'plain') Object.assign(this.#state, { hidden: false, deleted: false, revised: false })
    else this.#tableWord(word, value)
  }

  #fontTable(word: string, value: number | null): void {
    if (word === 'f') this.#definedFont = value ?? 0
    const charset = word === 'fcharset' ? CHARSETS[value ?? 0] : undefined
    if (charset !== undefined) this.#fontCharsets.set(this.#definedFont, charset)
  }

  #unicode(value: number): void {
    const code = value < 0 ? value + 0x10000 : value
    // half of a surrogate pair is joined with the other half when the string grows
    this.#add(String.fromCharCode(code))
    this.#toSkip = this.#state.skipCount
  }

  #tableWord(word: string, value: number | null): void {
    if (word === 'trowd') this.#rowBuild = { edges: [], cells: this.#rowBuild.cells }
    else if (word === 'intbl') this.#inTable = true
    else if (word === 'pard') this.#inTable = false
    else if (word === 'clvmgf') this.#nextMerge.merge = 'restart'
    else if (word === 'clvmrg') this.#nextMerge.merge = 'continue'
    else if (word === 'clmrg') this.#nextMerge.continuesLeft = true
    else if (word === 'cellx') {
      this.#rowBuild.edges.push({ right: value ?? 0, ...this.#nextMerge })
      this.#nextMerge = { merge: 'none', continuesLeft: false }
    } else if (word === 'cell') {
      this.#rowBuild.cells.push(this.#text.trim())
      this.#text = ''
    } else if (word === 'row') {
      this.#tableRows.push({ edges: [...this.#rowBuild.edges], cells: this.#rowBuild.cells })
      this.#rowBuild = { edges: this.#rowBuild.edges, cells: [] }
    }
  }

  #endParagraph(): void {
    if (this.#state.unread || this.#state.destination === 'footnote') return
    if (this.#inTable || this.#rowBuild.cells.length > 0) {
      this.#text += '\n'
      return
    }
    if (this.#tableRows.length > 0) this.#endTable()
    this.#line += 1
    for (const text of this.#text.split('\n')) {
      if (text.trim() !== '') this.blocks.push({ kind: 'line', text: text.trimEnd(), line: this.#line })
    }
    this.#text = ''
  }

  #endTable(): void {
    if (this.#tableRows.length === 0) return
    const edges = [...new Set(this.#tableRows.flatMap((row) => row.edges.map((edge) => edge.right)))].sort((a, b) => a - b)
    const rows = this.#tableRows.map((row): RowDraft => {
      let column = 0
      const cells = row.cells.map((text, index): CellDraft => {
        const edge = row.edges[index]
        const end = edge ? edges.indexOf(edge.right) + 1 : column + 1
        const columnSpan = Math.max(1, end - column)
        column += columnSpan
        return { ...newCell(), columnSpan, merge: edge?.merge ?? 'none', continuesLeft: edge?.continuesLeft ?? false, lines: [text] }
      })
      return { ...newRow(), cells }
    })
    this.#tableRows = []
    this.#line += 1
    this.blocks.push({ kind: 'table', table: buildTable(rows), line: this.#line })
  }
}

/** Reads an RTF file (Chinese code pages, `\u`, tables, marks of changes). Throws `Refusal`. */
export function readRtf(bytes: Uint8Array): ReadResult {
  const reader = new RtfReader(bytes)
  reader.read()
  const { blocks, revisions } = reader
  const problems = [...reader.problems]
  if (revisions.insertions.length + revisions.deletions.length > 0) {
    problems.push({ line: 1, code: 'tracked-change', message: '文件带有修订痕迹：新增的文字已计入正文，删除的文字没有计入，请逐处核对。' })
  }
  if (revisions.hiddenText.length > 0) problems.push({ line: 1, code: 'hidden-text', message: '文件中有隐藏文字，没有计入正文，请核对是否应当保留。' })
  return { status: 'read', format: 'rtf', blocks, problems, remarks: [], revisions }
}
