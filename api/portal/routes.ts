import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Env } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { comparePage } from './compare-page.ts'
import { consultationPage, consultationsPage } from './consultation/consultations-page.ts'
import { consultationPapers, readConsultationPaper } from './consultation/public-consultations.ts'
import { dateInWords, readTypedDate } from './dates.ts'
import { textAsDocx } from './download-text.ts'
import { filingPage, filingsPage } from './filings-page.ts'
import { frameOf, ownPath, SIZE_COOKIE } from './frame.ts'
import { hearingPortal } from './hearing/hearing-portal.ts'
import { homePage } from './home-page.ts'
import { lawAddress, inForceOn, inOrder, shownToday, versionNamed } from './law-history.ts'
import { lawPage } from './law-page.ts'
import { messagePage } from './message-pages.ts'
import type { Markup } from './page.ts'
import { planPage, plansPage } from './plans-page.ts'
import { publicFilingOfVersion } from './public-filings.ts'
import { publicPlainText, publicSources, publicTree, publicWork } from './public-library.ts'
import { isPublishedWith, readPublishedWith } from './published-with.ts'
import { isForceStatus, searchPage } from './search-page.ts'
import { emblem, stylesheet } from './styles.ts'
import { suggestRoutes } from './suggest-routes.ts'
import { html } from 'hono/html'

const MAX_PAGE = 2000
const pageNumber = (typed: string | undefined): number => Math.min(MAX_PAGE, Math.max(1, Math.trunc(Number(typed ?? '1')) || 1))

/** Pages are made anew from the rows at every request; a browser may keep one for a minute. */
const show = (c: Context<Env>, page: Markup, status: 200 | 404 | 422 | 503 = 200): Response | Promise<Response> => c.html(page, status, { 'cache-control': 'private, max-age=0, must-revalidate' })

const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

/** The pages of the public portal at their final addresses (design §4a). They read what an explicit act has made public, nothing else. */
export function portalRoutes(services: Services): Hono<Env> {
  const { prisma } = services
  const app = new Hono<Env>()

  app.get('/portal/portal.css', (c) => c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' }))

  app.get('/favicon.ico', (c) => c.body(emblem, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }))

  app.get('/size/:size', (c) => {
    setCookie(c, SIZE_COOKIE, c.req.param('size') === 'large' ? 'large' : 'normal', { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 31_536_000, secure: services.settings.publicUrl.startsWith('https:') })
    return c.redirect(ownPath(c.req.query('to')))
  })

  app.get('/', async (c) => show(c, await homePage({ prisma, frame: await frameOf(services, c) })))

  app.get('/search', async (c) => {
    const frame = await frameOf(services, c)
    const status = c.req.query('status') ?? ''
    const { page, status: code } = await searchPage({
      prisma, search: services.search, frame,
      asked: { text: (c.req.query('q') ?? '').slice(0, 400), on: readTypedDate(c.req.query('on') ?? '') ?? frame.today, kinds: (c.req.queries('kind') ?? []).slice(0, 20), status: isForceStatus(status) ? status : null, page: pageNumber(c.req.query('page')) },
    })
    return show(c, page, code)
  })

  app.get('/law/:workKey', async (c) => {
    const work = await publicWork(prisma, c.req.param('workKey'))
    if (work === null) return c.notFound()
    const typed = c.req.query('on')
    const frame = await frameOf(services, c)
    const on = typed === undefined ? frame.today : readTypedDate(typed)
    const version = typed === undefined ? shownToday(work.versions, frame.today) : on === null ? null : inForceOn(work.versions, on)
    if (version !== null) return c.redirect(lawAddress(version))
    const words = on === null ? `“${typed ?? ''}”不是一个日期，请写作 2024-06-15 这样的形式。` : `${dateInWords(on)}没有有效的文本，或者那时的文本不在库里、施行日期未知。下面是库里的文本：`
    return show(c, messagePage(frame, { title: work.title, words, more: html`<ul>${inOrder(work.versions).map((v) => html`<li><a class="u" href="${lawAddress(v)}">${v.effectiveFrom === null ? `施行日期未知${v.adopted === null ? '' : `，${v.adopted} 通过`}` : `${v.effectiveFrom} 起施行`}</a></li>`)}</ul>` }), 404)
  })

  app.get('/law/:workKey/compare', async (c) => {
    const [from, to] = [c.req.query('from') ?? '', c.req.query('to') ?? '']
    const work = await publicWork(prisma, c.req.param('workKey'))
    if (work === null || [from, to].some((name) => versionNamed(work.versions, work.key, name) === null)) return c.notFound()
    return c.redirect(`/law/${work.key}/compare/${from}/${to}`)
  })

  app.get('/law/:workKey/compare/:from/:to', async (c) => {
    const work = await publicWork(prisma, c.req.param('workKey'))
    if (work === null) return c.notFound()
    const page = await comparePage({ prisma, frame: await frameOf(services, c), publicUrl: services.settings.publicUrl, work, from: c.req.param('from'), to: c.req.param('to'), show: c.req.query('show') })
    return page === null ? c.notFound() : show(c, page)
  })

  app.get('/law/:workKey/:dateKey/text.txt', async (c) => {
    const found = await versionOf(c.req.param('workKey'), c.req.param('dateKey'))
    const text = found === null ? null : await publicPlainText(prisma, found.version.id)
    if (found === null || text === null) return c.notFound()
    return c.body(`${services.settings.demo ? '演示数据\n' : ''}${text}\n`, 200, { 'content-type': 'text/plain; charset=utf-8', 'content-disposition': attachment(`${found.version.title}.txt`) })
  })

  app.get('/law/:workKey/:dateKey/text.docx', async (c) => {
    const found = await versionOf(c.req.param('workKey'), c.req.param('dateKey'))
    const text = found === null ? null : await publicTree(prisma, found.version.id)
    if (found === null || text === null) return c.notFound()
    const bytes = await textAsDocx({ text, title: found.version.title, demo: services.settings.demo })
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'content-disposition': attachment(`${found.version.title}.docx`) })
  })

  app.get('/law/:workKey/:dateKey/original/:fileId', async (c) => {
    const found = await versionOf(c.req.param('workKey'), c.req.param('dateKey'))
    const source = found === null ? undefined : (await publicSources(prisma, found.version.id)).find((s) => s.fileId === c.req.param('fileId'))
    if (source === undefined) return c.notFound()
    const stream = Readable.toWeb(await services.files.open(source.sha256)) as ReadableStream<Uint8Array>
    return new Response(stream, {
      headers: { 'content-type': source.mediaType, 'content-length': source.sizeBytes.toString(), 'content-disposition': attachment(source.name), 'content-security-policy': "default-src 'none'; sandbox" },
    })
  })

  app.get('/law/:workKey/:dateKey/with/:which', async (c) => {
    const which = c.req.param('which')
    const found = await versionOf(c.req.param('workKey'), c.req.param('dateKey'))
    const paper = found === null || !isPublishedWith(which) ? null : await readPublishedWith(services, { versionId: found.version.id, which })
    if (paper === null) return c.notFound()
    // read in the browser where it can: these papers are published to be read
    return new Response(paper.body, { headers: { 'content-type': paper.mediaType, 'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(paper.name)}`, 'content-security-policy': "default-src 'none'; sandbox" } })
  })

  const law = async (c: Context<Env>, place: { workKey: string; dateKey: string; anchor: string | null }): Promise<Response> => {
    const work = await publicWork(prisma, place.workKey)
    const version = work === null ? null : versionNamed(work.versions, work.key, place.dateKey)
    // a text under the work's other name has its own address
    if (work === null || version === null || version.workKey !== work.key) return c.notFound()
    const page = await lawPage({
      prisma, frame: await frameOf(services, c), publicUrl: services.settings.publicUrl, work, dateKey: place.dateKey, anchor: place.anchor, within: (c.req.query('in') ?? '').trim().slice(0, 100),
      filing: await publicFilingOfVersion(prisma, version.id),
    })
    return page === null ? c.notFound() : show(c, page)
  }
  app.get('/law/:workKey/:dateKey', (c) => law(c, { workKey: c.req.param('workKey'), dateKey: c.req.param('dateKey'), anchor: null }))
  app.get('/law/:workKey/:dateKey/:anchor', (c) => law(c, { workKey: c.req.param('workKey'), dateKey: c.req.param('dateKey'), anchor: c.req.param('anchor') }))

  app.get('/filings', async (c) => {
    const year = c.req.query('year') ?? ''
    const maker = c.req.query('maker') ?? ''
    const filter = { words: (c.req.query('q') ?? '').trim().slice(0, 100), year: /^\d{4}$/.test(year) ? year : '', makerId: /^[0-9a-f-]{36}$/.test(maker) ? maker : '' }
    return show(c, await filingsPage({ prisma, frame: await frameOf(services, c), filter, page: pageNumber(c.req.query('page')) }))
  })

  app.get('/filings/:registrationNo', async (c) => {
    const page = await filingPage({ prisma, frame: await frameOf(services, c), registrationNo: c.req.param('registrationNo') })
    return page === null ? c.notFound() : show(c, page)
  })

  app.get('/plans', async (c) => show(c, await plansPage({ prisma, frame: await frameOf(services, c) })))

  app.get('/plans/:id', async (c) => {
    const page = await planPage({ prisma, frame: await frameOf(services, c), id: c.req.param('id') })
    return page === null ? c.notFound() : show(c, page)
  })

  app.get('/consultations', async (c) => show(c, await consultationsPage({ prisma, frame: await frameOf(services, c) })))

  app.get('/consultations/:id/with/:which', async (c) => {
    const which = consultationPapers.find((one) => one === c.req.param('which'))
    const paper = which === undefined ? null : await readConsultationPaper(services, { id: c.req.param('id'), which })
    if (paper === null) return c.notFound()
    return new Response(paper.body, { headers: { 'content-type': paper.mediaType, 'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(paper.name)}`, 'content-security-policy': "default-src 'none'; sandbox" } })
  })

  const consultation = async (c: Context<Env>, id: string, anchor: string | null): Promise<Response> => {
    const page = await consultationPage({ prisma, frame: await frameOf(services, c), id, anchor })
    return page === null ? c.notFound() : show(c, page)
  }
  app.get('/consultations/:id', (c) => consultation(c, c.req.param('id'), null))
  app.get('/consultations/:id/:anchor', (c) => consultation(c, c.req.param('id'), c.req.param('anchor')))

  /** A public text by its address; null where there is none. */
  async function versionOf(workKey: string, dateKey: string) {
    const work = await publicWork(prisma, workKey)
    const version = work === null ? null : versionNamed(work.versions, work.key, dateKey)
    return work === null || version === null || version.workKey !== work.key ? null : { work, version }
  }

  return app.route('/', hearingPortal(services)).route('/', suggestRoutes(services))
}
