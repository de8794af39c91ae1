import { z } from '@hono/zod-openapi'
import { dispositionLabels, dispositions, needsReason, speechCapacities, typedArticle } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { textOfItem } from './draft-articles.ts'
import { lockMeeting, meetingFor, meetingSubject, refuseUnless } from './meeting-for.ts'
import { meetingPolicy } from './policy.ts'

export const speechInputSchema = z
  .object({
    agendaItemId: z.uuid(), speaker: z.string().trim().min(1, '请填写发言人').max(60), capacity: z.enum(speechCapacities).optional(), group: z.string().trim().max(60).nullable().default(null),
    /** as typed: 12, 第十二条, 12-1; left empty for the draft as a whole */
    article: z.string().trim().max(40).default(''), text: z.string().trim().min(1, '请填写发言内容').max(8000),
    /** the speech that this one puts right */
    replacesId: z.uuid().nullable().default(null),
  })
  .openapi('SpeechInput')
type SpeechInput = z.output<typeof speechInputSchema>

export const dispositionInputSchema = z.object({ disposition: z.enum(dispositions), reason: z.string().trim().max(2000).default('') }).openapi('DispositionInput')

export const speechSchema = z
  .object({
    id: z.string(), agendaItemId: z.string(), group: z.string().nullable(), order: z.number().int(), speaker: z.string(), capacity: z.string(), articleKey: z.string().nullable(), articleLabel: z.string().nullable(), text: z.string(),
    disposition: z.string().nullable(), dispositionLabel: z.string().nullable(), dispositionReason: z.string().nullable(), recordedBy: z.string(), recordedOn: z.string(), /** not the first wording: an earlier one was put right */ corrected: z.boolean(),
  })
  .openapi('Speech')

export const labelOfDisposition = (value: string | null): string | null => {
  const known = dispositions.find((d) => d === value)
  return known === undefined ? null : dispositionLabels[known]
}

/**
 * 发言: by speaker and article of the text that the meeting has before it; an article that the text does not have is
 * refused, so that no opinion goes astray. Put right by a new row that replaces the old. Throws `invalid-input`.
 */
export async function recordSpeech(options: { services: Services; actor: Actor; meetingId: string; input: SpeechInput }): Promise<string> {
  const { services, actor, meetingId, input } = options
  return inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'record' })
    refuseUnless(meeting, ['inSession', 'closed'], '会议还没有开始或者已经取消，不能登记发言。')
    const item = await tx.agendaItem.findFirst({ where: { id: input.agendaItemId, meetingId } })
    if (item === null) throw problem('invalid-input', { fields: [{ path: 'agendaItemId', message: '议程里没有这个议题，请重新选择。' }] })
    const place = await articleOf(tx, item, input.article)
    const attendee = await tx.meetingAttendance.findFirst({ where: { meetingId, name: input.speaker, ...(input.capacity === undefined ? {} : { capacity: input.capacity }) }, orderBy: { order: 'asc' } })
    if (attendee === null) throw problem('invalid-input', { fields: [{ path: 'speaker', message: `出席名单里没有“${input.speaker}”，请先在“出席”里登记，或者核对姓名。` }] })
    const before = input.replacesId === null ? null : await tx.speech.findFirst({ where: { id: input.replacesId, meetingId, replacedById: null } })
    if (input.replacesId !== null && before === null) throw problem('stale-edit', { detail: '这条发言已被他人更正，请刷新后再看。' })
    const last = await tx.speech.aggregate({ where: { agendaItemId: item.id }, _max: { order: true } })
    const id = newId()
    await tx.speech.create({
      data: {
        id, meetingId, agendaItemId: item.id, projectId: item.projectId, group: input.group || attendee.group, order: before?.order ?? (last._max.order ?? 0) + 1, speaker: input.speaker, speakerId: attendee.personId, capacity: attendee.capacity,
        ...place, text: input.text, recordedBy: actor.personId, recordedByName: actor.name, recordedAt: services.clock.now(),
      },
    })
    if (before !== null) await tx.speech.update({ where: { id: before.id }, data: { replacedById: id } })
    // many in a quarter of an hour: the speech is its own record, and the meeting's revision stays for those who arrange it
    work.audit({ actor, action: before === null ? 'meeting.speech' : 'meeting.correctSpeech', entity: 'Speech', entityId: id, organId: meeting.organId, detail: { meetingId, articleLabel: place.articleLabel, replacesId: input.replacesId } })
    return id
  })
}

async function articleOf(tx: Transaction, item: { id: string; projectId: string | null }, typed: string): Promise<{ articleKey: string | null; articleLabel: string | null; snapshotId: string | null }> {
  const text = await textOfItem(tx, item)
  if (typed === '') return { articleKey: null, articleLabel: null, snapshotId: text?.snapshotId ?? null }
  // an item without a text of its own: the words are kept as they were typed
  if (text === null) return { articleKey: null, articleLabel: typed, snapshotId: null }
  const label = typedArticle(typed, text.articles.map((a) => a.label))
  if (label === null) throw problem('invalid-input', { fields: [{ path: 'article', message: `“${typed}”不是${text.label}的条文，请填写条号，如 12 或者 12-1；对全文的意见可以不填。` }] })
  return { articleKey: text.articles.find((a) => a.label === label)?.key ?? null, articleLabel: label, snapshotId: text.snapshotId }
}

/** What became of a speech; who did not follow it says why (立法法第三十六条 as a model). */
export async function disposeSpeech(options: { services: Services; actor: Actor; meetingId: string; speechId: string; input: z.output<typeof dispositionInputSchema> }): Promise<void> {
  const { services, actor, meetingId, speechId, input } = options
  if (needsReason(input.disposition) && input.reason === '') throw problem('invalid-input', { fields: [{ path: 'reason', message: '没有采纳或者部分采纳的，请写明理由。' }] })
  await inTransaction(services, async (work) => {
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'record' })
    const hit = await work.tx.speech.updateMany({
      where: { id: speechId, meetingId, replacedById: null }, data: { disposition: input.disposition, dispositionReason: input.reason === '' ? null : input.reason, disposedBy: actor.personId, disposedAt: services.clock.now() },
    })
    if (hit.count === 0) throw problem('not-found')
    work.audit({ actor, action: 'meeting.disposeSpeech', entity: 'Speech', entityId: speechId, organId: meeting.organId, detail: { disposition: input.disposition, reason: input.reason } })
  })
}

type SpeechRow = Prisma.SpeechGetPayload<object>

/** The speeches that stand, in the order they were given. Who may not read them all reads their own. */
export async function standingSpeeches(options: { tx: Transaction; actor: Actor; meetingId: string; agendaItemId?: string | undefined }): Promise<{ rows: SpeechRow[]; correctedIds: Set<string> }> {
  const { tx, actor, meetingId, agendaItemId } = options
  const meeting = await meetingFor({ tx, actor, meetingId, action: 'read' })
  const all = meetingPolicy.can(actor, 'readSpeeches', meetingSubject(meeting))
  const rows = await tx.speech.findMany({ where: { meetingId, ...(agendaItemId === undefined ? {} : { agendaItemId }), ...(all ? {} : { speakerId: actor.personId }) }, orderBy: [{ order: 'asc' }, { id: 'asc' }] })
  return { rows: rows.filter((r) => r.replacedById === null), correctedIds: new Set(rows.flatMap((r) => (r.replacedById === null ? [] : [r.replacedById]))) }
}

export async function listSpeeches(options: { services: Services; actor: Actor; meetingId: string; agendaItemId?: string | undefined }) {
  const { rows, correctedIds } = await standingSpeeches({ tx: options.services.prisma, ...options })
  return {
    items: rows.map((r) => ({
      id: r.id, agendaItemId: r.agendaItemId, group: r.group, order: r.order, speaker: r.speaker, capacity: r.capacity, articleKey: r.articleKey, articleLabel: r.articleLabel, text: r.text, disposition: r.disposition,
      dispositionLabel: labelOfDisposition(r.disposition), dispositionReason: r.dispositionReason, recordedBy: r.recordedByName, recordedOn: shanghaiDate(r.recordedAt), corrected: correctedIds.has(r.id),
    })),
  }
}
