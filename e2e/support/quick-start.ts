/** The way to where a tested act begins, over the API, as the people of the demonstration: what is tested itself is acted through its form. */
import { cast, type Journey } from './journey.ts'
import type { FileToSend } from './office-files.ts'

type Sent = Readonly<Record<string, unknown>>
type Row = { id: string; revision: number }

/** Sends as this person, with the revision where the act edits what was seen. Throws with what was answered. */
async function send<T>(journey: Journey, username: string, path: string, data: Sent, { method = 'POST', revision }: { method?: 'POST' | 'PUT'; revision?: number } = {}): Promise<T> {
  const { context } = await journey.desk(username)
  const headers = { origin: journey.demo.url, 'idempotency-key': crypto.randomUUID(), ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }) }
  const answer = await context.request.fetch(path, { method, data, headers })
  if (!answer.ok()) throw new Error(`${username} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

async function upload(journey: Journey, username: string, file: FileToSend): Promise<string> {
  const { context } = await journey.desk(username)
  const answer = await context.request.fetch('/api/files', {
    method: 'POST', data: file.buffer, headers: { origin: journey.demo.url, 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
  })
  if (!answer.ok()) throw new Error(`${username} /api/files: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** A paper of which only counts that it is there. */
export const plainPaper = (label: string): FileToSend => ({ name: `${label}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${label}：正文见附件，供审议时参阅。`) })

const revisionOf = async (journey: Journey): Promise<number> => (await journey.read<Row>(cast.chief, `/api/projects/${journey.projectId}`)).revision

/** A step of the project with its documents, each as a file of its kind. */
async function step(journey: Journey, username: string, key: string, { values = {}, documents = {} }: { values?: Readonly<Record<string, string>>; documents?: Readonly<Record<string, string>> } = {}): Promise<void> {
  const given = []
  for (const [kind, label] of Object.entries(documents)) given.push({ kind, title: label, fileId: await upload(journey, username, plainPaper(label)) })
  await send(journey, username, `/api/projects/${journey.projectId}/steps/${key}`, { values, documents: given }, { revision: await revisionOf(journey) })
}

/** A document is taken back: a reason stands in its place. */
export async function takeBackDocument(journey: Journey, username: string, kind: string): Promise<void> {
  await send(journey, username, `/api/projects/${journey.projectId}/documents`, { kind, notApplicableReason: '收文有误，另行提交' })
}

/** Beside the steps: a document of that kind. */
async function giveDocument(journey: Journey, username: string, kind: string, label: string): Promise<void> {
  await send(journey, username, `/api/projects/${journey.projectId}/documents`, { kind, title: label, fileId: await upload(journey, username, plainPaper(label)) })
}

const keep = (journey: Journey, kind: string): Promise<unknown> => send(journey, cast.officer, `/api/drafts/${journey.draftId}/snapshots`, { kind })

/** 主任会议 in words: its record is not what is tested. */
export const COUNCIL = '第七十次主任会议'

/** A bill of a committee, listed in the plan of the year, drafted, tabled and placed on the agenda, to be read once. */
export async function placeOnAgenda(journey: Journey): Promise<void> {
  const { story, title } = journey
  const { items: plans } = await journey.read<{ items: (Row & { kind: string; year: number })[] }>(cast.chief, '/api/plans')
  const plan = plans.find(({ kind, year }) => kind === 'annual' && year === 2026)
  if (plan === undefined) throw new Error('the demonstration has no plan of the year')
  const { committees } = await journey.read<{ committees: { id: string; name: string }[] }>(cast.chief, '/api/projects/choices')
  const committee = committees.find(({ name }) => name.includes('社会建设'))
  if (committee === undefined) throw new Error('the demonstration has no such committee')
  const { revision } = await journey.read<Row>(cast.chief, `/api/plans/${plan.id}`)
  const item = { title, class: 'deliberation', proposer: committee.name, proposerOrganId: committee.id, draftingOrgan: committee.name, draftingOrganId: committee.id, dueMonth: '2026-03' }
  const { items } = await send<{ items: { id: string; title: string }[] }>(journey, cast.chief, `/api/plans/${plan.id}/adjustments`, { decidedOn: journey.today, decidedBy: COUNCIL, reason: '群众反映集中', changes: [{ kind: 'add', item }] }, { revision })
  const created = await send<{ id: string }>(journey, cast.chief, '/api/projects', {
    title, source: 'committee', proposerKind: 'committee', proposer: committee.name, proposerOrganId: committee.id, leadOrganId: committee.id, committeeOrganId: committee.id, partyGate: false, planItemId: items.find((one) => one.title === title)?.id ?? null,
  })
  journey.projectId = created.id
  await step(journey, cast.chief, 'appraise', { documents: { projectProposal: '立项建议书', appraisalReport: '立项论证报告' } })
  await step(journey, cast.chief, 'list')
  await step(journey, cast.chief, 'startDrafting', { values: { draftingGroup: '委员会牵头的起草组' } })
  await step(journey, cast.chief, 'submitBill', { documents: { bill: '提请审议的议案', explanatoryNote: '关于草案的说明', referenceMaterial: '参阅资料' } })
  const fileId = await upload(journey, cast.officer, await story.textFile(story.text('voting')))
  journey.draftId = (await send<{ id: string }>(journey, cast.officer, `/api/projects/${journey.projectId}/draft`, { source: { kind: 'file', fileId } })).id
  await keep(journey, 'firstReading')
  await toAgenda(journey)
}

/** 主任会议 puts the tabled bill on the agenda, to be read once. */
async function toAgenda(journey: Journey): Promise<void> {
  await step(journey, cast.chief, 'placeOnAgenda', { values: { councilMeeting: COUNCIL, sessionMeeting: '第四十六次会议' } })
  await step(journey, cast.chief, 'decideTrack', { values: { readingTrack: '1', singleReadingGround: 'singleTopic', councilMeeting: COUNCIL } })
}

/** A bill that was tabled again, with its text fixed anew. */
export async function placeOnAgendaAgain(journey: Journey): Promise<void> {
  await keep(journey, 'firstReading')
  await toAgenda(journey)
}

export type Session = { id: string; readingItem: string; voteItem: string }
const VOTE_ITEM = '表决法规草案'

async function moveMeeting(journey: Journey, id: string, key: string): Promise<void> {
  const { revision } = await journey.read<Row>(cast.meetingClerk, `/api/meetings/${id}`)
  await send(journey, cast.meetingClerk, `/api/meetings/${id}/steps/${key}`, { values: {} }, { revision })
}

/** A plenary session of today that reads the bill and votes on it, opened with all of its members but as many as are on leave. */
export async function openSession(journey: Journey, { title, leave = 0 }: { title: string; leave?: number }): Promise<Session> {
  const { today, projectId } = journey
  const clerk = cast.meetingClerk
  const { members } = await journey.read<{ members: unknown[] }>(clerk, `/api/meetings/planning?kind=standingCommittee&startsOn=${today}`)
  const { id } = await send<{ id: string }>(journey, clerk, '/api/meetings', { kind: 'standingCommittee', title, startsOn: today, endsOn: today, place: '常委会会议厅', presiding: '某主任', membersTotal: members.length })
  const put = (item: Sent) => send<{ id: string }>(journey, clerk, `/api/meetings/${id}/agenda`, { projectId, ...item })
  const reading = await put({ title: `审议${journey.title}（草案）`, kind: 'reading', decides: 'holdFirstReading' })
  const vote = await put({ title: VOTE_ITEM, kind: 'vote', decides: 'adopt' })
  const { attendance } = await journey.read<{ attendance: { name: string; capacity: string }[] }>(clerk, `/api/meetings/${id}`)
  const entries = attendance.map(({ name, capacity }, at) => ({ name, capacity, status: at < leave ? 'leave' : 'present' }))
  await send(journey, clerk, `/api/meetings/${id}/attendance`, { entries }, { method: 'PUT' })
  await moveMeeting(journey, id, 'notify')
  await moveMeeting(journey, id, 'open')
  return { id, readingItem: reading.id, voteItem: vote.id }
}

export const closeSession = (journey: Journey, id: string): Promise<void> => moveMeeting(journey, id, 'close')
const decide = (journey: Journey, { id }: Session, itemId: string, result: string, decision: string): Promise<unknown> => send(journey, cast.meetingClerk, `/api/meetings/${id}/agenda/${itemId}/decide`, { result, decision, values: {} })

/** Read, reviewed by the law committee, its voting text fixed and given to the vote. */
export async function makeReadyToVote(journey: Journey, session: Session): Promise<void> {
  await decide(journey, session, session.readingItem, 'heard', '由法制委员会统一审议。')
  await step(journey, cast.officer, 'unifiedReview')
  await giveToVote(journey)
}

/** A bill that the law committee reviewed: its voting text fixed and given to the vote. */
export async function giveToVote(journey: Journey): Promise<void> {
  await keep(journey, 'voting')
  await step(journey, cast.chief, 'prepareVote', { values: { councilMeeting: COUNCIL }, documents: { deliberationResultReport: '审议结果的报告', votingTextNote: '表决稿修改情况说明' } })
}

/** The vote on the whole as it is counted and announced; the item is decided by it. */
export async function voteOnWhole(journey: Journey, session: Session, count: { present: number; for: number; against: number; abstain: number; notVoting: number }): Promise<void> {
  const path = `/api/meetings/${session.id}/votes`
  const vote = await send<{ id: string }>(journey, cast.meetingClerk, path, { agendaItemId: session.voteItem, kind: 'whole', subject: `${journey.title}（草案表决稿）` })
  await send(journey, cast.meetingClerk, `${path}/${vote.id}/steps/open`, { values: {}, count: null })
  await send(journey, cast.meetingClerk, `${path}/${vote.id}/steps/close`, { values: {}, count })
  await send(journey, cast.meetingClerk, `${path}/${vote.id}/steps/announce`, { values: { announcedBy: '某主任' }, count: null })
  await decide(journey, session, session.voteItem, 'agreed', '通过。')
}

/** 报请批准, and the province has received what was sent. Returns the request. */
export async function sendToProvince(journey: Journey): Promise<string> {
  await giveDocument(journey, cast.officer, 'approvalRequest', '报请批准的报告')
  await giveDocument(journey, cast.officer, 'basisTable', '依据对照表')
  const { id } = await send<{ id: string }>(journey, cast.chief, `/api/projects/${journey.projectId}/approval`, {}, { revision: await revisionOf(journey) })
  const { revision } = await journey.read<Row>(cast.province, `/api/approvals/${id}`)
  await send(journey, cast.province, `/api/approvals/${id}/receipt`, { receivedOn: journey.today }, { revision })
  return id
}

/** The province approves without a change, with a decision that it brings as a file. */
export async function approve(journey: Journey, requestId: string): Promise<void> {
  const fileId = await upload(journey, cast.province, plainPaper('批准决定'))
  const { revision } = await journey.read<Row>(cast.province, `/api/approvals/${requestId}`)
  const decision = { result: 'approved', decidedOn: journey.today, decisionMeeting: '省人民代表大会常务委员会第二十五次会议', decisionNo: null, reason: null, fileId }
  await send(journey, cast.province, `/api/approvals/${requestId}/decision`, decision, { revision })
}
