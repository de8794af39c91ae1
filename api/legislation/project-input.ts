import { z } from '@hono/zod-openapi'
import { isLegislationDocumentKind } from '../../law/procedure/index.ts'
import { legalDate } from '../platform/http/index.ts'

const name = z.string().trim().max(200)
const span = z.object({ from: legalDate.nullable(), to: legalDate.nullable() })

/** Stages for which a project plans dates (law/procedure/project-timeline.ts). */
const plannedSchema = z.record(z.string().max(40), span)

const projectSources = ['department', 'deputies', 'committee', 'public', 'superior'] as const

export const newProjectSchema = z
  .object({
    title: name.min(2, '请填写法规名称'),
    kind: z.enum(['making', 'amending', 'revising', 'repealing', 'package']).default('making'),
    subject: z.enum(['urbanRural', 'ecology', 'heritage', 'governance', 'other']).nullable().default(null),
    source: z.enum(projectSources).default('department'),
    proposerKind: z.enum(['government', 'committee', 'council', 'members']).default('government'),
    proposer: name.min(1, '请填写提案人'),
    proposerOrganId: z.uuid().nullable().default(null),
    leadOrgan: name.nullable().default(null),
    leadOrganId: z.uuid().nullable().default(null),
    committee: name.nullable().default(null),
    committeeOrganId: z.uuid().nullable().default(null),
    responsibleId: z.uuid().nullable().default(null),
    partyGate: z.boolean().default(true),
    baseVersionId: z.uuid().nullable().default(null),
    planItemId: z.uuid().nullable().default(null),
    planned: plannedSchema.default({}),
    organId: z.uuid().nullable().default(null),
  })
  .openapi('NewProject')
export type NewProject = z.output<typeof newProjectSchema>

export const projectEditSchema = newProjectSchema
  .pick({ title: true, subject: true, leadOrgan: true, leadOrganId: true, committee: true, committeeOrganId: true, responsibleId: true, partyGate: true, planned: true })
  .openapi('ProjectEdit')
export type ProjectEdit = z.output<typeof projectEditSchema>

export const documentInputSchema = z
  .object({
    kind: z.string().max(60).refine(isLegislationDocumentKind, '没有这种文件'),
    title: z.string().trim().max(300).nullable().default(null),
    fileId: z.uuid().nullable().default(null),
    notApplicableReason: z.string().trim().max(1000).nullable().default(null),
    documentNo: z.string().trim().max(100).nullable().default(null),
    dated: legalDate.nullable().default(null),
    text: z.string().trim().max(20_000).nullable().default(null),
    /** the document in whose place it comes */
    replacesId: z.uuid().nullable().default(null),
    /** 沿用: why the one of the round before counts for this round too; nothing else is given then */
    carriedReason: z.string().trim().max(1000).nullable().default(null),
  })
  .refine((d) => d.fileId !== null || (d.carriedReason ?? '') !== '' || (d.text ?? '') !== '' || (d.notApplicableReason ?? '') !== '', { message: '请上传文件，或者写明内容、不需要的原因', path: ['fileId'] })
  .openapi('ProjectDocumentInput')
export type DocumentInput = z.output<typeof documentInputSchema>

export const stepInputSchema = z
  .object({
    values: z.record(z.string().max(40), z.string().max(20_000)).default({}),
    documents: z.array(documentInputSchema).max(30).default([]),
    /** the day of the act; today where it is left out */
    on: legalDate.nullable().default(null),
  })
  .openapi('ProjectStepInput')
export type StepInput = z.output<typeof stepInputSchema>

export const memberInputSchema = z
  .object({
    organId: z.uuid().nullable().default(null),
    personId: z.uuid().nullable().default(null),
    name: name.nullable().default(null),
    part: z.enum(['drafting', 'commissioned', 'earlyParticipant', 'committee', 'invited', 'provinceConsulted']),
    from: legalDate.nullable().default(null),
    note: z.string().trim().max(500).nullable().default(null),
  })
  .refine((m) => m.organId !== null || m.personId !== null || (m.name ?? '') !== '', { message: '请选择单位或者人员', path: ['organId'] })
  .openapi('ProjectMemberInput')
export type MemberInput = z.output<typeof memberInputSchema>

export const partLabels: Readonly<Record<string, string>> = { drafting: '起草', commissioned: '受委托起草', earlyParticipant: '提前介入', committee: '有关委员会', invited: '应邀参加', provinceConsulted: '征求上级意见' }

export const memberEndSchema = z.object({ reason: z.string().trim().max(500).nullable().default(null) }).openapi('ProjectMemberEnd')

export const findingInputSchema = z
  .object({
    kind: z.enum(['finding', 'source', 'otherPlace', 'superior']),
    title: z.string().trim().min(1, '请填写标题').max(300),
    text: z.string().trim().max(20_000).default(''),
    source: z.string().trim().max(500).nullable().default(null),
    on: legalDate.nullable().default(null),
    /** a text of the library: its address `key:date` */
    address: z.string().max(160).nullable().default(null),
    eId: z.string().max(100).nullable().default(null),
    fileIds: z.array(z.uuid()).max(20).default([]),
    /** the finding in whose place it comes, and why it is corrected; the older one stays in the record */
    corrects: z.object({ id: z.uuid(), reason: z.string().trim().min(1, '请写明更正的原因').max(1000) }).nullable().default(null),
  })
  .openapi('ResearchFindingInput')
export type FindingInput = z.output<typeof findingInputSchema>

export const findingRemovalSchema = z.object({ reason: z.string().trim().min(1, '请写明移出的原因').max(500) }).openapi('ResearchFindingRemoval')

export const taskKinds = ['surveyFromAbove', 'draftForOpinion', 'commission', 'implementation', 'supportingRule', 'implementationReport', 'postEvaluation', 'other'] as const
export const taskKindLabels: Record<(typeof taskKinds)[number], string> = {
  surveyFromAbove: '上级委托调研', draftForOpinion: '上级征求草案意见', commission: '委托起草、研究', implementation: '贯彻实施', supportingRule: '配套规定', implementationReport: '实施情况报告', postEvaluation: '立法后评估', other: '其他交办',
}

export const taskInputSchema = z
  .object({
    kind: z.enum(taskKinds),
    title: z.string().trim().min(1, '请填写事项').max(300),
    request: z.string().trim().min(1, '请填写要求').max(10_000),
    projectId: z.uuid().nullable().default(null),
    fromOrgan: name.nullable().default(null),
    documentNo: z.string().trim().max(100).nullable().default(null),
    assigneeOrganId: z.uuid().nullable().default(null),
    assigneeId: z.uuid().nullable().default(null),
    givenOn: legalDate,
    dueOn: legalDate.nullable().default(null),
    dueBasis: z.string().trim().max(300).nullable().default(null),
    fileIds: z.array(z.uuid()).max(20).default([]),
  })
  .openapi('ProjectTaskInput')
export type TaskInput = z.output<typeof taskInputSchema>

export const taskAnswerSchema = z.object({ answer: z.string().trim().min(1, '请填写答复').max(20_000), fileIds: z.array(z.uuid()).max(20).default([]), answeredOn: legalDate.nullable().default(null) }).openapi('ProjectTaskAnswer')
