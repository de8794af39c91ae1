import { Readable } from 'node:stream'
import { publicHalt } from '../../../law/procedure/index.ts'
import type { LegalText } from '../../../law/text/index.ts'
import type { Prisma, PrismaClient } from '../../../prisma/generated/client.ts'
import { legalTextSchema } from '../../library/index.ts'
import { fromDateColumn } from '../../platform/legal-date.ts'
import type { Services } from '../../platform/services.ts'

/** The only door of the portal to drafts: consultations that an explicit act made public and none took back, and of those only what was published. */
const PUBLISHED = { revokedAt: null } as const satisfies Prisma.PublicConsultationWhereInput

const select = {
  id: true, organId: true, project: { select: { state: true } }, title: true, snapshotId: true, noticePaperId: true, noticeFileId: true, explanationPaperId: true, explanationFileId: true, explanationText: true, opensOn: true, closesOn: true, howTo: true, disposition: true, dispositionAt: true,
} as const satisfies Prisma.PublicConsultationSelect
type Row = Prisma.PublicConsultationGetPayload<{ select: typeof select }>

export type ListedConsultation = { id: string; title: string; organ: string; opensOn: string; closesOn: string; over: boolean; disposed: boolean; /** the bill does not go on: no opinions are asked for any more */ halted: string | null }
export type ShownConsultation = ListedConsultation & { howTo: string; disposition: string | null; disposedAt: Date | null; text: LegalText; explanationText: string | null; hasExplanation: boolean }

const listed = (row: Pick<Row, 'id' | 'title' | 'opensOn' | 'closesOn' | 'disposition' | 'project'>, organ: string, today: string): ListedConsultation => ({
  id: row.id, title: row.title, organ, opensOn: fromDateColumn(row.opensOn), closesOn: fromDateColumn(row.closesOn), over: fromDateColumn(row.closesOn) < today || publicHalt(row.project.state) !== null, disposed: row.disposition !== null, halted: publicHalt(row.project.state),
})

/** The newest first; those that run before those that ended. */
export async function publicConsultations(prisma: PrismaClient, options: { today: string; take: number }): Promise<ListedConsultation[]> {
  const rows = await prisma.publicConsultation.findMany({ where: PUBLISHED, select, orderBy: [{ closesOn: 'desc' }, { id: 'desc' }], take: options.take })
  const organs = await prisma.organ.findMany({ where: { id: { in: rows.map((r) => r.organId) } }, select: { id: true, name: true } })
  return rows.map((row) => listed(row, organs.find((o) => o.id === row.organId)?.name ?? '', options.today))
}

const found = (prisma: PrismaClient, id: string): Promise<Row | null> => (/^[0-9a-f-]{36}$/u.test(id) ? prisma.publicConsultation.findFirst({ where: { ...PUBLISHED, id }, select }) : Promise.resolve(null))

export async function publicConsultation(prisma: PrismaClient, options: { id: string; today: string }): Promise<ShownConsultation | null> {
  const row = await found(prisma, options.id)
  if (row === null) return null
  const [snapshot, organ] = await Promise.all([prisma.draftSnapshot.findUniqueOrThrow({ where: { id: row.snapshotId }, select: { tree: true } }), prisma.organ.findUniqueOrThrow({ where: { id: row.organId }, select: { name: true } })])
  return {
    ...listed(row, organ.name, options.today), howTo: row.howTo, disposition: row.disposition, disposedAt: row.dispositionAt, text: legalTextSchema.parse(snapshot.tree), explanationText: row.explanationText,
    hasExplanation: row.explanationPaperId !== null || row.explanationFileId !== null,
  }
}

export const consultationPapers = ['notice', 'explanation'] as const
export type ConsultationPaper = (typeof consultationPapers)[number]

/** The announcement or the explanation as it was published; null where there is none. */
export async function readConsultationPaper(services: Services, options: { id: string; which: ConsultationPaper }): Promise<{ name: string; mediaType: string; body: ReadableStream<Uint8Array> } | null> {
  const { prisma } = services
  const row = await found(prisma, options.id)
  if (row === null) return null
  const [paperId, ownFileId] = options.which === 'notice' ? [row.noticePaperId, row.noticeFileId] : [row.explanationPaperId, row.explanationFileId]
  const paper = paperId === null ? null : await prisma.paper.findFirst({ where: { id: paperId, state: 'issued' }, select: { pdfFileId: true } })
  const fileId = paper === null ? ownFileId : paper.pdfFileId
  const file = fileId === null ? null : await prisma.storedFile.findUnique({ where: { id: fileId } })
  return file === null ? null : { name: file.name, mediaType: file.mediaType, body: Readable.toWeb(await services.files.open(file.sha256)) as ReadableStream<Uint8Array> }
}
