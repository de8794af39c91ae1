/** The properties of paragraphs and characters in a Word 97 file ([MS-DOC] 2.6): those that change what a reader sees. */

const PAGE_BYTES = 512
const NO_STYLE = 0xfff
/** offsets in the file information block */
const AT = { characterPages: 0xfa, paragraphPages: 0x102, styles: 0xa2 } as const

/**
 * Automatic number (a list), deleted, inserted, hidden. They are not carried out here; a file that has one is not read:
 * words without their numbers would be another text.
 */
const SEEN_OTHERWISE: ReadonlySet<number> = new Set([0x460b, 0x0800, 0x0801, 0x083c])
/** a table's definition counts its bytes in two */
const LONG_COUNT = 0xd608
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** A part of the table stream that the file information block names by offset and length. */
export function partOf(words: Buffer, table: Buffer, at: number): Buffer {
  const from = words.readUInt32LE(at)
  return table.subarray(from, from + words.readUInt32LE(at + 4))
}

/** Whether a list of properties switches on one that a reader would see. */
function hasOne(properties: Buffer): boolean {
  for (let at = 0; at + 2 < properties.length; ) {
    const code = properties.readUInt16LE(at)
    let length: number = OPERAND_BYTES[code >> 13] ?? 1
    if (code >> 13 === 6) length = code === LONG_COUNT ? properties.readUInt16LE(at + 2) + 1 : (properties[at + 2] ?? 0) + 1
    const operand = properties.subarray(at + 2, at + 2 + length)
    if (SEEN_OTHERWISE.has(code) && operand.some((byte) => byte !== 0)) return true
    at += 2 + length
  }
  return false
}

/** The pages of 512 bytes that hold the properties of runs of text. */
function pagesOf(words: Buffer, index: Buffer): Buffer[] {
  const count = Math.max(0, Math.floor((index.length - 4) / 8))
  return Array.from({ length: count }, (_, i) => {
    const page = index.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff
    return words.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES)
  }).filter((page) => page.length === PAGE_BYTES)
}

function characterProperties(page: Buffer): Buffer[] {
  const runs = page[PAGE_BYTES - 1] ?? 0
  return Array.from({ length: runs }, (_, i) => (page[(runs + 1) * 4 + i] ?? 0) * 2)
    .filter((at) => at > 0)
    .map((at) => page.subarray(at + 1, at + 1 + (page[at] ?? 0)))
}

/** Style and own properties of each paragraph of a page. */
function paragraphProperties(page: Buffer): { style: number; own: Buffer }[] {
  const runs = page[PAGE_BYTES - 1] ?? 0
  return Array.from({ length: runs }, (_, i) => (page[(runs + 1) * 4 + i * 13] ?? 0) * 2)
    .filter((at) => at > 0)
    .map((at) => {
      const count = page[at] ?? 0
      const from = count === 0 ? at + 2 : at + 1
      const length = count === 0 ? (page[at + 1] ?? 0) * 2 : count * 2 - 1
      return { style: page.readUInt16LE(from), own: page.subarray(from + 2, from + length) }
    })
}

type Style = { base: number; properties: Buffer[] }

/** The style sheet: which style each one builds on, and its properties. */
function readStyles(part: Buffer): Style[] {
  const styles: Style[] = []
  const information = part.readUInt16LE(0)
  const count = part.readUInt16LE(2)
  const baseBytes = part.readUInt16LE(4)
  let at = 2 + information
  for (let n = 0; n < count && at + 2 <= part.length; n += 1) {
    const length = part.readUInt16LE(at)
    styles.push(length === 0 ? { base: NO_STYLE, properties: [] } : readStyle(part.subarray(at + 2, at + 2 + length), baseBytes))
    at += 2 + length
  }
  return styles
}

function readStyle(std: Buffer, baseBytes: number): Style {
  const kindAndBase = std.readUInt16LE(2)
  const isParagraph = (kindAndBase & 0xf) === 1
  const lists = std.readUInt16LE(4) & 0xf
  const properties: Buffer[] = []
  // the name, its length before it and a zero after it
  let at = baseBytes + 2 + std.readUInt16LE(baseBytes) * 2 + 2
  for (let n = 0; n < lists && at + 2 <= std.length; n += 1) {
    at += at % 2
    const length = std.readUInt16LE(at)
    // the first list of a paragraph style begins with the number of the style
    properties.push(std.subarray(at + 2 + (isParagraph && n === 0 ? 2 : 0), at + 2 + length))
    at += 2 + length
  }
  return { base: kindAndBase >> 4, properties }
}

/** Whether a reader of the file sees something else than its plain words. @throws RangeError where the file is damaged */
export function isSeenOtherwise(words: Buffer, table: Buffer): boolean {
  if (pagesOf(words, partOf(words, table, AT.characterPages)).some((page) => characterProperties(page).some(hasOne))) return true
  const paragraphs = pagesOf(words, partOf(words, table, AT.paragraphPages)).flatMap(paragraphProperties)
  if (paragraphs.some(({ own }) => hasOne(own))) return true
  const styles = readStyles(partOf(words, table, AT.styles))
  const looked = new Set<number>()
  for (const { style } of paragraphs) {
    for (let at = style; at !== NO_STYLE && !looked.has(at); at = styles[at]?.base ?? NO_STYLE) {
      looked.add(at)
      if (styles[at]?.properties.some(hasOne) === true) return true
    }
  }
  return false
}
