import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readDocument } from '../api/reading/index.ts'
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
  if (!found?.isFile()) throw new UnreadableFile('没有这个文件。')
  const result = await readDocument({ source: file, fileName: path.basename(file), lineLimit: LINE_LIMIT })
  switch (result.status) {
    case 'read': {
      const plain = result.format === 'text' ? new TextDecoder(result.metadata?.encoding).decode(await readFile(file)) : null
      // the title in the properties of a Word file is often that of the file it was copied from
      const title = plain === null ? undefined : result.metadata?.title
      const text = parseLegalText(result.blocks, title === undefined ? {} : { title })
      const lines = (): SourceLine[] => (plain === null ? result.blocks.flatMap(linesOfBlock) : sourceLines(plain))
      const fileLines = plain !== null && /\r(?!\n)/.test(plain) ? new Map(lines().map(({ number, line }) => [number, line])) : null
      const fileLine = (number: number): number => fileLines?.get(number) ?? number
      return { text: { ...text, problems: mergeProblems(result.problems, text.problems) }, lines, fileLine, blocks: result.blocks }
    }
    case 'stored':
      // said where a file is taken in; here nothing is kept
      throw new UnreadableFile(result.reason.replace(/^已保存原件。/, ''))
    case 'refused':
      throw new UnreadableFile(result.message)
    default: {
      const never: never = result
      return never
    }
  }
}

/** A docx, PDF, RTF or HTML file has no lines of its own: each paragraph counts as one, each cell of a table as well. */
function linesOfBlock(block: SourceBlock): SourceLine[] {
  const texts = block.kind === 'line' ? [block.text] : block.table.rows.flat().map(({ text }) => text)
  return texts.map((text) => ({ number: block.line, line: block.line, col: 0, text }))
}

/** Both look for damaged characters; the reader of files counts them. */
function mergeProblems(ofFile: readonly Problem[], ofText: readonly Problem[]): Problem[] {
  const damaged = new Set(ofFile.filter(({ code }) => code === 'damaged-characters').map(({ line }) => line))
  const others = ofText.filter(({ code, line }) => code !== 'damaged-characters' || !damaged.has(line))
  return [...ofFile, ...others].sort((a, b) => a.line - b.line)
}
