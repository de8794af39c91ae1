import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { flagBody } from './flag-body.ts'
import { askForConfirmation, confirmRaisedFlags, stepFlag } from './flag-steps.ts'
import { flagsOfVersion, versionFlagSchema } from './flags-of-version.ts'
import { editFlag, raiseFlag } from './raise-flag.ts'

const tags = ['review']
const revisionSchema = z.object({ revision: z.number().int() })
const flagParameter = idParameter.extend({ flagId: z.uuid() })

const raise = defineRoute({
  method: 'post', path: '/api/review/{id}/flags', 'x-access': 'review.flag', tags, summary: '提出标注', request: { params: idParameter, body: jsonBody(flagBody) },
  responses: { ...json(201, z.object({ flagId: z.string(), number: z.number().int() }), '已提出'), ...problemResponses },
})
const edit = defineRoute({
  method: 'put', path: '/api/review/{id}/flags/{flagId}', 'x-access': 'review.flag', tags, summary: '修改没有确认的标注', request: { params: flagParameter, body: jsonBody(flagBody) },
  responses: { ...json(200, revisionSchema, '已修改'), ...problemResponses },
})
const confirm = defineRoute({
  method: 'post', path: '/api/review/{id}/flags/{flagId}/confirm', 'x-access': 'review.direct', tags, summary: '确认标注', request: { params: flagParameter },
  responses: { ...json(200, revisionSchema, '已确认'), ...problemResponses },
})
const withdraw = defineRoute({
  method: 'post', path: '/api/review/{id}/flags/{flagId}/withdraw', 'x-access': 'review.flag', tags, summary: '撤回标注', request: { params: flagParameter, body: jsonBody(z.object({ reason: z.string().trim().max(1000).default('') })) },
  responses: { ...json(200, revisionSchema, '已撤回'), ...problemResponses },
})
const confirmAll = defineRoute({
  method: 'post', path: '/api/review/{id}/flags/confirm', 'x-access': 'review.direct', tags, summary: '确认全部待确认的标注', request: { params: idParameter },
  responses: { ...json(200, z.object({ confirmed: z.number().int() }), '已确认的处数'), ...problemResponses },
})
const ask = defineRoute({
  method: 'post', path: '/api/review/{id}/flags/ask-confirmation', 'x-access': 'review.review', tags, summary: '提请审查机构负责人确认标注', request: { params: idParameter },
  responses: { ...json(200, z.object({ flags: z.number().int(), told: z.number().int() }), '已提请'), ...problemResponses },
})

const ofVersion = defineRoute({
  method: 'get', path: '/api/library/works/{key}/versions/{dateKey}/flags', 'x-access': 'review.read', tags, summary: '涉及这个文本的标注，在这个文本里的位置',
  request: { params: z.object({ key: z.string().min(1).max(60), dateKey: z.string().min(1).max(40) }) },
  responses: { ...json(200, z.object({ flags: z.array(versionFlagSchema) }), '没有了结的；只列有权查看审查情况的'), ...problemResponses },
})

/** 标注. */
export function flagRoutes(services: Services) {
  return createRouter()
    .openapi(ofVersion, async (c) => {
      const { key, dateKey } = c.req.valid('param')
      return c.json({ flags: await flagsOfVersion({ services, actor: actorOf(c), version: { workKey: key, dateKey } }) }, 200)
    })
    .openapi(confirmAll, async (c) => c.json(await confirmRaisedFlags({ services, actor: actorOf(c), filingId: c.req.valid('param').id }), 200))
    .openapi(ask, async (c) => c.json(await askForConfirmation({ services, actor: actorOf(c), filingId: c.req.valid('param').id }), 200))
    .openapi(raise, async (c) => c.json(await raiseFlag({ services, actor: actorOf(c), filingId: c.req.valid('param').id, input: c.req.valid('json') }), 201))
    .openapi(edit, async (c) => {
      const { id, flagId } = c.req.valid('param')
      return c.json(await editFlag({ services, actor: actorOf(c), filingId: id, flagId, revision: revisionOf(c), input: c.req.valid('json') }), 200)
    })
    .openapi(confirm, async (c) => {
      const { id, flagId } = c.req.valid('param')
      return c.json(await stepFlag({ services, actor: actorOf(c), filingId: id, flagId, revision: revisionOf(c), act: 'confirm', reason: '' }), 200)
    })
    .openapi(withdraw, async (c) => {
      const { id, flagId } = c.req.valid('param')
      return c.json(await stepFlag({ services, actor: actorOf(c), filingId: id, flagId, revision: revisionOf(c), act: 'withdraw', ...c.req.valid('json') }), 200)
    })
}
