import { filingPolicy, filingSubject, filingSubjectSelect, intakePapers, mayReadDocument, projectPolicy, projectSubjectSelect } from '../procedure/index.ts'
import { type Actor, committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'

/** Whether somebody may upload at all: whoever has a role. What a file is attached to is judged there. */
export const mayUpload = (actor: Actor): boolean => actor.memberships.length > 0

/**
 * A file has no rights of its own: one may read it who uploaded it, whose organ uploaded it, or who may read a record
 * that carries it. Deny by default.
 */
export async function mayReadFile(options: { services: Services; actor: Actor; file: { id: string; uploadedBy: string | null; organId: string | null } }): Promise<boolean> {
  const { services, actor, file } = options
  const { prisma } = services
  if (file.uploadedBy === actor.personId) return true
  if (file.organId !== null && actor.memberships.some((m) => m.organId === file.organId)) return true
  const readable = filingPolicy.scope(actor, 'read')
  const internal = filingPolicy.scope(actor, 'readInternal')
  const [material, paper, reply, plan, contact, task] = await Promise.all([
    prisma.filingMaterial.findFirst({ where: { fileId: file.id, filing: readable }, select: { id: true } }),
    prisma.paper.findFirst({
      where: { OR: [{ docxFileId: file.id }, { pdfFileId: file.id }, { sealedFileId: file.id }], filing: { is: readable } },
      select: { kind: true, recipientOrganId: true, state: true, filing: { select: filingSubjectSelect } },
    }),
    prisma.makerReply.findFirst({ where: { fileIds: { has: file.id }, filing: readable }, select: { id: true } }),
    prisma.correctionPlan.findFirst({ where: { fileIds: { has: file.id }, filing: readable }, select: { id: true } }),
    prisma.makerContact.findFirst({ where: { fileIds: { has: file.id }, OR: [{ filing: internal }, { filing: readable, sharedWithMaker: true }] }, select: { id: true } }),
    // a committee's opinion is its own and the review's, not another committee's
    prisma.caseTask.findFirst({
      where: { answerFileIds: { has: file.id }, OR: [{ assigneeOrganId: { in: organsWithRole(actor, 'committeeMember') } }, { filing: { AND: [internal, { receiverOrganId: { in: committeesServedAs(actor, 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist') } }] } }] },
      select: { id: true },
    }),
  ])
  if ([material, reply, plan, contact, task].some((r) => r !== null)) return true
  if (paper !== null && paper.filing !== null) {
    const subject = filingSubject(paper.filing)
    if (filingPolicy.can(actor, 'readInternal', subject)) return true
    if (paper.state === 'issued' && intakePapers.includes(paper.kind) && filingPolicy.can(actor, 'receive', subject)) return true
    // the maker reads only what was issued to it
    if (paper.state === 'issued' && paper.recipientOrganId !== null && [subject.makerOrganId, subject.filedByOrganId].includes(paper.recipientOrganId)) return true
  }
  if (await ofReadableProject(services, actor, file.id)) return true
  const committees = committeesServedAs(actor, 'receptionClerk', 'reviewer', 'reviewChief')
  const suggestion = await prisma.suggestion.findFirst({ where: { fileIds: { has: file.id }, organId: { in: committees } }, select: { id: true } })
  if (suggestion !== null) return true
  const source = await prisma.versionSource.findFirst({ where: { fileId: file.id, version: { publishedAt: { not: null } } }, select: { id: true } })
  return source !== null
}

/** A file that a project, its research or one of its tasks carries, for those who read that part of it (domain §7.4). */
async function ofReadableProject(services: Services, actor: Actor, fileId: string): Promise<boolean> {
  const { prisma } = services
  const readable = projectPolicy.scope(actor, 'read')
  const [documents, findings] = await Promise.all([
    prisma.projectDocument.findMany({ where: { fileId, project: readable }, select: { kind: true, project: { select: projectSubjectSelect } } }),
    prisma.researchFinding.findMany({ where: { fileIds: { has: fileId }, project: readable }, select: { project: { select: projectSubjectSelect } } }),
  ])
  return documents.some((d) => mayReadDocument(actor, d.project, d.kind)) || findings.some((f) => mayReadDocument(actor, f.project, 'researchReport'))
}
