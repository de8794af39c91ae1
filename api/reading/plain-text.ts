import { readSource } from '../../law/text/index.ts'
import type { Problem, Remark, SourceBlock } from '../../law/text/index.ts'

export type DecodedText = {
  text: string
  encoding: string
  damaged: boolean
  /** the file itself says its encoding, by a byte order mark */
  marked: boolean
}

const decodeStrict = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** How much of a text is what Chinese papers are made of; guesses of an encoding are compared by it. */
const plausibility = (text: string): number => {
  const sample = text.slice(0, 20_000)
  if (sample.length === 0) return 0
  const usual = count(sample, /[\u4e00-\u9fa5，。、；：“”（）《》\u3000\u0020-\u007e\r\n\t]/g)
  const odd = count(sample, /[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g)
  return (usual - 4 * odd) / sample.length
}

/** UTF-16 without a mark: Chinese punctuation and line ends have tell-tale zero bytes on one side. */
const guessUtf16 = (bytes: Uint8Array): DecodedText | null => {
  const head = bytes.subarray(0, 4096)
  if (bytes.length % 2 !== 0 || !head.includes(0)) return null
  const candidates = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, text: new TextDecoder(encoding).decode(bytes) }))
    .map((candidate) => ({ ...candidate, score: plausibility(candidate.text) }))
    .sort((a, b) => b.score - a.score)
  const best = candidates[0]
  return best && best.score > 0.8 ? { text: best.text, encoding: best.encoding, damaged: best.text.includes('\ufffd'), marked: false } : null
}

/** Whether bytes that look binary are UTF-16 without a byte order mark. */
export const isUtf16 = (head: Uint8Array): boolean => guessUtf16(head.subarray(0, head.length - (head.length % 2))) !== null

/**
 * Decodes a text file: byte order mark, UTF-8, UTF-16 without a mark, GB18030 (GBK and GB2312 are part
 * of it). Where nothing fits, the reading with the fewest damaged characters is taken and `damaged` says so.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (mark !== null) {
    const text = new TextDecoder(mark).decode(bytes)
    return { text, encoding: mark, damaged: text.includes('\ufffd'), marked: true }
  }
  const utf16 = guessUtf16(bytes)
  if (utf16) return utf16
  const utf8 = decodeStrict(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', damaged: utf8.includes('\ufffd'), marked: false }
  const gb18030 = decodeStrict(bytes, 'gb18030')
  if (gb18030 !== null && plausibility(gb18030) > 0.5) return { text: gb18030, encoding: 'gb18030', damaged: false, marked: false }
  const guesses = (['utf-8', 'gb18030'] as const).map((encoding) => ({ encoding, text: new TextDecoder(encoding).decode(bytes) }))
  guesses.sort((a, b) => plausibility(b.text) - plausibility(a.text))
  const best = guesses[0] ?? { encoding: 'utf-8', text: '' }
  return { ...best, damaged: true, marked: false }
}

const ENCODING_NAMES: Readonly<Record<string, string>> = { gb18030: 'GB18030（GBK、GB2312）', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' }

/** A file says its encoding by a mark or by being UTF-8 all through; anything else was taken for what reads best. */
const encodingRemarks = ({ text, encoding, marked }: DecodedText): Remark[] => {
  const remarks: Remark[] = []
  if (!marked && encoding !== 'utf-8') {
    remarks.push({ line: 1, code: 'guessed-encoding', message: `文件没有注明编码，已按${ENCODING_NAMES[encoding] ?? encoding}读出。如有乱码，请另存为 UTF-8 后再上传。` })
  }
  const found = [...(marked && encoding === 'utf-8' ? ['文件开头有字节顺序标记（BOM）'] : []), ...(text.includes('\r\n') ? ['行末是回车换行（CRLF）'] : [])]
  if (found.length > 0) remarks.push({ line: 1, code: 'byte-marks', message: `${found.join('，')}，没有算作文字。` })
  return remarks
}

/**
 * Text to blocks with the lines of the source; the marks of Markdown and HTML containers are left out as everywhere (law/text).
 * `title` is what the front matter of a Markdown file names, `remarks` what bytes and container show.
 */
export function readPlainText(bytes: Uint8Array): { blocks: SourceBlock[]; encoding: string; title: string | null; remarks: Remark[] } {
  const decoded = decodeText(bytes)
  const { blocks, frontMatter, remarks } = readSource(decoded.text)
  return { blocks, encoding: decoded.encoding, title: frontMatter?.title ?? null, remarks: [...encodingRemarks(decoded), ...remarks] }
}

const blockText = (block: SourceBlock): string =>
  block.kind === 'line' ? block.text : block.table.rows.flat().map((cell) => cell.text).join('\n')

/** Every place where characters are lost or belong to a private font, said line by line. */
export function damagedCharacters(blocks: readonly SourceBlock[]): Problem[] {
  return blocks.flatMap((block): Problem[] => {
    const text = blockText(block)
    const lost = count(text, /\ufffd/g)
    const own = count(text, /[\ue000-\uf8ff]/g)
    const problems: Problem[] = []
    if (lost > 0) problems.push({ line: block.line, code: 'damaged-characters', message: `第${block.line}行有 ${lost} 个字符损坏（显示为“\ufffd”），请对照原件补正。` })
    if (own > 0) problems.push({ line: block.line, code: 'damaged-characters', message: `第${block.line}行有 ${own} 个字符属于专用字体，别处可能显示不出，请对照原件。` })
    return problems
  })
}
