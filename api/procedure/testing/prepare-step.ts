import { addDays } from '../../../law/deadline/index.ts'
import { type FilingGuard, type FilingState, type PaperKind, signedPaperLabels, tickedStandards, type Transition } from '../../../law/procedure/index.ts'
import { newId } from '../../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../../platform/legal-date.ts'
import type { Services } from '../../platform/services.ts'
import { organId, personId } from '../../testing/test-organs.ts'

type Preparation = { services: Services; filingId: string; today: string; goTo(date: string): void }

/** The rows under which each guard lets a step pass; those without an entry hold by themselves or cannot be helped. */
const preparations: Partial<Record<FilingGuard, (p: Preparation) => Promise<unknown>>> = {
  committeeChosen: ({ services, filingId }) =>
    services.prisma.caseTask.create({
      data: { id: newId(), filingId, kind: 'committeeOpinion', state: 'open', assigneeOrganId: organId('cityUrban'), title: '征求意见', request: '请提出意见', createdBy: personId('reviewer') },
    }),
  committeesAnswered: ({ services, filingId }) => services.prisma.caseTask.updateMany({ where: { filingId }, data: { state: 'done' } }),
  fourStandardsTicked: ({ services, filingId }) =>
    services.prisma.standardTick.createMany({
      data: tickedStandards.map((standard) => ({ id: newId(), filingId, standard, result: 'noProblem', by: personId('reviewer'), byName: '审查甲' })),
      skipDuplicates: true,
    }),
  noFlagLeft: ({ services, filingId }) => services.prisma.reviewFlag.updateMany({ where: { filingId }, data: { state: 'withdrawn' } }),
  hasConfirmedFlag: async ({ services, filingId, today }) =>
    services.prisma.reviewFlag.create({
      data: {
        id: newId(), filingId, number: (await services.prisma.reviewFlag.count({ where: { filingId } })) + 1, versionId: newId(), eId: 'art_1', articleLabel: '第一条',
        quote: { exact: '罚款', prefix: '', suffix: '', start: 0 }, standard: 'legality', code: 'PENALTY', judgedOn: toDateColumn(today), reason: '抵触', severity: 'serious', suggestion: '删去', state: 'confirmed',
        raisedBy: personId('reviewer'), raisedByName: '审查甲',
      },
    }),
  planInFuture: ({ services, filingId, today }) =>
    services.prisma.correctionPlan.create({ data: { id: newId(), filingId, text: '计划修改', dueOn: toDateColumn(addDays(today, 30)), state: 'accepted', offeredBy: personId('city-clerk') } }),
  planLapsed: async ({ services, filingId, today, goTo }) => {
    const plan = await services.prisma.correctionPlan.findFirst({ where: { filingId, state: 'accepted' }, orderBy: { offeredAt: 'desc' } })
    if (plan !== null && fromDateColumn(plan.dueOn) >= today) goTo(addDays(fromDateColumn(plan.dueOn), 1))
  },
  opinionIssued: (p) => issue(p, 'reviewOpinion'),
  makerRefusedOrLate: ({ services, filingId }) =>
    services.prisma.makerReply.create({ data: { id: newId(), filingId, text: '不修改', position: 'refused', repliedBy: personId('city-clerk'), repliedByName: '报备甲' } }),
  refiledOrRepealed: ({ services, filingId }) =>
    services.prisma.filing.create({
      data: {
        id: newId(), procedureVersion: '1', state: 'submitted', title: '修改后的办法', documentKind: 'normativeDocument', makerOrganId: organId('cityGovernmentOffice'),
        filedByOrganId: organId('cityGovernmentOffice'), receiverOrganId: organId('cityCommittee'), createdBy: personId('city-clerk'), supersedesId: filingId,
      },
    }),
  makerHeard: ({ services, filingId, today }) =>
    services.prisma.makerContact.create({
      data: { id: newId(), filingId, method: 'heardAtMeeting', on: toDateColumn(today), attendees: '甲', summary: '说明', recordedBy: personId('reviewer'), recordedByName: '审查甲' },
    }),
  extensionPending: ({ services, filingId }) =>
    services.prisma.extensionRequest.create({
      data: { id: newId(), filingId, clockId: newId(), reason: '复杂', amount: 1, unit: 'month', state: 'requested', requestedBy: personId('reviewer'), requestedByName: '审查甲' },
    }),
  noExtensionPending: ({ services, filingId }) => services.prisma.extensionRequest.updateMany({ where: { filingId, state: 'requested' }, data: { state: 'declined' } }),
}

const issue = ({ services, filingId, today }: Preparation, kind: PaperKind) =>
  services.prisma.paper.create({
    data: {
      id: newId(), organId: organId('cityCommittee'), filingId, kind, state: 'issued', title: signedPaperLabels[kind] ?? kind, content: { body: [] }, issuedOn: toDateColumn(today),
      createdBy: personId('reviewer'), createdByName: '审查甲',
    },
  })

/** Write the rows that a step of the filing procedure waits for, as other people's acts would have. */
export async function prepareFor(options: Preparation & { row: Transition<FilingState, FilingGuard, PaperKind> }): Promise<void> {
  const { row } = options
  for (const guard of row.guards) await preparations[guard]?.(options)
  if (row.yields !== null && signedPaperLabels[row.yields] !== undefined) await issue(options, row.yields)
}
