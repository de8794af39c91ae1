/** 稿: the texts that go out in the course of a project, in their order; `working` is a person's own mark on the way. */
export const snapshotKinds = ['working', 'submission', 'bill', 'firstReading', 'consultation', 'secondReading', 'thirdReading', 'voting', 'adopted', 'approved'] as const
export type SnapshotKind = (typeof snapshotKinds)[number]

const labels: Record<SnapshotKind, string> = {
  working: '工作快照', submission: '送审稿', bill: '议案草案', firstReading: '草案（一次审议稿）', consultation: '征求意见稿', secondReading: '草案（二次审议稿）', thirdReading: '草案（三次审议稿）', voting: '草案（表决稿）', adopted: '通过稿', approved: '批准稿',
}

export const isSnapshotKind = (kind: string): kind is SnapshotKind => Object.hasOwn(labels, kind)
export const snapshotKindLabel = (kind: SnapshotKind): string => labels[kind]
/** Kinds of texts that were sent to somebody: who may not open the working copy reads these. */
export const outwardKinds: SnapshotKind[] = snapshotKinds.filter((kind) => kind !== 'working')
