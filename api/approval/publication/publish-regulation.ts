import { libraryRank, legalTextSchema, storeVersion } from '../../library/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { moveProject } from '../../procedure/index.ts'
import { ownFiles } from '../../file/index.ts'
import { maySend, sideOf } from '../approval-for.ts'
import { publicationGround } from './requirements.ts'

export type PublicationInput = { gazetteIssue: string; gazetteFileId: string | null; website: string; newspaper: string; promulgatedOn: string; effectiveFrom: string }

const GAZETTE = '《中华人民共和国立法法》第八十九条：在常务委员会公报上刊登的地方性法规文本为标准文本'

/**
 * 公布: the announcement, the gazette issue that is the standard text, the accompanying papers; and the approved text goes
 * into the public library as it is, with its 题注. Each thing that is missing is refused under its own article (立法法 88, 89).
 */
export async function publishRegulation(options: { services: Services; actor: Actor; projectId: string; revision: number; input: PublicationInput }): Promise<{ workKey: string; dateKey: string }> {
  const { services, actor, projectId, revision, input } = options
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
    const project = await tx.project.findUnique({ where: { id: projectId }, select: { organId: true, title: true, kind: true, baseWorkId: true } })
    if (project === null || sideOf(actor, { organId: project.organId, provinceOrganId: null }) === null) throw problem('not-found')
    if (!maySend(actor, project.organId)) throw problem('forbidden', { detail: '公布由法制工作委员会负责人、会议工作人员或者签发人办理。' })
    if ((await tx.publication.findUnique({ where: { projectId }, select: { id: true } })) !== null) throw problem('already-done', { detail: '已经公布。公布的文本不能改，需要更正的另行公告。' })
    const ground = await publicationGround(tx, projectId)
    const open = ground.requirements.find((r) => !r.met)
    if (open !== undefined) throw problem('step-refused', { detail: open.message, extra: { rule: open.key, basis: open.basis } })
    if (input.gazetteIssue === '') {
      const message = '请填写刊登的常委会公报期号；公报刊登的文本是标准文本。'
      throw problem('step-refused', { detail: message, fields: [{ path: 'gazetteIssue', message }], extra: { rule: 'gazetteIssue', basis: GAZETTE } })
    }
    checkDays(input, { today: services.clock.today(), effectiveFrom: ground.effectiveFrom, approvedOn: ground.told.approval?.decidedOn ?? null })
    const { announcement, explanation, resultReport, approvedSnapshotId, told } = ground
    if (announcement === null || explanation === null || resultReport === null || approvedSnapshotId === null) throw problem('step-refused', { detail: '材料刚有变化，请刷新页面后再办。' })

    const gazetteFileId = input.gazetteFileId === null ? null : ((await ownFiles(tx, actor, [input.gazetteFileId]))[0] ?? null)
    const snapshot = await tx.draftSnapshot.findUniqueOrThrow({ where: { id: approvedSnapshotId }, select: { tree: true } })
    const house = await tx.organ.findUniqueOrThrow({ where: { id: project.organId }, select: { regionCode: true } })
    const at = services.clock.now()
    const text = { ...legalTextSchema.parse(snapshot.tree), note: ground.note }
    const stored = await storeVersion({
      work, ...(project.baseWorkId === null ? {} : { workId: project.baseWorkId }),
      identity: { title: text.title === '' ? project.title : text.title, issuer: told.house.name, organId: project.organId, documentKind: 'localRegulation', rank: libraryRank('localRegulation'), regionCode: house.regionCode },
      version: {
        text, documentNo: null, adopted: told.adoptedOn, approved: told.approval?.decidedOn ?? null, promulgated: input.promulgatedOn, effectiveFrom: input.effectiveFrom, effectiveBasis: 'stated',
        sourceNote: `${input.gazetteIssue.includes('公报') ? input.gazetteIssue : `《${told.house.name}公报》${input.gazetteIssue}`}；标准文本以公报刊登的为准`, published: { by: actor.personId, at },
      },
      source: gazetteFileId === null ? null : { fileId: gazetteFileId, problems: [], addedBy: actor.personId },
    })
    if (stored.status !== 'stored') {
      throw problem('step-refused', { detail: `法规库里已经有这一天施行的文本（${stored.dateKey}），没有覆盖它。请核对施行日期，或者在法规库里核对那份文本。`, extra: { rule: 'textInLibrary', basis: GAZETTE, workKey: stored.workKey } })
    }
    await tx.publication.create({
      data: {
        id: newId(), projectId, announcementId: announcement.id, announcementNo: announcement.number, explanationId: explanation.paperId ?? explanation.documentId ?? '', resultReportId: resultReport.paperId ?? resultReport.documentId ?? '', gazetteIssue: input.gazetteIssue, gazetteFileId,
        website: input.website === '' ? null : input.website, newspaper: input.newspaper === '' ? null : input.newspaper, promulgatedOn: toDateColumn(input.promulgatedOn), effectiveFrom: toDateColumn(input.effectiveFrom), workId: stored.workId, versionId: stored.versionId,
        publishedBy: actor.personId, publishedByName: actor.name, publishedAt: at,
      },
    })
    await moveProject({
      services, work, actor, projectId, key: 'promulgate', revision, on: input.promulgatedOn, values: { gazetteIssue: input.gazetteIssue, effectiveOn: input.effectiveFrom }, changes: { versionId: stored.versionId },
      data: { workKey: stored.workKey, dateKey: stored.dateKey, announcementNo: announcement.number }, clockStarts: { 'legislation.handOver': input.promulgatedOn, 'legislation.nationalFiling': input.promulgatedOn },
    })
    work.audit({ actor, action: 'regulation.publish', entity: 'Project', entityId: projectId, organId: project.organId, detail: { versionId: stored.versionId, announcementNo: announcement.number, gazetteIssue: input.gazetteIssue } })
    return { workKey: stored.workKey, dateKey: stored.dateKey }
  })
}

function checkDays(input: PublicationInput, known: { today: string; effectiveFrom: string | null; approvedOn: string | null }): void {
  const fields: { path: string; message: string }[] = []
  if (input.promulgatedOn > known.today) fields.push({ path: 'promulgatedOn', message: '公布日期不能晚于今天。' })
  if (known.approvedOn !== null && input.promulgatedOn < known.approvedOn) fields.push({ path: 'promulgatedOn', message: `公布日期不能早于批准日期 ${known.approvedOn}。` })
  if (known.effectiveFrom !== null && input.effectiveFrom !== known.effectiveFrom) fields.push({ path: 'effectiveFrom', message: `批准的文本写明自 ${known.effectiveFrom} 起施行，请按文本填写。` })
  if (input.effectiveFrom < input.promulgatedOn) fields.push({ path: 'effectiveFrom', message: '施行日期不能早于公布日期。' })
  if (fields.length > 0) throw problem('invalid-input', { fields })
}
