import { z } from '@hono/zod-openapi'
import { materialKeys } from '../../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, problemResponses, revisionOf } from '../../platform/http/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { filingFor } from '../filing-for.ts'
import { filingSchema, presentFiling } from '../present-filing.ts'
import { confirmByEye, explainDifference } from '../sameness/explain-difference.ts'
import { filingChoices } from './choices.ts'
import { createDraft } from './create-draft.ts'
import { deleteDraft } from './delete-draft.ts'
import { filingFieldsSchema } from './filing-fields.ts'
import { previewForm } from './preview-form.ts'
import { putMaterial, removeMaterial } from './put-material.ts'
import { saveDraft } from './save-draft.ts'
import { searchPeople } from './search-people.ts'
import { submitFiling } from './submit-filing.ts'

const tags = ['filing']
const access = 'filing.draft'
const answers = { ...json(200, filingSchema, '保存后的报备'), ...problemResponses }
const organChoice = z.object({ id: z.string(), name: z.string(), kind: z.string(), level: z.string() })

const choices = defineRoute({
  method: 'get', path: '/api/filing-choices', 'x-access': access, tags, summary: '可以替哪些机关报备，可以报给谁',
  responses: { ...json(200, z.object({ makers: z.array(organChoice), receivers: z.array(organChoice) }), '制定机关和报送对象'), ...problemResponses },
})
const people = defineRoute({
  method: 'get', path: '/api/filing-people', 'x-access': access, tags, summary: '可以填为起草人员的人（按姓名、用户名查找）', request: { query: z.object({ q: z.string().max(50).default('') }) },
  responses: { ...json(200, z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), organs: z.array(z.string()), title: z.string().nullable() })) }), '本单位的在前；查其他单位的至少写两个字'), ...problemResponses },
})
const create = defineRoute({
  method: 'post', path: '/api/filings', 'x-access': access, tags, summary: '新建报备', request: { body: jsonBody(filingFieldsSchema.extend({ supersedesId: z.uuid().optional() })) },
  responses: { ...json(201, filingSchema, '草稿'), ...problemResponses },
})
const save = defineRoute({ method: 'patch', path: '/api/filings/{id}', 'x-access': access, tags, summary: '保存草稿、补正内容（If-Match）', request: { params: idParameter, body: jsonBody(filingFieldsSchema) }, responses: answers })
const remove = defineRoute({ method: 'delete', path: '/api/filings/{id}', 'x-access': access, tags, summary: '删除草稿（If-Match）', request: { params: idParameter }, responses: { ...json(200, z.object({ deleted: z.literal(true) }), '已删除'), ...problemResponses } })
const material = defineRoute({
  method: 'post', path: '/api/filings/{id}/materials', 'x-access': access, tags, summary: '上传材料、换材料，或者写明没有的原因',
  request: {
    params: idParameter,
    body: jsonBody(z.object({ kind: z.enum(materialKeys), fileId: z.uuid().optional(), notApplicableReason: z.string().max(500).optional(), referenceNo: z.string().max(100).optional(), note: z.string().max(4000).optional(), replacesId: z.uuid().optional() })),
  },
  responses: answers,
})
const materialParameters = idParameter.extend({ materialId: z.uuid().openapi({ param: { name: 'materialId', in: 'path' } }) })
const takeMaterial = defineRoute({ method: 'delete', path: '/api/filings/{id}/materials/{materialId}', 'x-access': access, tags, summary: '去掉材料', request: { params: materialParameters }, responses: answers })
const explain = defineRoute({
  method: 'post', path: '/api/filings/{id}/sameness/explanations', 'x-access': access, tags, summary: '说明两种文本不同的原因',
  request: { params: idParameter, body: jsonBody(z.object({ index: z.number().int().min(0), text: z.string().max(500) })) }, responses: answers,
})
const byEye = defineRoute({ method: 'post', path: '/api/filings/{id}/sameness/by-eye', 'x-access': access, tags, summary: '扫描件人工核对一致', request: { params: idParameter, body: jsonBody(z.object({ same: z.literal(true) })) }, responses: answers })
const form = defineRoute({
  method: 'get', path: '/api/filings/{id}/form', 'x-access': 'filing.read', tags, summary: '备案登记表、备案报告（提交以前为预览）', request: { params: idParameter, query: z.object({ paper: z.enum(['filingForm', 'filingReport']).default('filingForm'), format: z.enum(['pdf', 'docx']).default('pdf') }) },
  responses: { 200: { description: '备案登记表', content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})
const submit = defineRoute({
  method: 'post', path: '/api/filings/{id}/submit', 'x-access': access, tags, summary: '提交报备（If-Match）',
  request: { params: idParameter, body: jsonBody(z.object({ wrongLineConfirmed: z.boolean().default(false) })) }, responses: answers,
})

/** 报备: drafts, package, sameness check, sending. */
export function draftRoutes(services: Services) {
  const show = async (actor: Actor, filingId: string) => presentFiling({ services, actor, filing: await filingFor({ services, actor, filingId, action: 'read' }) })
  return createRouter()
    .openapi(choices, async (c) => c.json(await filingChoices({ services, actor: actorOf(c) }), 200))
    .openapi(people, async (c) => c.json({ people: await searchPeople({ services, actor: actorOf(c), words: c.req.valid('query').q }) }, 200))
    .openapi(create, async (c) => {
      const { supersedesId, ...fields } = c.req.valid('json')
      const id = await createDraft({ services, actor: actorOf(c), fields, ...(supersedesId === undefined ? {} : { supersedesId }) })
      const view = await show(actorOf(c), id)
      c.header('etag', etag(view.revision))
      return c.json(view, 201)
    })
    .openapi(save, async (c) => {
      const filingId = c.req.valid('param').id
      await saveDraft({ services, actor: actorOf(c), filingId, revision: revisionOf(c), fields: c.req.valid('json') })
      const view = await show(actorOf(c), filingId)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(remove, async (c) => {
      await deleteDraft({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c) })
      return c.json({ deleted: true as const }, 200)
    })
    .openapi(material, async (c) => {
      const filingId = c.req.valid('param').id
      const { kind, ...given } = c.req.valid('json')
      await putMaterial({ services, actor: actorOf(c), filingId, material: { kind, ...given } })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(takeMaterial, async (c) => {
      const { id, materialId } = c.req.valid('param')
      await removeMaterial({ services, actor: actorOf(c), filingId: id, materialId })
      return c.json(await show(actorOf(c), id), 200)
    })
    .openapi(explain, async (c) => {
      const filingId = c.req.valid('param').id
      await explainDifference({ services, actor: actorOf(c), filingId, ...c.req.valid('json') })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(byEye, async (c) => {
      const filingId = c.req.valid('param').id
      await confirmByEye({ services, actor: actorOf(c), filingId })
      return c.json(await show(actorOf(c), filingId), 200)
    })
    .openapi(form, async (c) => {
      const { format, paper } = c.req.valid('query')
      const { bytes, name, mediaType } = await previewForm({ services, actor: actorOf(c), filingId: c.req.valid('param').id, paper, format })
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': mediaType, 'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`, 'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'" },
      })
    })
    .openapi(submit, async (c) => {
      const filingId = c.req.valid('param').id
      await submitFiling({ services, actor: actorOf(c), filingId, revision: revisionOf(c), ...c.req.valid('json') })
      const view = await show(actorOf(c), filingId)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
}
