import { attendanceStatusLabels, byArticle, type AttendanceStatus, MAJORITY_BASIS, resultSentence, voteKindLabels, voteKinds } from '../../../law/procedure/index.ts'
import { toChineseNumber } from '../../../law/text/index.ts'
import { type Block, type PaperCell, type PaperContent, type PaperTable, printedDate } from '../../typesetting/index.ts'
import type { MeetingRecord, RecordedItem, RecordedVote, SpokenWords } from './meeting-record.ts'

export const meetingPaperKinds = ['meetingAgenda', 'meetingNotice', 'attendanceRecord', 'bulletin', 'deliberationOpinions', 'voteResult'] as const
export type MeetingPaperKind = (typeof meetingPaperKinds)[number]
export const meetingPaperLabels: Record<MeetingPaperKind, string> = {
  meetingAgenda: '会议议程', meetingNotice: '会议通知', attendanceRecord: '出席情况', bulletin: '会议简报', deliberationOpinions: '会议审议意见整理', voteResult: '表决结果单',
}

/** What a paper is made of where there are several: the group and day of a bulletin, the item, the vote. */
export type PaperChoice = { itemId?: string | undefined; voteId?: string | undefined; group?: string | undefined; on?: string | undefined }

const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
const cell = (words: string, more: Partial<PaperCell> = {}): PaperCell => ({ words, ...more })
const marks = (record: MeetingRecord) => (record.demo ? { demo: '演示数据' } : {})
/** 09:00 as a paper says it: 上午9时. */
export function printedTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return `${hour < 12 ? '上午' : hour === 12 ? '中午' : '下午'}${hour > 12 ? hour - 12 : hour}时${minute === 0 ? '' : `${minute}分`}`
}
/** 至27日, 至4月2日, 至2027年1月5日: what the day before said is not said again. */
export function printedEnd(startsOn: string, endsOn: string): string {
  const end = printedDate(endsOn)
  if (startsOn.slice(0, 4) !== endsOn.slice(0, 4)) return end
  return end.slice(startsOn.slice(0, 7) === endsOn.slice(0, 7) ? end.indexOf('月') + 1 : end.indexOf('年') + 1)
}
const when = (record: MeetingRecord): string => `${printedDate(record.startsOn)}${printedTime(record.startsAt)}${record.endsOn === record.startsOn ? '' : `至${printedEnd(record.startsOn, record.endsOn)}`}`
/** A text that was voted stands in book-title marks; an amendment's or an item's words in quotation marks. */
const named = (vote: RecordedVote | undefined, title: string): string => (vote?.kind === 'whole' ? `《${vote.subject.replace(/[《》]/gu, '')}》` : `“${vote?.subject ?? title}”`)
const signature = (record: MeetingRecord) => ({ organ: record.office, date: record.today })
const standing = (record: MeetingRecord): RecordedItem[] => record.items.filter((item) => !item.withdrawn)

/** The paper of that kind from the record; null where there is nothing to put in it. */
export function composeMeetingPaper(kind: MeetingPaperKind, record: MeetingRecord, choice: PaperChoice): PaperContent | null {
  switch (kind) {
    case 'meetingAgenda':
      return agenda(record)
    case 'meetingNotice':
      return notice(record)
    case 'attendanceRecord':
      return attendance(record)
    case 'bulletin':
      return bulletin(record, choice)
    case 'deliberationOpinions':
      return opinions(record, choice)
    case 'voteResult':
      return voteResult(record, choice)
    default: {
      const never: never = kind
      return never
    }
  }
}

const itemLines = (record: MeetingRecord): Block[] => standing(record).map((item, at) => paragraph(`${toChineseNumber(at + 1)}、${item.title}`))

function agenda(record: MeetingRecord): PaperContent | null {
  if (standing(record).length === 0) return null
  return { title: `${record.title}\n议程`, body: [paragraph(`（${when(record)}　${record.place}）`), ...itemLines(record)], ...marks(record) }
}

function notice(record: MeetingRecord): PaperContent | null {
  if (standing(record).length === 0) return null
  return {
    redHead: record.office, title: `关于召开${record.title}的通知`, recipient: '各位组成人员，有关列席人员',
    body: [
      paragraph(`${record.title}定于${when(record)}在${record.place}召开。现将有关事项通知如下：`), heading(1, '一、会议议程'), ...standing(record).map((item, at) => paragraph(`（${toChineseNumber(at + 1)}）${item.title}`)), heading(1, '二、有关事项'),
      paragraph(`请按时到会。不能出席的，请在会前书面请假。${record.materialsDueOn === null || record.materialsDueOn < record.today ? '' : `会议材料于${printedDate(record.materialsDueOn)}前送达。`}`),
    ],
    signature: signature(record), ...marks(record),
  }
}

const statusLabel = (status: string): string => {
  const known = (['expected', 'present', 'leave', 'absent'] as const).find((s): s is AttendanceStatus => s === status)
  return known === undefined ? status : attendanceStatusLabels[known]
}

function attendance(record: MeetingRecord): PaperContent | null {
  if (record.people.length === 0) return null
  const members = record.people.filter((p) => p.capacity === 'member')
  const counted = (status: string): number => members.filter((m) => m.status === status).length
  const unlisted = record.membersTotal - members.length
  const table: PaperTable = {
    columnShares: [1.4, 2, 4, 2, 2, 2.6], headerRowCount: 1,
    rows: [
      ['序号', '姓名', '职务', '身份', '出席情况', '备注'].map((words) => cell(words, { header: true, align: 'center' })),
      ...record.people.map((p, at) => [cell(String(at + 1), { align: 'center' }), cell(p.name), cell(p.title ?? ''), cell(p.capacityLabel, { align: 'center' }), cell(statusLabel(p.status), { align: 'center' }), cell(p.note ?? '')]),
    ],
  }
  return {
    title: `${record.title}\n出席情况`,
    body: [
      paragraph(`${when(record)}，${record.place}${record.presiding === null ? '' : `，主持人：${record.presiding}`}。`),
      paragraph(`全体组成人员 ${record.membersTotal} 人，出席 ${counted('present')} 人，请假 ${counted('leave')} 人，缺席 ${counted('absent')} 人${unlisted > 0 ? `，未列入名单 ${unlisted} 人` : ''}；列席 ${record.people.filter((p) => p.capacity !== 'member' && p.status === 'present').length} 人。`),
      { kind: 'table', table },
    ],
    ...marks(record),
  }
}

const said = (s: SpokenWords): string => `${s.speaker}${s.capacity === 'member' ? '' : `（${capacityWord(s.capacity)}）`}${s.articleLabel === null ? '' : `（${s.articleLabel}）`}：${s.text}`
const capacityWord = (capacity: string): string => ({ attending: '列席', deputy: '代表', expert: '专家' })[capacity] ?? capacity

/** 简报: what was said in one group on one day, item by item, speaker by speaker. */
function bulletin(record: MeetingRecord, choice: PaperChoice): PaperContent | null {
  const chosen = (s: SpokenWords): boolean => (choice.group === undefined || (s.group ?? '') === choice.group) && (choice.on === undefined || s.on === choice.on)
  const items = standing(record).map((item) => ({ ...item, speeches: item.speeches.filter(chosen) })).filter((item) => item.speeches.length > 0)
  if (items.length === 0) return null
  const group = choice.group === undefined || choice.group === '' ? '' : `${choice.group}`
  return {
    title: `${record.title}\n简报`,
    body: [
      paragraph(`${group === '' ? '' : `${group}　`}${printedDate(choice.on ?? record.startsOn)}`),
      ...items.flatMap((item, at) => [heading(1, `${toChineseNumber(at + 1)}、${item.title}`), ...item.speeches.map((s) => paragraph(said(s)))]),
    ],
    signature: { organ: record.office, date: choice.on ?? record.today }, ...marks(record),
  }
}

/** 会议审议意见整理: all that was said on an item, by article of the draft, with what became of it (立法法第四十一条 as a model). */
function opinions(record: MeetingRecord, choice: PaperChoice): PaperContent | null {
  const item = standing(record).find((i) => (choice.itemId === undefined ? i.speeches.length > 0 : i.id === choice.itemId))
  if (item === undefined || item.speeches.length === 0) return null
  const groups = byArticle(item.speeches, item.articleLabels)
  const table: PaperTable = {
    columnShares: [2.6, 2, 6.4, 2.4, 3.6], headerRowCount: 1,
    rows: [
      ['条文', '发言人', '意见', '采纳情况', '理由'].map((words) => cell(words, { header: true, align: 'center' })),
      ...groups.flatMap((group) => group.speeches.map((s, at) => [
        ...(at === 0 ? [cell(group.articleLabel ?? '全文', { rowSpan: group.speeches.length, top: true })] : []), cell(s.speaker, { top: true }), cell(s.text, { top: true }), cell(s.disposition ?? '待研究', { top: true }), cell(s.dispositionReason ?? '', { top: true }),
      ])),
    ],
  }
  return {
    title: `${record.title}\n审议意见整理`,
    body: [
      paragraph(`${record.title}审议了“${item.title}”。${new Set(item.speeches.map((s) => s.speaker)).size} 人发言，提出意见 ${item.speeches.length} 条${item.textLabel === null ? '' : `，条文为${item.textLabel}的条文`}。现按条文整理如下：`),
      { kind: 'table', table },
    ],
    signature: signature(record), ...marks(record),
  }
}

const kindLabel = (kind: string): string => voteKindLabels[voteKinds.find((k) => k === kind) ?? 'decision']

/** 表决结果单: every vote of an item with its figures, of all members. */
function voteResult(record: MeetingRecord, choice: PaperChoice): PaperContent | null {
  const item = standing(record).find((i) => (choice.voteId !== undefined ? i.votes.some((v) => v.id === choice.voteId) : choice.itemId !== undefined ? i.id === choice.itemId : i.votes.some((v) => v.count !== null)))
  const votes = item?.votes.filter((v) => v.count !== null && (choice.voteId === undefined || v.id === choice.voteId)) ?? []
  if (item === undefined || votes.length === 0) return null
  const last = votes.at(-1)
  return {
    title: '表决结果单',
    body: [
      paragraph(`${record.title}于${printedDate(last?.closedOn ?? record.startsOn)}表决${named(last, item.title)}，结果如下：`),
      ...votes.flatMap((vote) => votePart(vote, votes.length > 1)),
      paragraph('总监票人：'),
    ],
    note: MAJORITY_BASIS, ...marks(record),
  }
}

function votePart(vote: RecordedVote, severally: boolean): Block[] {
  const { count } = vote
  if (count === null) return []
  const table: PaperTable = {
    columnShares: [1, 1, 1, 1, 1, 1],
    rows: [
      ['组成人员', '出席', '赞成', '反对', '弃权', '未按'].map((words) => cell(words, { header: true, align: 'center' })),
      [vote.membersTotal, count.present, count.for, count.against, count.abstain, count.notVoting].map((n) => cell(String(n), { align: 'center' })),
    ],
  }
  return [
    ...(severally ? [paragraph(`${kindLabel(vote.kind)}：${vote.subject}`)] : []), { kind: 'table', table },
    paragraph(resultSentence({ count, present: count.present, membersTotal: vote.membersTotal })),
    ...vote.corrections.map(({ before: b, on, by, approvedBy, reason }) => paragraph(`计票于${printedDate(on)}更正，更正前为：出席${b.present}人，赞成${b.for}票，反对${b.against}票，弃权${b.abstain}票，未按表决器${b.notVoting}票。原因：${reason.replace(/。$/u, '')}。${by}登记，${approvedBy}批准。`)),
  ]
}
