import { documentsAsked, emptyProjectFacts, LEGISLATION_PROCEDURE_VERSION, type LegislationDocumentKind } from '../../law/procedure/index.ts'
import type { Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { organId, personId } from './test-organs.ts'

/** A project of the test city, proposed by its government and drafted by its bureau. Returns its id. */
export async function projectRow(prisma: PrismaClient, changes: Partial<Prisma.ProjectUncheckedCreateInput> = {}): Promise<string> {
  const id = changes.id ?? newId()
  await prisma.project.create({
    data: {
      procedureVersion: LEGISLATION_PROCEDURE_VERSION, organId: organId('cityCommittee'), state: 'proposalCollected', stateSince: toDateColumn('2026-03-01'), title: '养犬管理条例', proposer: '市人民政府',
      proposerOrganId: organId('cityGovernment'), leadOrgan: '城市管理局', leadOrganId: organId('cityBureau'), committee: '城环工委', committeeOrganId: organId('cityUrban'), responsibleId: personId('legislation'),
      createdBy: personId('legislation'), createdByName: '法规甲', ...changes, id,
    },
  })
  return id
}

/** Everything that a step asks for, given at once. */
export async function giveDocuments(prisma: PrismaClient, options: { projectId: string; key: string; except?: readonly LegislationDocumentKind[] }): Promise<void> {
  const facts = { ...emptyProjectFacts, surveyed: true, referred: true, evaluated: true, readingTrack: 3 as const, projectKind: 'amending' as const }
  const needs = [...documentsAsked(options.key, facts), ...documentsAsked(options.key, { ...facts, readingTrack: 2 })]
  await giveKinds(prisma, { projectId: options.projectId, kinds: [...new Set(needs.map(({ kind }) => kind))].filter((kind) => options.except?.includes(kind) !== true) })
}

export async function giveKinds(prisma: PrismaClient, options: { projectId: string; kinds: readonly LegislationDocumentKind[] }): Promise<void> {
  await prisma.projectDocument.createMany({
    data: options.kinds.map((kind) => ({ id: newId(), projectId: options.projectId, kind, title: kind, fileId: newId(), addedBy: personId('legislation'), addedByName: '法规甲' })),
  })
}

/** A plenary meeting in session with the project on its agenda. Returns its id. */
export async function plenaryRow(prisma: PrismaClient, options: { projectId: string; present: number; members: number; on?: string }): Promise<{ meetingId: string; itemId: string }> {
  const meetingId = newId()
  const itemId = newId()
  const on = toDateColumn(options.on ?? '2026-03-12')
  await prisma.meeting.create({
    data: {
      id: meetingId, organId: organId('cityCommittee'), kind: 'standingCommittee', title: '第十次会议', state: 'inSession', startsOn: on, endsOn: on, place: '常委会会议厅', membersTotal: options.members, createdBy: personId('meeting-clerk'), createdByName: '会务甲',
      attendance: { create: Array.from({ length: options.members }, (_, n) => ({ id: newId(), name: `组成人员${n}`, capacity: 'member', status: n < options.present ? 'present' : 'leave' })) },
      agenda: { create: { id: itemId, order: 1, title: '审议养犬管理条例（草案）', kind: 'reading', projectId: options.projectId } },
    },
  })
  return { meetingId, itemId }
}
