import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { comparedSchema, comparedThreeSchema } from '../library-schema.ts'
import { compareThreeVersions, compareVersions } from './compare-versions.ts'
import { printComparisonTable, type TableForm } from './comparison-table.ts'
import { correctAlignment, undoCorrection } from './correct-alignment.ts'

const tags = ['library']
const address = z.string().min(1).max(120).openapi({ description: '法规库里的地址 `键:日期`，或者版本的 id' })
const pair = z.object({ from: address, to: address })
const eIds = z.array(z.string().min(1).max(100)).max(30)
const file = { 200: { description: '条文对照表', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses }
const tableQuery = pair.extend({ middle: address.optional(), changedOnly: z.enum(['true', 'false']).default('true') })

const comparison = defineRoute({
  method: 'get', path: '/api/library/comparison', 'x-access': 'library.read', tags, summary: '任意两个文本逐条对照，同一件或者两件法规', request: { query: pair },
  responses: { ...json(200, comparedSchema, '逐条对照，人工校正过的按校正'), ...problemResponses },
})
const three = defineRoute({
  method: 'get', path: '/api/library/comparison/three', 'x-access': 'library.read', tags, summary: '三个文本逐条对照', request: { query: pair.extend({ middle: address }) },
  responses: { ...json(200, comparedThreeSchema, '逐条对照，中间的文本同前后两个比'), ...problemResponses },
})
const asDocx = defineRoute({ method: 'get', path: '/api/library/comparison-table.docx', 'x-access': 'library.read', tags, summary: '条文对照表，Word', request: { query: tableQuery }, responses: file })
const asPdf = defineRoute({ method: 'get', path: '/api/library/comparison-table.pdf', 'x-access': 'library.read', tags, summary: '条文对照表，PDF', request: { query: tableQuery }, responses: file })
const correct = defineRoute({
  method: 'post', path: '/api/library/comparison/corrections', 'x-access': 'library.keep', tags, summary: '校正条文的对应：对应、拆分、合并、新增、删去',
  request: { body: jsonBody(pair.extend({ old: eIds, new: eIds, note: z.string().trim().max(300).nullable().default(null) })) },
  responses: { ...json(201, z.object({ id: z.string() }), '已记录，以后各处的对照都按它'), ...problemResponses },
})
const undo = defineRoute({
  method: 'post', path: '/api/library/comparison/corrections/{id}/undo', 'x-access': 'library.keep', tags, summary: '撤销一处校正，记录保留', request: { params: idParameter },
  responses: { ...json(200, z.object({ saved: z.literal(true) }), '已撤销'), ...problemResponses },
})

const mediaTypes: Record<TableForm, string> = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' }

/** Comparison of any two texts of the library: on screen, on paper, and where a person sets it right. */
export const comparisonRoutes = (services: Services) => {
  const table = async (actor: ReturnType<typeof actorOf>, query: z.infer<typeof tableQuery>, form: TableForm) => {
    const { name, bytes } = await printComparisonTable({ services, actor, from: query.from, middle: query.middle, to: query.to, form, changedOnly: query.changedOnly === 'true' })
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': mediaTypes[form], 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } })
  }
  return createRouter()
    .openapi(comparison, async (c) => c.json(await compareVersions({ services, actor: actorOf(c), ...c.req.valid('query') }), 200))
    .openapi(three, async (c) => c.json(await compareThreeVersions({ services, actor: actorOf(c), ...c.req.valid('query') }), 200))
    .openapi(asDocx, (c) => table(actorOf(c), c.req.valid('query'), 'docx'))
    .openapi(asPdf, (c) => table(actorOf(c), c.req.valid('query'), 'pdf'))
    .openapi(correct, async (c) => c.json(await correctAlignment({ services, actor: actorOf(c), ...c.req.valid('json') }), 201))
    .openapi(undo, async (c) => {
      await undoCorrection({ services, actor: actorOf(c), correctionId: c.req.valid('param').id })
      return c.json({ saved: true as const }, 200)
    })
}
