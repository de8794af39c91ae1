import type { Problem, SourceBlock } from '../../../law/text/tree.ts'
import { noRevisions, Refusal, type Revision, type Revisions, type RevisionView } from '../result.ts'
import type { XmlAttributes, XmlHandler } from '../xml.ts'
import { FieldStack } from './field-stack.ts'
import type { NumberCounter, NumberReference } from './numbering.ts'
import { isContentsStyle, isHiddenStyle, isOn, styleChain, type Styles } from './styles.ts'
import { buildTable, flattenTable, newCell, newRow, type CellDraft, type RowDraft } from './table-builder.ts'

const TABLE_DEPTH = 20

type ParagraphDraft = {
  text: string
  style: string | null
  numId: string | null
  level: number | null
  markGone: boolean
  contents: boolean
  pictures: number
  textBoxLines: string[]
}
type ChangeKind = 'ins' | 'del' | 'moveTo' | 'moveFrom'
type Change = { kind: ChangeKind; revision: Revision }
type TableDraft = { rows: RowDraft[]; row: RowDraft | null; cell: CellDraft | null }
/** What a paragraph flows into: the body, a cell of a table, or a text box. */
type Sink = { kind: 'body' } | { kind: 'cell'; cell: CellDraft } | { kind: 'box'; lines: string[] }

export type NoteReference = { kind: 'footnote' | 'endnote'; id: string; line: number }
export type BodyContent = {
  blocks: SourceBlock[]
  problems: Problem[]
  revisions: Revisions
  contents: string[]
  notes: NoteReference[]
}

/** Old formatting kept for the marks, fallbacks for old readers, and other things that nobody sees. */
const SKIPPED: ReadonlySet<string> = new Set([
  'pPrChange', 'rPrChange', 'tblPrChange', 'tblPrExChange', 'tcPrChange', 'trPrChange', 'sectPrChange',
  'numberingChange', 'Fallback', 'sectPr', 'tblGrid', 'rt', 'delInstrText',
])
const TEXT: ReadonlySet<string> = new Set(['t', 'delText', 'instrText'])
const PROPERTIES: ReadonlySet<string> = new Set(['pPr', 'rPr', 'trPr', 'tcPr', 'tblPr', 'numPr', 'sdtPr'])
const isChange = (name: string): name is ChangeKind => name === 'ins' || name === 'del' || name === 'moveTo' || name === 'moveFrom'

const integer = (text: string | undefined): number => Number.parseInt(text ?? '', 10) || 0

/** Turns `document.xml` into blocks as the parser hands it element by element. */
export class BodyReader implements XmlHandler {
  readonly content: BodyContent = { blocks: [], problems: [], revisions: noRevisions(), contents: [], notes: [] }
  readonly #styles: Styles
  readonly #counter: NumberCounter
  readonly #leftOut: readonly string[]
  #line = 0
  #skipped = 0
  #textElement: string | null = null
  #buffer = ''
  #carried = ''
  #hiddenRun: boolean | null = null
  #runStyle: string | null = null
  #plainContentsControls: boolean[] = []
  readonly #properties: string[] = []
  readonly #changes: Change[] = []
  readonly #fields = new FieldStack()
  readonly #tables: TableDraft[] = []
  readonly #sinks: Sink[] = [{ kind: 'body' }]
  readonly #paragraphs: ParagraphDraft[] = []

  /** `rejected`: the text as it was before the revisions; what was taken out counts, what was put in does not. */
  constructor(styles: Styles, counter: NumberCounter, view: RevisionView = 'accepted') {
    this.#styles = styles
    this.#counter = counter
    this.#leftOut = view === 'accepted' ? ['del', 'moveFrom'] : ['ins', 'moveTo']
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped += 1
      return
    }
    if (PROPERTIES.has(name)) this.#properties.push(name)
    if (this.#properties.length > 0) this.#openProperty(name, attributes)
    else if (TEXT.has(name)) {
      this.#textElement = name
      this.#buffer = ''
    } else if (isChange(name)) {
      this.#changes.push({ kind: name, revision: { author: attributes['author'] ?? '', date: attributes['date'] ?? '', text: '' } })
    } else if (!this.#openStructure(name, attributes)) this.#openInline(name, attributes)
  }

  readonly text = (text: string): void => {
    if (this.#textElement !== null && this.#skipped === 0) this.#buffer += text
  }

  readonly close = (name: string): void => {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    if (this.#properties.length > 0) {
      if (PROPERTIES.has(name)) this.#properties.pop()
      return
    }
    if (name === this.#textElement) {
      this.#textElement = null
      if (name === 'instrText') this.#fields.instruct(this.#buffer)
      else this.#add(this.#buffer)
    } else if (isChange(name)) this.#closeChange()
    else this.#closeStructure(name)
  }

  #openProperty(name: string, attributes: XmlAttributes): void {
    const inside = this.#properties.at(-1)
    const paragraph = this.#paragraphs.at(-1)
    const table = this.#tables.at(-1)
    const value = attributes['val']
    const outer = this.#properties[0]
    if (inside === 'rPr' && outer === 'rPr') {
      if (name === 'vanish' || name === 'specVanish') this.#hiddenRun = isOn(value)
      else if (name === 'rStyle') this.#runStyle = value ?? null
    } else if (inside === 'rPr' && outer === 'pPr' && paragraph) {
      // properties of the paragraph mark: a deleted or hidden mark joins the paragraph to the next one
      if (this.#leftOut.includes(name)) paragraph.markGone = true
      if (name === 'vanish' && isOn(value)) paragraph.markGone = true
    } else if (inside === 'numPr' && paragraph) {
      if (name === 'numId') paragraph.numId = value ?? null
      else if (name === 'ilvl') paragraph.level = integer(value)
    } else if (inside === 'pPr' && paragraph) {
      if (name === 'pStyle') paragraph.style = value ?? null
    } else if (inside === 'trPr' && table?.row) {
      if (name === 'tblHeader') table.row.header = isOn(value)
      else if (name === 'gridBefore') table.row.skipBefore = integer(value)
      else if (name === 'gridAfter') table.row.skipAfter = integer(value)
      else if (name === 'del' || name === 'ins') {
        if (this.#leftOut.includes(name)) table.row.removed = true
        table.row.revision = { kind: name, author: attributes['author'] ?? '', date: attributes['date'] ?? '' }
      }
    } else if (inside === 'tcPr' && table?.cell) {
      if (name === 'gridSpan') table.cell.columnSpan = Math.min(63, Math.max(1, integer(value)))
      else if (name === 'vMerge') table.cell.merge = value === 'restart' ? 'restart' : 'continue'
      else if (name === 'hMerge') table.cell.continuesLeft = value !== 'restart'
    } else if (inside === 'sdtPr' && name === 'docPartGallery' && value === 'Table of Contents') {
      this.#plainContentsControls[this.#plainContentsControls.length - 1] = true
    }
  }

  #openStructure(name: string, attributes: XmlAttributes): boolean {
    switch (name) {
      case 'p':
        this.#openParagraph()
        return true
      case 'r':
        this.#hiddenRun = null
        this.#runStyle = null
        return true
      case 'sdt':
        this.#plainContentsControls.push(false)
        return true
      case 'tbl':
        if (this.#tables.length >= TABLE_DEPTH) {
          throw new Refusal('nested-too-deep', `文件中的表格套了 ${TABLE_DEPTH} 层以上，没有读取。请把正文复制到新的文档中，另存为 docx 后上传。`)
        }
        this.#tables.push({ rows: [], row: null, cell: null })
        return true
      case 'tr': {
        const table = this.#tables.at(-1)
        if (table) table.rows.push((table.row = newRow()))
        return true
      }
      case 'tc': {
        const table = this.#tables.at(-1)
        if (!table?.row) return true
        table.cell = newCell()
        table.row.cells.push(table.cell)
        this.#sinks.push({ kind: 'cell', cell: table.cell })
        return true
      }
      case 'txbxContent':
        this.#sinks.push({ kind: 'box', lines: this.#paragraphs.at(-1)?.textBoxLines ?? [] })
        return true
      case 'fldSimple':
        this.#fields.beginSimple(attributes['instr'] ?? '')
        return true
      default:
        return false
    }
  }

  #openInline(name: string, attributes: XmlAttributes): void {
    const paragraph = this.#paragraphs.at(-1)
    if (name === 'tab') this.#add('\t')
    else if (name === 'br' || name === 'cr') this.#add('\n')
    else if (name === 'noBreakHyphen') this.#add('-')
    else if (name === 'sym') this.#addSymbol(attributes)
    else if (name === 'footnoteReference') this.content.notes.push({ kind: 'footnote', id: attributes['id'] ?? '', line: this.#line })
    else if (name === 'endnoteReference') this.content.notes.push({ kind: 'endnote', id: attributes['id'] ?? '', line: this.#line })
    else if (name === 'fldChar') this.#fieldCharacter(attributes['fldCharType'] ?? '')
    else if (name === 'blip' && paragraph) paragraph.pictures += 1
    else if (name === 'imagedata' && paragraph) paragraph.pictures += 1
    else if (name === 'altChunk') this.#problem('unplaced', '此处嵌入了另一个文件，其内容没有读取，请把内容粘贴到正文中。')
  }

  #fieldCharacter(type: string): void {
    if (type === 'begin') this.#fields.begin()
    else if (type === 'end') this.#endField()
    else this.#fields.separate()
  }

  /** A ring drawn around a number (带圈字符) is a formula without a result: the number stands in brackets instead. */
  #endField(): void {
    const ringed = this.#fields.end()
    if (ringed === null) return
    this.#add(`（${ringed}）`)
    this.#problem('damaged-characters', `有一个带圈字符读作“（${ringed}）”，请对照原件。`)
  }

  #addSymbol(attributes: XmlAttributes): void {
    const code = Number.parseInt(attributes['char'] ?? '', 16)
    const plain = Number.isFinite(code) && (code < 0xe000 || code > 0xf8ff)
    if (plain) this.#add(String.fromCodePoint(code))
    else {
      this.#add('□')
      this.#problem('damaged-characters', `有一个“${attributes['font'] ?? '符号'}”字体的符号读不出来，以“□”代替，请对照原件。`)
    }
  }

  #insideContents(): boolean {
    return this.#plainContentsControls.includes(true) || this.#fields.insideContents
  }

  /** Puts words where they belong: into the text, among the deletions, or among the hidden. */
  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (text === '' || !paragraph) return
    const leftOut = this.#changes.findLast((change) => this.#leftOut.includes(change.kind))
    if (leftOut) {
      leftOut.revision.text += text
      return
    }
    const hidden = this.#hiddenRun ?? (isHiddenStyle(this.#styles, this.#runStyle) || isHiddenStyle(this.#styles, paragraph.style))
    if (hidden) {
      if (text.trim() !== '') this.#hide(text)
      return
    }
    const change = this.#changes.at(-1)
    if (change) change.revision.text += text
    if (this.#insideContents()) paragraph.contents = true
    paragraph.text += text
  }

  #hide(text: string): void {
    if (this.content.revisions.hiddenText.length === 0) {
      this.#problem('hidden-text', '文件中有隐藏文字，没有计入正文，请核对是否应当保留。')
    }
    this.content.revisions.hiddenText.push(text)
  }

  #closeChange(): void {
    const change = this.#changes.pop()
    if (!change || change.revision.text === '') return
    const { revisions } = this.content
    if (revisions.insertions.length + revisions.deletions.length + revisions.moves.length === 0) {
      this.#problem('tracked-change', '文件带有修订痕迹：新增的文字已计入正文，删除的文字没有计入，请逐处核对。')
    }
    switch (change.kind) {
      case 'ins':
        revisions.insertions.push(change.revision)
        return
      case 'del':
        revisions.deletions.push(change.revision)
        return
      case 'moveTo':
        revisions.moves.push(change.revision)
        return
      case 'moveFrom':
        return
      default: {
        const never: never = change.kind
        return never
      }
    }
  }

  #openParagraph(): void {
    if (this.#sinks.at(-1)?.kind === 'body') this.#line += 1
    this.#paragraphs.push({ text: '', style: this.#styles.defaultParagraph, numId: null, level: null, markGone: false, contents: false, pictures: 0, textBoxLines: [] })
  }

  #closeStructure(name: string): void {
    if (name === 'p') this.#closeParagraph()
    else if (name === 'r') {
      this.#hiddenRun = null
      this.#runStyle = null
    } else if (name === 'sdt') this.#plainContentsControls.pop()
    else if (name === 'fldSimple') this.#fields.end()
    else if (name === 'txbxContent') this.#sinks.pop()
    else if (name === 'tc') {
      const table = this.#tables.at(-1)
      if (table?.cell) this.#sinks.pop()
      if (table) table.cell = null
    } else if (name === 'tbl') this.#closeTable()
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    const text = this.#carried + paragraph.text
    this.#carried = ''
    if (paragraph.markGone) this.#carried = text
    else this.#emitParagraph(paragraph, this.#label(paragraph) + text)
    if (paragraph.pictures > 0) this.#problem('unplaced', '此处有图片，图片中的文字没有读取，请对照原件。')
    if (paragraph.textBoxLines.length > 0) {
      this.#problem('unplaced', '此处有文本框，框中文字列在本段之后，请核对位置。')
      for (const line of paragraph.textBoxLines) this.#emitLine(line)
    }
  }

  #label(paragraph: ParagraphDraft): string {
    const reference = this.#reference(paragraph)
    if (!reference) return ''
    const label = this.#counter.next(reference)
    if (label.unknownFormat !== null) {
      this.#problem('suspicious-label', `自动编号的格式“${label.unknownFormat}”不认识，编号按数字列出，请对照原件。`)
    }
    return label.text
  }

  #reference(paragraph: ParagraphDraft): NumberReference | null {
    const chain = styleChain(this.#styles, paragraph.style)
    const numId = paragraph.numId ?? chain.find(({ style }) => style.numId !== null)?.style.numId ?? null
    if (numId === null || numId === '0') return null
    if (paragraph.level !== null) return { numId, level: paragraph.level }
    if (paragraph.numId !== null) return { numId, level: 0 }
    const tied = this.#counter.levelOfStyle(numId, chain.map(({ id }) => id))
    return { numId, level: tied ?? chain.find(({ style }) => style.level !== null)?.style.level ?? 0 }
  }

  #emitParagraph(paragraph: ParagraphDraft, text: string): void {
    const contents = paragraph.contents || isContentsStyle(this.#styles, paragraph.style)
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue
      if (contents) this.#emitContents(line)
      else this.#emitLine(line)
    }
  }

  #emitContents(line: string): void {
    const last = this.content.blocks.at(-1)
    if (this.content.contents.length === 0 && last?.kind === 'line' && /^\s*目\s*录\s*$/.test(last.text)) {
      this.content.blocks.pop()
      this.content.contents.push(last.text.trim())
    }
    this.content.contents.push(line.replace(/[\t.…·\s]+[\d\s\-—]+$/, '').trim())
  }

  #emitLine(text: string): void {
    const sink = this.#sinks.at(-1)
    if (sink?.kind === 'cell') sink.cell.lines.push(text.trim())
    else if (sink?.kind === 'box') sink.lines.push(text)
    else this.content.blocks.push({ kind: 'line', text: text.trimEnd(), line: this.#line })
  }

  #closeTable(): void {
    const draft = this.#tables.pop()
    if (!draft) return
    for (const row of draft.rows) {
      const words = row.revision === null ? '' : row.cells.map((cell) => cell.lines.join(' ')).join('\t').trim()
      if (row.revision === null || words === '') continue
      const { kind, author, date } = row.revision
      if (kind === 'del') this.content.revisions.deletions.push({ author, date, text: words })
      // words of a new row are mostly marked themselves too
      else if (!this.content.revisions.insertions.some(({ text }) => words.includes(text))) this.content.revisions.insertions.push({ author, date, text: words })
    }
    const rows = draft.rows.filter((row) => !row.removed)
    const only = rows.length === 1 && rows[0]?.cells.length === 1 ? rows[0].cells[0] : undefined
    if (this.#sinks.at(-1)?.kind !== 'body') {
      this.#problem('unplaced', '表格中套有表格，里层表格已按行列出，请核对。')
      for (const line of flattenTable(rows)) this.#emitLine(line)
    } else if (only) {
      // a frame drawn as a table of one cell is text to a reader
      for (const line of only.lines) this.#emitLine(line)
    } else if (rows.length > 0) {
      this.#line += 1
      this.content.blocks.push({ kind: 'table', table: buildTable(rows), line: this.#line })
    }
  }

  #problem(code: Problem['code'], message: string): void {
    const line = Math.max(1, this.#line)
    if (this.content.problems.some((problem) => problem.line === line && problem.message === message)) return
    this.content.problems.push({ line, code, message })
  }
}
