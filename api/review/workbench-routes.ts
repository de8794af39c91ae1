import { z } from '@hono/zod-openapi'
import type { Comparison } from '../../law/compare/index.ts'
import { tickedStandards } from '../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, legalDate, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { compareWithPrevious, compareWithVersion, parallelTexts } from './compare-beside.ts'
import { distributeFiling } from './distribute-filing.ts'
import { addNote } from './flag-steps.ts'
import { opaque, parallelSchema, presentWorkbench, textBesideSchema, workbenchSchema } from './present-workbench.ts'
import { confirmPreviousVersion } from './previous-version.ts'
import { relatedToArticle, superiorInVersion } from './related.ts'
import { relatedProvisionSchema, relatedSchema } from './related-schema.ts'
import { startReview } from './start-review.ts'
import { tickStandard } from './tick-standard.ts'

const tags = ['review']
const revisionSchema = z.object({ revision: z.number().int() })
const eIdParameter = z.string().min(1).max(200)
const provisionParameter = idParameter.extend({ eId: eIdParameter })
const comparisonSchema = z.object({ beside: textBesideSchema.nullable(), comparison: opaque<Comparison>().nullable() }).openapi('ComparedBeside')

const workbench = defineRoute({
  method: 'get', path: '/api/review/{id}', 'x-access': 'review.read', tags, summary: '审查工作台（一次给全）', request: { params: idParameter },
  responses: { ...json(200, workbenchSchema, '文件、条文、标准、标注、期限、意见；ETag 是备案件的版本标记'), ...problemResponses },
})
const related = defineRoute({
  method: 'get', path: '/api/review/{id}/provisions/{eId}/related', 'x-access': 'review.read', tags, summary: '这一条应当对照的上位法条文（判断日有效的版本）',
  request: { params: provisionParameter, query: z.object({ on: legalDate.optional() }) },
  responses: { ...json(200, relatedSchema, '引用的在前，相近的在后'), ...problemResponses },
})
const superior = defineRoute({
  method: 'get', path: '/api/review/{id}/provisions/{eId}/superior', 'x-access': 'review.read', tags, summary: '同一上位法条文在另一版本里的样子',
  request: { params: provisionParameter, query: z.object({ versionId: z.uuid(), superiorEId: eIdParameter, asIn: z.uuid(), on: legalDate.optional() }) },
  responses: { ...json(200, relatedProvisionSchema, '另一版本没有这一条的，eId 为空'), ...problemResponses },
})
const previous = defineRoute({
  method: 'get', path: '/api/review/{id}/comparison/previous', 'x-access': 'review.read', tags, summary: '与前一版本逐条对照', request: { params: idParameter },
  responses: { ...json(200, comparisonSchema, '前一版本和对照；没有的为空'), ...problemResponses },
})
const compareWith = defineRoute({
  method: 'get', path: '/api/review/{id}/comparison/{versionId}', 'x-access': 'review.read', tags, summary: '与选定的文本逐条对照', request: { params: idParameter.extend({ versionId: z.uuid() }) },
  responses: { ...json(200, comparisonSchema, '选定文本和对照'), ...problemResponses },
})
const parallel = defineRoute({
  method: 'get', path: '/api/review/{id}/parallel', 'x-access': 'review.read', tags, summary: '外地同类文件', request: { params: idParameter },
  responses: { ...json(200, z.object({ items: z.array(parallelSchema) }), '至多三件，名称最相近的在前'), ...problemResponses },
})
const setPrevious = defineRoute({
  method: 'put', path: '/api/review/{id}/previous-version', 'x-access': 'review.review', tags, summary: '确认前一版本', request: { params: idParameter, body: jsonBody(z.object({ versionId: z.uuid().nullable() })) },
  responses: { ...json(200, revisionSchema, '已确认'), ...problemResponses },
})
const start = defineRoute({
  method: 'post', path: '/api/review/{id}/start', 'x-access': 'review.review', tags, summary: '开始审查', request: { params: idParameter }, responses: { ...json(200, revisionSchema, '已开始审查'), ...problemResponses },
})
const standardParameter = idParameter.extend({ standard: z.enum(tickedStandards) })
const tick = defineRoute({
  method: 'put', path: '/api/review/{id}/standards/{standard}', 'x-access': 'review.review', tags, summary: '勾选一项标准',
  request: { params: standardParameter, body: jsonBody(z.object({ result: z.enum(['noProblem', 'problem']), note: z.string().max(1000).optional() })) },
  responses: { ...json(200, z.object({ ticked: z.literal(true) }), '已勾选，记名'), ...problemResponses },
})
const untick = defineRoute({
  method: 'delete', path: '/api/review/{id}/standards/{standard}', 'x-access': 'review.review', tags, summary: '取消勾选', request: { params: standardParameter },
  responses: { ...json(200, z.object({ unticked: z.literal(true) }), '已取消'), ...problemResponses },
})
const note = defineRoute({
  method: 'post', path: '/api/review/{id}/notes', 'x-access': 'review.read', tags, summary: '记一条审查笔记',
  request: { params: idParameter, body: jsonBody(z.object({ text: z.string().trim().min(1, '请写笔记内容').max(5000) })) },
  responses: { ...json(201, z.object({ added: z.literal(true) }), '已记下'), ...problemResponses },
})
const distribute = defineRoute({
  method: 'post', path: '/api/review/{id}/distribution', 'x-access': 'review.direct', tags, summary: '分送委员会（审查中为增加分送）',
  request: {
    params: idParameter,
    body: jsonBody(
      z.object({ organIds: z.array(z.uuid()).min(1, '请选择委员会').max(30), request: z.string().max(2000).default(''), dueOn: legalDate.nullable().default(null), reviewerId: z.uuid().nullable().default(null) }),
    ),
  },
  responses: { ...json(201, z.object({ taskIds: z.array(z.string()), revision: z.number().int() }), '已分送，分送审查函已生成'), ...problemResponses },
})

/** 审查工作台. */
export function workbenchRoutes(services: Services) {
  return createRouter()
    .openapi(workbench, async (c) => {
      const answer = await presentWorkbench({ services, actor: actorOf(c), filingId: c.req.valid('param').id })
      c.header('etag', etag(answer.filing.revision))
      return c.json(answer, 200)
    })
    .openapi(related, async (c) => {
      const { id, eId } = c.req.valid('param')
      return c.json(await relatedToArticle({ services, actor: actorOf(c), filingId: id, eId, on: c.req.valid('query').on }), 200)
    })
    .openapi(superior, async (c) => {
      const { id, eId } = c.req.valid('param')
      return c.json(await superiorInVersion({ services, actor: actorOf(c), filingId: id, eId, ...c.req.valid('query') }), 200)
    })
    .openapi(previous, async (c) => c.json(await compareWithPrevious({ services, actor: actorOf(c), filingId: c.req.valid('param').id }), 200))
    .openapi(compareWith, async (c) => {
      const { id, versionId } = c.req.valid('param')
      return c.json(await compareWithVersion({ services, actor: actorOf(c), filingId: id, versionId }), 200)
    })
    .openapi(parallel, async (c) => c.json({ items: await parallelTexts({ services, actor: actorOf(c), filingId: c.req.valid('param').id }) }, 200))
    .openapi(setPrevious, async (c) => c.json(await confirmPreviousVersion({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') }), 200))
    .openapi(start, async (c) => c.json(await startReview({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c) }), 200))
    .openapi(tick, async (c) => {
      const { id, standard } = c.req.valid('param')
      await tickStandard({ services, actor: actorOf(c), filingId: id, standard, ...c.req.valid('json') })
      return c.json({ ticked: true as const }, 200)
    })
    .openapi(untick, async (c) => {
      const { id, standard } = c.req.valid('param')
      await tickStandard({ services, actor: actorOf(c), filingId: id, standard, result: null })
      return c.json({ unticked: true as const }, 200)
    })
    .openapi(note, async (c) => c.json(await addNote({ services, actor: actorOf(c), filingId: c.req.valid('param').id, ...c.req.valid('json') }), 201))
    .openapi(distribute, async (c) => c.json(await distributeFiling({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), distribution: c.req.valid('json') }), 201))
}
