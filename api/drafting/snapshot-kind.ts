import type { Prisma } from '../../prisma/generated/client.ts'

/** 稿: the texts that go out in the course of a project, in their order; `working` is a person's own mark on the way. */
export const snapshotKinds = ['working', 'submission', 'bill', 'firstReading', 'consultation', 'secondReading', 'thirdReading', 'voting', 'adopted', 'approved'] as const
export type SnapshotKind = (typeof snapshotKinds)[number]

const labels: Record<SnapshotKind, string> = {
  working: '工作快照', submission: '送审稿', bill: '议案草案', firstReading: '草案（一次审议稿）', consultation: '征求意见稿', secondReading: '草案（二次审议稿）', thirdReading: '草案（三次审议稿）', voting: '草案（表决稿）', adopted: '通过稿', approved: '批准稿',
}

export const isSnapshotKind = (kind: string): kind is SnapshotKind => Object.hasOwn(labels, kind)
export const snapshotKindLabel = (kind: SnapshotKind): string => labels[kind]

/** Which texts a person reads by how far their right goes: everything, what went out, or what was voted and approved. */
export type TextsSeen = 'all' | 'sent' | 'adopted'
export function kindsSeen(seen: TextsSeen): Prisma.StringFilter | undefined {
  switch (seen) {
    case 'all':
      return undefined
    case 'sent':
      return { not: 'working' satisfies SnapshotKind }
    case 'adopted':
      return { in: ['adopted', 'approved'] satisfies SnapshotKind[] }
    default: {
      const never: never = seen
      return never
    }
  }
}
