import { z } from 'zod'
import { legislationDocumentLabel, roundOf } from '../../law/procedure/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** What goes up with the report (domain §1.7); the text itself is the adopted snapshot. */
const kinds = ['approvalRequest', 'explanatoryNote', 'deliberationResultReport', 'basisTable', 'referenceMaterial', 'opinionTable'] as const

export const enclosureSchema = z.object({
  kind: z.string(), title: z.string(), paperId: z.string().nullable(), fileId: z.string().nullable(), documentId: z.string().nullable(),
})
export type Enclosure = z.infer<typeof enclosureSchema>
export const enclosuresOf = (stored: unknown): Enclosure[] => z.array(enclosureSchema).catch([]).parse(stored)

/** The newest of a kind in the round that runs: an issued paper before a file, since it is the one with seal and number. */
export async function latestDocument(tx: Transaction, projectId: string, kind: string): Promise<Enclosure | null> {
  const inRound = await sinceRound(tx, projectId, kind)
  const paper = await tx.paper.findFirst({ where: { projectId, kind, state: 'issued', ...inRound }, orderBy: { id: 'desc' }, select: { id: true, title: true } })
  if (paper !== null) return { kind, title: paper.title, paperId: paper.id, fileId: null, documentId: null }
  const document = await tx.projectDocument.findFirst({ where: { projectId, kind, replacedById: null, notApplicableReason: null, ...inRound }, orderBy: { id: 'desc' } })
  return document === null ? null : { kind, title: document.title, paperId: document.paperId, fileId: document.fileId, documentId: document.id }
}

/** What an earlier round left behind is not sent again (law/procedure/legislation-rounds.ts). */
async function sinceRound(tx: Transaction, projectId: string, kind: string): Promise<{ id?: { gt: string } }> {
  const round = roundOf(kind, await tx.caseEvent.findMany({ where: { projectId }, orderBy: { id: 'asc' }, select: { id: true, transition: true } }))
  return round === null ? {} : { id: { gt: round } }
}

/** Everything of the package that is there now. What is sent is kept as it was that day. */
export async function packageOf(tx: Transaction, projectId: string): Promise<Enclosure[]> {
  const found = await Promise.all(kinds.map((kind) => latestDocument(tx, projectId, kind)))
  return found.filter((e) => e !== null)
}

/** Names of what must go up and is neither there nor excused by a reason. */
export async function missingInPackage(tx: Transaction, projectId: string): Promise<string[]> {
  const there = (await packageOf(tx, projectId)).map((e) => e.kind)
  const excused = await tx.projectDocument.findMany({ where: { projectId, kind: 'basisTable', replacedById: null, notApplicableReason: { not: null }, ...(await sinceRound(tx, projectId, 'basisTable')) }, select: { kind: true } })
  return ['approvalRequest', 'explanatoryNote', 'deliberationResultReport', 'basisTable'].filter((kind) => !there.includes(kind) && !excused.some((e) => e.kind === kind)).map(legislationDocumentLabel)
}
