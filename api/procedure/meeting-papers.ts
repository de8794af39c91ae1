import type { Prisma } from '../../prisma/generated/client.ts'

/**
 * Papers that a meeting issued for all its items and that tell of this project as well: 简报 of a day in which members spoke
 * on it, 审议意见整理 that names no single item. They belong to the meeting and count for the project.
 */
export const papersOfItsMeetings = (projectId: string): Prisma.PaperWhereInput => ({
  projectId: null, kind: { in: ['bulletin', 'deliberationOpinions'] }, meeting: { agenda: { some: { projectId, withdrawnReason: null, speeches: { some: { replacedById: null } } } } },
})
