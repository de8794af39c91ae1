import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { articleHistory, giveReason } from './article-history.ts'
import { draftAuthorship } from './authorship.ts'
import { addComment, listComments, replyToComment, resolveComment } from './comments.ts'
import { articleHistorySchema, articleKey, authorshipSchema, commentInputSchema, commentsSchema, ignoreInputSchema, ignoresSchema, reasonInputSchema, replyInputSchema } from './draft-schema.ts'
import { ignoreHint, listIgnores, undoIgnore } from './lint-ignores.ts'

const tags = ['drafting']
const commentParameter = idParameter.extend({ commentId: z.uuid().openapi({ param: { name: 'commentId', in: 'path' } }) })
const ignoreParameter = idParameter.extend({ ignoreId: z.uuid().openapi({ param: { name: 'ignoreId', in: 'path' } }) })
const articleParameter = idParameter.extend({ articleKey: articleKey.openapi({ param: { name: 'articleKey', in: 'path' } }) })
const made = { ...json(201, z.object({ id: z.string() }), '已记录'), ...problemResponses }
const done = { ...json(200, z.object({ saved: z.literal(true) }), '已记录'), ...problemResponses }

const comments = defineRoute({ method: 'get', path: '/api/drafts/{id}/comments', 'x-access': 'draft.open', tags, summary: '批注', request: { params: idParameter }, responses: { ...json(200, commentsSchema, '批注和回复'), ...problemResponses } })
const comment = defineRoute({ method: 'post', path: '/api/drafts/{id}/comments', 'x-access': 'draft.open', tags, summary: '加批注', request: { params: idParameter, body: jsonBody(commentInputSchema) }, responses: made })
const reply = defineRoute({ method: 'post', path: '/api/drafts/{id}/comments/{commentId}/replies', 'x-access': 'draft.open', tags, summary: '回复批注', request: { params: commentParameter, body: jsonBody(replyInputSchema) }, responses: made })
const resolve = defineRoute({
  method: 'put', path: '/api/drafts/{id}/comments/{commentId}/resolved', 'x-access': 'draft.open', tags, summary: '批注已处理，或者重新打开（If-Match）', request: { params: commentParameter, body: jsonBody(z.object({ resolved: z.boolean() })) }, responses: done,
})
const ignores = defineRoute({ method: 'get', path: '/api/drafts/{id}/ignores', 'x-access': 'draft.open', tags, summary: '此处不提示的记录', request: { params: idParameter }, responses: { ...json(200, ignoresSchema, '不提示的地方和理由'), ...problemResponses } })
const ignore = defineRoute({ method: 'post', path: '/api/drafts/{id}/ignores', 'x-access': 'draft.write', tags, summary: '此处不提示，写明理由', request: { params: idParameter, body: jsonBody(ignoreInputSchema) }, responses: made })
const undo = defineRoute({ method: 'post', path: '/api/drafts/{id}/ignores/{ignoreId}/undo', 'x-access': 'draft.write', tags, summary: '恢复提示', request: { params: ignoreParameter }, responses: done })
const history = defineRoute({ method: 'get', path: '/api/drafts/{id}/articles/{articleKey}/history', 'x-access': 'draft.open', tags, summary: '为何这样写：一条的全部改动', request: { params: articleParameter }, responses: { ...json(200, articleHistorySchema, '改动、各稿的文字、意见和会议'), ...problemResponses } })
const authorship = defineRoute({ method: 'get', path: '/api/drafts/{id}/authorship', 'x-access': 'draft.open', tags, summary: '修订出自谁手', request: { params: idParameter, query: z.object({ version: z.coerce.number().int().nonnegative().optional() }) }, responses: { ...json(200, authorshipSchema, '逐处，按文档位置'), ...problemResponses } })
const reason = defineRoute({ method: 'post', path: '/api/drafts/{id}/articles/{articleKey}/reasons', 'x-access': 'draft.keep', tags, summary: '写明一次改动的来由', request: { params: articleParameter, body: jsonBody(reasonInputSchema) }, responses: made })

/** What stands beside the text: comments, hints that were set aside, and why an article reads as it does. */
export function marginRoutes(services: Services) {
  const saved = { saved: true as const }
  return createRouter()
    .openapi(authorship, async (c) => c.json(await draftAuthorship({ services, actor: actorOf(c), draftId: c.req.valid('param').id, upTo: c.req.valid('query').version }), 200))
    .openapi(comments, async (c) => c.json(await listComments({ services, actor: actorOf(c), draftId: c.req.valid('param').id }), 200))
    .openapi(comment, async (c) => c.json(await addComment({ services, actor: actorOf(c), draftId: c.req.valid('param').id, ...c.req.valid('json') }), 201))
    .openapi(reply, async (c) => {
      const { id, commentId } = c.req.valid('param')
      return c.json(await replyToComment({ services, actor: actorOf(c), draftId: id, commentId, text: c.req.valid('json').text }), 201)
    })
    .openapi(resolve, async (c) => {
      const { id, commentId } = c.req.valid('param')
      await resolveComment({ services, actor: actorOf(c), draftId: id, commentId, resolved: c.req.valid('json').resolved, revision: revisionOf(c) })
      return c.json(saved, 200)
    })
    .openapi(ignores, async (c) => c.json(await listIgnores({ services, actor: actorOf(c), draftId: c.req.valid('param').id }), 200))
    .openapi(ignore, async (c) => c.json(await ignoreHint({ services, actor: actorOf(c), draftId: c.req.valid('param').id, ...c.req.valid('json') }), 201))
    .openapi(undo, async (c) => {
      const { id, ignoreId } = c.req.valid('param')
      await undoIgnore({ services, actor: actorOf(c), draftId: id, ignoreId })
      return c.json(saved, 200)
    })
    .openapi(history, async (c) => {
      const { id, articleKey: key } = c.req.valid('param')
      return c.json(await articleHistory({ services, actor: actorOf(c), draftId: id, articleKey: key }), 200)
    })
    .openapi(reason, async (c) => {
      const { id, articleKey: key } = c.req.valid('param')
      return c.json(await giveReason({ services, actor: actorOf(c), draftId: id, articleKey: key, reason: c.req.valid('json') }), 201)
    })
}
