import { z } from '@hono/zod-openapi'
import { presentFiling, filingFor, filingSchema, filingPolicy } from '../filing/index.ts'
import { peopleServing } from '../notice/index.ts'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, legalDate, page, problemResponses, revisionOf } from '../platform/http/index.ts'
import { committeesServedAs } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { committeesOf, distributeFiling, startReview } from '../review/index.ts'
import { assignCase, forEachCase, setLeader } from './assign-cases.ts'
import { exportQueue } from './export-queue.ts'
import { decideExtension, requestExtension } from './extend-case.ts'
import { countViews, listQueue, queueItemSchema } from './list-queue.ts'
import { listRecusals } from './list-recusals.ts'
import { queueFilterSchema } from './queue-filter.ts'
import { queueSorts } from './queue-order.ts'
import { deleteView, listSavedViews, saveView } from './saved-views.ts'

const tags = ['queue']
const orderQuery = z.object({ sort: z.enum(queueSorts).default('dueOn'), direction: z.enum(['asc', 'desc']).default('asc') })
const listQuery = queueFilterSchema.extend(orderQuery.shape).extend({ cursor: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
const batchCases = z.array(z.object({ id: z.uuid(), revision: z.number().int() })).min(1, '请先勾选').max(200)
const batchResult = z.object({ results: z.array(z.object({ id: z.string(), done: z.boolean(), message: z.string().nullable() })) }).openapi('BatchResult')
const done = json(200, filingSchema, '办理后的记录')

const list = defineRoute({ method: 'get', path: '/api/queue', 'x-access': 'filing.readInternal', tags, summary: '审查队列', request: { query: listQuery }, responses: { ...json(200, page(queueItemSchema), '按到期日排列'), ...problemResponses } })
const views = defineRoute({
  method: 'get', path: '/api/queue/views', 'x-access': 'filing.readInternal', tags, summary: '各视图的件数和自己保存的视图',
  responses: {
    ...json(200, z.object({ views: z.array(z.object({ view: z.string(), label: z.string(), count: z.number().int() })), saved: z.array(z.object({ id: z.string(), name: z.string(), query: z.record(z.string(), z.string()) })) }), '视图'),
    ...problemResponses,
  },
})
const saveViewRoute = defineRoute({
  method: 'post', path: '/api/queue/saved-views', 'x-access': 'signedIn', tags, summary: '存为视图',
  request: { body: jsonBody(z.object({ name: z.string().trim().min(1, '请给视图起名').max(20, '名称最多 20 字'), query: z.record(z.string().max(40), z.string().max(2000)) })) },
  responses: { ...json(201, z.object({ id: z.string() }), '已保存'), ...problemResponses },
})
const deleteViewRoute = defineRoute({ method: 'delete', path: '/api/queue/saved-views/{id}', 'x-access': 'queue.deleteView', tags, summary: '删除视图', request: { params: idParameter }, responses: { ...json(200, z.object({ deleted: z.literal(true) }), '已删除'), ...problemResponses } })
const people = defineRoute({
  method: 'get', path: '/api/queue/people', 'x-access': 'filing.readInternal', tags, summary: '可以承办、牵头的人和可以分送的委员会',
  responses: {
    ...json(200, z.object({ reviewers: z.array(z.object({ id: z.string(), name: z.string(), open: z.number().int() })), leaders: z.array(z.object({ id: z.string(), name: z.string() })), committees: z.array(z.object({ id: z.string(), name: z.string() })), makers: z.array(z.object({ id: z.string(), name: z.string() })) }), '本级'),
    ...problemResponses,
  },
})
const recusals = defineRoute({
  method: 'get', path: '/api/queue/recusals', 'x-access': 'filing.readInternal', tags, summary: '这些案件里应当回避的审查人员', request: { query: z.object({ cases: z.string().transform((ids) => ids.split(',')).pipe(z.array(z.uuid()).max(100)) }) },
  responses: { ...json(200, z.object({ recusals: z.array(z.object({ filingId: z.string(), personId: z.string(), reason: z.string() })) }), '应当回避的人和原因'), ...problemResponses },
})
const distribute = defineRoute({
  method: 'post', path: '/api/queue/distribute', 'x-access': 'filing.direct', tags, summary: '分送（可以多件）',
  request: { body: jsonBody(z.object({ cases: batchCases, organIds: z.array(z.uuid()).min(1, '请选择分送的委员会').max(10), request: z.string().max(2000).default(''), dueOn: legalDate.nullable().default(null), reviewerId: z.uuid().nullable().default(null) })) },
  responses: { ...json(200, batchResult, '每件的结果'), ...problemResponses },
})
const assign = defineRoute({
  method: 'post', path: '/api/queue/assign', 'x-access': 'filing.decide', tags, summary: '指定承办人（可以多件）',
  request: { body: jsonBody(z.object({ cases: batchCases, reviewerId: z.uuid('请选择承办人') })) },
  responses: { ...json(200, batchResult, '每件的结果'), ...problemResponses },
})
const start = defineRoute({
  method: 'post', path: '/api/queue/start', 'x-access': 'filing.review', tags, summary: '开始审查（可以多件）',
  request: { body: jsonBody(z.object({ cases: batchCases })) },
  responses: { ...json(200, batchResult, '每件的结果'), ...problemResponses },
})
const leader = defineRoute({
  method: 'put', path: '/api/filings/{id}/leader', 'x-access': 'filing.decide', tags, summary: '确定牵头的主任会议成员',
  request: { params: idParameter, body: jsonBody(z.object({ leaderId: z.uuid().nullable() })) },
  responses: { ...done, ...problemResponses },
})
const askExtension = defineRoute({
  method: 'post', path: '/api/filings/{id}/extension', 'x-access': 'filing.review', tags, summary: '申请延长审查期限',
  request: { params: idParameter, body: jsonBody(z.object({ reason: z.string().trim().min(4, '请写明延长的原因').max(500) })) },
  responses: { ...done, ...problemResponses },
})
const decide = defineRoute({
  method: 'post', path: '/api/filings/{id}/extension/decision', 'x-access': 'filing.decide', tags, summary: '批准或者不批准延长',
  request: { params: idParameter, body: jsonBody(z.object({ approve: z.boolean(), reason: z.string().trim().max(500).default('') })) },
  responses: { ...done, ...problemResponses },
})
const exported = defineRoute({
  method: 'get', path: '/api/queue/export', 'x-access': 'filing.readInternal', tags, summary: '导出清单', request: { query: queueFilterSchema.extend(orderQuery.shape) },
  responses: { 200: { description: '电子表格', content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})
const led = defineRoute({ method: 'get', path: '/api/led', 'x-access': 'filing.lead', tags, summary: '我牵头的', responses: { ...json(200, z.object({ items: z.array(queueItemSchema) }), '在办的在前'), ...problemResponses } })

/** 审查队列. Everything that is listed, counted or exported goes through the scope of the filing policy. */
export function queueRoutes(services: Services) {
  const record = async (actor: ReturnType<typeof actorOf>, filingId: string) => presentFiling({ services, actor, filing: await filingFor({ services, actor, filingId, action: 'read' }) })
  return createRouter()
    .openapi(list, async (c) => {
      const { sort, direction, cursor, limit, ...filter } = c.req.valid('query')
      return c.json(await listQueue({ services, actor: actorOf(c), filter, order: { sort, descending: direction === 'desc' }, limit, ...(cursor === undefined ? {} : { cursor }) }), 200)
    })
    .openapi(views, async (c) => c.json({ views: await countViews({ services, actor: actorOf(c) }), saved: await listSavedViews({ services, actor: actorOf(c), page: 'queue' }) }, 200))
    .openapi(saveViewRoute, async (c) => c.json({ id: await saveView({ services, actor: actorOf(c), view: { page: 'queue', ...c.req.valid('json') } }) }, 201))
    .openapi(deleteViewRoute, async (c) => {
      await deleteView({ services, actor: actorOf(c), viewId: c.req.valid('param').id })
      return c.json({ deleted: true as const }, 200)
    })
    .openapi(people, async (c) => {
      const actor = actorOf(c)
      const committeeIds = committeesServedAs(actor, 'receptionClerk', 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist')
      const ids = async (role: 'reviewer' | 'councilMember') => [...new Set((await Promise.all(committeeIds.map((id) => peopleServing(services, id, role)))).flat())]
      const [reviewerIds, leaderIds] = [await ids('reviewer'), await ids('councilMember')]
      const served = await services.prisma.organ.findMany({ where: { id: { in: committeeIds } }, select: { regionCode: true } })
      const committees = (await Promise.all(served.map((receiver) => committeesOf(services.prisma, receiver)))).flat()
      const open = await services.prisma.filing.groupBy({ by: ['reviewerId'], where: { reviewerId: { in: reviewerIds }, closedOn: null }, _count: true })
      const found = await services.prisma.person.findMany({ where: { id: { in: [...reviewerIds, ...leaderIds] } }, select: { id: true, name: true }, orderBy: { username: 'asc' } })
      const makers = await services.prisma.filing.findMany({ where: filingPolicy.scope(actor, 'readInternal'), distinct: ['makerOrganId'], select: { maker: { select: { id: true, shortName: true } } } })
      return c.json(
        {
          reviewers: found.filter((p) => reviewerIds.includes(p.id)).map((p) => ({ ...p, open: open.find((o) => o.reviewerId === p.id)?._count ?? 0 })),
          leaders: found.filter((p) => leaderIds.includes(p.id)),
          committees: committees.map((o) => ({ id: o.id, name: o.shortName })),
          makers: makers.map((m) => ({ id: m.maker.id, name: m.maker.shortName })),
        },
        200,
      )
    })
    .openapi(recusals, async (c) => c.json({ recusals: await listRecusals({ services, actor: actorOf(c), filingIds: c.req.valid('query').cases }) }, 200))
    .openapi(distribute, async (c) => {
      const { cases, ...distribution } = c.req.valid('json')
      const actor = actorOf(c)
      return c.json({ results: await forEachCase(cases, ({ id, revision }) => distributeFiling({ services, actor, filingId: id, revision, distribution })) }, 200)
    })
    .openapi(assign, async (c) => {
      const { cases, reviewerId } = c.req.valid('json')
      const actor = actorOf(c)
      return c.json({ results: await forEachCase(cases, ({ id, revision }) => assignCase({ services, actor, filingId: id, revision, reviewerId })) }, 200)
    })
    .openapi(start, async (c) => {
      const actor = actorOf(c)
      return c.json({ results: await forEachCase(c.req.valid('json').cases, ({ id, revision }) => startReview({ services, actor, filingId: id, revision })) }, 200)
    })
    .openapi(leader, async (c) => {
      await setLeader({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') })
      return c.json(await record(actorOf(c), c.req.valid('param').id), 200)
    })
    .openapi(askExtension, async (c) => {
      await requestExtension({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') })
      return c.json(await record(actorOf(c), c.req.valid('param').id), 200)
    })
    .openapi(decide, async (c) => {
      await decideExtension({ services, actor: actorOf(c), filingId: c.req.valid('param').id, revision: revisionOf(c), ...c.req.valid('json') })
      return c.json(await record(actorOf(c), c.req.valid('param').id), 200)
    })
    .openapi(exported, async (c) => {
      const { sort, direction, ...filter } = c.req.valid('query')
      const bytes = await exportQueue({ services, actor: actorOf(c), filter, order: { sort, descending: direction === 'desc' } })
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`审查队列-${services.clock.today()}.xlsx`)}`,
        },
      })
    })
    .openapi(led, async (c) => {
      const actor = actorOf(c)
      if (committeesServedAs(actor, 'councilMember').length === 0) throw problem('forbidden')
      const of = async (view: 'open' | 'done') => (await listQueue({ services, actor, filter: { view, leader: actor.personId }, order: { sort: 'dueOn', descending: false }, limit: 200 })).items
      return c.json({ items: [...(await of('open')), ...(await of('done'))] }, 200)
    })
}
