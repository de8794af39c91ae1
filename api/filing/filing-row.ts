import type { Prisma } from '../../prisma/generated/client.ts'

/** The rows that a filing is shown from. */
export const filingInclude = {
  maker: true,
  receiver: true,
  materials: { where: { replacedById: null }, orderBy: { addedAt: 'asc' } },
  sameness: { orderBy: { checkedAt: 'desc' }, take: 1 },
  clocks: { where: { taskId: null, paperId: null }, orderBy: { dueOn: 'asc' } },
  events: { orderBy: { id: 'asc' } },
  papers: { where: { state: 'issued' }, orderBy: { createdAt: 'asc' }, select: { id: true, kind: true, title: true, number: true, issuedOn: true, organId: true, recipientOrganId: true, docxFileId: true, pdfFileId: true } },
  tasks: { select: { assigneeOrganId: true } },
  supersedes: { select: { id: true, title: true, documentNo: true, registrationNo: true, state: true } },
  supersededBy: { where: { state: { not: 'draft' } }, select: { id: true, title: true, documentNo: true, registrationNo: true, state: true } },
} as const satisfies Prisma.FilingInclude

export type FilingRow = Prisma.FilingGetPayload<{ include: typeof filingInclude }>
