import { z } from '@hono/zod-openapi'
import { hearingGrounds, hearingOutcomes } from '../../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses } from '../../platform/http/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { chooseParticipants, tellParticipants } from './choose-participants.ts'
import { hearingParts, hearingPositions } from './hearing-words.ts'
import { exportApplicants, listApplicants } from './list-applicants.ts'

const tags = ['portal']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** more people apply for no hearing, and a list of all is one answer */
const MOST_ANSWERS = 5000

const answerSchema = z.object({ outcome: z.enum(hearingOutcomes), ground: z.enum(hearingGrounds).nullable(), note: z.string() })
const applicantSchema = z
  .object({
    number: z.number().int(), part: z.string(), name: z.string(), telephone: z.string(), occupation: z.string(), position: z.string(), statement: z.string(), receivedOn: z.string(),
    wish: z.object({ part: z.enum(hearingParts), side: z.enum(hearingPositions).nullable() }),
    /** of the newest decision */
    answer: answerSchema.nullable(),
  })
  .openapi('HearingApplicant')
const count = z.number().int()
const choiceSchema = z
  .object({
    id: z.string(), on: z.string(), by: z.string(), balanceReason: z.string().nullable(), lateReason: z.string().nullable(), changeReason: z.string().nullable(),
    telling: z.object({ on: z.string(), by: z.string(), how: z.string() }).nullable(),
    counts: z.object({ speak: count, observe: count, notChosen: count, favour: count, against: count, other: count }),
    changes: z.array(z.object({ number: count, name: z.string(), before: z.string(), after: z.string() })),
  })
  .openapi('HearingChoice')
const applicantsSchema = z
  .object({
    items: z.array(applicantSchema), choices: z.array(choiceSchema), seats: z.object({ speak: count, observe: count }), balanced: z.boolean(), by: z.object({ on: z.string(), label: z.string(), basis: z.string(), late: z.boolean() }).nullable(), toldBefore: z.boolean(),
    /** why nobody is chosen now */
    blocked: z.string().nullable(),
    may: z.object({ choose: z.boolean(), tell: z.boolean() }),
  })
  .openapi('HearingApplicants')
const said = z.string().trim().max(1000, '最多 1000 个字。').default('')
const choosingSchema = z
  .object({
    /** the newest decision that the person saw; null where there was none */
    after: z.uuid().nullable(),
    answers: z.array(z.object({ number: count, outcome: z.enum(hearingOutcomes, '请选择结果。'), ground: z.enum(hearingGrounds).nullable().default(null), note: z.string().trim().max(500, '最多 500 个字。').default('') })).max(MOST_ANSWERS),
    balanceReason: said, lateReason: said, changeReason: said,
  })
  .openapi('HearingChoosing')

const shown = { ...json(200, applicantsSchema, '报名人和参加人'), ...problemResponses }
const read = defineRoute({ method: 'get', path: '/api/hearings/{id}/applicants', 'x-access': 'hearing.organise', tags, summary: '报名人和参加人', request: { params: idParameter }, responses: shown })
const exported = defineRoute({
  method: 'get', path: '/api/hearings/{id}/applicants.xlsx', 'x-access': 'hearing.organise', tags, summary: '导出报名表', request: { params: idParameter },
  responses: { 200: { description: 'xlsx', content: { [XLSX]: { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})
const choose = defineRoute({ method: 'post', path: '/api/hearings/{id}/choice', 'x-access': 'hearing.organise', tags, summary: '确定参加人', request: { params: idParameter, body: jsonBody(choosingSchema) }, responses: shown })
const tell = defineRoute({
  method: 'post', path: '/api/hearings/{id}/telling', 'x-access': 'hearing.organise', tags, summary: '告知报名人',
  request: { params: idParameter, body: jsonBody(z.object({ choiceId: z.uuid(), how: z.string().trim().min(1, '请写明怎样告知的。').max(500, '最多 500 个字。') }).openapi('HearingTelling')) }, responses: shown,
})

/** Who applied to a hearing, the list of it, and the acts by which those who take part are chosen and told. */
export function applicantRoutes(services: Services) {
  const shownTo = (actor: Actor, hearingId: string) => listApplicants({ services, actor, hearingId })
  return createRouter()
    .openapi(read, async (c) => c.json(await shownTo(actorOf(c), c.req.valid('param').id), 200))
    .openapi(exported, async (c) => {
      const { name, bytes } = await exportApplicants({ services, actor: actorOf(c), hearingId: c.req.valid('param').id })
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': XLSX, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } })
    })
    .openapi(choose, async (c) => {
      const { id } = c.req.valid('param')
      await chooseParticipants({ services, actor: actorOf(c), hearingId: id, choosing: c.req.valid('json') })
      return c.json(await shownTo(actorOf(c), id), 200)
    })
    .openapi(tell, async (c) => {
      const { id } = c.req.valid('param')
      await tellParticipants({ services, actor: actorOf(c), hearingId: id, ...c.req.valid('json') })
      return c.json(await shownTo(actorOf(c), id), 200)
    })
}
