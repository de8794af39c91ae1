import { PAGE, TABLE } from '../../law/paper/index.ts'
import { lengthOf, type Measured, type PaperBlock, placeCuts, type PlacedCut } from './paper-pages.ts'

const POINTS_PER_MM = 72 / 25.4

/** Text nodes of an element with the offset at which each begins; what lit leaves between them is comments. */
function textNodes(element: Element): { node: Text; from: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const out: { node: Text; from: number }[] = []
  let from = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    out.push({ node, from })
    from += node.data.length
  }
  return out
}

/** The offset of the first character of the line: the words before it stand above. */
function offsetOfLine(element: Element, line: number, lineHeight: number): number {
  if (line <= 0) return 0
  const nodes = textNodes(element)
  const length = nodes.reduce((sum, { node }) => sum + node.data.length, 0)
  const range = document.createRange()
  const topAt = (offset: number): number | null => {
    const holder = nodes.findLast(({ from }) => from <= offset)
    if (holder === undefined) return null
    range.setStart(holder.node, offset - holder.from)
    range.setEnd(holder.node, Math.min(holder.node.data.length, offset - holder.from + 1))
    return range.getClientRects()[0]?.top ?? null
  }
  const first = topAt(0)
  if (first === null) return 0
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    let top: number | null = null
    // a line break has no box of its own: the character after it has
    for (let at = middle; at < high && top === null; at += 1) top = topAt(at)
    if (top !== null && top - first < (line - 0.5) * lineHeight) low = middle + 1
    else high = middle
  }
  return low
}

type Layout = { cuts: PlacedCut[]; signatureApart: boolean; imprintApart: boolean }

/**
 * Where a paper that lies on one long sheet is to be cut into pages. Signature and 附注 follow the last block as one more
 * block; 版记 stands at the foot of the last page, on its own where there is no room.
 */
export function measurePages(sheet: HTMLElement, { blocks, form }: { blocks: readonly PaperBlock[]; form: 'portrait' | 'landscape' | null }): Layout {
  const text = sheet.querySelector('.sheet-text')
  if (text === null) return { cuts: [], signatureApart: false, imprintApart: false }
  const landscape = form === 'landscape'
  // what lies on its side is as high as the text of an upright page is wide
  const mm = sheet.getBoundingClientRect().width / (landscape ? PAGE.heightMm : PAGE.widthMm)
  const [height, point] = [(landscape ? PAGE.textWidthMm : PAGE.textHeightMm) * mm, mm / POINTS_PER_MM]
  const lineOf = (element: Element): number => parseFloat(getComputedStyle(element).lineHeight) || (PAGE.textHeightMm / PAGE.linesPerPage) * mm
  const origin = text.getBoundingClientRect().top
  const shown = [...text.children].filter((element) => element.matches('p:not(.note), h3, h4, table, .blank-line'))
  const place = (element: Element): { top: number; bottom: number } => {
    const box = element.getBoundingClientRect()
    return { top: box.top - origin, bottom: box.bottom - origin }
  }
  const rowLine = (TABLE.lineTwips / 20) * point
  const rowPadding = 10 * point
  const elements: (Element | null)[] = []
  const measured = blocks.map((block): Measured => {
    const element = block.kind === 'break' ? undefined : shown[elements.filter((e) => e !== null).length]
    elements.push(element ?? null)
    if (element === undefined) return { kind: 'break' }
    const at = place(element)
    if (block.kind === 'gap') return { kind: 'gap', ...at }
    if (block.kind === 'table') {
      return { kind: 'table', rows: [...element.querySelectorAll('tr')].map((row) => {
        const lines = [...row.cells].map((cell) => cell.rowSpan > 1 ? 0 : linesOf(cell, rowLine))
        return { ...place(row), lines: Math.max(0, ...lines) }
      }) }
    }
    return { kind: 'text', ...at, lines: Math.max(1, Math.round((at.bottom - at.top) / lineOf(element))), keep: block.kind !== 'break' && block.keep === true }
  })
  const closing = [...text.querySelectorAll(':scope > .signature, :scope > .note')].map(place)
  const [first, last] = [closing[0], closing.at(-1)]
  const all = first === undefined || last === undefined ? measured : [...measured, { kind: 'whole' as const, top: first.top, bottom: last.bottom }]
  const stood: readonly PaperBlock[] = all === measured ? blocks : [...blocks, { kind: 'gap' }]
  const cuts = placeCuts(stood, all, { height, rowLine, rowPadding }).map((cut): PlacedCut => {
    const [block, element] = [blocks[cut.block], elements[cut.block]]
    if (element === null || element === undefined || block === undefined) return { ...cut, offsets: [] }
    if (block.kind !== 'table') return { ...cut, offsets: 'runs' in block && cut.at > 0 ? [offsetOfLine(element, cut.at, lineOf(element))] : [] }
    const cells = cut.line === 0 ? [] : [...(element.querySelectorAll('tr')[cut.at]?.cells ?? [])]
    return { ...cut, offsets: cells.map((cell, at) => cut.line >= linesOf(cell, rowLine) ? lengthOf(block.rows[cut.at]?.[at]?.runs ?? []) : offsetOfLine(cell, cut.line, rowLine)) }
  })
  // what is left of the paper may be blank lines, which a page does not begin with
  const apart = closing.length > 0 && cuts.some((cut) => blocks.slice(cut.block).every((block) => block.kind === 'gap'))
  const imprint = sheet.querySelector('.imprint')
  const end = all.at(-1)
  const startOfLast = lastPageStart(cuts, all)
  const used = end === undefined || end.kind === 'break' ? 0 : (end.kind === 'table' ? (end.rows.at(-1)?.bottom ?? 0) : end.bottom) - startOfLast
  return { cuts: cuts.filter((cut) => cut.block < blocks.length), signatureApart: apart, imprintApart: imprint !== null && used + imprint.getBoundingClientRect().height > height + 1 }
}

/** Lines of words in a cell, which may be taller than they are. */
function linesOf(cell: Element, rowLine: number): number {
  const range = document.createRange()
  range.selectNodeContents(cell)
  const box = range.getBoundingClientRect()
  return box.height === 0 ? 0 : Math.max(1, Math.round(box.height / rowLine))
}

/** Where the last page begins on the long sheet. */
function lastPageStart(cuts: readonly PlacedCut[], measured: readonly Measured[]): number {
  const cut = cuts.at(-1)
  const here = cut === undefined ? undefined : measured[cut.block]
  if (cut === undefined || here === undefined || here.kind === 'break') return 0
  if (here.kind === 'table') return here.rows[cut.at]?.top ?? 0
  return here.kind === 'text' ? here.top + ((here.bottom - here.top) / Math.max(1, here.lines)) * cut.at : here.top
}
