import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { articleKey, clientId, companySchema, draftSchema, draftSourceSchema, leaseSchema, placeSchema, stepInputSchema, stepsSchema } from './draft-schema.ts'
import { askForLease, breakLease, releaseLease, takeLease } from './leases.ts'
import { marginRoutes } from './margin-routes.ts'
import { openDraft } from './open-draft.ts'
import { leaveDraft, sayWhere } from './presence.ts'
import { draftCompany, draftOfProject, readDraft, stepsSince } from './read-draft.ts'
import { sendSteps } from './send-steps.ts'
import { streamDraft } from './stream.ts'
import { textRoutes } from './text-routes.ts'

const tags = ['drafting']
const articleParameter = idParameter.extend({ articleKey: articleKey.openapi({ param: { name: 'articleKey', in: 'path' } }) })
const clientParameter = idParameter.extend({ clientId: clientId.openapi({ param: { name: 'clientId', in: 'path' } }) })
const done = { ...json(200, z.object({ saved: z.literal(true) }), '已记录'), ...problemResponses }

const ofProject = defineRoute({
  method: 'get', path: '/api/projects/{id}/draft', 'x-access': 'draft.read', tags, summary: '立法项目的草案', request: { params: idParameter },
  responses: { ...json(200, z.object({ id: z.string().nullable(), may: z.object({ create: z.boolean() }) }), '草案的 id，还没有的为空'), ...problemResponses },
})
const create = defineRoute({
  method: 'post', path: '/api/projects/{id}/draft', 'x-access': 'draft.write', tags, summary: '建立草案：上传文件、某一稿、法规库文本、空白', request: { params: idParameter, body: jsonBody(z.object({ source: draftSourceSchema }).openapi('DraftStart')) },
  responses: { ...json(201, z.object({ id: z.string(), articleCount: z.number().int(), problems: z.array(z.object({ line: z.number().int(), message: z.string() })) }), '已建立；problems 是没有读准、要人核对的地方'), ...problemResponses },
})
const read = defineRoute({ method: 'get', path: '/api/drafts/{id}', 'x-access': 'draft.open', tags, summary: '草案工作稿', request: { params: idParameter }, responses: { ...json(200, draftSchema, '文档、版本、在场的人、占用的条文'), ...problemResponses } })
const send = defineRoute({
  method: 'post', path: '/api/drafts/{id}/steps', 'x-access': 'draft.write', tags, summary: '送达修改；同一批重发只算一次', request: { params: idParameter, body: jsonBody(stepInputSchema) },
  responses: { ...json(200, z.object({ version: z.number().int(), repeated: z.boolean(), at: z.string().nullable() }), '已收到，现在的版本'), ...problemResponses },
})
const since = defineRoute({
  method: 'get', path: '/api/drafts/{id}/steps', 'x-access': 'draft.open', tags, summary: '某一版本之后的修改', request: { params: idParameter, query: z.object({ since: z.coerce.number().int().nonnegative() }) },
  responses: { ...json(200, stepsSchema, '按次序，最多 1000 步；没有到 version 的接着取'), ...problemResponses },
})
const stream = defineRoute({
  method: 'get', path: '/api/drafts/{id}/stream', 'x-access': 'draft.open', tags, summary: '草案的动静：新版本、在场、占用（server-sent events）', request: { params: idParameter },
  responses: { 200: { description: '事件流', content: { 'text/event-stream': { schema: z.string() } } }, ...problemResponses },
})
const company = defineRoute({ method: 'get', path: '/api/drafts/{id}/company', 'x-access': 'draft.open', tags, summary: '在场的人、占用的条文、现在能做什么', request: { params: idParameter }, responses: { ...json(200, companySchema, '在场和占用'), ...problemResponses } })
const where = defineRoute({ method: 'put', path: '/api/drafts/{id}/presence', 'x-access': 'draft.open', tags, summary: '我在哪里', request: { params: idParameter, body: jsonBody(placeSchema) }, responses: done })
const leave = defineRoute({ method: 'delete', path: '/api/drafts/{id}/presence/{clientId}', 'x-access': 'draft.open', tags, summary: '离开草案，释放占用', request: { params: clientParameter }, responses: done })
const take = defineRoute({
  method: 'put', path: '/api/drafts/{id}/leases/{articleKey}', 'x-access': 'draft.write', tags, summary: '占用一条，或者续占', request: { params: articleParameter, body: jsonBody(z.object({ clientId })) },
  responses: { ...json(200, leaseSchema, '已占用，到期前续占'), ...problemResponses },
})
const release = defineRoute({ method: 'delete', path: '/api/drafts/{id}/leases/{articleKey}', 'x-access': 'draft.open', tags, summary: '释放一条', request: { params: articleParameter }, responses: done })
const ask = defineRoute({ method: 'post', path: '/api/drafts/{id}/leases/{articleKey}/ask', 'x-access': 'draft.write', tags, summary: '请占用的人释放', request: { params: articleParameter }, responses: done })
const end = defineRoute({
  method: 'post', path: '/api/drafts/{id}/leases/{articleKey}/break', 'x-access': 'draft.release', tags, summary: '解除他人的占用，记录原因',
  request: { params: articleParameter, body: jsonBody(z.object({ reason: z.string().trim().min(1, '请填写原因。').max(300) })) }, responses: done,
})

/** The working copy and everybody at it; its texts and its margin are routes of their own beside. */
export function draftingRoutes(services: Services) {
  const saved = { saved: true as const }
  const router = createRouter()
    .openapi(ofProject, async (c) => c.json(await draftOfProject({ services, actor: actorOf(c), projectId: c.req.valid('param').id }), 200))
    .openapi(create, async (c) => c.json(await openDraft({ services, actor: actorOf(c), projectId: c.req.valid('param').id, source: c.req.valid('json').source }), 201))
    .openapi(read, async (c) => c.json(await readDraft({ services, actor: actorOf(c), draftId: c.req.valid('param').id }), 200))
    .openapi(send, async (c) => c.json(await sendSteps({ services, actor: actorOf(c), draftId: c.req.valid('param').id, ...c.req.valid('json') }), 200))
    .openapi(since, async (c) => c.json(await stepsSince({ services, actor: actorOf(c), draftId: c.req.valid('param').id, since: c.req.valid('query').since }), 200))
    .openapi(stream, async (c) => {
      const events = await streamDraft({ services, actor: actorOf(c), draftId: c.req.valid('param').id })
      // proxies that collect answers would hold the events back
      return new Response(events, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } })
    })
    .openapi(company, async (c) => c.json(await draftCompany({ services, actor: actorOf(c), draftId: c.req.valid('param').id }), 200))
    .openapi(where, async (c) => {
      const { clientId: client, ...place } = c.req.valid('json')
      await sayWhere({ services, actor: actorOf(c), draftId: c.req.valid('param').id, clientId: client, place })
      return c.json(saved, 200)
    })
    .openapi(leave, async (c) => {
      const { id, clientId: client } = c.req.valid('param')
      await leaveDraft({ services, actor: actorOf(c), draftId: id, clientId: client })
      return c.json(saved, 200)
    })
    .openapi(take, async (c) => {
      const { id, articleKey: key } = c.req.valid('param')
      return c.json(await takeLease({ services, actor: actorOf(c), draftId: id, articleKey: key, clientId: c.req.valid('json').clientId }), 200)
    })
    .openapi(release, async (c) => {
      const { id, articleKey: key } = c.req.valid('param')
      await releaseLease({ services, actor: actorOf(c), draftId: id, articleKey: key })
      return c.json(saved, 200)
    })
    .openapi(ask, async (c) => {
      const { id, articleKey: key } = c.req.valid('param')
      await askForLease({ services, actor: actorOf(c), draftId: id, articleKey: key })
      return c.json(saved, 200)
    })
    .openapi(end, async (c) => {
      const { id, articleKey: key } = c.req.valid('param')
      await breakLease({ services, actor: actorOf(c), draftId: id, articleKey: key, reason: c.req.valid('json').reason })
      return c.json(saved, 200)
    })
  router.route('/', textRoutes(services))
  router.route('/', marginRoutes(services))
  return router
}
