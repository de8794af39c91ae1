import { z } from '@hono/zod-openapi'
import { documentKinds, filingTraits } from '../../../law/procedure/index.ts'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { legalDate } from '../../platform/http/index.ts'
import { toDateColumnOrNull } from '../../platform/legal-date.ts'

const words = (longest: number) => z.string().max(longest, `最多 ${longest} 字`).nullable().optional()
const date = z.union([legalDate, z.literal('')]).nullable().optional()

export const disclosures = ['主动公开', '依申请公开', '不予公开'] as const

/** The entries of the filing form. While it is a draft every one may be empty (domain §2.2). */
export const filingFieldsSchema = z
  .object({
    makerOrganId: z.uuid().optional(),
    receiverOrganId: z.uuid().optional(),
    documentKind: z.enum(documentKinds).optional(),
    title: words(300),
    documentNo: words(100),
    /** in the order of the paper; `organId` null: typed, not in the register of organs */
    jointMakers: z.array(z.object({ organId: z.uuid().nullable(), name: z.string().max(200, '机关名称最多 200 字') })).max(30, '最多 30 个机关').optional(),
    unifiedNo: words(100),
    draftingOrgan: words(200),
    drafterIds: z.array(z.uuid()).max(50).optional(),
    deliberationMeeting: words(200),
    meetingDate: date,
    promulgated: date,
    effectiveFrom: date,
    validUntil: date,
    validityNote: words(200),
    disclosure: z.union([z.enum(disclosures), z.literal('')]).nullable().optional(),
    contactName: words(40),
    contactPhone: words(60),
    keywords: z.array(z.string().max(40)).max(20).optional(),
    traits: z.array(z.enum(filingTraits)).optional(),
    missingReason: words(1000),
  })
  .openapi('FilingFields')
export type FilingFields = z.infer<typeof filingFieldsSchema>

const cleared = (value: string | null | undefined): string | null | undefined => (value === undefined ? undefined : value === null || value.trim() === '' ? null : value.trim())
const dateColumn = (value: string | null | undefined): Date | null | undefined => (value === undefined ? undefined : toDateColumnOrNull(value))

/** The entries as columns; what was not sent stays as it is. Joint makers and drafters are looked up (participants.ts). */
export function columnsOf(fields: FilingFields) {
  return {
    ...(fields.makerOrganId === undefined ? {} : { makerOrganId: fields.makerOrganId }),
    ...(fields.documentKind === undefined ? {} : { documentKind: fields.documentKind }),
    ...(fields.title === undefined ? {} : { title: (fields.title ?? '').trim() }),
    ...(fields.documentNo === undefined ? {} : { documentNo: (fields.documentNo ?? '').trim() }),
    ...(fields.keywords === undefined ? {} : { keywords: fields.keywords }),
    ...(fields.traits === undefined ? {} : { traits: fields.traits }),
    ...defined({
      unifiedNo: cleared(fields.unifiedNo), draftingOrgan: cleared(fields.draftingOrgan), deliberationMeeting: cleared(fields.deliberationMeeting),
      validityNote: cleared(fields.validityNote), disclosure: cleared(fields.disclosure), contactName: cleared(fields.contactName), contactPhone: cleared(fields.contactPhone), missingReason: cleared(fields.missingReason),
      meetingDate: dateColumn(fields.meetingDate), promulgated: dateColumn(fields.promulgated), effectiveFrom: dateColumn(fields.effectiveFrom), validUntil: dateColumn(fields.validUntil),
    }),
  } satisfies Prisma.FilingUncheckedUpdateManyInput
}

function defined<T extends Record<string, string | Date | null | undefined>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
