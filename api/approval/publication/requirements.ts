import { differsByExactly } from '../../../law/drafting/amendments/index.ts'
import { effectDateOf, legislationCase, sittingName, type LegislationCase } from '../../legislation-papers/index.ts'
import { plainText, printedDate } from '../../typesetting/index.ts'
import { paperContentOf } from '../../paper/index.ts'
import { fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { APPROVAL_BASIS } from '../approval-for.ts'
import { type Enclosure, latestDocument } from '../enclosures.ts'
import { amendmentsOf, textOfSnapshot } from '../texts.ts'

export type Requirement = { key: string; label: string; met: boolean; message: string; basis: string }
export type PublicationGround = {
  requirements: Requirement[]
  announcement: { id: string; number: string | null; title: string } | null
  explanation: Enclosure | null
  resultReport: Enclosure | null
  approvedSnapshotId: string | null
  /** the day that the text itself names */
  effectiveFrom: string | null
  /** 题注 of the published text */
  note: string
  told: LegislationCase
}

const law = (article: string): string => `《中华人民共和国立法法》第${article}条`
const requirement = (key: string, label: string, met: boolean, message: string, basis: string): Requirement => ({ key, label, met, message, basis })

/** 题注: who adopted it when, who approved it when (as 公报 print it). */
export function titleNote(c: LegislationCase): string {
  const adopted = c.adoptedOn === null ? '' : `${printedDate(c.adoptedOn)}${c.adoptedAt === null ? c.house.name : sittingName(c.house.name, c.adoptedAt)}通过`
  const approved = c.approval?.decidedOn == null ? '' : `${printedDate(c.approval.decidedOn)}${c.approval.decisionMeeting ?? c.approval.provinceName}批准`
  return `（${[adopted, approved].filter((part) => part !== '').join('　')}）`
}

/** What stands in the way of publication, each under its article, and what is there. Nothing is changed. */
export async function publicationGround(tx: Transaction, projectId: string): Promise<PublicationGround> {
  const told = await legislationCase(tx, projectId)
  const request = await tx.approvalRequest.findFirst({ where: { projectId, state: 'decided', result: { in: ['approved', 'approvedWithChange'] } }, orderBy: { id: 'desc' } })
  const announcement = await tx.paper.findFirst({ where: { projectId, kind: 'announcement', state: 'issued' }, orderBy: { id: 'desc' }, select: { id: true, number: true, title: true, content: true } })
  const [explanation, resultReport] = await Promise.all([latestDocument(tx, projectId, 'explanatoryNote'), latestDocument(tx, projectId, 'deliberationResultReport')])
  const approvedSnapshotId = request?.approvedSnapshotId ?? null
  const approved = approvedSnapshotId === null ? null : await textOfSnapshot(tx, approvedSnapshotId)
  const voted = request === null ? null : await textOfSnapshot(tx, request.snapshotId)
  const exact = approved !== null && voted !== null && differsByExactly(voted.text, approved.text, amendmentsOf(request?.amendments))
  const effectiveFrom = approved === null ? null : effectDateOf(approved.text)
  const words = announcement === null ? '' : paperContentOf(announcement.content).body.map((b) => (b.kind === 'paragraph' || b.kind === 'quote' ? plainText(b.words) : '')).join('')
  const named = [told.title.replace(/（草案.*）$/u, ''), ...[told.adoptedOn, fromDateColumnOrNull(request?.decidedOn ?? null), effectiveFrom].flatMap((d) => (d === null ? [] : [printedDate(d)]))]
  const unsaid = named.filter((part) => !words.includes(part))
  return {
    told, explanation, resultReport, approvedSnapshotId, effectiveFrom, note: titleNote(told), announcement: announcement === null ? null : { id: announcement.id, number: announcement.number, title: announcement.title },
    requirements: [
      requirement('approved', '已经批准', request !== null, '还没有批准；设区的市的地方性法规报省、自治区人大常委会批准后才能公布。', `${APPROVAL_BASIS}；${law('八十八')}`),
      requirement('exactText', '批准稿同通过稿的差异就是修改意见', exact, approved === null ? '批准以后核对。' : '批准稿同通过稿的差异不只是记录的修改意见，不能公布。', APPROVAL_BASIS),
      requirement('announcement', '公告已经签发', announcement !== null, '公告还没有签发；地方性法规批准后由常务委员会发布公告予以公布。', law('八十八')),
      requirement('announcementNames', '公告载明制定、批准、施行的日期', announcement !== null && unsaid.length === 0, announcement === null ? '公告签发后核对。' : `公告里没有写明：${unsaid.join('、')}。请重新拟公告。`, `${law('八十八')}；外省市条例参考·待确认`),
      requirement('explanation', '草案的说明', explanation !== null, '没有草案的说明；说明应当同法规文本一并公布。', law('八十九')),
      requirement('resultReport', '审议结果的报告', resultReport !== null, '没有审议结果的报告；报告应当同法规文本一并公布。', law('八十九')),
    ],
  }
}
