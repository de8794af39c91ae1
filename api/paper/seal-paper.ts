import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { isLegislationPaper, proposingOrgans } from './legislation-rights.ts'
import { paperFor } from './read-paper.ts'

/**
 * How a seal comes onto a paper. By hand: the office stamps the print, scans it and adds the scan. A provider of electronic
 * seals would answer with the sealed file itself.
 */
export type SealProvider = { name: string; seal(paper: { id: string; pdfFileId: string }, given: { fileId: string | null }): Promise<{ sealedFileId: string }> }

export const sealByHand: SealProvider = {
  name: 'byHand',
  seal: (_paper, given) =>
    given.fileId === null ? Promise.reject(problem('invalid-input', { fields: [{ path: 'fileId', message: '请上传盖章后的扫描件。' }] })) : Promise.resolve({ sealedFileId: given.fileId }),
}

const MAY_SEAL = ['issuer', 'reviewer', 'reviewChief', 'archivist']
const MAY_SEAL_LEGISLATION = ['issuer', 'legislationOfficer', 'legislationChief', 'meetingClerk', 'archivist', 'provinceOfficer', 'proposerClerk']

/** Who may record the seal: the office of the house that issued it. */
export const maySeal = (actor: Actor, paper: { kind: string; organId: string }): boolean =>
  isLegislationPaper(paper.kind)
    ? actor.memberships.some((m) => (m.standingCommitteeId === paper.organId || proposingOrgans(actor).includes(paper.organId)) && MAY_SEAL_LEGISLATION.includes(m.role))
    : actor.memberships.some((m) => m.standingCommitteeId === paper.organId && MAY_SEAL.includes(m.role))

/** 用印: a recorded act on an issued paper, once. Throws `step-refused` before issue, `already-done` the second time. */
export async function sealPaper(options: { services: Services; actor: Actor; paperId: string; fileId: string | null; provider?: SealProvider }): Promise<void> {
  const { services, actor, paperId, provider = sealByHand } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Paper" WHERE id = ${paperId}::uuid FOR UPDATE`
    const paper = await paperFor({ tx, actor, paperId, action: 'handle' })
    if (!maySeal(actor, paper)) throw problem('forbidden')
    if (paper.state !== 'issued' || paper.pdfFileId === null) throw problem('step-refused', { detail: '签发以后才能用印。', extra: { rule: 'paperNotIssued' } })
    if (paper.sealedAt !== null) throw problem('already-done', { detail: '这件文书已经登记用印。' })
    if (options.fileId !== null && (await tx.storedFile.findUnique({ where: { id: options.fileId }, select: { uploadedBy: true } }))?.uploadedBy !== actor.personId) {
      throw problem('invalid-input', { fields: [{ path: 'fileId', message: '没有找到上传的扫描件，请重新上传。' }] })
    }
    const { sealedFileId } = await provider.seal({ id: paperId, pdfFileId: paper.pdfFileId }, { fileId: options.fileId })
    await tx.paper.update({ where: { id: paperId }, data: { sealedFileId, sealedBy: actor.personId, sealedAt: services.clock.now(), revision: { increment: 1 } } })
    work.audit({ actor, action: 'paper.seal', entity: 'Paper', entityId: paperId, organId: paper.organId, detail: { provider: provider.name, sealedFileId } })
  })
}
