import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchConsumer } from '../library/index.ts'
import { drainOutbox } from '../platform/jobs/drain-outbox.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'
import { type PlantedText, plantText } from './testing/public-texts.ts'

const TODAY = '2026-03-12'
let t: TestApp
let now: PlantedText
let coming: PlantedText
let unknown: PlantedText

const OLD = `第一章　总则

第一条　为了规范犬只管理，根据《甲市上位规定》第二条的规定，制定本条例。

第二条　犬只出生满三个月的，养犬人可以接种疫苗。

第三条　违反本条例第二条规定的，处二百元罚款。`
const NOW = `第一章　总则

第一条　为了规范犬只管理，根据《甲市上位规定》第二条的规定，制定本条例。

第二条　犬只出生满三个月的，养犬人应当接种疫苗。

第三条　养犬登记不收取费用。

第四条　违反本条例第二条规定的，处五百元罚款。

第二章　附则

第十七条之一　本条例自2026年1月1日起施行。`

beforeAll(async () => {
  t = await createTestApp({ today: TODAY, demo: true })
  await plantText(t.services, { title: '甲市上位规定', body: '第一条　总的规定。\n\n第二条　犬只由市管理。', effectiveFrom: '2015-01-01' })
  await plantText(t.services, { title: '甲市养犬管理条例', body: OLD, effectiveFrom: '2022-01-01' })
  now = await plantText(t.services, { title: '甲市养犬管理条例', body: NOW, effectiveFrom: '2026-01-01', withFile: true })
  coming = await plantText(t.services, { title: '甲市湿地条例', body: '第一条　保护湿地。\n\n第二条　面积<十公顷 & 有<b 的湿地。', effectiveFrom: '2026-09-01', promulgated: '2026-03-01' })
  unknown = await plantText(t.services, { title: '甲市旧章程', body: '第一条　章程。\n\n第二条　不知道哪一天施行。', effectiveFrom: null })
  await drainOutbox(t.services, [searchConsumer])
})
afterAll(() => t.close())

const page = async (path: string, status = 200): Promise<string> => {
  const response = await t.app.request(path)
  expect(response.status, path).toBe(status)
  return response.text()
}

describe('addresses of a law', () => {
  test('without a date it leads to what is in force today, with a day to the text of that day', async () => {
    expect((await t.app.request(`/law/${now.workKey}`)).headers.get('location')).toBe(`/law/${now.workKey}/2026-01-01`)
    expect((await t.app.request(`/law/${now.workKey}?on=2023-05-01`)).headers.get('location')).toBe(`/law/${now.workKey}/2022-01-01`)
    expect((await t.app.request(`/law/${now.workKey}?on=2025年12月31日`)).headers.get('location')).toBe(`/law/${now.workKey}/2022-01-01`)
  })

  test('a day without a text is told with the texts that there are', async () => {
    expect(await page(`/law/${now.workKey}?on=2001-01-01`, 404)).toContain('2022-01-01 起施行')
    expect(await page(`/law/${now.workKey}?on=昨天`, 404)).toContain('不是一个日期')
  })

  test('every article has a permanent link that marks it, an inserted one too', async () => {
    const html = await page(`/law/${now.workKey}/2026-01-01`)
    for (const id of ['art_1', 'art_2', 'art_3', 'art_4', 'art_17-1']) expect(html).toContain(`href="/law/${now.workKey}/2026-01-01/${id}#${id}"`)
    expect(await page(`/law/${now.workKey}/2026-01-01/art_17-1`)).toMatch(/<article class="art show" id="art_17-1" tabindex="-1" autofocus>/)
    await page(`/law/${now.workKey}/2026-01-01/art_99`, 404)
    await page(`/law/${now.workKey}/2020-01-01`, 404)
  })

  test('the text in force says so and what it changed; the old one warns and leads on', async () => {
    const current = await page(`/law/${now.workKey}/2026-01-01`)
    expect(current).toContain('现行有效')
    expect(current).toContain('2026 修改')
    expect(current).toContain('2026 增加')
    expect(current).toContain('改了 4 条')
    const before = await page(`/law/${now.workKey}/2022-01-01`)
    expect(before).toContain('这不是现行文本')
    expect(before).toContain('2022年1月1日至2025年12月31日')
    expect(before).toContain(`href="/law/${now.workKey}/2026-01-01/art_4#art_4"`)
  })

  test('citations lead into the text itself and to the article of the other work', async () => {
    const html = await page(`/law/${now.workKey}/2026-01-01`)
    expect(html).toContain('<a href="#art_2">本条例第二条</a>')
    expect(html).toMatch(/<a href="\/law\/\w+\/2015-01-01\/art_2#art_2">《甲市上位规定》第二条<\/a>/)
  })

  test('a date of effect that is not known is shown as not known', async () => {
    const html = await page(`/law/${unknown.workKey}/${unknown.dateKey}`)
    expect(html).toContain('施行日期未知')
    expect(html).toContain('时效未知')
  })

  test('words of a text are never markup', async () => {
    const html = await page(`/law/${coming.workKey}/2026-09-01`)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;十公顷 &amp; 有&lt;b')
    expect(html).toContain('尚未施行')
  })

  test('the original is given byte for byte, the text as Word and as plain text', async () => {
    const html = await page(`/law/${now.workKey}/2026-01-01`)
    const href = /href="([^"]*\/original\/[^"]+)"/.exec(html)?.[1] ?? ''
    const original = await t.app.request(href)
    expect(await original.text()).toBe(NOW)
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(html).toMatch(/[0-9a-f]{64}/)
    expect(await page(`/law/${now.workKey}/2026-01-01/text.txt`)).toMatch(/^演示数据\n甲市养犬管理条例/)
    const docx = await t.app.request(`/law/${now.workKey}/2026-01-01/text.docx`)
    expect(Buffer.from(await docx.arrayBuffer()).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('the comparison of two texts', () => {
  test('shows what went and what came, with the marks of duty and amount', async () => {
    const html = await page(`/law/${now.workKey}/compare/2022-01-01/2026-01-01`)
    expect(html).toContain('<del>可以</del>')
    expect(html).toContain('<ins>应当</ins>')
    expect(html).toContain('金额')
    expect(html).toContain('原来没有这一条')
  })
  test('has the headings of chapters over what changed, and one that is new as a change', async () => {
    const html = await page(`/law/${now.workKey}/compare/2022-01-01/2026-01-01`)
    expect(html).toContain('<h2 class="chap">第一章　总则</h2>')
    expect(html).toMatch(/<article class="cols row heading" id="c-chp_2">.*增加.*<ins>第二章　附则<\/ins>/u)
    expect(html).toMatch(/<a class="ch" href="#c-chp_2"><span>第二章　附则<\/span>/u)
    const amounts = await page(`/law/${now.workKey}/compare/2022-01-01/2026-01-01?show=amount`)
    expect(amounts).toContain('第一章　总则')
    expect(amounts).not.toContain('第二章　附则')
  })
  test('goes from any text to any other, from the form too', async () => {
    expect(await page(`/law/${now.workKey}/compare/2026-01-01/2022-01-01`)).toContain('<ins>可以</ins>')
    const amounts = await page(`/law/${now.workKey}/compare/2022-01-01/2026-01-01?show=amount`)
    expect(amounts).toContain('五百元')
    expect(amounts).not.toContain('养犬登记不收取费用')
    expect(amounts).toMatch(/aria-current="true">金额 1</)
    const whole = await page(`/law/${now.workKey}/compare/2022-01-01/2026-01-01`)
    expect(whole).toMatch(/<nav class="steps" aria-label="第 1 处，共 \d+ 处">/)
    expect(whole).toContain('下一处')
    expect(whole).toContain('align-')
    expect((await t.app.request(`/law/${now.workKey}/compare?from=2022-01-01&to=2026-01-01`)).headers.get('location')).toBe(`/law/${now.workKey}/compare/2022-01-01/2026-01-01`)
    await page(`/law/${now.workKey}/compare/2022-01-01/1999-01-01`, 404)
  })
})

describe('the search page', () => {
  test('shows the article in full with what was found marked, by work, with its standing', async () => {
    const html = await page('/search?q=接种疫苗')
    expect(html).toMatch(/<mark>[^<]*疫苗<\/mark>/)
    expect(html).toContain('现行有效')
    expect(html).toContain('这样理解')
    expect(html.match(/<article class="res">/g)).toHaveLength(1)
    expect(html).toContain('2022-01-01，已修改的旧文本')
  })
  test('shows another day as it was then', async () => {
    expect(await page('/search?q=接种疫苗&on=2023-01-01')).toContain(`href="/law/${now.workKey}/2022-01-01"`)
  })
  test('nothing found is a page that says how to go on', async () => {
    expect(await page('/search?q=不存在的词语组合啊')).toContain('没有找到')
  })
  test('without words it lists the library', async () => {
    const html = await page('/search')
    expect(html).toContain('法规库，4 件')
    expect(await page('/search?kind=law')).toContain('法规库，0 件')
  })
  test('words that were typed come back as words', async () => {
    const html = await page(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`)
    expect(html).not.toContain('<img')
  })
})

describe('every page', () => {
  test('is whole without script and inline style, names the place of its rows and says that it is a demonstration', async () => {
    for (const path of ['/', '/search', '/filings', `/law/${now.workKey}/2026-01-01`, `/law/${now.workKey}/compare/2022-01-01/2026-01-01`]) {
      const response = await t.app.request(path)
      const html = await response.text()
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(html, path).not.toMatch(/<script|\sstyle=|\son[a-z]+=/)
      expect(html, path).toContain('甲市法规公开平台')
      expect(html, path).toContain('演示数据')
      expect(html, path).toContain('href="#main"')
    }
  })
  test('large type is a link and a cookie', async () => {
    const response = await t.app.request(`/size/large?to=${encodeURIComponent('/search?q=犬')}`)
    expect(response.headers.get('location')).toBe(encodeURI('/search?q=犬'))
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await (await t.app.request('/', { headers: { cookie } })).text()).toContain('data-size="large"')
    expect((await t.app.request('/size/large?to=//evil.example')).headers.get('location')).toBe('/')
  })
  test('what is not there is answered in the same look, the API as before', async () => {
    expect(await page('/nowhere', 404)).toContain('没有这一页')
    expect((await t.app.request('/api/nowhere')).headers.get('content-type')).toContain('problem+json')
  })
})

describe('what is internal', () => {
  let world: TestWorld
  const everyPage = (): string[] => [
    '/', '/search', '/search?status=inForce', '/filings', `/search?q=${encodeURIComponent(world.marker)}`, `/search?q=${encodeURIComponent('违反本办法')}`, `/filings?q=${encodeURIComponent(world.marker)}`,
    `/filings/${encodeURIComponent(`备审-${world.filingId}`)}`, `/law/${world.workKey}`, `/law/${world.workKey}?on=2026-03-01`, `/law/${world.workKey}/2026-02-01`, `/law/${world.workKey}/2026-02-01/art_1`,
    `/law/${world.workKey}/2026-02-01/text.txt`, `/law/${world.workKey}/2026-02-01/text.docx`, `/law/${world.workKey}/compare/2026-02-01/2026-02-01`, `/law/${world.workKey}/2026-02-01/original/${world.fileId}`,
    `/suggest`, `/suggest?filing=${encodeURIComponent(`备审-${world.filingId}`)}`, '/suggest/follow',
  ]
  // what the searcher typed is shown again: the marker may stand in the form and in nothing else
  const withoutTyped = (html: string): string => html.replace(/value="[^"]*"/g, '').replace(/“[^”]*”/g, '').replace(/<title>[^<]*<\/title>/, '').replace(/<dd>[^<]*<\/dd>/g, '').replace(/(?:href|to)="?[^">]*"?/g, '')

  beforeAll(async () => {
    world = await createTestWorld(t.services)
    await t.services.prisma.outboxEntry.create({ data: { topic: 'search', entity: 'Version', entityId: world.versionId } })
    await drainOutbox(t.services, [searchConsumer])
  })

  test('is on no page of the portal', async () => {
    for (const path of everyPage()) {
      const response = await t.app.request(path)
      expect(withoutTyped(await response.text()), path).not.toContain(world.marker)
    }
  })

  test('a filing and its text become public by the act of the chief, and internal again by a recorded act with a reason', async () => {
    const chief = await t.as('chief')
    const published = await chief.post(`/api/filings/${world.filingId}/publication`, { publish: true }, { revision: 1 })
    expect(published.status).toBe(200)
    await drainOutbox(t.services, [searchConsumer])
    const record = await page(`/filings/${encodeURIComponent(`备审-${world.filingId}`)}`)
    expect(record).toContain(`${world.marker}办法`)
    expect(record).toContain('审查中')
    expect(await page(`/law/${world.workKey}/2026-02-01`)).toContain('处五百元罚款')
    expect(await page('/filings')).toContain(world.marker)
    expect(await page(`/search?q=${encodeURIComponent('违反本办法')}`)).toContain(world.marker)
    // the review itself stays inside
    for (const path of everyPage()) {
      const html = await (await t.app.request(path)).text()
      for (const secret of [`${world.marker}理由`, `${world.marker}征求意见`, `${world.marker}函`, `${world.marker}公民`, '审查甲']) expect(html, path).not.toContain(secret)
    }

    expect((await chief.post(`/api/filings/${world.filingId}/publication`, { publish: true }, { revision: 2 })).status).toBe(409)
    expect((await chief.post(`/api/filings/${world.filingId}/publication`, { publish: false }, { revision: 2 })).status).toBe(422)
    expect((await chief.post(`/api/filings/${world.filingId}/publication`, { publish: false, reason: '公开有误' }, { revision: 1 })).status).toBe(412)
    expect((await chief.post(`/api/filings/${world.filingId}/publication`, { publish: false, reason: '公开有误' }, { revision: 2 })).status).toBe(200)
    await page(`/law/${world.workKey}/2026-02-01`, 404)
    // before the index hears of it the page leaves the text out all the same
    expect(withoutTyped(await page(`/search?q=${encodeURIComponent('违反本办法')}`))).not.toContain(world.marker)
    const acts = await t.services.prisma.auditEntry.findMany({ where: { entityId: world.filingId }, orderBy: { sequence: 'asc' }, select: { action: true } })
    expect(acts.map((a) => a.action)).toEqual(['filing.publish', 'filing.withdrawPublication'])
  })

  test('a document that is not to be disclosed, or not registered, is not made public', async () => {
    const secret = await createTestWorld(t.services)
    await t.services.prisma.filing.update({ where: { id: secret.filingId }, data: { disclosure: '不予公开' } })
    const archivist = await t.as('archivist')
    expect((await archivist.post(`/api/filings/${secret.filingId}/publication`, { publish: true }, { revision: 1 })).status).toBe(409)
    await t.services.prisma.filing.update({ where: { id: secret.filingId }, data: { disclosure: '主动公开', registrationNo: null } })
    expect((await archivist.post(`/api/filings/${secret.filingId}/publication`, { publish: true }, { revision: 1 })).status).toBe(409)
  })
})

describe('a renamed law', () => {
  const body = (fine: string) => `第一条　为了保护古树名木，规范养护责任和监督管理，制定本规定。\n\n第二条　损毁古树名木的，由绿化部门责令改正，处${fine}元罚款。`

  test('is one line of texts under both names, each at its own address, and stands once in the catalogue', async () => {
    const old = await plantText(t.services, { title: '甲市古树保护规定', body: body('五百'), effectiveFrom: '2008-01-01' })
    const renamed = await plantText(t.services, { title: '甲市古树名木条例', body: body('二千'), effectiveFrom: '2020-01-01' })
    expect(await page(`/law/${old.workKey}/2008-01-01`)).not.toContain('现行文本</a>')
    const { id } = await t.services.prisma.work.findUniqueOrThrow({ where: { key: renamed.workKey } })
    await t.services.prisma.work.update({ where: { key: old.workKey }, data: { sameAsId: id } })
    expect((await t.app.request(`/law/${old.workKey}`)).headers.get('location')).toBe(`/law/${renamed.workKey}/2020-01-01`)
    const before = await page(`/law/${old.workKey}/2008-01-01`)
    expect(before).toContain('这不是现行文本')
    expect(before).toContain(`href="/law/${renamed.workKey}/2020-01-01"`)
    expect(before).toContain(`href="/law/${old.workKey}/compare/2008-01-01/${renamed.workKey}:2020-01-01"`)
    expect(await page(`/law/${old.workKey}/compare/2008-01-01/${renamed.workKey}:2020-01-01`)).toContain('<ins>二千元</ins>')
    // 旧名下没有新的文本：地址不变
    await page(`/law/${old.workKey}/2020-01-01`, 404)
    const listed = await page('/search')
    expect(listed).toContain('甲市古树名木条例')
    expect(listed).not.toContain('甲市古树保护规定')
  })
})
