/** One printed line of a page, rebuilt from the pieces a PDF holds. Units are points; y grows upward. */
export type PageLine = { page: number; text: string; left: number; right: number; y: number; size: number; gaps: number }
export type Page = { number: number; height: number; width: number; lines: PageLine[]; rotatedCount: number; characterCount: number }
/** A piece of text with its place, as pdf.js gives it. */
export type TextPiece = { text: string; x: number; y: number; width: number; size: number; rotated: boolean }

const isBlank = (text: string): boolean => text.trim() === ''

/** Joins the pieces of one line from left to right; a wide gap becomes one full-width space. */
const joinPieces = (pieces: readonly TextPiece[]): { text: string; gaps: number } => {
  let text = ''
  let end: number | null = null
  let gaps = 0
  for (const piece of pieces) {
    const gap = end === null ? 0 : piece.x - end
    if (gap > piece.size * 2.2) gaps += 1
    if (gap > piece.size * 0.7 && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += '　'
    text += piece.text
    end = piece.x + piece.width
  }
  return { text, gaps }
}

/** A line torn apart to fill its width reads as `修 改 前 ，`: its blanks are closed up again. */
const closeUp = (text: string): string => {
  const torn = text.match(/[\u3000-\u9fff\uff00-\uffef] (?=[\u3000-\u9fff\uff00-\uffef])/g)?.length ?? 0
  const chinese = text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0
  return torn >= 5 && torn > chinese * 0.6 ? text.replace(/([\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, '$1') : text
}

/** Groups pieces that share a baseline (half a character's height apart at most) into lines, top first. */
export function linesOfPage(page: number, pieces: readonly TextPiece[]): PageLine[] {
  const upright = pieces.filter((piece) => !piece.rotated && !isBlank(piece.text)).sort((a, b) => b.y - a.y || a.x - b.x)
  const groups: TextPiece[][] = []
  for (const piece of upright) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && Math.abs(first.y - piece.y) < Math.max(first.size, piece.size) * 0.45) group.push(piece)
    else groups.push([piece])
  }
  const spaces = pieces.filter((piece) => !piece.rotated && isBlank(piece.text) && piece.text !== '')
  return groups.map((group) => {
    const size = Math.max(...group.map((piece) => piece.size))
    const y = group[0]?.y ?? 0
    const left = Math.min(...group.map((piece) => piece.x))
    const right = Math.max(...group.map((piece) => piece.x + piece.width))
    const inner = spaces.filter((space) => Math.abs(space.y - y) < size * 0.45 && space.x > left && space.x < right)
    const { text, gaps } = joinPieces([...group, ...inner].sort((a, b) => a.x - b.x))
    return { page, text: closeUp(text.trimEnd()), left, right, y, size, gaps }
  })
}

const PAGE_NUMBER = /^[\s\-—–－·.]*(第\s*)?[0-9０-９ⅰ-ⅹivxIVX]{1,4}(\s*页)?(\s*[/／]\s*\d{1,4}|\s*[，,]?\s*共\s*\d{1,4}\s*页)?[\s\-—–－·.]*$/

const normalised = (text: string): string => text.replace(/\s+/g, '').replace(/\d+/g, '#')

/**
 * Headers, footers and page numbers: what stands at the edge of most pages, or is but a number there.
 * Returns the lines of the body and what was left out (each wording once).
 */
export function dropRunningLines(pages: readonly Page[]): { lines: PageLine[]; dropped: string[] } {
  const edgeCount = new Map<string, number>()
  const isEdge = (page: Page, line: PageLine) => line.y > page.height * 0.9 || line.y < page.height * 0.12
  for (const page of pages) {
    for (const key of new Set(page.lines.filter((line) => isEdge(page, line)).map((line) => normalised(line.text)))) {
      edgeCount.set(key, (edgeCount.get(key) ?? 0) + 1)
    }
  }
  const dropped = new Set<string>()
  const lines = pages.flatMap((page) =>
    page.lines.filter((line, index) => {
      const outer = index === 0 || index === page.lines.length - 1
      const repeated = isEdge(page, line) && (edgeCount.get(normalised(line.text)) ?? 0) >= Math.max(2, pages.length * 0.6)
      const numbered = outer && (line.y < page.height * 0.18 || line.y > page.height * 0.9) && PAGE_NUMBER.test(line.text)
      if (repeated || numbered) dropped.add(numbered ? '页码' : line.text.trim())
      return !repeated && !numbered
    }),
  )
  return { lines, dropped: [...dropped] }
}
