import { readFile } from 'node:fs/promises'
import { parseLegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { readDocument } from '../reading/index.ts'
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
  problems: { line: number; code: string; message: string }[]
}

export type TextFile = { path: string; name: string; entry?: ManifestEntry; said?: SaidOfText }

/**
 * Import one file: the original is kept byte for byte, its text becomes a version of a work. Nothing is guessed silently:
 * what could not be read or found is told line by line. `works` carries a manifest's word that texts are one work.
 */
export async function importText(options: {
  services: Services
  file: TextFile
  by: { personId: string; name: string } | null
  publish: boolean
  works: Map<string, string>
  sourceNote?: string | null
}): Promise<ImportedText> {
  const { services, file, works } = options
  const none = { file: file.name, workKey: null, dateKey: null, title: null, articles: 0, unknown: [], problems: [] }
  const reading = await readDocument({ source: file.path, fileName: file.name, sizeLimitBytes: services.settings.uploadLimitBytes })
  if (reading.status === 'refused') return { ...none, status: 'refused', message: reading.message }
  const kept = await services.files.put(await readFile(file.path))
  const fileRow = {
    id: newId(), sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name: file.name, mediaType: 'application/octet-stream', format: reading.format,
    uploadedBy: options.by?.personId ?? null,
  }
  if (reading.status === 'stored') {
    await services.prisma.storedFile.create({ data: fileRow })
    return { ...none, status: 'fileOnly', message: reading.reason }
  }
  const text = parseLegalText(reading.blocks, file.entry?.title == null ? {} : { title: file.entry.title })
  const problems = [...reading.problems, ...text.problems].map(({ line, code, message }) => ({ line, code, message }))
  const identified = identifyText({
    text, published: options.publish ? { by: options.by?.personId ?? null, at: new Date() } : null, sourceNote: options.sourceNote ?? null,
    ...(file.entry === undefined ? {} : { entry: file.entry }), ...(file.said === undefined ? {} : { said: file.said }),
  })
  return inTransaction(services.prisma, async (work) => {
    await work.tx.storedFile.create({ data: { ...fileRow, reading: { status: 'read', problems } satisfies Prisma.InputJsonObject } })
    const workName = file.entry?.work ?? null
    const knownWork = workName === null ? undefined : works.get(workName)
    const stored = await storeVersion({
      work, identity: identified.identity, version: identified.version, ...(knownWork === undefined ? {} : { workId: knownWork }),
      source: { fileId: fileRow.id, path: file.name, problems, addedBy: options.by?.personId ?? null },
    })
    if (workName !== null) works.set(workName, stored.workId)
    work.audit({ actor: options.by, action: 'library.import', entity: 'Version', entityId: stored.versionId, detail: { file: file.name, status: stored.status } })
    return {
      file: file.name, status: stored.status, workKey: stored.workKey, dateKey: stored.dateKey, title: identified.identity.title, articles: text.articles.length,
      message: sayOf(stored), unknown: identified.unknown, problems,
    }
  })
}

function sayOf(stored: { status: 'stored' | 'sameText' | 'otherText'; differences: number }): string | null {
  switch (stored.status) {
    case 'stored':
      return null
    case 'sameText':
      return '库中已有同一版本，文字相同，记为另一来源。'
    case 'otherText':
      return `库中已有同一版本，有 ${stored.differences} 处文字不同，记为另一来源，不另建版本；请核对以哪一份为准。`
    default: {
      const never: never = stored.status
      return never
    }
  }
}
