import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, problemResponses, revisionOf } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { acceptAmendment } from './accept-amendment.ts'
import { acceptBody, amendmentSchema, changeBody, draftRowSchema, startBody } from './amendment-schema.ts'
import { changeAmendment, dropAmendment } from './change-amendment.ts'
import { amendmentOfVersion, listDrafts, readAmendment } from './read-amendment.ts'
import { startAmendment } from './start-amendment.ts'

const tags = ['library']
const key = z.string().min(1).max(60)

const start = defineRoute({
  method: 'post', path: '/api/library/works/{key}/amendments', 'x-access': 'library.keep', tags, summary: '上传修改决定，逐项执行，形成草稿', request: { params: z.object({ key }), body: jsonBody(startBody) },
  responses: { ...json(201, z.object({ id: z.string() }), '草稿；法规库没有变动'), ...problemResponses },
})
const drafts = defineRoute({
  method: 'get', path: '/api/library/works/{key}/amendments', 'x-access': 'library.keep', tags, summary: '没有采用的修改草稿', request: { params: z.object({ key }) },
  responses: { ...json(200, z.object({ drafts: z.array(draftRowSchema) }), '新的在前'), ...problemResponses },
})
const ofVersion = defineRoute({
  method: 'get', path: '/api/library/works/{key}/versions/{dateKey}/amendment', 'x-access': 'library.read', tags, summary: '这个版本是怎样由修改决定形成的', request: { params: z.object({ key, dateKey: z.string().min(1).max(40) }) },
  responses: { ...json(200, z.object({ amendment: z.union([amendmentSchema, z.null()]) }), '不是由修改决定形成的为空'), ...problemResponses },
})
const read = defineRoute({
  method: 'get', path: '/api/library/amendments/{id}', 'x-access': 'library.keep', tags, summary: '修改草稿：每一处修改做了什么，前后对照，全文', request: { params: idParameter },
  responses: { ...json(200, amendmentSchema, 'ETag 是草稿的版本标记'), ...problemResponses },
})
const change = defineRoute({
  method: 'put', path: '/api/library/amendments/{id}', 'x-access': 'library.keep', tags, summary: '补正条文，填写日期和题注', request: { params: idParameter, body: jsonBody(changeBody) },
  responses: { ...json(200, amendmentSchema, '已保存，结果重新算出'), ...problemResponses },
})
const accept = defineRoute({
  method: 'post', path: '/api/library/amendments/{id}/accept', 'x-access': 'library.keep', tags, summary: '采用，形成新版本', request: { params: idParameter, body: jsonBody(acceptBody) },
  responses: { ...json(201, z.object({ workKey: z.string(), dateKey: z.string() }), '新版本的地址'), ...problemResponses },
})
const drop = defineRoute({
  method: 'post', path: '/api/library/amendments/{id}/drop', 'x-access': 'library.keep', tags, summary: '放弃草稿', request: { params: idParameter },
  responses: { ...json(200, z.object({ dropped: z.literal(true) }), '已放弃'), ...problemResponses },
})

/** 以修改决定形成新版本. */
export const amendmentRoutes = (services: Services) =>
  createRouter()
    .openapi(start, async (c) => c.json(await startAmendment({ services, actor: actorOf(c), workKey: c.req.valid('param').key, ...c.req.valid('json') }), 201))
    .openapi(drafts, async (c) => c.json({ drafts: await listDrafts({ services, actor: actorOf(c), workKey: c.req.valid('param').key }) }, 200))
    .openapi(ofVersion, async (c) => {
      const { key: workKey, dateKey } = c.req.valid('param')
      return c.json({ amendment: await amendmentOfVersion({ services, actor: actorOf(c), workKey, dateKey }) }, 200)
    })
    .openapi(read, async (c) => {
      const amendment = await readAmendment({ services, actor: actorOf(c), id: c.req.valid('param').id })
      c.header('ETag', etag(amendment.revision))
      return c.json(amendment, 200)
    })
    .openapi(change, async (c) => {
      const amendment = await changeAmendment({ services, actor: actorOf(c), id: c.req.valid('param').id, revision: revisionOf(c), change: c.req.valid('json') })
      c.header('ETag', etag(amendment.revision))
      return c.json(amendment, 200)
    })
    .openapi(accept, async (c) => c.json(await acceptAmendment({ services, actor: actorOf(c), id: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') }), 201))
    .openapi(drop, async (c) => {
      await dropAmendment({ services, actor: actorOf(c), id: c.req.valid('param').id, revision: revisionOf(c) })
      return c.json({ dropped: true as const }, 200)
    })
