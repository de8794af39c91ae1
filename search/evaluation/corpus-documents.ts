/** The texts of a corpus folder as search documents, for the evaluation and for measuring. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { parseText } from '../../law/text/parse.ts'
import { documentsOfVersion, openingOfText, provisionsOfText } from '../document.ts'
import type { SearchDocument } from '../engine.ts'

const manifestText = z.object({
  file: z.string(),
  title: z.string(),
  kind: z.string(),
  issuing_body: z.string().nullable(),
  doc_no: z.string().nullable(),
  version_date: z.string().nullable(),
  encoding: z.string(),
})
type ManifestText = z.infer<typeof manifestText>
const manifest = z.object({ texts: z.array(manifestText) })

const RANKS: Record<string, number> = { 宪法: 1, 法律: 2, 司法解释: 3, 行政法规: 3, 地方性法规: 5, 规章: 7, 规范性文件: 9, 决定: 4 }
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * One batch a text; the versionId is `fileId` of the file. A text holds from its date to that of the next text of the same
 * title: the corpus knows dates of adoption only, which is near enough to tell old from new.
 */
export async function* corpusDocuments(folder: string): AsyncGenerator<SearchDocument[]> {
  const { texts } = manifest.parse(JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')))
  for (const text of texts) yield documentsOfText(folder, text, nextDate(text, texts))
}

/** A file's name as the id of its version: an index takes letters, digits, `-` and `_` only. */
export function fileId(file: string): string {
  return file.replace(/^\w+\//u, '').replaceAll('.', '_')
}

function nextDate(text: ManifestText, texts: ManifestText[]): string | null {
  const later = texts.filter((other) => other.title === text.title && dateOf(other) !== null && String(dateOf(other)) > String(dateOf(text)))
  return later.map(dateOf).sort()[0] ?? null
}

function dateOf(text: ManifestText): string | null {
  return text.version_date !== null && DATE.test(text.version_date) ? text.version_date : null
}

function documentsOfText(folder: string, text: ManifestText, validTo: string | null): SearchDocument[] {
  const tree = parseText(new TextDecoder(text.encoding).decode(readFileSync(path.join(folder, text.file))))
  const validFrom = dateOf(text)
  return documentsOfVersion({
    work: { key: text.title, title: text.title, issuer: text.issuing_body ?? '', documentKind: text.kind, rank: RANKS[text.kind] ?? 9, regionCode: '' },
    version: {
      id: fileId(text.file),
      dateKey: validFrom ?? 'unknown',
      documentNumber: text.doc_no,
      validFrom,
      validTo,
      audience: 'public',
      opening: openingOfText(tree),
    },
    provisions: provisionsOfText(tree),
  })
}
