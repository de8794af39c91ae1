/** A Word 97 file as small as one can be: one piece of text, one page of properties for its characters and one for its paragraphs. */

const SECTOR = 512
const END = 0xfffffffe
const TABLE_BYTES = 4096

export type Word97Options = {
  text: string
  /** properties of the only paragraph run and of the only character run, as bytes */
  paragraph?: readonly number[]
  character?: readonly number[]
  /** properties of the style that the paragraphs have */
  style?: readonly number[]
  flags?: number
  version?: number
  /** property that the piece itself carries */
  pieceProperty?: number
}

/** A run of properties at the end of a page of 512 bytes. */
function page(properties: Buffer): Buffer {
  const made = Buffer.alloc(SECTOR)
  const at = SECTOR - 2 - properties.length - (properties.length % 2)
  properties.copy(made, at)
  made[8] = at / 2
  made[SECTOR - 1] = 1
  return made
}

function styleSheet(properties: readonly number[]): Buffer {
  const name = Buffer.from('a', 'utf16le')
  const papx = Buffer.from([0, 0, ...properties])
  const std = Buffer.alloc(10 + 2 + name.length + 2 + 2 + papx.length)
  std.writeUInt16LE((0xfff << 4) | 1, 2)
  std.writeUInt16LE(1, 4)
  std.writeUInt16LE(1, 10)
  name.copy(std, 12)
  std.writeUInt16LE(papx.length, 16)
  papx.copy(std, 18)
  const sheet = Buffer.alloc(2 + 4 + 2 + std.length)
  sheet.writeUInt16LE(4, 0)
  sheet.writeUInt16LE(1, 2)
  sheet.writeUInt16LE(10, 4)
  sheet.writeUInt16LE(std.length, 6)
  std.copy(sheet, 8)
  return sheet
}

function entry(name: string, kind: number, start: number, size: number): Buffer {
  const made = Buffer.alloc(128)
  made.write(name, 0, 'utf16le')
  made.writeUInt16LE((name.length + 1) * 2, 64)
  made.writeUInt8(kind, 66)
  made.writeUInt32LE(start, 116)
  made.writeUInt32LE(size, 120)
  return made
}

export function word97File({ text, paragraph = [], character = [], style = [], flags = 0x0200, version = 0xc1, pieceProperty = 0 }: Word97Options): Buffer {
  const words = Buffer.from(text, 'utf16le')
  const textAt = 2 * SECTOR
  const pagesAt = Math.ceil((textAt + words.length) / SECTOR)
  const main = Buffer.alloc(Math.max(4096, (pagesAt + 2) * SECTOR))
  main.writeUInt16LE(version, 2)
  main.writeUInt16LE(flags, 10)
  main.writeInt32LE(text.length, 0x4c)
  words.copy(main, textAt)
  page(Buffer.from([character.length, ...character])).copy(main, pagesAt * SECTOR)
  // an odd number of bytes after the count, or an even one after a zero and the count of words
  const own = [0, 0, ...paragraph]
  const papx = own.length % 2 === 1 ? [(own.length + 1) / 2, ...own] : [0, own.length / 2, ...own]
  page(Buffer.from(papx)).copy(main, (pagesAt + 1) * SECTOR)

  const table = Buffer.alloc(TABLE_BYTES)
  let used = 0
  const keep = (at: number, part: Buffer): void => {
    part.copy(table, used)
    main.writeUInt32LE(used, at)
    main.writeUInt32LE(part.length, at + 4)
    used += part.length
  }
  const index = (pageNumber: number): Buffer => {
    const made = Buffer.alloc(12)
    made.writeUInt32LE(textAt + words.length, 4)
    made.writeUInt32LE(pageNumber, 8)
    return made
  }
  keep(0xfa, index(pagesAt))
  keep(0x102, index(pagesAt + 1))
  keep(0xa2, styleSheet(style))
  const pieces = Buffer.alloc(5 + 16)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt32LE(textAt, 15)
  pieces.writeUInt16LE(pieceProperty, 19)
  keep(0x1a2, pieces)
  return compoundFile(main, table)
}

function compoundFile(main: Buffer, table: Buffer): Buffer {
  const mainSectors = Math.ceil(main.length / SECTOR)
  const tableSectors = table.length / SECTOR
  const chains = Buffer.alloc(SECTOR, 0xff)
  const link = (from: number, count: number): void => {
    for (let i = 0; i < count; i += 1) chains.writeUInt32LE(i === count - 1 ? END : from + i + 1, (from + i) * 4)
  }
  chains.writeUInt32LE(0xfffffffd, 0)
  link(1, 1)
  link(2, tableSectors)
  link(2 + tableSectors, mainSectors)
  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(END, 60)
  header.writeUInt32LE(END, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const directory = Buffer.concat([entry('Root Entry', 5, END, 0), entry('WordDocument', 2, 2 + tableSectors, main.length), entry('1Table', 2, 2, table.length), Buffer.alloc(128)])
  if (2 + tableSectors + mainSectors > SECTOR / 4) throw new RangeError(`a test text of ${main.length} bytes is too long`)
  const whole = Buffer.alloc(mainSectors * SECTOR)
  main.copy(whole)
  return Buffer.concat([header, chains, directory, table, whole])
}
