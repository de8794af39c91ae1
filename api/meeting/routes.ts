import { z } from '@hono/zod-openapi'
import { meetingKinds } from '../../law/procedure/index.ts'
import { actorOf, createRouter, defineRoute, etag, idParameter, json, jsonBody, legalDate, page, pageQuery, problemResponses, revisionOf } from '../platform/http/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { attendanceInputSchema, recordAttendance, removeAttendee } from './attendance.ts'
import { addAgendaItem, agendaItemInputSchema, editAgendaItem, orderAgenda, projectsForAgenda, withdrawAgendaItem } from './agenda.ts'
import { decideItem, itemDecisionSchema } from './decide-item.ts'
import { listMeetings, meetingViews } from './list-meetings.ts'
import { meetingFor } from './meeting-for.ts'
import { meetingRowSchema, meetingSchema } from './meeting-schema.ts'
import { moveMeeting } from './move-meeting.ts'
import { editMeeting, meetingEditSchema, meetingInputSchema, planMeeting, planningOf } from './plan-meeting.ts'
import { presentMeeting } from './present-meeting.ts'

const tags = ['meeting']
const shown = { ...json(200, meetingSchema, '会议；ETag 是修改用的版本标记'), ...problemResponses }
const created = { ...json(201, z.object({ id: z.string() }), '已登记'), ...problemResponses }
export const partParameter = idParameter.extend({ partId: z.uuid().openapi({ param: { name: 'partId', in: 'path' } }) })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '月份应写作 2026-03 这样的形式')

const list = defineRoute({
  method: 'get', path: '/api/meetings', 'x-access': 'meeting.read', tags, summary: '会议清单、日历',
  request: { query: pageQuery.extend({ view: z.enum(meetingViews).default('upcoming'), kind: z.enum(meetingKinds).optional(), month: month.optional(), q: z.string().trim().max(100).default('') }) },
  responses: { ...json(200, page(meetingRowSchema).extend({ counts: z.object({ upcoming: z.number().int(), past: z.number().int() }) }), '会议'), ...problemResponses },
})
const planning = defineRoute({
  method: 'get', path: '/api/meetings/planning', 'x-access': 'meeting.arrange', tags, summary: '安排会议：组成人员、材料送达日期',
  request: { query: z.object({ kind: z.enum(meetingKinds).default('standingCommittee'), committeeOrganId: z.uuid().optional(), startsOn: legalDate }) },
  responses: {
    ...json(200, z.object({
      house: z.string(), kinds: z.array(z.string()), committees: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })), members: z.array(z.object({ name: z.string(), title: z.string().nullable() })),
      materials: z.object({ dueOn: z.string(), label: z.string(), basis: z.string(), confirmed: z.boolean(), amount: z.number().int(), unit: z.string() }),
    }).openapi('MeetingPlanning'), '安排会议用'),
    ...problemResponses,
  },
})
const plan = defineRoute({ method: 'post', path: '/api/meetings', 'x-access': 'meeting.arrange', tags, summary: '安排会议', request: { body: jsonBody(meetingInputSchema) }, responses: created })
const read = defineRoute({ method: 'get', path: '/api/meetings/{id}', 'x-access': 'meeting.read', tags, summary: '一次会议', request: { params: idParameter }, responses: shown })
const revision = defineRoute({
  method: 'get', path: '/api/meetings/{id}/revision', 'x-access': 'meeting.read', tags, summary: '会议有没有新的记录：版本标记', request: { params: idParameter },
  responses: { ...json(200, z.object({ revision: z.number().int() }).openapi('MeetingRevision'), '每有一项记录就增加'), ...problemResponses },
})
const edit = defineRoute({ method: 'patch', path: '/api/meetings/{id}', 'x-access': 'meeting.arrange', tags, summary: '修改会议基本情况（If-Match）', request: { params: idParameter, body: jsonBody(meetingEditSchema) }, responses: shown })
const step = defineRoute({
  method: 'post', path: '/api/meetings/{id}/steps/{key}', 'x-access': 'meeting.arrange', tags, summary: '通知、改期、取消、开会、闭会（If-Match）',
  request: { params: idParameter.extend({ key: z.enum(['notify', 'move', 'cancel', 'open', 'close']).openapi({ param: { name: 'key', in: 'path' } }) }), body: jsonBody(z.object({ values: z.record(z.string().max(60), z.string().max(2000)).default({}) }).openapi('MeetingStepInput')) },
  responses: shown,
})
const attend = defineRoute({ method: 'put', path: '/api/meetings/{id}/attendance', 'x-access': 'meeting.arrange', tags, summary: '登记出席、请假、列席', request: { params: idParameter, body: jsonBody(attendanceInputSchema) }, responses: shown })
const unattend = defineRoute({ method: 'delete', path: '/api/meetings/{id}/attendance/{partId}', 'x-access': 'meeting.arrange', tags, summary: '移出名单', request: { params: partParameter }, responses: shown })
const choices = defineRoute({
  method: 'get', path: '/api/meetings/{id}/agenda-choices', 'x-access': 'meeting.arrange', tags, summary: '可以列入议程的项目和决定', request: { params: idParameter },
  responses: {
    ...json(200, z.object({
      projects: z.array(z.object({ id: z.string(), title: z.string(), state: z.string(), /** decisions that can be taken of it as it stands now */ possible: z.array(z.string()) })), decisions: z.array(z.object({ step: z.string(), label: z.string(), itemKind: z.string(), basis: z.string() })),
    }).openapi('AgendaChoices'), '可选项'),
    ...problemResponses,
  },
})
const addItem = defineRoute({ method: 'post', path: '/api/meetings/{id}/agenda', 'x-access': 'meeting.arrange', tags, summary: '列入议题', request: { params: idParameter, body: jsonBody(agendaItemInputSchema) }, responses: created })
const editItem = defineRoute({ method: 'put', path: '/api/meetings/{id}/agenda/{partId}', 'x-access': 'meeting.arrange', tags, summary: '修改议题', request: { params: partParameter, body: jsonBody(agendaItemInputSchema) }, responses: shown })
const order = defineRoute({
  method: 'put', path: '/api/meetings/{id}/agenda-order', 'x-access': 'meeting.arrange', tags, summary: '调整议程顺序', request: { params: idParameter, body: jsonBody(z.object({ itemIds: z.array(z.uuid()).min(1).max(200) }).openapi('AgendaOrder')) }, responses: shown,
})
const withdrawItem = defineRoute({
  method: 'post', path: '/api/meetings/{id}/agenda/{partId}/withdraw', 'x-access': 'meeting.arrange', tags, summary: '撤下议题', request: { params: partParameter, body: jsonBody(z.object({ reason: z.string().trim().max(1000).default('') }).openapi('ItemWithdrawal')) }, responses: shown,
})
const decide = defineRoute({ method: 'post', path: '/api/meetings/{id}/agenda/{partId}/decide', 'x-access': 'meeting.arrange', tags, summary: '登记议题结果', request: { params: partParameter, body: jsonBody(itemDecisionSchema) }, responses: shown })

/** 会议: the list, one meeting, its list of people and its agenda. Files, votes and speeches have routes of their own. */
export function meetingRoutes(services: Services) {
  const present = (actor: Actor, meetingId: string) => presentMeeting({ services, actor, meetingId })
  return createRouter()
    .openapi(list, async (c) => {
      const { view, kind, month: of, q: text, cursor, limit } = c.req.valid('query')
      return c.json(await listMeetings({ services, actor: actorOf(c), view, kind, month: of, text, cursor, limit }), 200)
    })
    .openapi(planning, async (c) => {
      const { kind, committeeOrganId, startsOn } = c.req.valid('query')
      return c.json(await planningOf({ services, actor: actorOf(c), kind, committeeOrganId: committeeOrganId ?? null, startsOn }), 200)
    })
    .openapi(plan, async (c) => c.json({ id: await planMeeting({ services, actor: actorOf(c), input: c.req.valid('json') }) }, 201))
    .openapi(read, async (c) => {
      const view = await present(actorOf(c), c.req.valid('param').id)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(revision, async (c) => c.json({ revision: (await meetingFor({ tx: services.prisma, actor: actorOf(c), meetingId: c.req.valid('param').id, action: 'read' })).revision }, 200))
    .openapi(edit, async (c) => {
      const { id } = c.req.valid('param')
      await editMeeting({ services, actor: actorOf(c), meetingId: id, revision: revisionOf(c), change: c.req.valid('json') })
      const view = await present(actorOf(c), id)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(step, async (c) => {
      const { id, key } = c.req.valid('param')
      await moveMeeting({ services, actor: actorOf(c), meetingId: id, key, values: c.req.valid('json').values, revision: revisionOf(c) })
      const view = await present(actorOf(c), id)
      c.header('etag', etag(view.revision))
      return c.json(view, 200)
    })
    .openapi(attend, async (c) => {
      const { id } = c.req.valid('param')
      await recordAttendance({ services, actor: actorOf(c), meetingId: id, entries: c.req.valid('json').entries })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(unattend, async (c) => {
      const { id, partId } = c.req.valid('param')
      await removeAttendee({ services, actor: actorOf(c), meetingId: id, attendeeId: partId })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(choices, async (c) => {
      const meeting = await meetingFor({ tx: services.prisma, actor: actorOf(c), meetingId: c.req.valid('param').id, action: 'arrange' })
      return c.json(await projectsForAgenda({ services, meeting }), 200)
    })
    .openapi(addItem, async (c) => c.json({ id: await addAgendaItem({ services, actor: actorOf(c), meetingId: c.req.valid('param').id, input: c.req.valid('json') }) }, 201))
    .openapi(editItem, async (c) => {
      const { id, partId } = c.req.valid('param')
      await editAgendaItem({ services, actor: actorOf(c), meetingId: id, itemId: partId, input: c.req.valid('json') })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(order, async (c) => {
      const { id } = c.req.valid('param')
      await orderAgenda({ services, actor: actorOf(c), meetingId: id, itemIds: c.req.valid('json').itemIds })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(withdrawItem, async (c) => {
      const { id, partId } = c.req.valid('param')
      await withdrawAgendaItem({ services, actor: actorOf(c), meetingId: id, itemId: partId, reason: c.req.valid('json').reason })
      return c.json(await present(actorOf(c), id), 200)
    })
    .openapi(decide, async (c) => {
      const { id, partId } = c.req.valid('param')
      await decideItem({ services, actor: actorOf(c), meetingId: id, itemId: partId, input: c.req.valid('json') })
      return c.json(await present(actorOf(c), id), 200)
    })
}
