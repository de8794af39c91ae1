import { z } from '@hono/zod-openapi'
import { DOCX } from '../file/index.ts'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { compareDraftTexts, compareThreeDraftTexts, printDraftComparison, WORKING } from './compare-texts.ts'
import { comparedTextsSchema, comparedThreeTextsSchema, draftTextSchema, importedChangesSchema, snapshotInputSchema, snapshotsSchema } from './draft-schema.ts'
import { exportDraft, type ExportForm } from './export-draft.ts'
import { exportTracked } from './export-tracked.ts'
import { importTracked } from './import-tracked.ts'
import { listSnapshots, showSnapshot } from './list-snapshots.ts'
import { restoreSnapshot } from './restore-snapshot.ts'
import { takeSnapshot } from './snapshot-draft.ts'

const tags = ['drafting']
const which = z.union([z.literal(WORKING), z.uuid()]).openapi({ description: '某一稿的 id，或者 working（工作稿）' })
const snapshotParameter = idParameter.extend({ snapshotId: z.uuid().openapi({ param: { name: 'snapshotId', in: 'path' } }) })
const textParameter = idParameter.extend({ which: which.openapi({ param: { name: 'which', in: 'path' } }) })
const pair = z.object({ from: which, to: which })
const tableQuery = pair.extend({ middle: which.optional(), changedOnly: z.enum(['true', 'false']).default('true') })
const file = (what: string) => ({ 200: { description: what, content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses })

const list = defineRoute({ method: 'get', path: '/api/drafts/{id}/snapshots', 'x-access': 'draft.read', tags, summary: '草案的各稿', request: { params: idParameter }, responses: { ...json(200, snapshotsSchema, '各稿，从早到晚'), ...problemResponses } })
const take = defineRoute({
  method: 'post', path: '/api/drafts/{id}/snapshots', 'x-access': 'draft.keep', tags, summary: '留存一稿，以后不能改动', request: { params: idParameter, body: jsonBody(snapshotInputSchema) },
  responses: { ...json(201, z.object({ id: z.string(), seq: z.number().int(), label: z.string(), version: z.number().int() }), '已留存'), ...problemResponses },
})
const show = defineRoute({ method: 'get', path: '/api/drafts/{id}/texts/{which}', 'x-access': 'draft.read', tags, summary: '某一稿或者工作稿的文本', request: { params: textParameter }, responses: { ...json(200, draftTextSchema, '文本'), ...problemResponses } })
const restore = defineRoute({
  method: 'post', path: '/api/drafts/{id}/snapshots/{snapshotId}/restore', 'x-access': 'draft.keep', tags, summary: '工作稿恢复为某一稿，作为新的修改',
  request: { params: snapshotParameter, body: jsonBody(z.object({ reason: z.string().trim().min(1, '请填写恢复的原因。').max(300) })) },
  responses: { ...json(200, z.object({ version: z.number().int(), steps: z.number().int() }), '已恢复；恢复前的文本另存了一稿'), ...problemResponses },
})
const compare = defineRoute({ method: 'get', path: '/api/drafts/{id}/comparison', 'x-access': 'draft.read', tags, summary: '两稿逐条对照', request: { params: idParameter, query: pair }, responses: { ...json(200, comparedTextsSchema, '逐条对照'), ...problemResponses } })
const three = defineRoute({ method: 'get', path: '/api/drafts/{id}/comparison/three', 'x-access': 'draft.read', tags, summary: '三稿逐条对照', request: { params: idParameter, query: pair.extend({ middle: which }) }, responses: { ...json(200, comparedThreeTextsSchema, '逐条对照'), ...problemResponses } })
const tableDocx = defineRoute({ method: 'get', path: '/api/drafts/{id}/comparison-table.docx', 'x-access': 'draft.read', tags, summary: '条文对照表，Word', request: { params: idParameter, query: tableQuery }, responses: file('条文对照表') })
const tablePdf = defineRoute({ method: 'get', path: '/api/drafts/{id}/comparison-table.pdf', 'x-access': 'draft.read', tags, summary: '条文对照表，PDF', request: { params: idParameter, query: tableQuery }, responses: file('条文对照表') })
const asDocx = defineRoute({ method: 'get', path: '/api/drafts/{id}/texts/{which}/text.docx', 'x-access': 'draft.read', tags, summary: '导出文本，Word', request: { params: textParameter }, responses: file('文本，每页有导出人和日期') })
const asTxt = defineRoute({ method: 'get', path: '/api/drafts/{id}/texts/{which}/text.txt', 'x-access': 'draft.read', tags, summary: '导出文本，纯文本', request: { params: textParameter }, responses: file('文本，首行有导出人和日期') })

const tracked = defineRoute({ method: 'get', path: '/api/drafts/{id}/texts/working/tracked.docx', 'x-access': 'draft.open', tags, summary: '导出工作稿，未决修订作为 Word 的修订', request: { params: idParameter }, responses: file('工作稿：全部接受就是工作稿，全部拒绝就是修订前的文本') })
const takeIn = defineRoute({
  method: 'post', path: '/api/drafts/{id}/tracked', 'x-access': 'draft.write', tags, summary: '并入 Word 文件里的修订，作为各作者的修订',
  request: { params: idParameter, body: jsonBody(z.object({ fileId: z.uuid(), version: z.number().int().nonnegative(), confirm: z.boolean().default(false) }).openapi('TrackedFile')) },
  responses: { ...json(200, importedChangesSchema, '已并入；written 为 false 的没有写入：文件的底稿与工作稿有不同，confirm 后只并入相同的条'), ...problemResponses },
})

const mediaTypes: Record<ExportForm | 'pdf', string> = { docx: DOCX, txt: 'text/plain; charset=utf-8', pdf: 'application/pdf' }
const download = ({ name, bytes }: { name: string; bytes: Uint8Array }, form: ExportForm | 'pdf'): Response =>
  new Response(new Uint8Array(bytes), { headers: { 'content-type': mediaTypes[form], 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } })

/** The texts of a draft: kept, shown, held against each other, restored, taken out. */
export function textRoutes(services: Services) {
  type Caller = Parameters<typeof actorOf>[0]
  const table = async (c: Caller, draftId: string, query: z.infer<typeof tableQuery>, form: 'docx' | 'pdf') =>
    download(await printDraftComparison({ services, actor: actorOf(c), draftId, from: query.from, middle: query.middle, to: query.to, changedOnly: query.changedOnly === 'true', form }), form)
  return createRouter()
    .openapi(takeIn, async (c) => c.json(await importTracked({ services, actor: actorOf(c), draftId: c.req.valid('param').id, ...c.req.valid('json') }), 200))
    .openapi(tracked, async (c) => download(await exportTracked({ services, actor: actorOf(c), draftId: c.req.valid('param').id }), 'docx'))
    .openapi(list, async (c) => c.json(await listSnapshots({ services, actor: actorOf(c), draftId: c.req.valid('param').id }), 200))
    .openapi(take, async (c) => {
      const { id, seq, label, version } = await takeSnapshot({ services, actor: actorOf(c), draftId: c.req.valid('param').id, ...c.req.valid('json') })
      return c.json({ id, seq, label, version }, 201)
    })
    .openapi(show, async (c) => {
      const { id, which: text } = c.req.valid('param')
      return c.json(await showSnapshot({ services, actor: actorOf(c), draftId: id, which: text }), 200)
    })
    .openapi(restore, async (c) => {
      const { id, snapshotId } = c.req.valid('param')
      return c.json(await restoreSnapshot({ services, actor: actorOf(c), draftId: id, snapshotId, reason: c.req.valid('json').reason }), 200)
    })
    .openapi(compare, async (c) => c.json(await compareDraftTexts({ services, actor: actorOf(c), draftId: c.req.valid('param').id, ...c.req.valid('query') }), 200))
    .openapi(three, async (c) => c.json(await compareThreeDraftTexts({ services, actor: actorOf(c), draftId: c.req.valid('param').id, ...c.req.valid('query') }), 200))
    .openapi(tableDocx, (c) => table(c, c.req.valid('param').id, c.req.valid('query'), 'docx'))
    .openapi(tablePdf, (c) => table(c, c.req.valid('param').id, c.req.valid('query'), 'pdf'))
    .openapi(asDocx, async (c) => {
      const { id, which: text } = c.req.valid('param')
      return download(await exportDraft({ services, actor: actorOf(c), draftId: id, which: text, form: 'docx' }), 'docx')
    })
    .openapi(asTxt, async (c) => {
      const { id, which: text } = c.req.valid('param')
      return download(await exportDraft({ services, actor: actorOf(c), draftId: id, which: text, form: 'txt' }), 'txt')
    })
}
