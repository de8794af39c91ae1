import { z } from '@hono/zod-openapi'
import { suggestionChannels } from '../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, legalDate, page, pageQuery, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { enterSuggestion } from './enter-suggestion.ts'
import { listProposers } from './list-proposers.ts'
import { listSuggestions, suggestionRowSchema, suggestionViews } from './list-suggestions.ts'
import { presentSuggestion, suggestionSchema } from './present-suggestion.ts'
import { suggestionContentSchema } from './receive-suggestion.ts'
import { draftNotice, isSignedNotice, linkSuggestion, takeStep } from './steps.ts'

const tags = ['suggestion']
const shown = { ...json(200, suggestionSchema, '审查建议、审查要求；ETag 是修改用的版本标记'), ...problemResponses }

const list = defineRoute({
  method: 'get', path: '/api/suggestions', 'x-access': 'suggestion.read', tags, summary: '审查建议、审查要求清单',
  request: { query: pageQuery.extend({ view: z.enum(suggestionViews).default('open'), q: z.string().trim().max(100).default('') }) },
  responses: { ...json(200, page(suggestionRowSchema).extend({ counts: z.record(z.string(), z.number().int()) }), '清单'), ...problemResponses },
})
const proposers = defineRoute({
  method: 'get', path: '/api/suggestions/proposers', 'x-access': 'suggestion.enter', tags, summary: '可以提出审查要求的机关',
  responses: { ...json(200, z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), demand: z.boolean() })) }), '机关'), ...problemResponses },
})
const read = defineRoute({ method: 'get', path: '/api/suggestions/{id}', 'x-access': 'suggestion.read', tags, summary: '一件审查建议', request: { params: idParameter }, responses: shown })
const enter = defineRoute({
  method: 'post', path: '/api/suggestions', 'x-access': 'suggestion.enter', tags, summary: '登记来信、审查要求、移送',
  request: {
    body: jsonBody(
      suggestionContentSchema
        .extend({
          kind: z.enum(suggestionChannels), channel: z.enum(['letter', 'platform']), proposerOrganId: z.uuid().nullable().default(null), filingId: z.uuid().nullable().default(null),
          fileIds: z.array(z.uuid()).max(20).default([]), receivedOn: legalDate, organId: z.uuid().nullable().default(null),
        })
        .openapi('SuggestionEntry'),
    ),
  },
  responses: { ...json(201, z.object({ id: z.string(), receiptNo: z.string(), /** told once: for the receipt */ followCode: z.string() }), '已登记'), ...problemResponses },
})
const step = defineRoute({
  method: 'post', path: '/api/suggestions/{id}/steps/{key}', 'x-access': 'suggestion.handle', tags, summary: '办理一步（If-Match）',
  request: { params: idParameter.extend({ key: z.string().max(60).openapi({ param: { name: 'key', in: 'path' } }) }), body: jsonBody(z.object({ values: z.record(z.string().max(60), z.string().max(4000)).default({}) }).openapi('SuggestionStepInput')) },
  responses: shown,
})
const link = defineRoute({ method: 'post', path: '/api/suggestions/{id}/link', 'x-access': 'suggestion.handle', tags, summary: '关联备案文件（If-Match）', request: { params: idParameter, body: jsonBody(z.object({ filingId: z.uuid() })) }, responses: shown })
const draft = defineRoute({
  method: 'post', path: '/api/suggestions/{id}/papers', 'x-access': 'suggestion.handle', tags, summary: '拟告知书、移送函、答复',
  request: { params: idParameter, body: jsonBody(z.object({ kind: z.string().refine(isSignedNotice, '没有这种文书') })) },
  responses: { ...json(201, z.object({ id: z.string() }), '已拟稿'), ...problemResponses },
})

/** 审查建议, 审查要求 and transfers for those who handle them. Citizens use the portal. */
export function suggestionRoutes(services: Services) {
  const present = (actor: Parameters<typeof presentSuggestion>[0]['actor'], suggestionId: string) => presentSuggestion({ services, actor, suggestionId })
  return createRouter()
    .openapi(list, async (c) => {
      const { view, q: text, cursor, limit } = c.req.valid('query')
      return c.json(await listSuggestions({ services, actor: actorOf(c), view, text, cursor, limit }), 200)
    })
    .openapi(proposers, async (c) => c.json(await listProposers({ services, actor: actorOf(c) }), 200))
    .openapi(read, async (c) => {
      const view = await present(actorOf(c), c.req.valid('param').id)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(enter, async (c) => {
      const { kind, channel, proposerOrganId, filingId, fileIds, receivedOn, organId, ...content } = c.req.valid('json')
      const entered = await enterSuggestion({ services, actor: actorOf(c), entered: { kind, channel, content, proposerOrganId, filingId, fileIds, receivedOn, organId } })
      return c.json({ id: entered.suggestionId, receiptNo: entered.receiptNo, followCode: entered.followCode }, 201)
    })
    .openapi(step, async (c) => {
      const { id, key } = c.req.valid('param')
      await takeStep({ services, actor: actorOf(c), suggestionId: id, key, values: c.req.valid('json').values, revision: revisionOf(c) })
      const view = await present(actorOf(c), id)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(link, async (c) => {
      const { id } = c.req.valid('param')
      await linkSuggestion({ services, actor: actorOf(c), suggestionId: id, filingId: c.req.valid('json').filingId, revision: revisionOf(c) })
      const view = await present(actorOf(c), id)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(draft, async (c) => {
      const { kind } = c.req.valid('json')
      if (!isSignedNotice(kind)) throw new RangeError(`the schema let ${String(kind)} through`)
      return c.json({ id: await draftNotice({ services, actor: actorOf(c), suggestionId: c.req.valid('param').id, kind }) }, 201)
    })
}
