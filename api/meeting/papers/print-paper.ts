import { DOCX } from '../../file/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { layOut, type PaperContent } from '../../typesetting/index.ts'
import { meetingFor, meetingSubject } from '../meeting-for.ts'
import { meetingPolicy } from '../policy.ts'
import { composeMeetingPaper, type MeetingPaperKind, type PaperChoice } from './compose.ts'
import { meetingRecord } from './meeting-record.ts'

const nothingYet: Record<MeetingPaperKind, string> = {
  meetingAgenda: '议程还是空的，请先列入议题。', meetingNotice: '议程还是空的，请先列入议题。', attendanceRecord: '出席名单是空的，请先列入组成人员。', bulletin: '这一组这一天还没有登记发言。',
  deliberationOpinions: '这个议题还没有登记发言。', voteResult: '还没有结束的表决。',
}
/** Papers that tell who said what, or figures before they were announced, are for those who keep the record. */
const forRecorders: readonly MeetingPaperKind[] = ['bulletin', 'deliberationOpinions', 'voteResult', 'attendanceRecord']

/** What the paper says now. Throws `forbidden`, `step-refused` where nothing is there to say. */
export async function contentOf(options: { services: Services; actor: Actor; meetingId: string; kind: MeetingPaperKind; choice: PaperChoice }): Promise<PaperContent> {
  const { services, actor, meetingId, kind, choice } = options
  const meeting = await meetingFor({ tx: services.prisma, actor, meetingId, action: 'read' })
  if (forRecorders.includes(kind) && !meetingPolicy.can(actor, 'record', meetingSubject(meeting))) throw problem('forbidden')
  const content = composeMeetingPaper(kind, await meetingRecord({ services, tx: services.prisma, actor, meetingId }), choice)
  if (content === null) throw problem('step-refused', { detail: nothingYet[kind], extra: { rule: 'nothingToPrint' } })
  return content
}

/** A paper of the meeting as it stands now, editable (.docx) or as it is printed. Throws `step-refused` where nothing is there. */
export async function printMeetingPaper(options: { services: Services; actor: Actor; meetingId: string; kind: MeetingPaperKind; choice: PaperChoice; form: 'docx' | 'pdf' }): Promise<{ name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }> {
  const content = await contentOf(options)
  const laid = await layOut(content)
  return { name: `${content.title.replaceAll('\n', '')}.${options.form}`, mediaType: options.form === 'docx' ? DOCX : 'application/pdf', bytes: new Uint8Array(laid[options.form]) }
}
