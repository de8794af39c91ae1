import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { projectPaperKinds } from './compose/index.ts'
import { draftProjectPaper, papersToDraft } from './draft-project-paper.ts'
import { printDraftComparison, printOpinionTable, type PrintedTable } from './project-tables.ts'

const tags = ['legislation-papers']
const binary = { 200: { description: '文件', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses }

const choices = defineRoute({
  method: 'get', path: '/api/projects/{id}/papers-to-draft', 'x-access': 'project.read', tags, summary: '这个项目现在由我拟的文书', request: { params: idParameter },
  responses: { ...json(200, z.object({ items: z.array(z.object({ kind: z.string(), label: z.string(), signs: z.array(z.string()) })) }).openapi('PapersToDraft'), '文书种类'), ...problemResponses },
})
const draft = defineRoute({
  method: 'post', path: '/api/projects/{id}/papers', 'x-access': 'paper.handle', tags, summary: '拟稿：按项目的记录形成文书',
  request: { params: idParameter, body: jsonBody(z.object({ kind: z.enum(projectPaperKinds) }).openapi('ProjectPaperDraft')) },
  responses: { ...json(201, z.object({ id: z.string() }), '已拟稿'), ...problemResponses },
})
const comparison = defineRoute({
  method: 'get', path: '/api/projects/{id}/comparison-table/{form}', 'x-access': 'project.readInternal', tags, summary: '两稿之间的条文对照表',
  request: { params: idParameter.extend({ form: z.enum(['docx', 'pdf']).openapi({ param: { name: 'form', in: 'path' } }) }), query: z.object({ from: z.uuid(), to: z.uuid() }) }, responses: binary,
})
const opinions = defineRoute({
  method: 'get', path: '/api/projects/{id}/opinion-table/{form}', 'x-access': 'project.readInternal', tags, summary: '意见采纳情况表',
  request: { params: idParameter.extend({ form: z.enum(['docx', 'pdf']).openapi({ param: { name: 'form', in: 'path' } }) }) }, responses: binary,
})

const fileOf = (file: PrintedTable): Response =>
  new Response(file.bytes, {
    headers: { 'content-type': file.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'" },
  })

/** Papers and tables of a project, composed from its record. They go their way in /api/papers. */
export const legislationPaperRoutes = (services: Services) =>
  createRouter()
    .openapi(choices, async (c) => c.json({ items: await papersToDraft({ services, actor: actorOf(c), projectId: c.req.valid('param').id }) }, 200))
    .openapi(draft, async (c) => c.json({ id: await draftProjectPaper({ services, actor: actorOf(c), projectId: c.req.valid('param').id, kind: c.req.valid('json').kind }) }, 201))
    .openapi(comparison, async (c) => {
      const { id: projectId, form } = c.req.valid('param')
      return fileOf(await printDraftComparison({ services, actor: actorOf(c), projectId, form, ...c.req.valid('query') }))
    })
    .openapi(opinions, async (c) => {
      const { id: projectId, form } = c.req.valid('param')
      return fileOf(await printOpinionTable({ services, actor: actorOf(c), projectId, form }))
    })
