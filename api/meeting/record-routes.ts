import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, legalDate, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { textOfItem } from './draft-articles.ts'
import { addMeetingFile, deliverFiles, meetingFileInputSchema, openMeetingFile } from './files.ts'
import { meetingFor } from './meeting-for.ts'
import { meetingSchema } from './meeting-schema.ts'
import { moveVote } from './move-vote.ts'
import { packOfMeeting } from './pack.ts'
import { meetingPaperKinds } from './papers/compose.ts'
import { draftMeetingPaper, keepMeetingPaper } from './papers/keep-paper.ts'
import { printMeetingPaper } from './papers/print-paper.ts'
import { presentMeeting } from './present-meeting.ts'
import { partParameter } from './routes.ts'
import { disposeSpeech, dispositionInputSchema, listSpeeches, recordSpeech, speechInputSchema, speechSchema } from './speeches.ts'
import { prepareVote, voteCountSchema, votePreparationSchema } from './votes.ts'

const tags = ['meeting']
const shown = { ...json(200, meetingSchema, '会议'), ...problemResponses }
const bytes = (type: string, description: string) => ({ 200: { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses })
const numbered = { ...json(201, z.object({ number: z.number().int() }), '已编号'), ...problemResponses }

const addFile = defineRoute({ method: 'post', path: '/api/meetings/{id}/files', 'x-access': 'meeting.arrange', tags, summary: '编入会议文件', request: { params: idParameter, body: jsonBody(meetingFileInputSchema) }, responses: numbered })
const deliver = defineRoute({
  method: 'post', path: '/api/meetings/{id}/deliveries', 'x-access': 'meeting.arrange', tags, summary: '登记送达', request: { params: idParameter, body: jsonBody(z.object({ fileIds: z.array(z.uuid()).min(1).max(200), on: legalDate }).openapi('FileDelivery')) }, responses: shown,
})
const openFile = defineRoute({ method: 'get', path: '/api/meetings/{id}/files/{partId}/content', 'x-access': 'meeting.read', tags, summary: '会议文件', request: { params: partParameter, query: z.object({ inline: z.enum(['true']).optional() }) }, responses: bytes('application/octet-stream', '原件') })
const pack = defineRoute({ method: 'get', path: '/api/meetings/{id}/pack', 'x-access': 'meeting.read', tags, summary: '打印全部文件（一份 PDF）', request: { params: idParameter }, responses: bytes('application/pdf', '全部文件，按编号') })

const kindParameter = idParameter.extend({ kind: z.enum(meetingPaperKinds).openapi({ param: { name: 'kind', in: 'path' } }) })
const choice = z.object({ itemId: z.uuid().optional(), voteId: z.uuid().optional(), group: z.string().trim().max(60).optional(), on: legalDate.optional() })
const printOne = defineRoute({
  method: 'get', path: '/api/meetings/{id}/papers/{kind}', 'x-access': 'meeting.read', tags, summary: '议程、通知、出席情况、简报、审议意见整理、表决结果单', request: { params: kindParameter, query: choice.extend({ form: z.enum(['docx', 'pdf']).default('docx') }) }, responses: bytes('application/octet-stream', '文书'),
})
const keepOne = defineRoute({ method: 'post', path: '/api/meetings/{id}/papers/{kind}/keep', 'x-access': 'meeting.arrange', tags, summary: '编入会议文件', request: { params: kindParameter, body: jsonBody(choice.openapi('MeetingPaperChoice')) }, responses: numbered })
const draftOne = defineRoute({ method: 'post', path: '/api/meetings/{id}/papers/{kind}/draft', 'x-access': 'meeting.record', tags, summary: '拟稿', request: { params: kindParameter, body: jsonBody(choice) }, responses: { ...json(201, z.object({ id: z.string() }), '已拟稿'), ...problemResponses } })

const prepare = defineRoute({ method: 'post', path: '/api/meetings/{id}/votes', 'x-access': 'meeting.arrange', tags, summary: '准备表决', request: { params: idParameter, body: jsonBody(votePreparationSchema) }, responses: { ...json(201, z.object({ id: z.string() }), '已准备'), ...problemResponses } })
const vote = defineRoute({
  method: 'post', path: '/api/meetings/{id}/votes/{partId}/steps/{key}', 'x-access': 'meeting.arrange', tags, summary: '开始、结束、宣布、不再表决、写进表决稿、更正',
  request: {
    params: partParameter.extend({ key: z.enum(['open', 'close', 'announce', 'drop', 'writeIn', 'correct']).openapi({ param: { name: 'key', in: 'path' } }) }),
    body: jsonBody(z.object({ values: z.record(z.string().max(60), z.string().max(2000)).default({}), count: voteCountSchema.nullable().default(null) }).openapi('VoteStepInput')),
  },
  responses: shown,
})

const speeches = defineRoute({
  method: 'get', path: '/api/meetings/{id}/speeches', 'x-access': 'meeting.read', tags, summary: '发言', request: { params: idParameter, query: z.object({ itemId: z.uuid().optional() }) }, responses: { ...json(200, z.object({ items: z.array(speechSchema) }), '发言'), ...problemResponses },
})
const speak = defineRoute({ method: 'post', path: '/api/meetings/{id}/speeches', 'x-access': 'meeting.record', tags, summary: '登记发言', request: { params: idParameter, body: jsonBody(speechInputSchema) }, responses: { ...json(201, z.object({ id: z.string() }), '已登记'), ...problemResponses } })
const dispose = defineRoute({
  method: 'put', path: '/api/meetings/{id}/speeches/{partId}/disposition', 'x-access': 'meeting.record', tags, summary: '意见采纳情况', request: { params: partParameter, body: jsonBody(dispositionInputSchema) }, responses: { ...json(200, z.object({ items: z.array(speechSchema) }), '发言'), ...problemResponses },
})
const articles = defineRoute({
  method: 'get', path: '/api/meetings/{id}/agenda/{partId}/articles', 'x-access': 'meeting.record', tags, summary: '审议的文本的条文', request: { params: partParameter },
  responses: { ...json(200, z.object({ label: z.string().nullable(), articles: z.array(z.object({ key: z.string().nullable(), label: z.string(), text: z.string() })) }).openapi('MeetingArticles'), '条文'), ...problemResponses },
})

const answerFile = (file: { name: string; mediaType: string; body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> }, inline: boolean) =>
  new Response(file.body, {
    headers: { 'content-type': file.mediaType, 'content-disposition': `${inline && file.mediaType === 'application/pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'" },
  })

/** Files, papers, votes and speeches of a meeting. */
export function meetingRecordRoutes(services: Services) {
  return createRouter()
    .openapi(addFile, async (c) => c.json({ number: await addMeetingFile({ services, actor: actorOf(c), meetingId: c.req.valid('param').id, input: c.req.valid('json') }) }, 201))
    .openapi(deliver, async (c) => {
      const { id } = c.req.valid('param')
      await deliverFiles({ services, actor: actorOf(c), meetingId: id, ...c.req.valid('json') })
      return c.json(await presentMeeting({ services, actor: actorOf(c), meetingId: id }), 200)
    })
    .openapi(openFile, async (c) => {
      const { id, partId } = c.req.valid('param')
      return answerFile(await openMeetingFile({ services, actor: actorOf(c), meetingId: id, id: partId }), c.req.valid('query').inline === 'true')
    })
    .openapi(pack, async (c) => {
      const { name, bytes: body } = await packOfMeeting({ services, actor: actorOf(c), meetingId: c.req.valid('param').id })
      return answerFile({ name, mediaType: 'application/pdf', body }, true)
    })
    .openapi(printOne, async (c) => {
      const { id, kind } = c.req.valid('param')
      const { form, ...chosen } = c.req.valid('query')
      const { name, mediaType, bytes: body } = await printMeetingPaper({ services, actor: actorOf(c), meetingId: id, kind, choice: chosen, form })
      return answerFile({ name, mediaType, body }, false)
    })
    .openapi(keepOne, async (c) => {
      const { id, kind } = c.req.valid('param')
      return c.json({ number: await keepMeetingPaper({ services, actor: actorOf(c), meetingId: id, kind, choice: c.req.valid('json') }) }, 201)
    })
    .openapi(draftOne, async (c) => {
      const { id, kind } = c.req.valid('param')
      return c.json({ id: await draftMeetingPaper({ services, actor: actorOf(c), meetingId: id, kind, choice: c.req.valid('json') }) }, 201)
    })
    .openapi(prepare, async (c) => c.json({ id: await prepareVote({ services, actor: actorOf(c), meetingId: c.req.valid('param').id, input: c.req.valid('json') }) }, 201))
    .openapi(vote, async (c) => {
      const { id, partId, key } = c.req.valid('param')
      const { values, count } = c.req.valid('json')
      await moveVote({ services, actor: actorOf(c), meetingId: id, voteId: partId, key, values, count })
      return c.json(await presentMeeting({ services, actor: actorOf(c), meetingId: id }), 200)
    })
    .openapi(speeches, async (c) => c.json(await listSpeeches({ services, actor: actorOf(c), meetingId: c.req.valid('param').id, agendaItemId: c.req.valid('query').itemId }), 200))
    .openapi(speak, async (c) => c.json({ id: await recordSpeech({ services, actor: actorOf(c), meetingId: c.req.valid('param').id, input: c.req.valid('json') }) }, 201))
    .openapi(dispose, async (c) => {
      const { id, partId } = c.req.valid('param')
      await disposeSpeech({ services, actor: actorOf(c), meetingId: id, speechId: partId, input: c.req.valid('json') })
      return c.json(await listSpeeches({ services, actor: actorOf(c), meetingId: id }), 200)
    })
    .openapi(articles, async (c) => {
      const { id, partId } = c.req.valid('param')
      await meetingFor({ tx: services.prisma, actor: actorOf(c), meetingId: id, action: 'record' })
      const item = await services.prisma.agendaItem.findFirst({ where: { id: partId, meetingId: id }, select: { id: true, projectId: true } })
      const text = item === null ? null : await textOfItem(services.prisma, item)
      return c.json({ label: text?.label ?? null, articles: text?.articles ?? [] }, 200)
    })
}
