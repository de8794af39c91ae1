import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { createTestMeeting, type TestMeeting } from './test-meeting.ts'
import { createTestApproval, type TestApproval } from './test-approval.ts'
import { createTestDraft, type TestDraft } from './test-draft.ts'
import { organId, personId } from './test-organs.ts'

/** The rows a request of the access matrix is about: one case of the city, one of the county, a suggestion. */
export type TestWorld = TestMeeting & TestApproval & {
  /** under 统一审议: the commission's to write */
  draft: TestDraft
  /** being drafted */
  earlyDraft: TestDraft
  /** a project in drafting that has none yet */
  undraftedProjectId: string
  marker: string
  filingId: string
  countyFilingId: string
  draftFilingId: string
  materialId: string
  versionId: string
  workKey: string
  flagId: string
  taskId: string
  planId: string
  paperId: string
  suggestionId: string
  noticeId: string
  savedViewId: string
  fileId: string
  /** goes with the opinion of the committee `cityUrban` */
  opinionFileId: string
  personId: string
  organId: string
  legislationPlanId: string
  /** drafted by the bureau, proposed by the government, with the committee `cityUrban` */
  projectId: string
  projectMemberId: string
  projectTaskId: string
  /** a text of the library in the project's research */
  findingId: string
  /** announced and taken off again, so that nothing of this world is public; with one who applied */
  hearingId: string
  planItemId: string
  explanationId: string
}

/** a committee has one plan a year: every world gets a year of its own */
let nextPlanYear = 3000

const SMALL_TREE = {
  form: 'articles',
  title: '测试办法',
  note: '',
  preamble: [],
  contents: [],
  notice: [],
  divisions: [],
  articles: [
    { id: 'art_1', number: '第一条', heading: null, line: 1, paragraphs: [{ id: 'art_1__para_1', text: '为了加强管理，制定本办法。', items: [] }] },
    { id: 'art_2', number: '第二条', heading: null, line: 2, paragraphs: [{ id: 'art_2__para_1', text: '违反本办法的，处五百元罚款。', items: [] }] },
  ],
  annexes: [],
  closing: [],
  problems: [],
  remarks: [],
}

/**
 * Insert a fresh set of rows. The city's case was filed by the city government's office, is reviewed by `reviewer`, and
 * has a task of the committee `cityUrban`, one raised flag and one draft paper.
 */
export async function createTestWorld(services: Services, state = 'underReview'): Promise<TestWorld> {
  const { prisma } = services
  const ids = {
    filingId: newId(), countyFilingId: newId(), draftFilingId: newId(), materialId: newId(), versionId: newId(), flagId: newId(), taskId: newId(), planId: newId(),
    paperId: newId(), suggestionId: newId(), noticeId: newId(), fileId: newId(), opinionFileId: newId(), workId: newId(), personId: newId(), savedViewId: newId(),
    legislationPlanId: newId(), planItemId: newId(), explanationId: newId(), projectId: newId(), projectMemberId: newId(), projectTaskId: newId(), findingId: newId(), hearingId: newId(),
  }
  const marker = `标记${ids.filingId.slice(-12)}`
  const workKey = `w-${ids.workId.slice(-12)}`
  await prisma.work.create({ data: { id: ids.workId, key: workKey, title: `${marker}办法`, issuer: '甲市人民政府办公室', documentKind: 'normativeDocument', rank: 9 } })
  await prisma.version.create({
    data: {
      id: ids.versionId, workId: ids.workId, dateKey: '2026-02-01', title: `${marker}办法`, effectiveBasis: 'stated', effectiveFrom: toDateColumn('2026-02-01'),
      promulgated: toDateColumn('2026-01-05'), tree: SMALL_TREE, text: '第一条　为了加强管理，制定本办法。\n第二条　违反本办法的，处五百元罚款。', textDigest: ids.versionId, articleCount: 2,
    },
  })
  await prisma.provision.createMany({
    data: SMALL_TREE.articles.map((a, at) => ({
      id: newId(), versionId: ids.versionId, provisionId: newId(), eId: a.id, kind: 'article', label: a.number, ordinal: at + 1, divisionPath: [], articleEId: a.id, text: a.paragraphs[0]?.text ?? '',
    })),
  })
  const common = {
    procedureVersion: '1', documentKind: 'normativeDocument', promulgated: toDateColumn('2026-01-05'), effectiveFrom: toDateColumn('2026-02-01'),
    submittedOn: toDateColumn('2026-01-20'), receivedOn: toDateColumn('2026-01-21'), registeredOn: toDateColumn('2026-01-22'),
  }
  await prisma.filing.create({
    data: {
      ...common, id: ids.filingId, state, title: `${marker}办法`, documentNo: `甲政办发〔2026〕${ids.filingId.slice(-4)}号`, registrationNo: `备审-${ids.filingId}`,
      makerOrganId: organId('cityGovernmentOffice'), filedByOrganId: organId('cityGovernmentOffice'), receiverOrganId: organId('cityCommittee'),
      createdBy: personId('city-clerk'), reviewerId: personId('reviewer'), leaderId: personId('leader'), versionId: ids.versionId, dueOn: toDateColumn('2026-04-22'),
    },
  })
  await prisma.filing.create({
    data: {
      ...common, id: ids.countyFilingId, state, title: `${marker}县办法`, documentNo: `乙政发〔2026〕${ids.countyFilingId.slice(-4)}号`,
      makerOrganId: organId('countyGovernment'), filedByOrganId: organId('countyGovernment'), receiverOrganId: organId('countyCommittee'), createdBy: personId('county-government-clerk'),
    },
  })
  await prisma.filing.create({
    data: {
      ...common, id: ids.draftFilingId, state: 'draft', title: `${marker}草稿`, makerOrganId: organId('cityGovernmentOffice'), filedByOrganId: organId('cityGovernmentOffice'),
      receiverOrganId: organId('cityCommittee'), createdBy: personId('city-clerk'), submittedOn: null, receivedOn: null, registeredOn: null,
    },
  })
  await prisma.filingMaterial.create({ data: { id: ids.materialId, filingId: ids.draftFilingId, kind: 'explanation', fileId: null, notApplicableReason: '另送', addedBy: personId('city-clerk') } })
  await prisma.reviewFlag.create({
    data: {
      id: ids.flagId, filingId: ids.filingId, number: 1, versionId: ids.versionId, eId: 'art_2__para_1', articleLabel: '第二条', quote: { exact: '处五百元罚款', prefix: '', suffix: '', start: 8 },
      standard: 'legality', code: 'PENALTY', judgedOn: toDateColumn('2026-02-01'), reason: `${marker}理由`, severity: 'serious', suggestion: '删去', state: 'raised', raisedBy: personId('reviewer'), raisedByName: '审查甲',
    },
  })
  await prisma.caseTask.create({
    data: { id: ids.taskId, filingId: ids.filingId, kind: 'committeeOpinion', state: 'open', assigneeOrganId: organId('cityUrban'), title: `${marker}征求意见`, request: '请提出意见', createdBy: personId('reviewer'), dueOn: toDateColumn('2026-03-30'), answerFileIds: [ids.opinionFileId] },
  })
  await prisma.correctionPlan.create({ data: { id: ids.planId, filingId: ids.filingId, text: `${marker}计划`, dueOn: toDateColumn('2026-06-30'), state: 'offered', offeredBy: personId('city-clerk') } })
  await prisma.paper.create({
    data: { id: ids.paperId, organId: organId('cityCommittee'), filingId: ids.filingId, kind: 'inquiryLetter', state: 'drafting', title: `${marker}函`, content: { body: [] }, createdBy: personId('reviewer'), createdByName: '审查甲' },
  })
  await prisma.suggestion.create({
    data: {
      id: ids.suggestionId, procedureVersion: '1', kind: 'suggestion', channel: 'public', receiptNo: `建议-${ids.suggestionId}`, organId: organId('cityCommittee'), state: 'received', proposerName: `${marker}公民`,
      proposerContact: '0000-000 0116', documentTitle: `${marker}办法`, matters: '第二条', reasons: `${marker}事由`, receivedOn: toDateColumn('2026-03-01'), filingId: ids.filingId,
    },
  })
  await prisma.notice.create({ data: { id: ids.noticeId, personId: personId('reviewer'), kind: 'test', title: `${marker}提醒`, body: '', dedupeKey: ids.noticeId } })
  await prisma.savedView.create({ data: { id: ids.savedViewId, personId: personId('reviewer'), page: 'queue', name: marker, query: {} } })
  const kept = await services.files.put(new TextEncoder().encode(marker))
  await prisma.storedFile.create({
    data: { id: ids.fileId, sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name: `${marker}.txt`, mediaType: 'text/plain', uploadedBy: personId('city-clerk'), organId: organId('cityGovernmentOffice') },
  })
  await prisma.storedFile.create({
    data: { id: ids.opinionFileId, sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name: `${marker}意见.docx`, mediaType: 'application/octet-stream', uploadedBy: personId('committee'), organId: organId('cityUrban') },
  })
  await prisma.project.create({
    data: {
      id: ids.projectId, procedureVersion: '1', organId: organId('cityCommittee'), state: 'drafting', stateSince: toDateColumn('2026-03-01'), title: `${marker}条例`, proposer: '甲市人民政府', proposerOrganId: organId('cityGovernment'), leadOrgan: '甲市城市管理局',
      leadOrganId: organId('cityBureau'), committee: '城环工委', committeeOrganId: organId('cityUrban'), responsibleId: personId('legislation'), createdBy: personId('legislation'), createdByName: '法规甲',
      members: { create: { id: ids.projectMemberId, organId: organId('cityFinance'), name: '财经委', part: 'earlyParticipant', from: toDateColumn('2026-03-01'), addedBy: personId('legislation'), addedByName: '法规甲' } },
      findings: { create: { id: ids.findingId, kind: 'otherPlace', title: '外地条例', text: '', recordedBy: personId('legislation'), recordedByName: '法规甲' } },
      tasks: { create: { id: ids.projectTaskId, organId: organId('cityCommittee'), kind: 'surveyFromAbove', title: `${marker}调研`, request: '请提出意见', state: 'answered', answer: '已调研', assigneeOrganId: organId('cityBureau'), givenOn: toDateColumn('2026-03-01'), createdBy: personId('legislation'), createdByName: '法规甲' } },
    },
  })
  await prisma.publicHearing.create({
    data: {
      id: ids.hearingId, projectId: ids.projectId, organId: organId('cityCommittee'), kind: 'seminar', title: `${marker}条例`, heldOn: toDateColumn('2026-06-20'), hours: '9:00至11:00', place: '会议厅', matter: '登记', participants: 10, observers: 5, conditions: '按报名先后',
      applyTo: toDateColumn('2026-06-10'), howTo: '', placeRules: '', announcedOn: toDateColumn('2026-03-01'), publishedAt: new Date('2026-03-01T02:00:00Z'), publishedBy: personId('legislation-chief'), publishedByName: '法规负责', revokedAt: new Date('2026-03-01T03:00:00Z'), revokedReason: '公布错了', applied: 1,
      applicants: { create: { id: newId(), number: 1, part: 'observe', name: `${marker}报名人`, telephone: '0000-000 0117', occupation: '', statement: '', receivedOn: toDateColumn('2026-03-02'), receivedAt: new Date('2026-03-02T02:00:00Z') } },
    },
  })
  await prisma.legislationPlan.create({
    data: {
      id: ids.legislationPlanId, organId: organId('cityCommittee'), kind: 'annual', year: nextPlanYear++, title: `${marker}立法计划`, createdBy: personId('legislation'), createdByName: '法规甲',
      items: {
        create: [{
          id: ids.planItemId, order: 1, title: `${marker}条例`, class: 'deliberation', proposer: '甲市人民政府办公室', proposerOrganId: organId('cityGovernmentOffice'), draftingOrgan: '甲市城市管理局', draftingOrganId: organId('cityBureau'), dueMonth: '2020-06',
          explanations: { create: [{ id: ids.explanationId, text: '需要补充听证。', receivedOn: toDateColumn('2020-07-01'), recordedBy: personId('proposer'), recordedByName: '提案甲' }] },
        }],
      },
    },
  })
  // somebody whose account the administrators' rows may change without taking a caller's away
  await prisma.person.create({
    data: {
      id: ids.personId, name: `${marker}人`, username: ids.personId, email: `${ids.personId}@account.invalid`,
      memberships: { create: [{ id: newId(), organId: organId('cityUrban'), role: 'committeeMember', from: toDateColumn('2018-01-01') }] },
      accounts: { create: [{ id: newId(), accountId: ids.personId, providerId: 'credential', password: '' }] },
    },
  })
  const meeting = await createTestMeeting(prisma, { marker, fileId: ids.fileId })
  const approval = await createTestApproval(prisma, { fileId: ids.fileId })
  const draft = await createTestDraft(prisma, { marker, title: '统一审议中的条例', state: 'unifiedReview' })
  const earlyDraft = await createTestDraft(prisma, { marker, title: '起草中的条例', state: 'drafting' })
  const { id: undraftedProjectId } = await prisma.project.create({
    data: {
      id: newId(), procedureVersion: '1', organId: organId('cityCommittee'), state: 'drafting', stateSince: toDateColumn('2026-03-01'), title: '待起草的条例', proposer: '甲市人民政府', leadOrganId: organId('cityBureau'),
      createdBy: personId('legislation'), createdByName: '法规甲',
    },
  })
  return { marker, workKey, organId: organId('cityUrban'), draft, earlyDraft, undraftedProjectId, ...ids, ...meeting, ...approval }
}
