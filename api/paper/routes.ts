import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, page, pageQuery, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { casePaperKinds, draftPaper } from './create-paper.ts'
import { editPaper, paperEditSchema } from './edit-paper.ts'
import { listPapers, paperRowSchema, paperViews } from './list-papers.ts'
import { type IssueCarrier, movePaper } from './move-paper.ts'
import { paperSchema, presentPaper } from './present-paper.ts'
import { printPaper } from './print-paper.ts'
import { paperFor } from './read-paper.ts'
import { sealPaper } from './seal-paper.ts'

const tags = ['paper']
const shown = { ...json(200, paperSchema, '文书、签批和现在能办的步骤；ETag 是修改用的版本标记'), ...problemResponses }

const list = defineRoute({
  method: 'get', path: '/api/papers', 'x-access': 'paper.read', tags, summary: '文书：等我办的、在办的、已签发的',
  request: { query: pageQuery.extend({ view: z.enum(paperViews).default('mine'), filingId: z.uuid().optional(), projectId: z.uuid().optional(), meetingId: z.uuid().optional(), planId: z.uuid().optional() }) },
  responses: { ...json(200, page(paperRowSchema).extend({ counts: z.record(z.string(), z.number().int()) }), '文书'), ...problemResponses },
})
const draft = defineRoute({
  method: 'post', path: '/api/papers', 'x-access': 'paper.handle', tags, summary: '拟稿：按记录形成文书',
  request: {
    body: jsonBody(
      z.object({
        filingId: z.uuid(), kind: z.enum(casePaperKinds), flagIds: z.array(z.uuid()).max(200).optional(), questions: z.array(z.string().max(2000)).max(50).optional(),
        values: z.record(z.string().max(120), z.string().max(4000)).optional(),
      }).openapi('PaperDraft'),
    ),
  },
  responses: { ...json(201, z.object({ id: z.string() }), '已拟稿'), ...problemResponses },
})
const read = defineRoute({ method: 'get', path: '/api/papers/{id}', 'x-access': 'paper.read', tags, summary: '文书', request: { params: idParameter }, responses: shown })
const edit = defineRoute({ method: 'patch', path: '/api/papers/{id}', 'x-access': 'paper.handle', tags, summary: '修改文书（If-Match）', request: { params: idParameter, body: jsonBody(paperEditSchema) }, responses: shown })
const move = defineRoute({
  method: 'post', path: '/api/papers/{id}/steps/{key}', 'x-access': 'paper.handle', tags, summary: '送核稿、核稿、会签、签发、退回（If-Match）',
  request: {
    params: idParameter.extend({ key: z.string().max(60).openapi({ param: { name: 'key', in: 'path' } }) }),
    body: jsonBody(z.object({ opinion: z.string().max(4000).optional(), countersignOrganIds: z.array(z.uuid()).max(30).optional() }).openapi('PaperStepInput')),
  },
  responses: shown,
})
const seal = defineRoute({
  method: 'post', path: '/api/papers/{id}/seal', 'x-access': 'paper.handle', tags, summary: '登记用印', request: { params: idParameter, body: jsonBody(z.object({ fileId: z.uuid().nullable() })) }, responses: shown,
})
const print = defineRoute({
  method: 'get', path: '/api/papers/{id}/{form}', 'x-access': 'paper.read', tags, summary: '下载 Word 或 PDF',
  request: { params: idParameter.extend({ form: z.enum(['docx', 'pdf']).openapi({ param: { name: 'form', in: 'path' } }) }) },
  responses: { 200: { description: '文书', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})

/** 文书. `carriers` take the steps of other capabilities when their papers are issued. */
export function paperRoutes(services: Services, carriers: readonly IssueCarrier[] = []) {
  const present = async (actor: Parameters<typeof presentPaper>[0]['actor'], paperId: string) => {
    const paper = await paperFor({ tx: services.prisma, actor, paperId, action: 'read' })
    return { paper, view: await presentPaper({ services, actor, paper }) }
  }
  return createRouter()
    .openapi(list, async (c) => {
      const { view, filingId, projectId, meetingId, planId, cursor, limit } = c.req.valid('query')
      return c.json(await listPapers({ services, actor: actorOf(c), view, filingId, projectId, meetingId, planId, cursor, limit }), 200)
    })
    .openapi(draft, async (c) => {
      const { filingId, ...input } = c.req.valid('json')
      return c.json({ id: await draftPaper({ services, actor: actorOf(c), filingId, draft: input }) }, 201)
    })
    .openapi(read, async (c) => {
      const { paper, view } = await present(actorOf(c), c.req.valid('param').id)
      c.header('etag', etag(paper.revision))
      return c.json(view, 200)
    })
    .openapi(edit, async (c) => {
      const actor = actorOf(c)
      const paperId = c.req.valid('param').id
      await editPaper({ services, actor, paperId, revision: revisionOf(c), edit: c.req.valid('json') })
      const { paper, view } = await present(actor, paperId)
      c.header('etag', etag(paper.revision))
      return c.json(view, 200)
    })
    .openapi(move, async (c) => {
      const actor = actorOf(c)
      const { id: paperId, key } = c.req.valid('param')
      await movePaper({ services, actor, paperId, key, revision: revisionOf(c), ...c.req.valid('json'), carriers })
      const { paper, view } = await present(actor, paperId)
      c.header('etag', etag(paper.revision))
      return c.json(view, 200)
    })
    .openapi(seal, async (c) => {
      const actor = actorOf(c)
      const paperId = c.req.valid('param').id
      await sealPaper({ services, actor, paperId, fileId: c.req.valid('json').fileId })
      return c.json((await present(actor, paperId)).view, 200)
    })
    .openapi(print, async (c) => {
      const { id: paperId, form } = c.req.valid('param')
      const file = await printPaper({ services, actor: actorOf(c), paperId, form })
      return new Response(file.body, {
        headers: {
          'content-type': file.mediaType,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
        },
      })
    })
}
