/** The words of a Word 97 to 2003 file ([MS-DOC]), where they can be had as a reader sees them. */
import type { Problem, SourceBlock } from '../../../law/text/index.ts'
import { Refusal, type ReadResult } from '../result.ts'
import { BrokenCompoundFile, readStreams } from './compound-file.ts'
import { isSeenOtherwise, partOf } from './properties.ts'

const FIRST_WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
/** offsets in the file information block */
const AT = { version: 2, flags: 10, mainLength: 0x4c, footnoteLength: 0x50, pieces: 0x1a2 } as const
const COMPRESSED = 0x40000000

/** The words and tables; null where they cannot be had whole, and the file is only kept. @throws Refusal for one with a password */
export function readWord97(bytes: Uint8Array): ReadResult | null {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    if (error instanceof BrokenCompoundFile || error instanceof RangeError) return null
    throw error
  }
}

function read(data: Buffer): ReadResult | null {
  const streams = readStreams(data, ['WordDocument', '0Table', '1Table'])
  const words = streams.get('WordDocument')
  if (words === undefined || words.readUInt16LE(AT.version) < FIRST_WORD_97) return null
  const flags = words.readUInt16LE(AT.flags)
  if ((flags & ENCRYPTED) !== 0) throw new Refusal('password', '文件有密码，无法读取。请取消密码后重新保存，再上传。')
  const table = streams.get((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table')
  if (table === undefined || isSeenOtherwise(words, table)) return null
  const text = mainText(words, table)
  if (text === null) return null
  const problems: Problem[] = []
  if (words.readInt32LE(AT.footnoteLength) > 0) problems.push({ line: 1, code: 'unplaced', message: '文件有脚注，没有读出，请对照原件。' })
  const blocks = blocksOf(text)
  const row = blocks.find(({ text: line }) => line.includes('\t'))
  if (text.includes('\u0007')) problems.push({ line: row?.line ?? 1, code: 'unplaced', message: '文件有表格，按文字逐行读出，请对照原件。' })
  return { status: 'read', format: 'doc', blocks, problems, remarks: [] }
}

/** The main text from its pieces; null where a piece carries changes of its own (a file saved in a hurry). */
function mainText(words: Buffer, table: Buffer): string | null {
  const clx = partOf(words, table, AT.pieces)
  let at = 0
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== 2) return null
  const pieces = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.floor((pieces.length - 4) / 12)
  const mainLength = words.readInt32LE(AT.mainLength)
  // each character has a byte of its own at least: pieces that overlap would make a small file large
  if (mainLength < 0 || mainLength > words.length) return null
  let text = ''
  for (let piece = 0; piece < count && text.length < mainLength; piece += 1) {
    const length = pieces.readUInt32LE((piece + 1) * 4) - pieces.readUInt32LE(piece * 4)
    const record = (count + 1) * 4 + piece * 8
    if (pieces.readUInt16LE(record + 6) !== 0) return null
    const place = pieces.readUInt32LE(record + 2)
    const narrow = (place & COMPRESSED) !== 0
    const from = narrow ? (place & (COMPRESSED - 1)) / 2 : place
    const part = words.subarray(from, from + length * (narrow ? 1 : 2))
    if (part.length < length * (narrow ? 1 : 2)) return null
    text += narrow ? new TextDecoder('windows-1252').decode(part) : part.toString('utf16le')
  }
  return text.length < mainLength ? null : text.slice(0, mainLength)
}

/** Paragraph by paragraph; of a field its result, of a table its rows with tabs between the cells. */
function blocksOf(text: string): Extract<SourceBlock, { kind: 'line' }>[] {
  const shown = withoutFields(text)
    // the end of a row is a paragraph of its own
    .replaceAll('\u0007\u0007', '\n')
    .replaceAll('\u0007', '\t')
    .replace(/[\r\u000b\u000c\u000e]/g, '\n')
    .replaceAll('\u001e', '-')
    .replace(/[\u0000-\u0008\u000f-\u001f]/g, '')
  return shown.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [{ kind: 'line' as const, text: line.trim(), line: i + 1 }]))
}

/** Fields stand as BEGIN instruction SEPARATOR result END, one inside the other. */
function withoutFields(text: string): string {
  if (!text.includes('\u0013')) return text
  const kept: string[] = []
  const hidden: boolean[] = []
  for (const character of text) {
    if (character === '\u0013') hidden.push(true)
    else if (character === '\u0014' && hidden.length > 0) hidden[hidden.length - 1] = false
    else if (character === '\u0015') hidden.pop()
    else if (!hidden.includes(true)) kept.push(character)
  }
  return kept.join('')
}
