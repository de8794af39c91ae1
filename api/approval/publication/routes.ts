import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, problemResponses, revisionOf } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { afterlifeKinds, giveAfterlifeTask, readAfterlife } from '../afterlife/afterlife-tasks.ts'
import { handOverRegulation, recordNationalFiling } from './follow-filing.ts'
import { presentPublication, publicationViewSchema } from './present-publication.ts'
import { publishRegulation } from './publish-regulation.ts'

const tags = ['approval']
const day = z.iso.date('日期应当写作 2026-03-01 这样的形式。')
const short = (max = 300) => z.string().trim().max(max).default('')
const shown = { ...json(200, publicationViewSchema, '公布的条件、公布的情况和报备案'), ...problemResponses }

const taskSchema = z.object({
  id: z.string(), kind: z.enum(afterlifeKinds), label: z.string(), state: z.string(), title: z.string(), request: z.string(), assignee: z.string().nullable(), eId: z.string().nullable(), dueOn: z.string().nullable(), dueBasis: z.string().nullable(), overdue: z.boolean(), answer: z.string().nullable(),
  answeredOn: z.string().nullable(), closedOn: z.string().nullable(),
})
const afterlifeSchema = z
  .object({ tasks: z.array(taskSchema), proposals: z.array(z.object({ articleId: z.string(), articleLabel: z.string(), organ: z.string(), sentence: z.string(), dueOn: z.string(), dueBasis: z.string() })), mayGive: z.boolean() })
  .openapi('Afterlife')

const read = defineRoute({ method: 'get', path: '/api/projects/{id}/publication', 'x-access': 'approval.read', tags, summary: '公布：条件、题注、施行日期，公布以后的报送和备案', request: { params: idParameter }, responses: shown })
const publish = defineRoute({
  method: 'post', path: '/api/projects/{id}/publication', 'x-access': 'approval.submit', tags, summary: '公布，文本进入法规库（If-Match 用项目的版本标记）',
  request: {
    params: idParameter,
    body: jsonBody(z.object({ gazetteIssue: short(), gazetteFileId: z.uuid().nullable().default(null), website: short(), newspaper: short(), promulgatedOn: day, effectiveFrom: day }).openapi('RegulationPublicationInput')),
  },
  responses: shown,
})
const handOver = defineRoute({ method: 'post', path: '/api/projects/{id}/hand-over', 'x-access': 'approval.submit', tags, summary: '登记报送上级转报备案', request: { params: idParameter, body: jsonBody(z.object({ handedOverOn: day })) }, responses: shown })
const fileUp = defineRoute({ method: 'post', path: '/api/projects/{id}/national-filing', 'x-access': 'approval.decide', tags, summary: '登记报全国人大常委会和国务院备案', request: { params: idParameter, body: jsonBody(z.object({ filedOn: day, filingNo: short(100) })) }, responses: shown })
const afterlife = defineRoute({ method: 'get', path: '/api/projects/{id}/afterlife', 'x-access': 'approval.read', tags, summary: '公布以后的任务，文本要求制定的配套规定', request: { params: idParameter }, responses: { ...json(200, afterlifeSchema, '公布以后'), ...problemResponses } })
const give = defineRoute({
  method: 'post', path: '/api/projects/{id}/afterlife', 'x-access': 'approval.answer', tags, summary: '交办贯彻实施、配套规定、实施报告、立法后评估',
  request: {
    params: idParameter,
    body: jsonBody(z.object({ kind: z.enum(afterlifeKinds), title: z.string().trim().min(1, '请填写任务名称。').max(300), request: z.string().trim().min(1, '请填写要求。').max(4000), assigneeOrganId: z.uuid().nullable().default(null), eId: z.string().max(200).nullable().default(null), dueOn: day.nullable().default(null) }).openapi('AfterlifeTaskInput')),
  },
  responses: { ...json(201, z.object({ id: z.string() }), '已交办'), ...problemResponses },
})

/** 公布 and what follows it (立法法 66, 67, 88, 89, 109). */
export function regulationRoutes(services: Services) {
  const present = async (actor: Actor, projectId: string) => presentPublication({ services, actor, projectId })
  return createRouter()
    .openapi(read, async (c) => {
      const view = await present(actorOf(c), c.req.valid('param').id)
      c.header('etag', etag(view.project.revision))
      return c.json(view, 200)
    })
    .openapi(publish, async (c) => {
      const [actor, projectId] = [actorOf(c), c.req.valid('param').id]
      await publishRegulation({ services, actor, projectId, revision: revisionOf(c), input: c.req.valid('json') })
      const view = await present(actor, projectId)
      c.header('etag', etag(view.project.revision))
      return c.json(view, 200)
    })
    .openapi(handOver, async (c) => {
      const [actor, projectId] = [actorOf(c), c.req.valid('param').id]
      await handOverRegulation({ services, actor, projectId, ...c.req.valid('json') })
      return c.json(await present(actor, projectId), 200)
    })
    .openapi(fileUp, async (c) => {
      const [actor, projectId] = [actorOf(c), c.req.valid('param').id]
      await recordNationalFiling({ services, actor, projectId, ...c.req.valid('json') })
      return c.json(await present(actor, projectId), 200)
    })
    .openapi(afterlife, async (c) => c.json(await readAfterlife({ services, actor: actorOf(c), projectId: c.req.valid('param').id }), 200))
    .openapi(give, async (c) => c.json({ id: await giveAfterlifeTask({ services, actor: actorOf(c), projectId: c.req.valid('param').id, task: c.req.valid('json') }) }, 201))
}
