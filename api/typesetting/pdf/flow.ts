import type { Canvas } from './canvas.ts'

/** Something of a known height that flows down the pages. */
export type Box = {
  height: number
  /** stays on the page of what follows */
  keepNext: boolean
  draw: (canvas: Canvas, y: number) => void
  /** printed again above the rest when a page ends inside its table */
  repeat?: Box
  /** cuts off what fits into a height; null where nothing can be cut */
  split?: (height: number) => { head: Box; tail: Box } | null
  /** blank at the top of a page is left out */
  blank?: boolean
}

export type PlacedBox = { box: Box; y: number }

/** Boxes that stay together: up to the first that does not hold on to the next one. */
const groups = (boxes: readonly Box[]): Box[][] => {
  const out: Box[][] = [[]]
  for (const box of boxes) {
    out.at(-1)?.push(box)
    if (!box.keepNext) out.push([])
  }
  return out.filter((group) => group.length > 0)
}

const heightOf = (boxes: readonly Box[]): number => boxes.reduce((sum, box) => sum + box.height, 0)

/**
 * Places boxes on pages of a height. A group that stays together moves to the next page as a whole,
 * unless it is higher than a page; `footHeight` is kept free at the end of the last page.
 */
export function paginate(boxes: readonly Box[], pageHeight: number, footHeight = 0): PlacedBox[][] {
  const pages: PlacedBox[][] = [[]]
  let y = 0
  const newPage = (next: Box) => {
    pages.push([])
    y = 0
    if (next.repeat) put(next.repeat)
  }
  const put = (box: Box) => {
    pages.at(-1)?.push({ box, y })
    y += box.height
  }
  const putFlowing = (box: Box): void => {
    if (box.blank && y === 0 && pages.length > 1) return
    const left = pageHeight - y
    if (box.height <= left + 0.01) return put(box)
    const parts = box.split?.(left) ?? null
    if (parts) {
      put(parts.head)
      newPage(parts.tail)
      return putFlowing(parts.tail)
    }
    if (y > 0) newPage(box)
    // higher than a page and not to be cut: it runs over the edge rather than getting lost
    put(box)
  }
  for (const group of groups(boxes)) {
    const first = group[0]
    const height = heightOf(group)
    const cuttable = group.length === 1 && first?.split !== undefined
    if (first && !cuttable && height > pageHeight - y + 0.01 && height <= pageHeight && y > 0) newPage(first)
    for (const box of group) putFlowing(box)
  }
  if (footHeight > 0 && y + footHeight > pageHeight) pages.push([])
  return pages
}
