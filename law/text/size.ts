/** How long a source may be: everything here takes linear time, but memory is bounded too. */
import type { SourceBlock } from './tree.ts'

const BYTES_PER_MEGABYTE = 1024 * 1024
/** The Civil Code has 0.4 MB. */
export const LARGEST_SOURCE_BYTES = 20 * BYTES_PER_MEGABYTE

/** The source has more than 20 MB (as UTF-8); the message is for the person who gave it. */
export class TextTooLargeError extends Error {
  override readonly name = 'TextTooLargeError'
  readonly sizeBytes: number
  constructor(sizeBytes: number) {
    const limit = LARGEST_SOURCE_BYTES / BYTES_PER_MEGABYTE
    super(`文本有 ${(sizeBytes / BYTES_PER_MEGABYTE).toFixed(1)} MB，超过 ${limit} MB，没有解析。请拆分后再试。`)
    this.sizeBytes = sizeBytes
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

/** @throws TextTooLargeError */
export function refuseLargeText(source: string): void {
  const bytes = utf8Bytes(source, LARGEST_SOURCE_BYTES)
  if (bytes > LARGEST_SOURCE_BYTES) throw new TextTooLargeError(bytes)
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
  if (words((text) => text.length) * 3 <= LARGEST_SOURCE_BYTES) return
  const bytes = words((text) => utf8Bytes(text, 0))
  if (bytes > LARGEST_SOURCE_BYTES) throw new TextTooLargeError(bytes)
}
