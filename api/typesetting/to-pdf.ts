import { attachmentLines, BODY, copyLine, inBrackets, PAGE, PAGE_NUMBER_GAP_MM, points, RED_HEAD_TOP_MM, RED_LINE_GAP_MM, redHeadPoints, signaturePlace, SMALL, TITLE, titleBelowHead, titleLines, withColon } from '../../law/paper/index.ts'
import { heldToNext, pageMark, piecesOf, printedDate, textOf, type Block, type PaperContent, type SheetContent, type Words } from './paper-content.ts'
import { Canvas, RED_INK, type Pdf, type Run } from './pdf/canvas.ts'
import { paginate } from './pdf/flow.ts'
import type { FaceName } from './pdf/font-slices.ts'
import { breakLines } from './pdf/line-breaking.ts'
import { loadFaces } from './pdf/load-faces.ts'
import { BODY_TRACKING, boxesOf, charactersOf, LINE_HEIGHT, plainRun, SMALL_LINE_HEIGHT, TABLE_SIZE, type Spec } from './pdf/specs.ts'

const MARK_INK = '#9A5B00'
const TITLE_LINE_HEIGHT = TITLE.lineTwips / 20
const MARK_SIZE = 10.5

const runsOf = (words: Words, face: FaceName = 'body'): Run[] =>
  piecesOf(words).map((inline) => {
    if (typeof inline === 'string') return plainRun(inline, face)
    const strong = inline.kind === 'strong' || inline.kind === 'added'
    return { text: textOf(inline), face: strong ? 'strong' : face, mark: inline.kind === 'blank' || inline.kind === 'gone' ? inline.kind : null }
  })

const bodyText = (runs: readonly Run[], keepNext = false, indentCharacters = 2): Spec => ({
  kind: 'text',
  runs,
  size: BODY.sizePoints,
  lineHeight: LINE_HEIGHT,
  align: 'justify',
  firstIndent: indentCharacters * (BODY.sizePoints + BODY_TRACKING),
  tracking: BODY_TRACKING,
  keepNext,
})

const blankLine = (keepNext = false): Spec => ({ kind: 'gap', height: LINE_HEIGHT, keepNext })
const centredText = (text: string, face: FaceName, size: number, lineHeight: number): Spec => ({ kind: 'text', runs: [plainRun(text, face)], size, lineHeight, align: 'center', keepNext: true })

const headSpecs = (content: PaperContent): Spec[] => {
  const specs: Spec[] = []
  if (content.redHead !== undefined) {
    const size = redHeadPoints(content.redHead)
    const lineHeight = size * 1.3
    // the mark's letters, not their line, begin 35 mm down
    specs.push({ kind: 'gap', height: points(RED_HEAD_TOP_MM) - size * 0.2, keepNext: true, keepAtTop: true })
    specs.push({ kind: 'text', runs: [plainRun(content.redHead, 'title')], size, lineHeight, align: 'center', color: RED_INK, keepNext: true })
    specs.push(blankLine(true), blankLine(true))
  }
  const number = content.documentNo ?? ''
  if (content.signers !== undefined && content.signers.length > 0) {
    const right = [plainRun('签发人：'), plainRun(content.signers.join('　'), 'kai')]
    specs.push({ kind: 'pair', left: [plainRun(number)], right, size: BODY.sizePoints, lineHeight: LINE_HEIGHT, indent: BODY.sizePoints, keepNext: true })
  } else if (content.documentNo !== undefined || content.redHead !== undefined) {
    specs.push({ kind: 'text', runs: [plainRun(number)], size: BODY.sizePoints, lineHeight: LINE_HEIGHT, align: content.redHead === undefined ? 'right' : 'center', keepNext: true })
  }
  if (content.redHead !== undefined) {
    const slackUnderLetters = (LINE_HEIGHT - BODY.sizePoints) / 2
    specs.push({ kind: 'rule', thickness: 2, color: RED_INK, gapBefore: Math.max(1, points(RED_LINE_GAP_MM) - slackUnderLetters), keepNext: true })
    specs.push(blankLine(true), blankLine(true))
  }
  return specs
}

const HEADING_FACES: Readonly<Record<1 | 2 | 3 | 4, FaceName>> = { 1: 'black', 2: 'kai', 3: 'body', 4: 'body' }

const blockSpecs = (block: Block, isLast: boolean): Spec[] => {
  switch (block.kind) {
    case 'paragraph':
      return [bodyText(runsOf(block.words), isLast)]
    case 'heading':
      return [block.centred === true ? centredText(block.text, HEADING_FACES[block.level], BODY.sizePoints, LINE_HEIGHT) : bodyText([plainRun(block.text, HEADING_FACES[block.level])], true)]
    case 'quote':
      return [bodyText(runsOf(block.words, 'kai'))]
    case 'list':
      return block.items.map((item) => bodyText(runsOf(item)))
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [centredText(block.caption, 'black', BODY.sizePoints, LINE_HEIGHT)]),
        { kind: 'table', table: isLast ? heldToNext(block.table) : block.table },
        { kind: 'gap', height: LINE_HEIGHT / 2, keepNext: isLast },
      ]
    default: {
      const never: never = block
      return never
    }
  }
}

const signatureSpecs = (content: PaperContent): Spec[] => {
  if (!content.signature) return []
  const date = printedDate(content.signature.date)
  const { organRight, dateRight } = signaturePlace(content.signature.organ, date)
  const line = (text: string, rightCharacters: number, keepNext: boolean): Spec => ({
    kind: 'text',
    runs: [plainRun(text)],
    size: BODY.sizePoints,
    lineHeight: LINE_HEIGHT,
    align: 'right',
    rightIndent: rightCharacters * BODY.sizePoints,
    tracking: BODY_TRACKING,
    keepNext,
  })
  return [blankLine(true), blankLine(true), line(content.signature.organ, organRight, true), line(date, dateRight, false)]
}

const bodySpecs = (content: PaperContent): Spec[] => {
  const attachments = attachmentLines(content.attachments ?? [])
  const signed = content.signature !== undefined
  const heading = titleBelowHead(content, TITLE.charactersPerLine)
  return [
    ...headSpecs(content),
    ...(heading.length === 0 ? [] : [...heading.map((line) => centredText(line, 'title', TITLE.sizePoints, TITLE_LINE_HEIGHT)), blankLine(true)]),
    ...(content.recipient === undefined ? [] : [bodyText([plainRun(withColon(content.recipient))], true, 0)]),
    ...content.body.flatMap((block, index) => blockSpecs(block, signed && index === content.body.length - 1)),
    ...(attachments.length === 0 ? [] : [blankLine(true), ...attachments.map((line) => bodyText([plainRun(line)], signed))]),
    ...signatureSpecs(content),
    ...(content.note === undefined ? [] : [blankLine(), bodyText([plainRun(inBrackets(content.note))])]),
  ]
}

/** 版记: between lines at the foot of the last page. */
const imprintSpecs = (content: PaperContent): Spec[] => {
  const lines: Spec[] = []
  const small = { size: SMALL.sizePoints, lineHeight: SMALL_LINE_HEIGHT }
  if (content.copyTo !== undefined) {
    lines.push({ kind: 'text', runs: [plainRun(copyLine(content.copyTo))], ...small, align: 'left', leftIndent: SMALL.sizePoints, rightIndent: SMALL.sizePoints })
  }
  if (content.printedBy) {
    if (lines.length > 0) lines.push({ kind: 'rule', thickness: points(0.25), color: '#000000', gapBefore: 0 })
    lines.push({ kind: 'pair', left: [plainRun(content.printedBy.organ)], right: [plainRun(`${printedDate(content.printedBy.date)}印发`)], ...small, indent: SMALL.sizePoints })
  }
  const outer: Spec = { kind: 'rule', thickness: points(0.35), color: '#000000', gapBefore: 0 }
  return lines.length === 0 ? [] : [outer, ...lines, outer]
}

type Sheet = { width: number; height: number; top: number; left: number; right: number; bottom: number }

const portrait: Sheet = {
  width: points(PAGE.widthMm),
  height: points(PAGE.heightMm),
  top: points(PAGE.margin.topMm),
  left: points(PAGE.margin.leftMm),
  right: points(PAGE.margin.rightMm),
  bottom: points(PAGE.margin.bottomMm),
}
/** Turned so that the binding edge is at the top. */
const landscape: Sheet = { width: portrait.height, height: portrait.width, top: portrait.left, left: portrait.bottom, right: portrait.top, bottom: portrait.right }

const drawPageNumber = (canvas: Canvas, sheet: Sheet, number: number): void => {
  const align = number % 2 === 1 ? 'right' : 'left'
  const width = sheet.width - sheet.left - sheet.right - 2 * SMALL.sizePoints
  const [line] = breakLines(canvas.glyphs([plainRun(`— ${number} —`)], SMALL.sizePoints), { width, firstIndent: 0, tracking: 0, size: SMALL.sizePoints, align })
  const baseline = sheet.height - sheet.bottom + points(PAGE_NUMBER_GAP_MM) + SMALL.sizePoints * 0.4
  if (line) canvas.line(line, sheet.left + SMALL.sizePoints, Math.min(baseline, sheet.height - 14), SMALL.sizePoints)
}

const drawMark = (canvas: Canvas, sheet: Sheet, mark: string): void => {
  const [line] = breakLines(canvas.glyphs([plainRun(mark)], MARK_SIZE), { width: sheet.width, firstIndent: 0, tracking: 0, size: MARK_SIZE, align: 'center' })
  if (line) canvas.line(line, 0, points(17), MARK_SIZE, MARK_INK)
}

const collect = (pdf: Pdf): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    pdf.on('data', (piece: Buffer) => pieces.push(piece))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))))
    pdf.on('error', reject)
    pdf.end()
  })

type Job = { title: string; mark: string; sheet: Sheet; specs: readonly Spec[]; foot: readonly Spec[] }

const render = async ({ title, mark, sheet, specs, foot }: Job): Promise<Uint8Array> => {
  const faces = await loadFaces(charactersOf([...specs, ...foot], [plainRun(`— 0123456789${mark}`)]))
  const { default: PDFDocument } = await import('pdfkit')
  const pdf = new PDFDocument({ size: [sheet.width, sheet.height], margin: 0, autoFirstPage: false, lang: 'zh-CN', info: { Title: title, Creator: '立法与备案审查' } })
  const canvas = new Canvas(pdf, faces)
  const width = sheet.width - sheet.left - sheet.right
  const height = sheet.height - sheet.top - sheet.bottom
  const footBoxes = boxesOf(canvas, foot, sheet.left, width)
  const footHeight = footBoxes.reduce((sum, box) => sum + box.height, 0)
  const pages = paginate(boxesOf(canvas, specs, sheet.left, width), height, footHeight)
  pages.forEach((boxes, index) => {
    pdf.addPage()
    for (const { box, y } of boxes) box.draw(canvas, sheet.top + y)
    if (index === pages.length - 1) {
      let y = sheet.top + height - footHeight
      for (const box of footBoxes) {
        box.draw(canvas, y)
        y += box.height
      }
    }
    drawPageNumber(canvas, sheet, index + 1)
    if (mark !== '') drawMark(canvas, sheet, mark)
  })
  return collect(pdf)
}

/** Lays out an official paper as PDF by GB/T 9704-2012, with the fonts that npm brings. */
export async function toPdf(content: PaperContent): Promise<Uint8Array> {
  return render({ title: content.title.replaceAll('\n', ''), mark: pageMark(content), sheet: portrait, specs: bodySpecs(content), foot: imprintSpecs(content) })
}

/** A form, receipt or list on its own sheet as PDF; a long list goes on with its head on the next page. */
export async function toPdfTable(content: SheetContent): Promise<Uint8Array> {
  const small = (text: string, keepNext: boolean): Spec => ({ kind: 'text', runs: [plainRun(text)], size: TABLE_SIZE, lineHeight: TABLE_SIZE * 1.8, align: 'left', keepNext })
  const specs: Spec[] = [
    ...titleLines(content.title, content.orientation === 'landscape' ? 28 : TITLE.charactersPerLine).map((line) => centredText(line, 'title', TITLE.sizePoints, TITLE_LINE_HEIGHT)),
    { kind: 'gap', height: LINE_HEIGHT / 2, keepNext: true },
    ...(content.subtitle === undefined ? [] : [small(content.subtitle, true)]),
    { kind: 'table', table: content.table },
    { kind: 'gap', height: 6 },
    ...(content.footLines ?? []).map((line) => small(line, false)),
  ]
  return render({ title: content.title, mark: pageMark(content), sheet: content.orientation === 'landscape' ? landscape : portrait, specs, foot: [] })
}
