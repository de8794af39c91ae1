import { stat } from 'node:fs/promises'
import path from 'node:path'
import { readDocument } from '../api/reading/index.ts'
import { parseLegalText } from '../law/text/parse.ts'
import type { LegalText } from '../law/text/tree.ts'

/** A file that holds no text that can be read; the sentence says what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** Reads a file of any format that import reads, and parses it. @throws UnreadableFile */
export async function readLegalText(file: string): Promise<LegalText> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new UnreadableFile('没有这个文件。')
  const result = await readDocument({ source: file, fileName: path.basename(file) })
  switch (result.status) {
    case 'read': {
      const text = parseLegalText(result.blocks)
      return { ...text, problems: [...result.problems, ...text.problems].sort((a, b) => a.line - b.line) }
    }
    case 'stored':
      throw new UnreadableFile(result.reason)
    case 'refused':
      throw new UnreadableFile(result.message)
    default: {
      const never: never = result
      return never
    }
  }
}
