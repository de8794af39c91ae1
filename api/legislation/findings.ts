import { z } from '@hono/zod-openapi'
import { libraryPolicy } from '../library/index.ts'
import { ownFiles } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { mayReadDocument } from '../procedure/index.ts'
import { projectFor } from './project-for.ts'
import type { FindingInput } from './project-input.ts'

export const findingSchema = z
  .object({
    id: z.string(), kind: z.enum(['finding', 'source', 'otherPlace', 'superior']), title: z.string(), text: z.string(), source: z.string().nullable(), on: z.string().nullable(),
    version: z.object({ id: z.string(), address: z.string(), title: z.string(), issuer: z.string(), effectiveFrom: z.string().nullable() }).nullable(), eId: z.string().nullable(),
    files: z.array(z.object({ id: z.string(), name: z.string() })), recordedByName: z.string(), recordedOn: z.string(),
    /** a corrected one stands in its place */
    replacedById: z.string().nullable(),
    /** why it stands in the place of an older one */
    correctionReason: z.string().nullable(),
    /** a text that was listed by mistake and taken off */
    removed: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
  })
  .openapi('ResearchFinding')
export type FindingView = z.infer<typeof findingSchema>

const kindOf = (kind: string): FindingView['kind'] => (['finding', 'source', 'otherPlace', 'superior'] as const).find((k) => k === kind) ?? 'finding'

/** 调研发现、资料来源, other places' texts and superior law of a project. Its research is for those who prepare it. Throws `not-found`. */
export async function listFindings(options: { services: Services; actor: Actor; projectId: string }): Promise<FindingView[]> {
  const { services, actor, projectId } = options
  const project = await projectFor({ ...options, action: 'read' })
  if (!mayReadDocument(actor, project, 'researchReport')) throw problem('forbidden')
  const { prisma } = services
  const rows = await prisma.researchFinding.findMany({ where: { projectId }, orderBy: { id: 'asc' } })
  const versions = await prisma.version.findMany({
    where: { id: { in: rows.flatMap((r) => (r.versionId === null ? [] : [r.versionId])) }, AND: libraryPolicy.scope(actor, 'read') },
    select: { id: true, title: true, dateKey: true, effectiveFrom: true, work: { select: { key: true, issuer: true } } },
  })
  const files = await prisma.storedFile.findMany({ where: { id: { in: rows.flatMap((r) => r.fileIds) } }, select: { id: true, name: true } })
  return rows.map((r) => {
    const version = versions.find((v) => v.id === r.versionId)
    return {
      id: r.id, kind: kindOf(r.kind), title: r.title, text: r.text, source: r.source, on: fromDateColumnOrNull(r.on),
      version: version === undefined ? null : { id: version.id, address: `${version.work.key}:${version.dateKey}`, title: version.title, issuer: version.work.issuer, effectiveFrom: fromDateColumnOrNull(version.effectiveFrom) }, eId: r.eId,
      files: r.fileIds.flatMap((id) => files.filter((f) => f.id === id).map((f) => ({ id: f.id, name: f.name }))), recordedByName: r.recordedByName, recordedOn: shanghaiDate(r.recordedAt), replacedById: r.replacedById, correctionReason: r.correctionReason,
      removed: r.removedOn === null ? null : { on: fromDateColumn(r.removedOn), by: r.removedByName ?? '', reason: r.removalReason ?? '' },
    }
  })
}

/**
 * A finding, a source, or a text of the library that the draft is measured against; or one in the place of an older one,
 * which stays with the reason (nothing is overwritten). Throws `forbidden`, `invalid-input`, `already-done` for a text that is listed.
 */
export async function addFinding(options: { services: Services; actor: Actor; projectId: string; finding: FindingInput }): Promise<string> {
  const { services, actor, projectId, finding } = options
  const project = await projectFor({ ...options, action: 'act' })
  if (!mayReadDocument(actor, project, 'researchReport')) throw problem('forbidden')
  if (finding.on !== null && finding.on > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'on', message: '调研的日期不能晚于今天。' }] })
  return inTransaction(services, async ({ tx, audit }) => {
    const { address, corrects, ...said } = finding
    const at = address?.indexOf(':') ?? -1
    const version = address === null ? null : await tx.version.findFirst({ where: { work: { key: address.slice(0, at) }, dateKey: address.slice(at + 1), AND: libraryPolicy.scope(actor, 'read') }, select: { id: true, work: { select: { key: true } } } })
    if (address !== null && version === null) throw problem('invalid-input', { fields: [{ path: 'address', message: '法规库里没有这个文本，请重新选择。' }] })
    const listed = version === null ? 0 : await tx.researchFinding.count({ where: { projectId, versionId: version.id, eId: finding.eId, kind: finding.kind, replacedById: null, removedOn: null } })
    if (listed > 0 && corrects === null) throw problem('already-done', { detail: '这个文本已经列入，不用再列。' })
    const fileIds = await filesOf(tx, actor, finding)
    const id = newId()
    if (corrects !== null) {
      const hit = await tx.researchFinding.updateMany({ where: { id: corrects.id, projectId, kind: finding.kind, replacedById: null }, data: { replacedById: id, revision: { increment: 1 } } })
      if (hit.count === 0) throw problem('invalid-input', { fields: [{ path: 'corrects', message: '这一条已经更正过，或者不在这个项目里；请刷新后再更正。' }] })
    }
    await tx.researchFinding.create({
      data: { ...said, id, projectId, versionId: version?.id ?? null, on: finding.on === null ? null : toDateColumn(finding.on), workKey: version?.work.key ?? null, fileIds, correctionReason: corrects?.reason ?? null, recordedBy: actor.personId, recordedByName: actor.name, recordedAt: services.clock.now() },
    })
    audit({ actor, action: 'project.finding', entity: 'Project', entityId: projectId, organId: project.organId, detail: { findingId: id, kind: finding.kind, ...(corrects === null ? {} : { corrects: corrects.id }) } })
    return id
  })
}

/** Texts are listed and taken off; what was found and its sources are corrected. */
const listedTexts = ['otherPlace', 'superior']

/**
 * 移出: a text of the library that was listed by mistake is taken off. Its row stays with who did it, when and why, and the
 * text may be listed again. Throws `not-found`, `forbidden`, `already-done`, `step-refused` for what is corrected instead.
 */
export async function removeFinding(options: { services: Services; actor: Actor; projectId: string; findingId: string; reason: string }): Promise<void> {
  const { services, actor, projectId, findingId, reason } = options
  const project = await projectFor({ ...options, action: 'act' })
  if (!mayReadDocument(actor, project, 'researchReport')) throw problem('forbidden')
  await inTransaction(services, async ({ tx, audit }) => {
    const finding = await tx.researchFinding.findFirst({ where: { id: findingId, projectId }, select: { kind: true, title: true } })
    if (finding === null) throw problem('not-found')
    if (!listedTexts.includes(finding.kind)) throw problem('step-refused', { detail: '调研发现和来源不移出，写错的请更正。', extra: { rule: 'findingsAreCorrected' } })
    const hit = await tx.researchFinding.updateMany({
      where: { id: findingId, replacedById: null, removedOn: null }, data: { removedOn: toDateColumn(services.clock.today()), removedBy: actor.personId, removedByName: actor.name, removalReason: reason, revision: { increment: 1 } },
    })
    if (hit.count === 0) throw problem('already-done', { detail: '这个文本已经移出。' })
    audit({ actor, action: 'project.findingRemoved', entity: 'Project', entityId: projectId, organId: project.organId, detail: { findingId, title: finding.title, reason } })
  })
}

/** Files that come with it: one's own, and those that the older one has already. Throws `invalid-input`. */
async function filesOf(tx: Transaction, actor: Actor, { corrects, fileIds }: FindingInput): Promise<string[]> {
  const kept = corrects === null ? [] : ((await tx.researchFinding.findUnique({ where: { id: corrects.id }, select: { fileIds: true } }))?.fileIds ?? [])
  const own = await ownFiles(tx, actor, fileIds.filter((id) => !kept.includes(id)))
  return [...fileIds.filter((id) => kept.includes(id)), ...own]
}
