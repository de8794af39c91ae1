import { Hono } from 'hono'
import { callerOf, type Env } from '../../platform/http/index.ts'
import { Problem, problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { followLimit, limitAttempts, newFormToken } from '../../suggestion/index.ts'
import { frameOf } from '../frame.ts'
import { messagePage } from '../message-pages.ts'
import { appliedPage, applicationFields, type ApplyForm, applyPage } from './apply-pages.ts'
import { applicationSchema, applyLimit, applyToHearing } from './apply-to-hearing.ts'
import { applicationPage } from './application-page.ts'
import { followApplication } from './follow-application.ts'
import { hearingPage } from './hearing-pages.ts'
import { publicHearing, readHearingNotice } from './public-hearings.ts'

/** A form of words only: what is longer was not typed into it. */
const MOST_BYTES = 64 * 1024
const noStore = { 'cache-control': 'no-store' }

/** Announced hearings for everybody, and the form to apply: plain form posts, limited by caller as suggestions are. */
export function hearingPortal(services: Services): Hono<Env> {
  const { prisma, settings } = services
  const app = new Hono<Env>()

  app.get('/hearings', (c) => c.redirect('/consultations#hearings'))

  app.get('/hearings/:id', async (c) => {
    const page = await hearingPage({ prisma, frame: await frameOf(services, c), id: c.req.param('id') })
    return page === null ? c.notFound() : c.html(page, 200, { 'cache-control': 'private, max-age=0, must-revalidate' })
  })

  app.get('/hearings/:id/notice', async (c) => {
    const paper = await readHearingNotice(services, c.req.param('id'))
    if (paper === null) return c.notFound()
    return new Response(paper.body, { headers: { 'content-type': paper.mediaType, 'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(paper.name)}`, 'content-security-policy': "default-src 'none'; sandbox" } })
  })

  app.get('/hearings/:id/apply', async (c) => {
    const frame = await frameOf(services, c)
    const hearing = await publicHearing(prisma, { id: c.req.param('id'), today: frame.today })
    if (hearing === null) return c.notFound()
    if (hearing.standing !== 'open') return c.html(messagePage(frame, { title: '不再报名', words: hearing.standing === 'cancelled' ? '这次会议已经取消。' : '报名已经截止。' }), 409, noStore)
    return c.html(applyPage(frame, { token: newFormToken(services), hearing, values: {}, errors: [] }), 200, noStore)
  })

  app.post('/hearings/:id/apply', async (c) => {
    if (Number(c.req.header('content-length') ?? '0') > MOST_BYTES) throw problem('unreadable-request', { detail: '填写的内容太长，没有提交。' })
    const frame = await frameOf(services, c)
    const hearing = await publicHearing(prisma, { id: c.req.param('id'), today: frame.today })
    if (hearing === null) return c.notFound()
    const sent = await c.req.parseBody()
    const text = (name: string): string => { const value = sent[name]; return typeof value === 'string' ? value : '' }
    const values = Object.fromEntries(applicationFields.map((name) => [name, text(name)]))
    const again = (errors: ApplyForm['errors'], status: 409 | 422 | 429 = 422): Response | Promise<Response> =>
      c.html(applyPage(frame, { token: text('token') === '' ? newFormToken(services) : text('token'), hearing, values, errors }), status, noStore)
    const application = applicationSchema.safeParse(values)
    if (!application.success) {
      const errors = application.error.issues.map((issue) => ({ path: String(issue.path[0] ?? 'name'), message: issue.message }))
      return again(errors.filter((e, at) => errors.findIndex((other) => other.path === e.path) === at))
    }
    try {
      await limitAttempts(services, applyLimit, callerOf(c, settings.trustedProxies))
      const { number, followCode } = await applyToHearing({ services, hearingId: hearing.id, application: application.data, token: text('token') })
      return c.html(appliedPage(frame, { hearing, number, followCode }), 200, noStore)
    } catch (error) {
      // what cannot be taken is said at the form, with everything that was typed
      if (!(error instanceof Problem) || error.status >= 500) throw error
      return again([{ path: 'part', message: error.message }], error.status === 429 ? 429 : error.status === 409 ? 409 : 422)
    }
  })

  app.get('/hearings/:id/result', async (c) => {
    const frame = await frameOf(services, c)
    const hearing = await publicHearing(prisma, { id: c.req.param('id'), today: frame.today })
    return hearing === null ? c.notFound() : c.html(applicationPage(frame, { hearing, number: '', found: null, failed: false }), 200, noStore)
  })

  app.post('/hearings/:id/result', async (c) => {
    await limitAttempts(services, followLimit, callerOf(c, settings.trustedProxies))
    const frame = await frameOf(services, c)
    const hearing = await publicHearing(prisma, { id: c.req.param('id'), today: frame.today })
    if (hearing === null) return c.notFound()
    const sent = await c.req.parseBody()
    const [number = '', followCode = ''] = [sent['number'], sent['followCode']].map((value) => (typeof value === 'string' ? value.slice(0, 60) : ''))
    const found = await followApplication({ services, hearingId: hearing.id, number, followCode })
    return c.html(applicationPage(frame, { hearing, number, found, failed: found === null }), found === null ? 422 : 200, noStore)
  })

  return app
}
