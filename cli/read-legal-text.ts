import { createReadStream, type Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readDocument, SIZE_LIMIT_BYTES } from '../api/reading/index.ts'
import { type SourceLine, sourceLines } from '../law/citation/index.ts'
import { LARGEST_SOURCE_BYTES, type LegalText, parseLegalText, type Problem, type SourceBlock } from '../law/text/index.ts'

/** A file that holds no text that can be read; the sentence says what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** The only bound of a text is its size (20 MB); even lines of one character are fewer. */
const LINE_LIMIT = LARGEST_SOURCE_BYTES

/**
 * Reads a file of any format that import reads, and parses it.
 * @throws UnreadableFile where the file holds no text that can be read
 */
export async function readLegalText(file: string): Promise<LegalText> {
  return (await readLegalSource(file)).text
}

/**
 * Reads and parses a file. `blocks` is what was parsed; `lines` gives the lines in which its words stand, `fileLine` the
 * LF line of a line that the tree names (a lone carriage return ends a line for the tree only).
 * @throws UnreadableFile
 */
export async function readLegalSource(file: string): Promise<{ text: LegalText; lines(): SourceLine[]; fileLine(number: number): number; blocks: readonly SourceBlock[] }> {
  const found = await stat(file).catch(() => undefined)
  if (found?.isDirectory()) throw new UnreadableFile('这是文件夹，请给出里面的文件。')
  if (found === undefined) throw new UnreadableFile('没有这个文件。')
  const source = await sourceOf(file, found)
  const result = await readDocument({ source, fileName: path.basename(file), lineLimit: LINE_LIMIT })
  switch (result.status) {
    case 'read': {
      const plain = result.format === 'text' ? new TextDecoder(result.metadata?.encoding).decode(typeof source === 'string' ? await readFile(source) : source) : null
      // the title in the properties of a Word file is often that of the file it was copied from
      const title = plain === null ? undefined : result.metadata?.title
      const text = parseLegalText(result.blocks, { ...(title === undefined ? {} : { title }), remarks: result.remarks })
      const lines = (): SourceLine[] => (plain === null ? result.blocks.flatMap(linesOfBlock) : sourceLines(plain))
      const fileLines = plain !== null && /\r(?!\n)/.test(plain) ? new Map(lines().map(({ number, line }) => [number, line])) : null
      const fileLine = (number: number): number => fileLines?.get(number) ?? number
      return { text: { ...text, problems: mergeProblems(result.problems, text.problems) }, lines, fileLine, blocks: result.blocks }
    }
    case 'stored':
      // said where a file is taken in; here nothing is kept
      throw new UnreadableFile(notUploaded(result.reason.replace(/^已保存原件。/, '')))
    case 'refused':
      throw new UnreadableFile(notUploaded(result.message))
    default: {
      const never: never = result
      return never
    }
  }
}

/** The path of a file; the bytes of a pipe (`amend OLD <(lifa decide OLD NEW)`), which can be read once only. */
async function sourceOf(file: string, found: Stats): Promise<string | Uint8Array> {
  if (found.isFile()) return file
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of createReadStream(file)) {
    if (!Buffer.isBuffer(chunk)) continue
    sizeBytes += chunk.length
    if (sizeBytes > SIZE_LIMIT_BYTES) throw new UnreadableFile('内容太多，没有读完。请先存成文件，再拆分。')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** What is said where a file is uploaded, for a file that is named on a command line. */
const notUploaded = (message: string): string => message.replace(/，(?:再上传(?:一次)?|一并上传)。$/, '。').replace(/后(?:再)?上传。$/, '后再试。').replace(/请(?:同时)?上传/, '请给出').replace('请用 pdf 上传', '请给出 pdf')

/** A docx, PDF, RTF or HTML file has no lines of its own: each paragraph counts as one, each cell of a table as well. */
function linesOfBlock(block: SourceBlock): SourceLine[] {
  const texts = block.kind === 'line' ? [block.text] : block.table.rows.flat().map(({ text }) => text)
  return texts.map((text) => ({ number: block.line, line: block.line, col: 0, text }))
}

/** Both look for damaged characters, which the reader of files counts, and for a file without words. */
function mergeProblems(ofFile: readonly Problem[], ofText: readonly Problem[]): Problem[] {
  const damaged = new Set(ofFile.filter(({ code }) => code === 'damaged-characters').map(({ line }) => line))
  const isEmpty = ofFile.some(({ code }) => code === 'empty')
  const others = ofText.filter(({ code, line }) => (code !== 'damaged-characters' || !damaged.has(line)) && (code !== 'empty' || !isEmpty))
  return [...ofFile, ...others].sort((a, b) => a.line - b.line)
}
