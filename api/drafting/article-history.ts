import { Node } from 'prosemirror-model'
import { findKey, numberDocument, wordsOf } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { ring } from './draft-bell.ts'
import { draftFor } from './draft-for.ts'

type Asked = { services: Services; actor: Actor; draftId: string; articleKey: string }

/** An opinion from outside the house: whose, when, in which words. */
export type Opinion = { from: string; on: string | null; words: string }

export type ReasonInput = { text: string; changeId?: string | undefined; snapshotId?: string | undefined; meetingId?: string | undefined; speechId?: string | undefined; opinion?: Opinion | undefined }

async function reasonsOf({ services, draftId, articleKey }: Omit<Asked, 'actor'>) {
  const rows = await services.prisma.changeReason.findMany({ where: { draftId, articleKey }, orderBy: { id: 'asc' } })
  const ids = (of: (row: (typeof rows)[number]) => string | null): string[] => rows.flatMap((row) => of(row) ?? [])
  const [meetings, speeches] = await Promise.all([
    services.prisma.meeting.findMany({ where: { id: { in: ids((r) => r.meetingId) } }, select: { id: true, title: true, startsOn: true } }),
    services.prisma.speech.findMany({ where: { id: { in: ids((r) => r.speechId) } }, select: { id: true, speaker: true, group: true } }),
  ])
  return rows.map((row) => {
    const meeting = meetings.find(({ id }) => id === row.meetingId)
    const speech = speeches.find(({ id }) => id === row.speechId)
    return {
      id: row.id, fromVersion: row.fromVersion, toVersion: row.toVersion, snapshotId: row.snapshotId, text: row.text, byName: row.byName, at: row.at.toISOString(), opinion: row.opinion,
      meeting: meeting === undefined ? null : { id: meeting.id, title: meeting.title, on: fromDateColumn(meeting.startsOn) },
      speech: speech === undefined ? null : { id: speech.id, speaker: speech.speaker, group: speech.group },
    }
  })
}

/**
 * Why an article reads as it does: every change of it with who and when, its words in every text that went out, and the
 * opinions and meetings that were named for them. `key` holds when its number changes.
 */
export async function articleHistory(options: Asked) {
  const { services, draftId, articleKey } = options
  await draftFor({ ...options, action: 'open' })
  const { prisma } = services
  const [changes, snapshots, reasons, draft] = await Promise.all([
    prisma.articleChange.findMany({ where: { draftId, articleKey }, orderBy: { id: 'asc' } }),
    prisma.draftSnapshot.findMany({ where: { draftId }, orderBy: { seq: 'asc' } }),
    reasonsOf(options),
    prisma.draft.findUniqueOrThrow({ where: { id: draftId }, select: { doc: true } }),
  ])
  const inText = (json: unknown) => {
    const doc = Node.fromJSON(editorSchema, json)
    const found = findKey(doc, articleKey)
    return found === null ? null : { label: numberDocument(doc).byKey.get(articleKey)?.label ?? '', words: wordsOf(found.node) }
  }
  const now = inText(draft.doc)
  let before: string | null = null
  const texts = snapshots.map((row) => {
    const found = inText(row.doc)
    const words = found?.words ?? null
    const changed = words !== before
    before = words
    return { id: row.id, seq: row.seq, kind: row.kind, label: row.label, madeOn: fromDateColumn(row.madeOn), version: row.version, articleLabel: found?.label ?? null, words, changed }
  })
  if (now === null && changes.length === 0 && texts.every(({ words }) => words === null)) throw problem('not-found', { detail: '草案里没有过这一条。' })
  return {
    articleKey, label: now?.label ?? null, words: now?.words ?? null, texts, reasons,
    changes: changes.map((row) => ({
      id: row.id, label: row.label, fromVersion: row.fromVersion, toVersion: row.toVersion, personId: row.personId, personName: row.personName, authorName: row.authorName, before: row.before, after: row.after,
      startedAt: row.startedAt.toISOString(), at: row.at.toISOString(),
      reasonIds: reasons.filter((r) => r.fromVersion !== null && r.toVersion !== null && r.fromVersion < row.toVersion && r.toVersion > row.fromVersion).map(({ id }) => id),
    })),
  }
}

/** Tie a change of an article, or its words in a text that went out, to the opinion and the meeting that asked for it. */
export async function giveReason(options: Asked & { reason: ReasonInput }): Promise<{ id: string }> {
  const { services, actor, draftId, articleKey, reason } = options
  const draft = await draftFor({ ...options, action: 'keep' })
  const { prisma } = services
  const wrong = (path: string, message: string) => problem('invalid-input', { fields: [{ path, message }] })
  const change = reason.changeId === undefined ? null : await prisma.articleChange.findFirst({ where: { id: reason.changeId, draftId, articleKey } })
  if (reason.changeId !== undefined && change === null) throw wrong('changeId', '没有找到这次改动，请刷新后再选。')
  const snapshot = reason.snapshotId === undefined ? null : await prisma.draftSnapshot.findFirst({ where: { id: reason.snapshotId, draftId }, select: { id: true } })
  if (reason.snapshotId !== undefined && snapshot === null) throw wrong('snapshotId', '没有找到这个文稿，请刷新后再选。')
  if (change === null && snapshot === null) throw wrong('changeId', '请选择是哪一次改动或者哪一稿。')
  const meeting = reason.meetingId === undefined ? null : await prisma.meeting.findFirst({ where: { id: reason.meetingId, organId: draft.project.organId }, select: { id: true } })
  if (reason.meetingId !== undefined && meeting === null) throw wrong('meetingId', '没有找到这次会议。')
  const speech = reason.speechId === undefined ? null : await prisma.speech.findFirst({ where: { id: reason.speechId, projectId: draft.projectId }, select: { id: true, meetingId: true } })
  if (reason.speechId !== undefined && speech === null) throw wrong('speechId', '没有找到这条发言。')
  const id = newId()
  await inTransaction(services, async ({ tx }) => {
    await tx.changeReason.create({
      data: {
        id, draftId, articleKey, fromVersion: change?.fromVersion ?? null, toVersion: change?.toVersion ?? null, snapshotId: snapshot?.id ?? null, text: reason.text,
        meetingId: meeting?.id ?? speech?.meetingId ?? null, speechId: speech?.id ?? null, opinion: reason.opinion ?? Prisma.DbNull, by: actor.personId, byName: actor.name, at: services.clock.now(),
      },
    })
    await ring(tx, draftId, { kind: 'changed', what: 'reasons' })
  })
  return { id }
}
