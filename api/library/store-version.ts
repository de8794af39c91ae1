import { createHash } from 'node:crypto'
import { ALIGNMENT_VERSION, type Change, diffText } from '../../law/compare/index.ts'
import { type LegalText, printLegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumnOrNull } from '../platform/legal-date.ts'
import type { Work } from '../platform/work/transaction.ts'
import { dateAmendedTexts, dateFromDecision } from './date-from-decision.ts'
import { freeDateKey } from './date-key.ts'
import { type ComesFrom, keepIdentities, neighboursOf } from './keep-identities.ts'
import { newWorkKey } from './work-key.ts'

export type WorkIdentity = { title: string; issuer: string; organId?: string | null; documentKind: string; rank: number; regionCode?: string | null; /** a body of texts beside the library proper (演示文本) */ collection?: string | null }

export type VersionInput = {
  text: LegalText
  documentNo?: string | null
  adopted?: string | null
  approved?: string | null
  promulgated?: string | null
  effectiveFrom?: string | null
  effectiveBasis: 'stated' | 'fromDecision' | 'inferred' | 'unknown'
  effectiveTo?: string | null
  endReason?: string | null
  correctionOfId?: string | null
  sourceNote?: string | null
  /** null: internal until an explicit act makes it public */
  published: { by: string | null; at: Date } | null
}

/** `kind`: whether the file carries the version, or is the decision that it was made from. */
export type SourceInput = { fileId: string; kind?: 'text' | 'decision'; path?: string | null; problems: { line: number; code: string; message: string }[]; addedBy: string | null }

export type StoredVersion = {
  status: 'stored' | 'sameText' | 'otherText'
  workId: string
  workKey: string
  versionId: string
  dateKey: string
  /** where a second file of the same version reads differently */
  differences: number
  /** the date of effect, of the text itself or of the decision that it names */
  effectiveFrom: string | null
}

/**
 * Put a text into the library: its work (found by title, issuer and collection, or named), its version with every provision and its
 * lineage, and the file it came from. A second file of the same version is another source of it with its differences,
 * not another version (design §4a). What is stored is never changed; a correction is a version with `correctionOfId`.
 * `from`: the version that its provisions go on from, where that is not the one before it by date.
 */
export async function storeVersion(options: { work: Work; identity: WorkIdentity; workId?: string; version: VersionInput; source: SourceInput | null; from?: ComesFrom }): Promise<StoredVersion> {
  const { tx } = options.work
  const { source } = options
  const work = await findOrCreateWork(options)
  const collection = options.identity.collection ?? null
  const version = await dated({ tx, version: options.version, collection })
  const printed = printLegalText(version.text)
  const textDigest = createHash('sha256').update(printed.replace(/\s/gu, '')).digest('hex')

  const same = await findSameVersion(tx, { workId: work.id, version, textDigest })
  if (same !== null) {
    const changes = same.textDigest === textDigest ? [] : diffText(same.text, printed).filter((c) => c.op !== 'equal')
    if (source !== null) await addSource(tx, { versionId: same.id, source, differences: changes })
    return { status: changes.length === 0 ? 'sameText' : 'otherText', workId: work.id, workKey: work.key, versionId: same.id, dateKey: same.dateKey, differences: changes.length, effectiveFrom: version.effectiveFrom ?? null }
  }

  const dates = { effectiveFrom: version.effectiveFrom ?? null, adopted: version.adopted ?? null }
  const dateKey = await freeDateKey(tx, { workId: work.id, dates })
  const versionId = newId()
  const from = options.from ?? (version.correctionOfId == null ? null : { versionId: version.correctionOfId })
  const neighbours = await neighboursOf({ tx, workId: work.id, dates, from })
  await tx.version.create({
    data: {
      id: versionId, workId: work.id, dateKey, title: version.text.title, documentNo: version.documentNo ?? null,
      adopted: toDateColumnOrNull(version.adopted), approved: toDateColumnOrNull(version.approved), promulgated: toDateColumnOrNull(version.promulgated),
      effectiveFrom: toDateColumnOrNull(version.effectiveFrom), effectiveBasis: version.effectiveBasis, effectiveTo: toDateColumnOrNull(version.effectiveTo), endReason: version.endReason ?? null,
      correctionOfId: version.correctionOfId ?? null, tree: version.text satisfies Prisma.InputJsonObject, text: printed, textDigest, articleCount: version.text.articles.length,
      publishedAt: version.published?.at ?? null, publishedBy: version.published?.by ?? null, sourceNote: version.sourceNote ?? null,
    },
  })
  await keepIdentities({ tx, versionId, text: version.text, neighbours, from })
  if (source !== null) await addSource(tx, { versionId, source, differences: [] })
  options.work.outbox({ topic: 'search', entity: 'Version', entityId: versionId })
  options.work.outbox({ topic: 'flags', entity: 'Version', entityId: versionId })
  if (version.adopted != null && version.effectiveFrom != null) await dateAmendedTexts({ work: options.work, title: version.text.title, adopted: version.adopted, effectiveFrom: version.effectiveFrom, collection })
  // the neighbour may end on the day this one begins
  const { neighbour } = neighbours
  if (neighbour !== null) options.work.outbox({ topic: 'search', entity: 'Version', entityId: neighbour.id })
  return { status: 'stored', workId: work.id, workKey: work.key, versionId, dateKey, differences: 0, effectiveFrom: version.effectiveFrom ?? null }
}

type Tx = Work['tx']

/** With the date of effect of the decision that its 题注 names, where it has none of its own. */
async function dated(options: { tx: Tx; version: VersionInput; collection: string | null }): Promise<VersionInput> {
  const { tx, version, collection } = options
  if (version.effectiveFrom != null || version.adopted == null || version.effectiveBasis !== 'unknown') return version
  const effectiveFrom = await dateFromDecision({ tx, note: version.text.note, adopted: version.adopted, collection })
  return effectiveFrom === null ? version : { ...version, effectiveFrom, effectiveBasis: 'fromDecision' }
}

async function findOrCreateWork(options: { work: Work; identity: WorkIdentity; workId?: string }): Promise<{ id: string; key: string }> {
  const { tx } = options.work
  const { identity } = options
  if (options.workId !== undefined) return tx.work.findUniqueOrThrow({ where: { id: options.workId }, select: { id: true, key: true } })
  const found = await tx.work.findFirst({ where: { title: identity.title, issuer: identity.issuer, collection: identity.collection ?? null }, select: { id: true, key: true } })
  if (found !== null) return found
  return tx.work.create({
    data: {
      id: newId(), key: await newWorkKey(tx, identity), title: identity.title, issuer: identity.issuer, organId: identity.organId ?? null,
      documentKind: identity.documentKind, rank: identity.rank, regionCode: identity.regionCode ?? null, collection: identity.collection ?? null,
    },
    select: { id: true, key: true },
  })
}

/** The same version: the same text, or the same date of effect and of adoption; a correction is never the same. */
async function findSameVersion(tx: Tx, options: { workId: string; version: VersionInput; textDigest: string }) {
  const { workId, version, textDigest } = options
  const select = { id: true, dateKey: true, text: true, textDigest: true } as const
  const byText = await tx.version.findFirst({ where: { workId, textDigest }, select })
  if (byText !== null) return byText
  if (version.correctionOfId != null || (version.effectiveFrom ?? version.adopted ?? null) === null) return null
  return tx.version.findFirst({ where: { workId, effectiveFrom: toDateColumnOrNull(version.effectiveFrom), adopted: toDateColumnOrNull(version.adopted), promulgated: toDateColumnOrNull(version.promulgated) }, select })
}

async function addSource(tx: Tx, options: { versionId: string; source: SourceInput; differences: Change[] }): Promise<void> {
  const { versionId, source, differences } = options
  // the same bytes sent again are no other source
  const { sha256 } = await tx.storedFile.findUniqueOrThrow({ where: { id: source.fileId }, select: { sha256: true } })
  const same = await tx.storedFile.findMany({ where: { sha256 }, select: { id: true } })
  const known = await tx.versionSource.findFirst({ where: { versionId, fileId: { in: same.map((f) => f.id) } }, select: { id: true } })
  if (known !== null) return
  await tx.versionSource.create({
    data: {
      id: newId(), versionId, fileId: source.fileId, path: source.path ?? null, problems: source.problems, kind: source.kind ?? 'text', addedBy: source.addedBy,
      ...(differences.length === 0 ? {} : { differences: differences satisfies Prisma.InputJsonArray, algorithm: ALIGNMENT_VERSION }),
    },
  })
}
