import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { projectPhases } from '../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, page, pageQuery, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Env } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { comparedResearchSchema, comparedWhich, compareResearch } from './compare-research.ts'
import { createProject } from './create-project.ts'
import { editProject } from './edit-project.ts'
import { exportHistory } from './export-history.ts'
import { addFinding, findingSchema, listFindings, removeFinding } from './findings.ts'
import { historyEntrySchema, projectHistory } from './history.ts'
import { listProjects, projectRowSchema, projectViews } from './list-projects.ts'
import { addMember, endMember } from './members.ts'
import { openingChoices, openingChoicesSchema } from './opening-choices.ts'
import { presentProject, projectSchema } from './present-project.ts'
import { addDocument, listDocuments, projectDocumentSchema } from './project-documents.ts'
import { documentInputSchema, findingInputSchema, findingRemovalSchema, memberEndSchema, memberInputSchema, newProjectSchema, projectEditSchema, stepInputSchema } from './project-input.ts'
import { takeStep } from './take-step.ts'
import { projectTimelineView, timelineSchema } from './timeline.ts'

const tags = ['legislation']
const shown = { ...json(200, projectSchema, '立法项目；ETag 是修改用的版本标记'), ...problemResponses }
const made = { ...json(201, z.object({ id: z.string() }), '已登记'), ...problemResponses }
const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })

const list = defineRoute({
  method: 'get', path: '/api/projects', 'x-access': 'project.read', tags, summary: '立法项目清单',
  request: { query: pageQuery.extend({ cursor: z.uuid().optional(), view: z.enum(projectViews).default('open'), phase: z.enum(projectPhases).optional(), q: z.string().trim().max(100).default('') }) },
  responses: { ...json(200, page(projectRowSchema).extend({ counts: z.record(z.string(), z.number().int()) }), '清单'), ...problemResponses },
})
const choices = defineRoute({ method: 'get', path: '/api/projects/choices', 'x-access': 'project.open', tags, summary: '立项时可选的单位、人员和计划项目', responses: { ...json(200, openingChoicesSchema, '可选项'), ...problemResponses } })
const create = defineRoute({ method: 'post', path: '/api/projects', 'x-access': 'project.open', tags, summary: '申报立项', request: { body: jsonBody(newProjectSchema) }, responses: made })
const read = defineRoute({ method: 'get', path: '/api/projects/{id}', 'x-access': 'project.read', tags, summary: '一件立法项目，附本人现在能办的步骤和表单', request: { params: idParameter }, responses: shown })
const edit = defineRoute({ method: 'put', path: '/api/projects/{id}', 'x-access': 'project.manage', tags, summary: '修改项目资料和计划日期（If-Match）', request: { params: idParameter, body: jsonBody(projectEditSchema) }, responses: shown })
const step = defineRoute({
  method: 'post', path: '/api/projects/{id}/steps/{key}', 'x-access': 'project.act', tags, summary: '办理一步：表单栏目和文件（If-Match）',
  request: { params: idParameter.extend({ key: z.string().max(60).openapi({ param: { name: 'key', in: 'path' } }) }), body: jsonBody(stepInputSchema) }, responses: shown,
})
const documents = defineRoute({ method: 'get', path: '/api/projects/{id}/documents', 'x-access': 'project.read', tags, summary: '项目文件，替换过的也在', request: { params: idParameter }, responses: { ...json(200, items(projectDocumentSchema), '文件'), ...problemResponses } })
const give = defineRoute({ method: 'post', path: '/api/projects/{id}/documents', 'x-access': 'project.act', tags, summary: '提交或者替换文件', request: { params: idParameter, body: jsonBody(documentInputSchema) }, responses: made })
const join = defineRoute({ method: 'post', path: '/api/projects/{id}/members', 'x-access': 'project.manage', tags, summary: '增加参加的单位和人员', request: { params: idParameter, body: jsonBody(memberInputSchema) }, responses: made })
const leave = defineRoute({
  method: 'post', path: '/api/projects/{id}/members/{memberId}/end', 'x-access': 'project.manage', tags, summary: '不再参加',
  request: { params: idParameter.extend({ memberId: z.uuid().openapi({ param: { name: 'memberId', in: 'path' } }) }), body: jsonBody(memberEndSchema) }, responses: { ...json(200, z.object({ saved: z.literal(true) }), '已登记'), ...problemResponses },
})
const history = defineRoute({ method: 'get', path: '/api/projects/{id}/history', 'x-access': 'project.read', tags, summary: '全程记录', request: { params: idParameter }, responses: { ...json(200, items(historyEntrySchema), '由近及远'), ...problemResponses } })
const exported = defineRoute({
  method: 'get', path: '/api/projects/{id}/history/export', 'x-access': 'project.read', tags, summary: '导出全程记录', request: { params: idParameter, query: z.object({ form: z.enum(['xlsx', 'docx']).default('xlsx') }) },
  responses: { 200: { description: '全程记录', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})
const timeline = defineRoute({ method: 'get', path: '/api/projects/{id}/timeline', 'x-access': 'project.read', tags, summary: '各阶段计划、实际、预计和法定日期', request: { params: idParameter }, responses: { ...json(200, timelineSchema, '时间线'), ...problemResponses } })
const findings = defineRoute({ method: 'get', path: '/api/projects/{id}/findings', 'x-access': 'project.research', tags, summary: '调研发现、来源、外地和上位法文本', request: { params: idParameter }, responses: { ...json(200, items(findingSchema), '调研'), ...problemResponses } })
const find = defineRoute({ method: 'post', path: '/api/projects/{id}/findings', 'x-access': 'project.research', tags, summary: '登记调研发现', request: { params: idParameter, body: jsonBody(findingInputSchema) }, responses: made })
const remove = defineRoute({
  method: 'post', path: '/api/projects/{id}/findings/{findingId}/removal', 'x-access': 'project.research', tags, summary: '移出误列的法规',
  request: { params: idParameter.extend({ findingId: z.uuid().openapi({ param: { name: 'findingId', in: 'path' } }) }), body: jsonBody(findingRemovalSchema) }, responses: { ...json(200, z.object({ saved: z.literal(true) }), '已移出'), ...problemResponses },
})

const compare = defineRoute({
  method: 'get', path: '/api/projects/{id}/comparison', 'x-access': 'project.read', tags, summary: '外地法规、上位法同本项目草案逐条对照', request: { params: idParameter, query: z.object({ from: comparedWhich, middle: comparedWhich.optional(), to: comparedWhich }) },
  responses: { ...json(200, comparedResearchSchema, '两个或者三个文本的对照'), ...problemResponses },
})

const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const

/** 立法项目: from the call for projects to the repeal, each step as a form. */
export function projectRoutes(services: Services) {
  const show = async (c: Context<Env>, projectId: string) => {
    const view = await presentProject({ services, actor: actorOf(c), projectId })
    c.header('etag', etag(view.revision))
    return view
  }
  return createRouter()
    .openapi(list, async (c) => {
      const { view, phase = null, q: text, cursor = null, limit } = c.req.valid('query')
      return c.json(await listProjects({ services, actor: actorOf(c), view, phase, text, cursor, limit }), 200)
    })
    .openapi(choices, async (c) => c.json(await openingChoices({ services, actor: actorOf(c) }), 200))
    .openapi(create, async (c) => c.json({ id: await createProject({ services, actor: actorOf(c), input: c.req.valid('json') }) }, 201))
    .openapi(read, async (c) => c.json(await show(c, c.req.valid('param').id), 200))
    .openapi(edit, async (c) => {
      const projectId = c.req.valid('param').id
      await editProject({ services, actor: actorOf(c), projectId, revision: revisionOf(c), edit: c.req.valid('json') })
      return c.json(await show(c, projectId), 200)
    })
    .openapi(step, async (c) => {
      const { id: projectId, key } = c.req.valid('param')
      await takeStep({ services, actor: actorOf(c), projectId, key, revision: revisionOf(c), input: c.req.valid('json') })
      return c.json(await show(c, projectId), 200)
    })
    .openapi(documents, async (c) => c.json({ items: await listDocuments({ services, actor: actorOf(c), projectId: c.req.valid('param').id }) }, 200))
    .openapi(give, async (c) => c.json({ id: await addDocument({ services, actor: actorOf(c), projectId: c.req.valid('param').id, document: c.req.valid('json') }) }, 201))
    .openapi(join, async (c) => c.json({ id: await addMember({ services, actor: actorOf(c), projectId: c.req.valid('param').id, member: c.req.valid('json') }) }, 201))
    .openapi(leave, async (c) => {
      const { id: projectId, memberId } = c.req.valid('param')
      await endMember({ services, actor: actorOf(c), projectId, memberId, reason: c.req.valid('json').reason })
      return c.json({ saved: true as const }, 200)
    })
    .openapi(history, async (c) => c.json({ items: await projectHistory({ services, actor: actorOf(c), projectId: c.req.valid('param').id }) }, 200))
    .openapi(exported, async (c) => {
      const { form } = c.req.valid('query')
      const { name, bytes } = await exportHistory({ services, actor: actorOf(c), projectId: c.req.valid('param').id, form })
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': mediaTypes[form], 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } })
    })
    .openapi(timeline, async (c) => c.json(await projectTimelineView({ services, actor: actorOf(c), projectId: c.req.valid('param').id }), 200))
    .openapi(findings, async (c) => c.json({ items: await listFindings({ services, actor: actorOf(c), projectId: c.req.valid('param').id }) }, 200))
    .openapi(compare, async (c) => {
      const { from, middle = null, to } = c.req.valid('query')
      return c.json(await compareResearch({ services, actor: actorOf(c), projectId: c.req.valid('param').id, from, middle, to }), 200)
    })
    .openapi(find, async (c) => c.json({ id: await addFinding({ services, actor: actorOf(c), projectId: c.req.valid('param').id, finding: c.req.valid('json') }) }, 201))
    .openapi(remove, async (c) => {
      const { id: projectId, findingId } = c.req.valid('param')
      await removeFinding({ services, actor: actorOf(c), projectId, findingId, reason: c.req.valid('json').reason })
      return c.json({ saved: true as const }, 200)
    })
}
