import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, json, legalDate, page, pageQuery, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { amendmentRoutes } from './amendments/routes.ts'
import { comparisonRoutes } from './comparison/routes.ts'
import { correctionRoutes } from './corrections/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { libraryKinds } from './library-kind.ts'
import { searchAnswerSchema, versionSchema, workRowSchema, workSchema } from './library-schema.ts'
import { listWorks } from './list-works.ts'
import { readVersion, readWork } from './read-work.ts'
import { searchLibrary } from './search-library.ts'

const tags = ['library']
const key = z.string().min(1).max(60)

const kinds = defineRoute({
  method: 'get', path: '/api/library/kinds', 'x-access': 'signedIn', tags, summary: '法规库中的文件种类',
  responses: { ...json(200, z.object({ kinds: z.array(z.object({ key: z.string(), label: z.string() })) }), '按效力排列'), ...problemResponses },
})
const works = defineRoute({
  method: 'get', path: '/api/library/works', 'x-access': 'library.read', tags, summary: '法规库目录',
  request: { query: pageQuery.extend({ text: z.string().trim().min(1).max(200).optional(), kind: z.string().max(60).optional(), issuer: z.string().trim().min(1).max(200).optional() }) },
  responses: { ...json(200, page(workRowSchema), '按效力、标题排列'), ...problemResponses },
})
const work = defineRoute({
  method: 'get', path: '/api/library/works/{key}', 'x-access': 'library.read', tags, summary: '一件法规：各版本、来源和沿革', request: { params: z.object({ key }) },
  responses: { ...json(200, workSchema, '版本由旧到新'), ...problemResponses },
})
const version = defineRoute({
  method: 'get', path: '/api/library/works/{key}/versions/{dateKey}', 'x-access': 'library.read', tags, summary: '一个版本的全文', request: { params: z.object({ key, dateKey: z.string().max(40) }) },
  responses: { ...json(200, versionSchema, '全文，逐条'), ...problemResponses },
})
const search = defineRoute({
  method: 'get', path: '/api/search', 'x-access': 'library.search', tags, summary: '检索法规、文件和登记号',
  request: {
    query: z.object({
      q: z.string().trim().min(1, '请输入要检索的内容').max(500), on: legalDate.optional(), kind: z.enum(['work', 'provision']).optional(), documentKind: z.string().max(60).optional(),
      status: z.enum(['inForce', 'notYetInForce', 'noLongerInForce', 'unknown']).optional(), sort: z.enum(['relevance', 'newest', 'oldest']).optional(), cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { ...json(200, searchAnswerSchema, '公开的和有权查看的'), ...problemResponses },
})

/** 法规库: catalogue, texts, comparison, search, import, corrections. */
export function libraryRoutes(services: Services) {
  return createRouter()
    .openapi(kinds, (c) => c.json({ kinds: Object.entries(libraryKinds).map(([kind, { label }]) => ({ key: kind, label })) }, 200))
    .openapi(works, async (c) => {
      const { cursor, limit, text, kind, issuer } = c.req.valid('query')
      const filter = { ...(text === undefined ? {} : { text }), ...(kind === undefined ? {} : { kind }), ...(issuer === undefined ? {} : { issuer }) }
      return c.json(await listWorks({ services, actor: actorOf(c), filter, limit, ...(cursor === undefined ? {} : { cursor }) }), 200)
    })
    .openapi(work, async (c) => c.json(await readWork({ services, actor: actorOf(c), workKey: c.req.valid('param').key }), 200))
    .openapi(version, async (c) => c.json(await readVersion({ services, actor: actorOf(c), workKey: c.req.valid('param').key, dateKey: c.req.valid('param').dateKey }), 200))
    .openapi(search, async (c) => {
      const { q, limit, on, kind, documentKind, status, sort, cursor } = c.req.valid('query')
      const asked = {
        q, limit, ...(on === undefined ? {} : { on }), ...(kind === undefined ? {} : { kind }), ...(documentKind === undefined ? {} : { documentKind }),
        ...(status === undefined ? {} : { status }), ...(sort === undefined ? {} : { sort }), ...(cursor === undefined ? {} : { cursor }),
      }
      return c.json(await searchLibrary({ services, actor: actorOf(c), search: asked }), 200)
    })
    .route('/', importRoutes(services))
    .route('/', amendmentRoutes(services))
    .route('/', comparisonRoutes(services))
    .route('/', correctionRoutes(services))
}
