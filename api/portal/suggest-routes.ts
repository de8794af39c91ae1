import { type Context, Hono } from 'hono'
import { rulesInForce } from '../deadline/index.ts'
import { uploadFile } from '../file/index.ts'
import { callerOf, type Env } from '../platform/http/index.ts'
import { Problem, problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { followLimit, followSuggestion, limitAttempts, newFormToken, submitLimit, submitSuggestion, suggestionContentSchema } from '../suggestion/index.ts'
import { frameOf } from './frame.ts'
import { portalCommittee } from './portal-name.ts'
import { suggestionTargets, type SuggestionTarget } from './public-filings.ts'
import { followPage, receiptPage } from './receipt-page.ts'
import { type SuggestForm, suggestPage } from './suggest-page.ts'

const MOST_FILES = 5
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const fields = ['proposerName', 'proposerContact', 'proposerAddress', 'documentTitle', 'documentNo', 'documentMaker', 'matters', 'reasons'] as const

/** 审查建议 for everybody: the form, the receipt, following it. Plain form posts; the token of the form makes a repeated one a single suggestion. */
export function suggestRoutes(services: Services): Hono<Env> {
  const { prisma, settings } = services
  const app = new Hono<Env>()
  const noStore = { 'cache-control': 'no-store' }
  const emptyForm = async (target: SuggestionTarget | null): Promise<SuggestForm> => {
    const organId = target?.receiverOrganId ?? (await portalCommittee(prisma))?.id
    return { token: newFormToken(services), target, values: {}, errors: [], found: null, filesLost: false, uploadLimitBytes: settings.uploadLimitBytes, rules: organId === undefined ? [] : await rulesInForce(prisma, organId) }
  }

  app.get('/suggest', async (c) => {
    const [filing, id, find] = [c.req.query('filing'), c.req.query('id'), (c.req.query('find') ?? '').trim().slice(0, 100)]
    const named = id !== undefined && UUID.test(id) ? await suggestionTargets(prisma, { id }) : filing !== undefined ? await suggestionTargets(prisma, { registrationNo: filing }) : []
    const found = find === '' ? null : { words: find, targets: await suggestionTargets(prisma, { words: find }) }
    return c.html(suggestPage(await frameOf(services, c), { ...(await emptyForm(named[0] ?? null)), found }), 200, noStore)
  })

  app.post('/suggest', async (c) => {
    const declared = Number(c.req.header('content-length') ?? '0')
    if (declared > settings.uploadLimitBytes * MOST_FILES) throw problem('file-too-large', { detail: '附件加起来太大，没有提交。请压缩图片或者少附几个。' })
    const frame = await frameOf(services, c)
    const sent = await c.req.parseBody({ all: true })
    const text = (name: string): string => { const value = sent[name]; return typeof value === 'string' ? value : '' }
    const filingId = text('filingId')
    const [target] = UUID.test(filingId) ? await suggestionTargets(prisma, { id: filingId }) : []
    const values = Object.fromEntries(fields.map((name) => [name, text(name)]))
    if (target !== undefined) Object.assign(values, { documentTitle: target.title, documentNo: target.documentNo, documentMaker: target.makerName })
    const files = [sent['files']].flat().filter((f): f is File => f instanceof File && f.size > 0)
    const again = async (errors: SuggestForm['errors']): Promise<Response> => c.html(suggestPage(frame, { ...(await emptyForm(target ?? null)), token: text('token') === '' ? newFormToken(services) : text('token'), values, errors, filesLost: files.length > 0 }), 422, noStore)

    const content = suggestionContentSchema.safeParse(values)
    if (!content.success) return again(firstOfEach(content.error.issues.map((i) => ({ path: String(i.path[0] ?? ''), message: i.message }))))
    if (files.length > MOST_FILES) return again([{ path: 'files', message: `最多附 ${MOST_FILES} 个文件，现在是 ${files.length} 个。` }])
    try {
      await limitAttempts(services, submitLimit, callerOf(c, settings.trustedProxies))
      const fileIds: string[] = []
      for (const file of files) fileIds.push((await uploadFile({ services, actor: null, name: file.name, content: file.stream() })).id)
      const organId = target?.receiverOrganId ?? (await portalCommittee(prisma))?.id
      if (organId === undefined) throw problem('unavailable', { detail: '平台还没有设置接收机关，请稍后再来。' })
      const submitted = await submitSuggestion({ services, organId, content: content.data, filingId: target?.id ?? null, fileIds, token: text('token') })
      return c.html(receiptPage(frame, { submitted, proposerName: content.data.proposerName, documentTitle: content.data.documentTitle, matters: content.data.matters, fileNames: files.map((f) => f.name) }), 200, noStore)
    } catch (error) {
      // what cannot be taken is said at the form, with everything that was typed
      if (!(error instanceof Problem) || error.status >= 500) throw error
      const about = ['file-refused', 'file-too-large', 'classified'].includes(error.code) ? 'files' : 'matters'
      return again([{ path: about, message: error.message }])
    }
  })

  app.get('/suggest/follow', async (c) => c.html(followPage(await frameOf(services, c), { receiptNo: '', found: null, failed: false }), 200, noStore))

  app.post('/suggest/follow', async (c: Context<Env>) => {
    await limitAttempts(services, followLimit, callerOf(c, settings.trustedProxies))
    const sent = await c.req.parseBody()
    const [receiptNo, followCode] = [sent['receiptNo'], sent['followCode']].map((v) => (typeof v === 'string' ? v.slice(0, 60) : ''))
    const found = await followSuggestion({ services, receiptNo: receiptNo ?? '', followCode: followCode ?? '' })
    return c.html(followPage(await frameOf(services, c), { receiptNo: receiptNo ?? '', found, failed: found === null }), found === null ? 422 : 200, noStore)
  })

  return app
}

const firstOfEach = (errors: SuggestForm['errors']): SuggestForm['errors'] => errors.filter((e, at) => errors.findIndex((o) => o.path === e.path) === at)
