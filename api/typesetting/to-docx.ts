import {
  AlignmentType,
  BorderStyle,
  Document,
  LineRuleType,
  OverlapType,
  Packer,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx'
import { blankLine, bodyParagraph, centred, docxTable, EXACT_LINE, FONTS, OFF_GRID, run, section } from './docx-parts.ts'
import { STYLES } from './docx-styles.ts'
import { attachmentLines, BODY, copyLine, inBrackets, PAGE, RED, RED_HEAD_TOP_MM, RED_LINE_GAP_MM, redHeadPoints, signaturePlace, SMALL, TITLE, titleBelowHead, titleLines, twips, withColon } from '../../law/paper/index.ts'
import { heldToNext, plainText, printedDate, type Block, type PaperContent, type SheetContent } from './paper-content.ts'

type Child = Paragraph | Table
const CHARACTER_TWIPS = BODY.sizePoints * 20

/** An exact line takes its letters near its foot: the mark's top edge is above by what is left over. */
const redHead = (content: PaperContent): Child[] => {
  if (content.redHead === undefined) return []
  const size = redHeadPoints(content.redHead)
  const gap = twips(RED_HEAD_TOP_MM) - Math.round(size * 20 * 0.2)
  return [
    new Paragraph({ style: OFF_GRID, spacing: { line: Math.max(240, gap), lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [run('')] }),
    centred(content.redHead, { font: FONTS.title, size: size * 2, color: RED }, Math.round(size * 20 * 1.3)),
    blankLine(),
    blankLine(),
  ]
}

const redLine = (content: PaperContent) =>
  content.redHead === undefined ? {} : { border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: RED, space: Math.round((RED_LINE_GAP_MM * 72) / 25.4) } } }

/** 发文字号: centred; a paper that goes up has it at the left and 签发人 at the right. */
const numberLine = (content: PaperContent): Child[] => {
  if (content.documentNo === undefined && content.redHead === undefined) return []
  const number = content.documentNo ?? ''
  if (content.signers === undefined || content.signers.length === 0) {
    const alignment = content.redHead === undefined ? AlignmentType.RIGHT : AlignmentType.CENTER
    return [new Paragraph({ alignment, spacing: EXACT_LINE, children: [run(number)], ...redLine(content) })]
  }
  return [
    new Paragraph({
      spacing: EXACT_LINE,
      // blanks, not indents: the red line below keeps the width of the text
      tabStops: [{ type: TabStopType.RIGHT, position: twips(PAGE.textWidthMm) - CHARACTER_TWIPS }],
      children: [run(`　${number}`), new TextRun({ children: [new Tab()] }), run('签发人：'), run(content.signers.join('　'), { font: FONTS.kai })],
      ...redLine(content),
    }),
  ]
}

const title = (lines: readonly string[]): Child[] => lines.map((line) => centred(line, { font: FONTS.title, size: TITLE.sizePoints * 2 }, TITLE.lineTwips, { keepNext: true }))

const HEADING_FONTS = { 1: FONTS.black, 2: FONTS.kai, 3: FONTS.body, 4: FONTS.body } as const

/** The signature should not stand alone on a page: a short last paragraph (three lines) goes with it. */
const SHORT_PARAGRAPH = 3 * PAGE.charactersPerLine

const blockChildren = (block: Block, isLast: boolean): Child[] => {
  switch (block.kind) {
    case 'paragraph':
      return [bodyParagraph(block.words, {}, { keepNext: isLast && plainText(block.words).length <= SHORT_PARAGRAPH })]
    case 'heading':
      return [block.centred === true ? centred(block.text, { font: HEADING_FONTS[block.level] }, BODY.lineTwips, { keepNext: true }) : bodyParagraph(block.text, { font: HEADING_FONTS[block.level] }, { keepNext: true })]
    case 'quote':
      return [bodyParagraph(block.words, { font: FONTS.kai })]
    case 'list':
      return block.items.map((item) => bodyParagraph(item))
    case 'table':
      return [...(block.caption === undefined ? [] : [centred(block.caption, { font: FONTS.black }, BODY.lineTwips, { keepNext: true })]), docxTable(isLast ? heldToNext(block.table) : block.table), blankLine({ keepNext: isLast })]
    default: {
      const never: never = block
      return never
    }
  }
}

const attachments = (content: PaperContent): Child[] => {
  const lines = attachmentLines(content.attachments ?? [])
  return lines.length === 0 ? [] : [blankLine({ keepNext: true }), ...lines.map((line) => bodyParagraph(line, {}, { keepNext: true }))]
}

const signature = (content: PaperContent): Child[] => {
  if (!content.signature) return []
  const date = printedDate(content.signature.date)
  const { organRight, dateRight } = signaturePlace(content.signature.organ, date)
  const line = (text: string, right: number, keepNext: boolean) =>
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: EXACT_LINE, indent: { right: Math.round(right * CHARACTER_TWIPS) }, keepNext, children: [run(text)] })
  return [blankLine({ keepNext: true }), blankLine({ keepNext: true }), line(content.signature.organ, organRight, true), line(date, dateRight, false)]
}

/** 版记 at the foot of the last page: outer lines 0.35 mm, the inner one 0.25 mm, 4号仿宋. */
const imprint = (content: PaperContent): Child[] => {
  const rows: Paragraph[] = []
  const small = { size: SMALL.sizeHalfPoints, characterSpacing: 0 }
  const indent = { left: 280, right: 280 }
  const spacing = { line: 480, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
  const style = OFF_GRID
  if (content.copyTo !== undefined) rows.push(new Paragraph({ style, indent, spacing, children: [run(copyLine(content.copyTo), small)] }))
  if (content.printedBy) {
    const tab = { type: TabStopType.RIGHT, position: twips(PAGE.textWidthMm) - 280 }
    rows.push(
      new Paragraph({
        style,
        indent,
        spacing,
        tabStops: [tab],
        children: [run(content.printedBy.organ, small), new TextRun({ children: [new Tab()] }), run(`${printedDate(content.printedBy.date)}印发`, small)],
      }),
    )
  }
  if (rows.length === 0) return []
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  return [
    blankLine(),
    new Table({
      width: { size: twips(PAGE.textWidthMm), type: WidthType.DXA },
      columnWidths: [twips(PAGE.textWidthMm)],
      layout: TableLayoutType.FIXED,
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        absoluteHorizontalPosition: 0,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
        overlap: OverlapType.NEVER,
      },
      borders: { top: outer, bottom: outer, left: none, right: none, insideHorizontal: inner, insideVertical: none },
      rows: rows.map((row) => new TableRow({ children: [new TableCell({ margins: { left: 0, right: 0, top: 0, bottom: 0 }, children: [row] })] })),
    }),
    new Paragraph({ style: OFF_GRID, spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [] }),
  ]
}

/** Packs sections with the defaults that every paper shares. */
export async function packDocument(sections: ISectionOptions[], title: string): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: '立法与备案审查',
    evenAndOddHeaderAndFooters: true,
    externalStyles: STYLES,
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Lays out an official paper as .docx by GB/T 9704-2012. */
export async function toDocx(content: PaperContent): Promise<Uint8Array> {
  const heading = titleBelowHead(content, TITLE.charactersPerLine)
  const children: Child[] = [
    ...redHead(content),
    ...numberLine(content),
    ...(content.redHead === undefined ? [] : [blankLine(), blankLine()]),
    ...(heading.length === 0 ? [] : [...title(heading), blankLine()]),
    ...(content.recipient === undefined ? [] : [bodyParagraph(withColon(content.recipient), {}, { indent: { firstLine: 0 } })]),
    ...content.body.flatMap((block, index) => blockChildren(block, content.signature !== undefined && index === content.body.length - 1)),
    ...attachments(content),
    ...signature(content),
    ...(content.note === undefined ? [] : [blankLine(), bodyParagraph(inBrackets(content.note))]),
    ...imprint(content),
  ]
  return packDocument([section(children, content)], content.title.replaceAll('\n', ''))
}

/** A form or list on its own sheet as .docx. */
export async function toDocxTable(content: SheetContent): Promise<Uint8Array> {
  const landscape = content.orientation === 'landscape'
  const widthMm = landscape ? PAGE.textHeightMm : PAGE.textWidthMm
  const small = { size: TITLE.sizePoints + 2, characterSpacing: 0 }
  const children: Child[] = [
    ...title(titleLines(content.title, TITLE.charactersPerLine)),
    blankLine(),
    ...(content.subtitle === undefined ? [] : [bodyParagraph(content.subtitle, small, { indent: { firstLine: 0 } })]),
    docxTable(content.table, widthMm),
    ...(content.footLines ?? []).map((line) => bodyParagraph(line, small, { indent: { firstLine: 0 } })),
  ]
  return packDocument([section(children, content, content.orientation)], plainText(content.title))
}
