import { createHash } from 'node:crypto'
import { draftDocument } from '../../law/drafting/document/index.ts'
import { parseText, printLegalText } from '../../law/text/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { organId, personId } from './test-organs.ts'

const FIRST_TEXT = `某市犬只管理条例
第一章　总则
第一条　为了规范养犬行为，制定本条例。
第二条　本市行政区域内的养犬活动，适用本条例。
第二章　登记
第三条　养犬人应当自取得犬只之日起七日内，到公安机关办理登记。
第四条　办理登记应当提交下列材料：
（一）养犬人的身份证明；
（二）犬只的免疫证明。
第五条　违反本条例第三条规定的，由公安机关责令改正，处五百元以上二千元以下罚款。
第三章　附则
第六条　本条例自2027年3月1日起施行。`
const SECOND_TEXT = FIRST_TEXT.replace('七日内', '三十日内').replace('第五条　违反', '第五条　鼓励领养收容的犬只。\n第六条　违反').replace('第六条　本条例自', '第七条　本条例自')

export type ProjectWorld = { projectId: string; title: string; snapshots: { first: string; second: string; adopted: string | null }; keys: string[]; marker: string }

/** Words of an old text and the keys of its articles given to a new one where the words of the article begin the same. */
function snapshotRow(options: { draftId: string; seq: number; kind: string; label: string; text: string; keys: Map<string, string>; madeOn: string }) {
  const tree = parseText(options.text)
  let at = 0
  const doc = draftDocument(tree, () => `k${options.seq}-${(at += 1)}`).toJSON() as { content?: Node[] }
  type Node = { type: string; attrs?: Record<string, unknown>; content?: Node[]; text?: string }
  const wordsOf = (node: Node): string => node.text ?? (node.content ?? []).map(wordsOf).join('')
  const keep = (node: Node): void => {
    if (node.type === 'article' && node.attrs !== undefined) {
      const start = wordsOf(node).slice(0, 6)
      const known = options.keys.get(start)
      if (known === undefined) options.keys.set(start, String(node.attrs['key']))
      else node.attrs['key'] = known
    } else for (const child of node.content ?? []) keep(child)
  }
  for (const child of doc.content ?? []) keep(child)
  const printed = printLegalText(tree)
  return {
    id: newId(), draftId: options.draftId, seq: options.seq, kind: options.kind, label: options.label, version: options.seq, doc: JSON.parse(JSON.stringify(doc)), tree: JSON.parse(JSON.stringify(tree)), text: printed,
    textDigest: createHash('sha256').update(printed).digest('hex'), madeOn: toDateColumn(options.madeOn), madeBy: personId('legislation'), madeByName: '法规甲',
  }
}

/**
 * A project of the city with its texts, two readings, a review by the law committee and, where `adopted`, its vote. What
 * later steps ask for as documents is there.
 */
export async function createProjectWorld(services: Services, options: { state: string; adopted: boolean; title?: string }): Promise<ProjectWorld> {
  const { prisma } = services
  const [projectId, draftId] = [newId(), newId()]
  const marker = `标记${projectId.slice(-12)}`
  const title = options.title ?? `${marker}犬只管理条例`
  const by = { createdBy: personId('legislation'), createdByName: '法规甲' }
  await prisma.project.create({
    data: {
      id: projectId, procedureVersion: '2026-1', organId: organId('cityCommittee'), state: options.state, stateSince: toDateColumn('2026-02-01'), title, proposer: '甲市人民政府', proposerOrganId: organId('cityGovernment'),
      leadOrgan: '甲市城市管理局', leadOrganId: organId('cityBureau'), committee: '甲市人大常委会城环工委', committeeOrganId: organId('cityUrban'), readingTrack: 2, ...(options.adopted ? { adoptedOn: toDateColumn('2026-02-27') } : {}), ...by,
    },
  })
  const keys = new Map<string, string>()
  const named = (text: string): string => text.replace('某市犬只管理条例', title)
  await prisma.draft.create({ data: { id: draftId, projectId, doc: {}, createdBy: personId('legislation') } })
  const first = snapshotRow({ draftId, seq: 1, kind: 'firstReading', label: '一审稿', text: named(FIRST_TEXT), keys, madeOn: '2025-12-20' })
  const second = snapshotRow({ draftId, seq: 2, kind: 'secondReading', label: '二次审议稿', text: named(SECOND_TEXT), keys, madeOn: '2026-02-10' })
  const adopted = options.adopted ? snapshotRow({ draftId, seq: 3, kind: 'adopted', label: '通过稿', text: named(SECOND_TEXT), keys, madeOn: '2026-02-27' }) : null
  await prisma.draftSnapshot.createMany({ data: [first, second, ...(adopted === null ? [] : [adopted])] })
  await prisma.changeReason.create({ data: { id: newId(), draftId, articleKey: keys.get('养犬人应当自') ?? '', snapshotId: second.id, text: '省条例规定的期限是三十日', opinion: { from: '有的市民', on: null, words: '登记期限太短' }, by: personId('legislation'), byName: '法规甲' } })
  await sittings(services, { projectId, adopted: options.adopted })
  await prisma.projectDocument.createMany({
    data: ['explanatoryNote', 'deliberationResultReport', 'approvalRequest', 'basisTable'].map((kind) => ({ id: newId(), projectId, kind, title: `${marker}${kind}`, text: '正文', addedBy: personId('legislation'), addedByName: '法规甲' })),
  })
  return { projectId, title, marker, snapshots: { first: first.id, second: second.id, adopted: adopted?.id ?? null }, keys: [...keys.values()] }
}

async function sittings(services: Services, options: { projectId: string; adopted: boolean }): Promise<void> {
  const { prisma } = services
  const by = { createdBy: personId('meeting-clerk'), createdByName: '会务甲' }
  const meetings = [
    { kind: 'standingCommittee', session: 43, title: '甲市第八届人民代表大会常务委员会第四十三次会议', day: '2025-12-26', decides: 'holdFirstReading', item: 'reading' },
    { kind: 'lawCommittee', session: 9, title: '甲市人大法制委员会第九次会议', day: '2026-02-06', decides: 'unifiedReview', item: 'unifiedReview' },
    { kind: 'standingCommittee', session: 45, title: '甲市第八届人民代表大会常务委员会第四十五次会议', day: '2026-02-27', decides: options.adopted ? 'adopt' : 'holdSecondReading', item: options.adopted ? 'vote' : 'reading' },
  ]
  for (const m of options.adopted ? meetings : meetings.slice(0, 2)) {
    const [meetingId, itemId] = [newId(), newId()]
    await prisma.meeting.create({ data: { id: meetingId, organId: organId('cityCommittee'), kind: m.kind, committeeOrganId: m.kind === 'lawCommittee' ? organId('cityLaw') : null, term: 8, session: m.session, title: m.title, state: 'closed', startsOn: toDateColumn(m.day), endsOn: toDateColumn(m.day), place: '会议厅', membersTotal: 39, ...by } })
    await prisma.agendaItem.create({ data: { id: itemId, meetingId, order: 1, title: '审议条例草案', kind: m.item, projectId: options.projectId, decides: m.decides, result: 'heard' } })
    if (m.decides === 'adopt') {
      await prisma.vote.create({ data: { id: newId(), meetingId, agendaItemId: itemId, projectId: options.projectId, order: 1, kind: 'whole', subject: '条例（草案表决稿）', proposers: [], membersTotal: 39, present: 36, for: 35, against: 0, abstain: 1, notVoting: 0, state: 'announced', result: 'passed' } })
    }
  }
}
