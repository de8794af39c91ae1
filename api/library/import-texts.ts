import { readFile } from 'node:fs/promises'
import { parseLegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { readStoredFile } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction, type Work } from '../platform/work/transaction.ts'
import { type ReadResult, readDocument } from '../reading/index.ts'
import type { ManifestEntry } from './import-manifest.ts'
import { storeVersion } from './store-version.ts'
import { identifyText, type SaidOfText } from './text-identity.ts'

export type ImportedText = {
  file: string
  status: 'stored' | 'sameText' | 'otherText' | 'fileOnly' | 'refused'
  workKey: string | null
  dateKey: string | null
  title: string | null
  articles: number
  /** what happened, a Chinese sentence, where it is more than a stored text */
  message: string | null
  /** what could not be found: 制定机关, 施行日期 … */
  unknown: string[]
  /** what a person must look at */
  problems: { line: number; code: string; message: string }[]
  /** read without doubt, and unusual */
  remarks: { line: number; code: string; message: string }[]
}

export type TextFile = { path: string; name: string; entry?: ManifestEntry; said?: SaidOfText }

/** For whom and how texts are imported. */
export type ImportTerms = { by: { personId: string; name: string } | null; publish: boolean; sourceNote?: string | null }

const nothingStored = (file: string) => ({ file, workKey: null, dateKey: null, title: null, articles: 0, unknown: [], problems: [], remarks: [] })

/**
 * Import one file of a folder: the original is kept byte for byte, its text becomes a version of a work. Nothing is
 * guessed silently: what could not be read or found is told line by line. `works` carries a manifest's word that texts
 * are one work.
 */
export async function importText(options: ImportTerms & { services: Services; file: TextFile; works: Map<string, string> }): Promise<ImportedText> {
  const { services, file } = options
  const reading = await readDocument({ source: file.path, fileName: file.name, sizeLimitBytes: services.settings.uploadLimitBytes })
  if (reading.status === 'refused') return { ...nothingStored(file.name), status: 'refused', message: reading.message }
  const kept = await services.files.put(await readFile(file.path))
  const fileId = newId()
  const keepFile = async (tx: Transaction, problems: Prisma.InputJsonArray) => {
    await tx.storedFile.create({
      data: {
        id: fileId, sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name: file.name, mediaType: 'application/octet-stream', format: reading.format,
        uploadedBy: options.by?.personId ?? null, ...(reading.status === 'read' ? { reading: { status: 'read', problems } } : {}),
      },
    })
  }
  return storeReading({ ...options, reading, fileId, keepFile })
}

/**
 * Import a file that was uploaded. `record` writes the result in the same transaction, so that a run that is cut off
 * neither loses a text nor tells of it twice.
 */
export async function importStoredFile(
  options: ImportTerms & { services: Services; file: { id: string; sha256: string; name: string }; said?: SaidOfText; record(work: Work, result: ImportedText): Promise<void> },
): Promise<void> {
  const { services, file, said, record } = options
  const reading = await readStoredFile({ services, file })
  await storeReading({ ...options, file: { name: file.name, ...(said === undefined ? {} : { said }) }, works: new Map(), reading, fileId: file.id, record })
}

async function storeReading(
  options: ImportTerms & {
    services: Services
    file: Omit<TextFile, 'path'>
    works: Map<string, string>
    reading: ReadResult
    fileId: string
    keepFile?(tx: Transaction, problems: Prisma.InputJsonArray): Promise<void>
    record?(work: Work, result: ImportedText): Promise<void>
  },
): Promise<ImportedText> {
  const { services, file, works, reading, fileId, keepFile, record } = options
  if (reading.status !== 'read') {
    const result: ImportedText =
      reading.status === 'refused' ? { ...nothingStored(file.name), status: 'refused', message: reading.message } : { ...nothingStored(file.name), status: 'fileOnly', message: reading.reason }
    await inTransaction(services, async (work) => {
      await keepFile?.(work.tx, [])
      await record?.(work, result)
    })
    return result
  }
  const text = parseLegalText(reading.blocks, { ...(file.entry?.title == null ? {} : { title: file.entry.title }), remarks: reading.remarks })
  const problems = [...reading.problems, ...text.problems].map(({ line, code, message }) => ({ line, code, message }))
  const identified = identifyText({
    text, published: options.publish ? { by: options.by?.personId ?? null, at: new Date() } : null, sourceNote: options.sourceNote ?? null,
    ...(file.entry === undefined ? {} : { entry: file.entry }), ...(file.said === undefined ? {} : { said: file.said }),
  })
  return inTransaction(services, async (work) => {
    await keepFile?.(work.tx, problems)
    const workName = file.entry?.work ?? null
    const knownWork = workName === null ? undefined : works.get(workName)
    const stored = await storeVersion({
      work, identity: identified.identity, version: identified.version, ...(knownWork === undefined ? {} : { workId: knownWork }),
      source: { fileId, path: file.name, problems, addedBy: options.by?.personId ?? null },
    })
    if (workName !== null) works.set(workName, stored.workId)
    work.audit({ actor: options.by, action: 'library.import', entity: 'Version', entityId: stored.versionId, detail: { file: file.name, status: stored.status } })
    const result: ImportedText = {
      file: file.name, status: stored.status, workKey: stored.workKey, dateKey: stored.dateKey, title: identified.identity.title, articles: text.articles.length,
      message: sayOf(stored), unknown: identified.unknown.filter((what) => what !== '施行日期' || stored.effectiveFrom === null), problems, remarks: text.remarks,
    }
    await record?.(work, result)
    return result
  })
}

function sayOf(stored: { status: 'stored' | 'sameText' | 'otherText'; differences: number }): string | null {
  switch (stored.status) {
    case 'stored':
      return null
    case 'sameText':
      return '库中已有同一版本，文字相同，没有另建版本。'
    case 'otherText':
      return `库中已有同一版本，有 ${stored.differences} 处文字不同，记为另一来源，不另建版本；请核对以哪一份为准。`
    default: {
      const never: never = stored.status
      return never
    }
  }
}
