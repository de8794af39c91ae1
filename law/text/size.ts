/** How long a source may be: everything here takes linear time, but memory is bounded too. */
import type { SourceBlock } from './tree.ts'

const BYTES_PER_MEGABYTE = 1024 * 1024
/** The Civil Code has 0.4 MB. */
export const LARGEST_SOURCE_BYTES = 20 * BYTES_PER_MEGABYTE

/**
 * As many lines as 20 MB hold of one Chinese character each: what has more (lines of a letter or two) is no legal text,
 * and its tree does not fit into memory. The Civil Code has 2,300.
 */
export const MOST_LINES = LARGEST_SOURCE_BYTES / 4

/** The source has more than 20 MB (as UTF-8) or too many lines; the message is for the person who gave it. */
export class TextTooLargeError extends Error {
  override readonly name = 'TextTooLargeError'
  constructor(found: { sizeBytes: number } | { lineCount: number }) {
    const limit = LARGEST_SOURCE_BYTES / BYTES_PER_MEGABYTE
    super(
      'sizeBytes' in found
        ? `文本有 ${(found.sizeBytes / BYTES_PER_MEGABYTE).toFixed(1)} MB，超过 ${limit} MB，没有解析。请拆分后再试。`
        : `文本有 ${Math.ceil(found.lineCount / 10_000)} 万行，超过 ${Math.floor(MOST_LINES / 10_000)} 万行，不像法律文本，没有解析。请核对文件是否损坏，或者拆分后再试。`,
    )
  }
}

/** Length as UTF-8; counted only where the number of UTF-16 units leaves it open on which side of the limit it is. */
function utf8Bytes(text: string, most: number): number {
  if (text.length * 3 <= most) return text.length * 3
  let bytes = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 0x80) bytes += 1
    // each half of a surrogate pair is two of its four bytes
    else if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) bytes += 2
    else bytes += 3
  }
  return bytes
}

const [LINE_FEED, CARRIAGE_RETURN, SPACE, IDEOGRAPHIC_SPACE] = [0x0a, 0x0d, 0x20, 0x3000]

/** Lines that hold more than blanks. */
function countLines(source: string): number {
  let [count, held] = [0, false]
  for (let i = 0; i < source.length; i += 1) {
    const code = source.charCodeAt(i)
    if (code === LINE_FEED || code === CARRIAGE_RETURN) held = false
    else if (!held && code > SPACE && code !== IDEOGRAPHIC_SPACE) {
      held = true
      count += 1
    }
  }
  return count
}

/** @throws TextTooLargeError */
export function refuseLargeText(source: string): void {
  const sizeBytes = utf8Bytes(source, LARGEST_SOURCE_BYTES)
  if (sizeBytes > LARGEST_SOURCE_BYTES) throw new TextTooLargeError({ sizeBytes })
  // a line takes two characters at least
  const lineCount = source.length < 2 * MOST_LINES ? 0 : countLines(source)
  if (lineCount > MOST_LINES) throw new TextTooLargeError({ lineCount })
}

/** @throws TextTooLargeError */
export function refuseLargeBlocks(blocks: readonly SourceBlock[]): void {
  const words = (size: (text: string) => number): number => {
    let sum = 0
    for (const block of blocks) {
      if (block.kind === 'line') sum += size(block.text)
      else for (const row of block.table.rows) for (const { text } of row) sum += size(text)
    }
    return sum
  }
  if (words((text) => text.length) * 3 > LARGEST_SOURCE_BYTES) {
    const sizeBytes = words((text) => utf8Bytes(text, 0))
    if (sizeBytes > LARGEST_SOURCE_BYTES) throw new TextTooLargeError({ sizeBytes })
  }
  if (blocks.length > MOST_LINES) throw new TextTooLargeError({ lineCount: blocks.length })
}
