import { Readable } from 'node:stream'
import { z } from 'zod'
import { countChoice } from '../../../law/procedure/index.ts'
import type { Prisma, PrismaClient } from '../../../prisma/generated/client.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Services } from '../../platform/services.ts'
import { choicesOf } from './hearing-choices.ts'
import { factsOf } from './hearing-ground.ts'
import { type HearingFacts, type HearingKind, hearingKindOf, type HearingStanding, standingOf } from './hearing-words.ts'

/** The only door of the portal to hearings: announced by an explicit act and not taken off. Names of applicants are never read here. */
const PUBLISHED = { revokedAt: null } as const satisfies Prisma.PublicHearingWhereInput

export type ListedHearing = { id: string; kind: HearingKind; title: string; organ: string; heldOn: string; hours: string; applyTo: string; standing: HearingStanding }
export type HearingChange = { field: string; before: string; after: string }
export type ShownHearing = ListedHearing & {
  facts: HearingFacts
  announcedOn: string
  hasNotice: boolean
  cancelledOn: string | null
  cancelledReason: string | null
  corrections: { on: string; reason: string; changes: HearingChange[] }[]
  /** how many take part, where they were told; who they are is told to them alone */
  chosen: { on: string; speak: number; observe: number } | null
  /** the draft, where an act of its own made it public */
  consultationId: string | null
}

export const changesOf = (stored: unknown): HearingChange[] => z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })).catch([]).parse(stored)

type Row = Prisma.PublicHearingGetPayload<object>
const listed = (row: Row, organ: string, today: string): ListedHearing => {
  const [heldOn, applyTo] = [fromDateColumn(row.heldOn), fromDateColumn(row.applyTo)]
  return { id: row.id, kind: hearingKindOf(row.kind), title: row.title, organ, heldOn, hours: row.hours, applyTo, standing: standingOf({ heldOn, applyTo, cancelled: row.cancelledOn !== null, revoked: false }, today) }
}

/** The newest first. */
export async function publicHearings(prisma: PrismaClient, options: { today: string; take: number }): Promise<ListedHearing[]> {
  const rows = await prisma.publicHearing.findMany({ where: PUBLISHED, orderBy: [{ heldOn: 'desc' }, { id: 'desc' }], take: options.take })
  const organs = await prisma.organ.findMany({ where: { id: { in: rows.map((r) => r.organId) } }, select: { id: true, name: true } })
  return rows.map((row) => listed(row, organs.find((o) => o.id === row.organId)?.name ?? '', options.today))
}

const found = async (prisma: PrismaClient, id: string) => (/^[0-9a-f-]{36}$/u.test(id) ? prisma.publicHearing.findFirst({ where: { ...PUBLISHED, id }, include: { corrections: { orderBy: { id: 'asc' } } } }) : null)

/** One announcement with its corrections; null where none of that id is public. */
export async function publicHearing(prisma: PrismaClient, options: { id: string; today: string }): Promise<ShownHearing | null> {
  const row = await found(prisma, options.id)
  if (row === null) return null
  const [organ, choices, consultation] = await Promise.all([
    prisma.organ.findUniqueOrThrow({ where: { id: row.organId }, select: { name: true } }),
    choicesOf(prisma, row.id),
    prisma.publicConsultation.findFirst({ where: { projectId: row.projectId, revokedAt: null }, orderBy: { id: 'desc' }, select: { id: true } }),
  ])
  const told = choices.find((choice) => choice.telling !== null)
  const counted = told === undefined ? null : countChoice([], told.answers)
  return {
    ...listed(row, organ.name, options.today), facts: factsOf(row), announcedOn: fromDateColumn(row.announcedOn), hasNotice: row.noticePaperId !== null || row.noticeFileId !== null, cancelledOn: fromDateColumnOrNull(row.cancelledOn), cancelledReason: row.cancelledReason,
    corrections: row.corrections.map((c) => ({ on: fromDateColumn(c.on), reason: c.reason, changes: changesOf(c.changes) })), consultationId: consultation?.id ?? null,
    chosen: told?.telling == null || counted === null ? null : { on: told.telling.on, speak: counted.speak, observe: counted.observe },
  }
}

/** The announcement as it was signed; null where there is none. */
export async function readHearingNotice(services: Services, id: string): Promise<{ name: string; mediaType: string; body: ReadableStream<Uint8Array> } | null> {
  const { prisma } = services
  const row = await found(prisma, id)
  if (row === null) return null
  const paper = row.noticePaperId === null ? null : await prisma.paper.findFirst({ where: { id: row.noticePaperId, state: 'issued' }, select: { pdfFileId: true } })
  const fileId = paper === null ? row.noticeFileId : paper.pdfFileId
  const file = fileId === null ? null : await prisma.storedFile.findUnique({ where: { id: fileId } })
  return file === null ? null : { name: file.name, mediaType: file.mediaType, body: Readable.toWeb(await services.files.open(file.sha256)) as ReadableStream<Uint8Array> }
}
