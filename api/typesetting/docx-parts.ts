import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  Header,
  HeightRule,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx'
import { BODY, PAGE, PAGE_NUMBER_GAP_MM, SMALL, TABLE, twips } from '../../law/paper/index.ts'
import { pageMark, piecesOf, type Inline, type PaperCell, type PaperTable, type Words } from './paper-content.ts'

type FontSet = { ascii: string; hAnsi: string; eastAsia: string; cs: string }
const font = (eastAsia: string, latin = 'Times New Roman'): FontSet => ({ ascii: latin, hAnsi: latin, eastAsia, cs: latin })

/** The fonts that the standard names; an office machine has them, others show their own. */
export const FONTS = {
  body: font('仿宋_GB2312'),
  title: font('方正小标宋简体'),
  black: font('黑体'),
  kai: font('楷体_GB2312'),
  song: font('宋体', '宋体'),
} as const

/** Paragraph style of lines that do not follow the 22-line grid: title, tables, imprint (docx-styles.ts). */
export const OFF_GRID = 'OffGrid'

export const EXACT_LINE = { line: BODY.lineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
const FIRST_LINE = { firstLine: 640 } as const
const BLANK_FILL = 'FFF1CC'

export type RunStyle = Pick<IRunOptions, 'font' | 'size' | 'color' | 'bold' | 'characterSpacing'>

/** One piece of text in 3号仿宋, or as `style` says. */
export const run = (text: string, style: RunStyle = {}): TextRun =>
  new TextRun({ text, font: FONTS.body, size: BODY.sizeHalfPoints, characterSpacing: BODY.spacingTwips, ...style })

/** 移动的文字: underlined with points beside bold or struck. */
const movedMark = (moved: boolean | undefined): Pick<IRunOptions, 'underline'> => (moved ? { underline: { type: UnderlineType.DOTTED } } : {})

const inlineRun = (inline: Inline, style: RunStyle): TextRun => {
  if (typeof inline === 'string') return run(inline, style)
  const base: IRunOptions = { font: FONTS.body, size: BODY.sizeHalfPoints, characterSpacing: BODY.spacingTwips, ...style }
  switch (inline.kind) {
    case 'strong':
      return new TextRun({ ...base, text: inline.text, bold: true })
    case 'label':
      return new TextRun({ ...base, text: inline.text, font: FONTS.black })
    case 'added':
      return new TextRun({ ...base, text: inline.text, bold: true, ...movedMark(inline.moved) })
    case 'gone':
      return new TextRun({ ...base, text: inline.text, strike: true, color: '7A7A7A', ...movedMark(inline.moved) })
    case 'blank':
      return new TextRun({ ...base, text: inline.placeholder, underline: {}, shading: { type: ShadingType.CLEAR, color: 'auto', fill: BLANK_FILL } })
    default: {
      const never: never = inline
      return never
    }
  }
}

export const runs = (words: Words, style: RunStyle = {}): TextRun[] => piecesOf(words).map((inline) => inlineRun(inline, style))

/** A paragraph of the body: exact lines, two characters in, justified. */
export const bodyParagraph = (words: Words, style: RunStyle = {}, options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    spacing: EXACT_LINE,
    indent: FIRST_LINE,
    alignment: AlignmentType.JUSTIFIED,
    children: runs(words, style),
    ...options,
  })

export const blankLine = (options: Partial<IParagraphOptions> = {}): Paragraph => new Paragraph({ spacing: EXACT_LINE, children: [run('')], ...options })

export const centred = (text: string, style: RunStyle, lineTwips: number, options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    style: OFF_GRID,
    alignment: AlignmentType.CENTER,
    spacing: { line: lineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [run(text, { characterSpacing: 0, ...style })],
    ...options,
  })

const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        // one character of 4号 from the edge
        indent: side === 'right' ? { right: 280 } : { left: 280 },
        children: [new TextRun({ font: FONTS.song, size: SMALL.sizeHalfPoints, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

const markHeader = (mark: string): Header =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: mark, font: FONTS.song, size: 21, color: '9A5B00' })] })],
  })

/** A section of the standard page; `landscape` turns sheet and margins, the binding edge goes to the top. */
export function section(children: ISectionOptions['children'], marks: { demo?: string; draft?: string }, orientation: 'portrait' | 'landscape' = 'portrait'): ISectionOptions {
  const { margin } = PAGE
  const mark = pageMark(marks)
  const upright = orientation === 'portrait'
  const edges = upright
    ? { top: margin.topMm, left: margin.leftMm, right: margin.rightMm, bottom: margin.bottomMm }
    : { top: margin.leftMm, left: margin.bottomMm, right: margin.topMm, bottom: margin.rightMm }
  return {
    properties: {
      page: {
        // the library turns the sheet itself when it is told that it is landscape
        size: { width: twips(PAGE.widthMm), height: twips(PAGE.heightMm), orientation: upright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
        margin: {
          top: twips(edges.top),
          left: twips(edges.left),
          right: twips(edges.right),
          bottom: twips(edges.bottom),
          header: twips(15),
          footer: twips(Math.max(10, edges.bottom - PAGE_NUMBER_GAP_MM - 5)),
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch: BODY.lineTwips },
    },
    ...(mark === '' ? {} : { headers: { default: markHeader(mark), even: markHeader(mark) } }),
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    children,
  }
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const FRAME = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

const cellParagraphs = (cell: PaperCell): Paragraph[] => {
  const style: RunStyle = { size: TABLE.sizeHalfPoints, characterSpacing: 0, ...(cell.header ? { font: FONTS.black } : {}) }
  const alignment = ALIGNMENTS[cell.align ?? (cell.header ? 'center' : 'left')]
  const lines: Inline[][] = [[]]
  for (const inline of piecesOf(cell.words)) {
    const parts = typeof inline === 'string' ? inline.split('\n') : 'text' in inline ? inline.text.split('\n') : [inline.placeholder]
    parts.forEach((text, index) => {
      if (index > 0) lines.push([])
      const piece: Inline = typeof inline === 'string' ? text : inline.kind === 'blank' ? inline : { ...inline, text }
      lines.at(-1)?.push(piece)
    })
  }
  return lines.map(
    (line) => new Paragraph({ style: OFF_GRID, alignment, keepNext: cell.keepNext ?? false, spacing: { line: TABLE.lineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: line.map((inline) => inlineRun(inline, style)) }),
  )
}

/** Rows that came or went as revisions, each with a mark of its own. */
type RowRevision = { op: 'insert' | 'delete'; mark: () => { id: number; author: string; date: string } }

/** A table over the whole width of the text, in 小四, its head rows printed again on each page. */
export function docxTable(table: PaperTable, widthMm: number = PAGE.textWidthMm, revision?: RowRevision): Table {
  const total = table.columnShares.reduce((sum, share) => sum + share, 0)
  const columnWidths = table.columnShares.map((share) => Math.round((twips(widthMm) * share) / total))
  return new Table({
    width: { size: twips(widthMm), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME, insideHorizontal: LINE, insideVertical: LINE },
    rows: table.rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index < (table.headerRowCount ?? 0),
          height: { value: twips(9), rule: HeightRule.ATLEAST },
          ...(revision === undefined ? {} : revision.op === 'insert' ? { insertion: revision.mark() } : { deletion: revision.mark() }),
          children: cells.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.columnSpan ?? 1,
                rowSpan: cell.rowSpan ?? 1,
                verticalAlign: cell.top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
                margins: { left: 85, right: 85, top: 40, bottom: 40 },
                children: cellParagraphs(cell),
              }),
          ),
        }),
    ),
  })
}
