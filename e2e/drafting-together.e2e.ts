import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../api/identity/index.ts'
import { openServices } from '../api/main.ts'
import { readConfig } from '../api/platform/config/index.ts'
import { openSession, seedTestPeople } from '../api/testing/create-test-app.ts'
import { createTestDraft, type TestDraft } from '../api/testing/test-draft.ts'
import { findingsOf, openBrowser } from './support/browser.ts'
import { addArticleBehind, goTo, removeArticle, rewrite, saved, track, writeBehind } from './support/draft-acts.ts'
import { takeStep } from './support/legislation-steps.ts'
import { word } from './support/office-files.ts'
import { freePort, ServerProcess } from './support/server-process.ts'

let dataDir: string
let port: number
let running: ServerProcess
let browser: Browser
let draft: TestDraft
/** those of the workspace: one that is written in 修订模式, one that is withdrawn while it is open */
let tracked: TestDraft
let withdrawn: TestDraft
const assets = new Map<string, string>()
const cookies = { officer: '', chief: '' }
const start = () => ServerProcess.start({ env: { DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, port })

/** The page of support/drafting-page.ts as a browser takes it. */
async function bundle(): Promise<void> {
  const root = path.resolve(import.meta.dirname, 'support')
  const built = await build({ configFile: false, root, logLevel: 'error', build: { write: false, target: 'es2022', assetsInlineLimit: 0, rolldownOptions: { input: path.join(root, 'drafting-page.ts'), output: { entryFileNames: 'page.js' } } } })
  for (const { output } of 'output' in built ? [built] : Array.isArray(built) ? built : []) for (const file of output) assets.set(file.fileName, file.type === 'chunk' ? file.code : String(file.source))
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'lifa-together-'))
  port = await freePort()
  const config = readConfig({ mode: 'production', env: { DATA_DIR: dataDir, LOG_LEVEL: 'silent' } })
  const { services, close } = await openServices(config)
  await seedTestPeople(services.prisma, await hashPassword('correct-horse-9'))
  draft = await createTestDraft(services.prisma, { marker: '甲市养犬管理', state: 'unifiedReview' })
  tracked = await createTestDraft(services.prisma, { marker: '甲市物业管理', state: 'unifiedReview', text: TRACKED })
  withdrawn = await createTestDraft(services.prisma, { marker: '甲市停车管理', state: 'submitted' })
  cookies.officer = await openSession({ prisma: services.prisma, sessionSecret: config.sessionSecret, username: 'legislation' })
  cookies.chief = await openSession({ prisma: services.prisma, sessionSecret: config.sessionSecret, username: 'legislation-chief' })
  await close()
  ;[running, browser] = [await start(), await openBrowser()]
  await bundle()
})
afterAll(async () => {
  await browser.close()
  await running.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const TRACKED = ['甲市物业管理条例', '第一条　为了规范物业管理，制定本条例。', '第二条　物业管理实行业主自治、专业服务、政府监督相结合的原则。', '第三条　业主大会由全体业主组成。', '第四条　业主应当按时交纳物业费。', '第五条　物业服务人应当公示收费标准。', '第六条　本条例自公布之日起施行。'].join('\n')

/** Somebody with the draft open in a browser of their own. */
type Desk = { page: Page; context: BrowserContext; complaints: string[] }
async function browserOf(who: keyof typeof cookies): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  const [name = '', value = ''] = cookies[who].split('=')
  await context.addCookies([{ name, value, url: running.url }])
  return context
}
async function atDraft(who: keyof typeof cookies): Promise<Desk> {
  const context = await browserOf(who)
  await context.route('**/drafting/**', (route) => {
    const file = new URL(route.request().url()).pathname.slice('/drafting/'.length)
    if (file !== '') return route.fulfill({ contentType: file.endsWith('.js') ? 'text/javascript' : file.endsWith('.css') ? 'text/css' : 'application/octet-stream', body: assets.get(file) ?? '' })
    const styles = [...assets.keys()].filter((one) => one.endsWith('.css')).map((one) => `<link rel="stylesheet" href="/drafting/${one}">`)
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="zh-CN"><head><title>草案</title>${styles.join('')}</head><body><main><h1>草案</h1></main><script type="module" src="/drafting/page.js"></script></body></html>` })
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${running.url}/drafting/?draft=${draft.draftId}`)
  await page.locator('.ProseMirror').waitFor()
  return { page, context, complaints }
}

const article = (page: Page, at: number) => page.locator(`.draft-article[data-key="${draft.keys[at] ?? ''}"]`)
const text = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('law-editor')?.getView()?.state.doc.textContent ?? '')
const status = (page: Page) => page.locator('draft-status .saving')
/** Words at the end of an article, typed as a person types. */
async function write(page: Page, at: number, words: string): Promise<void> {
  await article(page, at).locator('.draft-clause').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}
async function same(...pages: Page[]): Promise<string> {
  await expect.poll(async () => [new Set(await Promise.all(pages.map(text))).size, new Set(await Promise.all(pages.map((page) => status(page).textContent()))).size === 1], { timeout: 60_000 }).toEqual([1, true])
  for (const page of pages) await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toBe('已存')
  return text(pages[0] ?? expect.fail())
}
/** Nothing that this person sends arrives; what they fetch does. */
const hold = (desk: Desk) => desk.context.route('**/api/drafts/*/steps', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
const letGo = (desk: Desk) => desk.context.unroute('**/api/drafts/*/steps')

describe('two people at one draft', () => {
  let officer: Desk
  let chief: Desk
  beforeAll(async () => {
    officer = await atDraft('officer')
    chief = await atDraft('chief')
  })
  afterAll(async () => {
    await officer.context.close()
    await chief.context.close()
  })

  test('type at once, in one article and in others, and see each other', async () => {
    await Promise.all([write(officer.page, 1, '机关养犬的除外。'), write(chief.page, 2, '免收登记费。')])
    await Promise.all([write(officer.page, 3, '情节严重的处罚款。'), write(chief.page, 3, '拒不改正的从重。')])
    const together = await same(officer.page, chief.page)
    for (const words of ['机关养犬的除外。', '免收登记费。']) expect(together).toContain(words)
    expect([...'情节严重的处罚款拒不改正的从重'].every((character) => together.includes(character))).toBe(true)
    await expect.poll(() => officer.page.locator('.peer-name').textContent()).toBe('法规主任')
    expect(await officer.page.locator('draft-status .people').textContent()).toBe('同时打开：法规主任')
    expect(await findingsOf(officer.page)).toEqual([])
  })

  test('one is cut off, writes on, and comes back', async () => {
    await officer.context.setOffline(true)
    await write(officer.page, 0, '离线写的。')
    await expect.poll(() => status(officer.page).textContent(), { timeout: 15_000 }).toBe('未送达 1 处')
    await write(chief.page, 0, '在线写的。')
    await officer.context.setOffline(false)
    const together = await same(officer.page, chief.page)
    expect(together).toMatch(/离线写的。/u)
    expect(together).toMatch(/在线写的。/u)
  })

  test('a page is reloaded with words that the server has not: they come back and go', async () => {
    await hold(officer)
    await write(officer.page, 4, '重新打开以前写的。')
    await expect.poll(() => status(officer.page).textContent()).toBe('未送达 1 处')
    await officer.page.reload()
    await officer.page.locator('.ProseMirror').waitFor()
    await expect.poll(() => text(officer.page)).toContain('重新打开以前写的。')
    expect(await text(chief.page)).not.toContain('重新打开以前写的。')
    await letGo(officer)
    await officer.page.evaluate(() => window.together.sync())
    expect(await same(officer.page, chief.page)).toContain('重新打开以前写的。')
    await expect.poll(() => officer.page.locator('draft-status').textContent()).toContain('已并入上次没有送达的修改')
  })

  test('the server is killed while both write, and nothing is lost', async () => {
    await Promise.all([write(officer.page, 1, '断电前一刻。'), running.kill()])
    await write(chief.page, 2, '断电时写的。')
    running = await start()
    await Promise.all([officer.page, chief.page].map((page) => page.evaluate(() => window.together.sync())))
    const together = await same(officer.page, chief.page)
    for (const words of ['断电前一刻。', '断电时写的。']) expect(together.split(words)).toHaveLength(2)
  })

  test('an article that one holds the other cannot write, and is told so', async () => {
    await chief.page.evaluate((key) => window.together.company.take(key), draft.keys[1] ?? '')
    await expect.poll(() => article(officer.page, 1).getAttribute('data-note')).toContain('法规主任正在修改')
    await write(officer.page, 1, '进不去')
    expect(await text(officer.page)).not.toContain('进不去')
    await expect.poll(() => officer.page.locator('draft-status').textContent()).toContain('正由法规主任修改')
    await chief.page.evaluate((key) => window.together.company.release(key), draft.keys[1] ?? '')
    await expect.poll(() => article(officer.page, 1).getAttribute('data-note-kind')).not.toBe('held')
  })

  test('words whose article was taken out are decided by hand', async () => {
    await hold(officer)
    await write(officer.page, 2, '我要留下的话。')
    await expect.poll(() => status(officer.page).textContent()).toBe('未送达 1 处')
    await chief.page.evaluate((key) => {
      const view = document.querySelector('law-editor')?.getView()
      view?.state.doc.descendants((node, pos) => {
        if (node.attrs['key'] === key) view.dispatch(view.state.tr.delete(pos, pos + node.nodeSize))
      })
    }, draft.keys[2] ?? '')
    await expect.poll(() => status(chief.page).textContent()).toBe('已存')
    await letGo(officer)
    await officer.page.evaluate(() => window.together.sync())
    const merge = officer.page.locator('draft-merge article')
    await merge.waitFor()
    expect(await merge.textContent()).toContain('我要留下的话。')
    expect(await merge.textContent()).toContain('（没有这一条，或者已经被删去）')
    expect(await findingsOf(officer.page)).toEqual([])
    await merge.getByRole('button', { name: '用我的' }).click()
    await merge.waitFor({ state: 'detached' })
    expect(await same(officer.page, chief.page)).toContain('我要留下的话。')
  })
  test('a second tab of the same person writes beside the first, and is gone when it is closed', async () => {
    const tab = await officer.context.newPage()
    await tab.goto(officer.page.url())
    await tab.locator('.ProseMirror').waitFor()
    await Promise.all([write(officer.page, 0, '第一个窗口。'), write(tab, 4, '第二个窗口。')])
    const together = await same(officer.page, tab, chief.page)
    for (const words of ['第一个窗口。', '第二个窗口。']) expect(together.split(words)).toHaveLength(2)
    await tab.evaluate((key) => window.together.company.take(key), draft.keys[4] ?? '')
    await expect.poll(() => article(chief.page, 4).getAttribute('data-note-kind')).toBe('held')
    await tab.close({ runBeforeUnload: true })
    await expect.poll(() => article(chief.page, 4).getAttribute('data-note-kind'), { timeout: 10_000 }).not.toBe('held')
  })

  test('what others write waits while an input method composes', async () => {
    await article(officer.page, 0).locator('.draft-clause').last().click()
    await officer.page.keyboard.press('End')
    const session = await officer.context.newCDPSession(officer.page)
    for (const letters of ['g', 'gu', 'gui', 'guid', 'guidi', 'guidin', 'guiding']) await session.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length })
    await write(chief.page, 0, '插进来的话。')
    await expect.poll(() => status(chief.page).textContent(), { timeout: 10_000 }).toBe('已存')
    expect(await text(chief.page)).not.toMatch(/[a-z]/u)
    expect(await text(officer.page)).not.toContain('插进来的话。')
    await session.send('Input.insertText', { text: '规定' })
    const together = await same(officer.page, chief.page)
    expect(together).toContain('规定')
    expect(together).toContain('插进来的话。')
    expect(together).not.toMatch(/[a-z]/u)
  })

  test('nothing went wrong underneath', () => {
    expect([...officer.complaints, ...chief.complaints]).toEqual([])
  })
})

/** Somebody in the whole workspace of a draft; `now`: what the clock of their machine says. */
async function inWorkspace(who: keyof typeof cookies, { projectId }: TestDraft, now?: string): Promise<Desk> {
  const context = await browserOf(who)
  const page = await context.newPage()
  if (now !== undefined) await page.clock.setSystemTime(now)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  // requests are held back and refused on purpose here
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text()) })
  await page.goto(`${running.url}/app/projects/${projectId}/draft`)
  await page.locator('.draft-article').first().waitFor()
  await saved(page)
  return { page, context, complaints }
}

describe('two people in 修订模式', () => {
  let officer: Desk
  let chief: Desk
  beforeAll(async () => {
    // a machine whose clock is years ahead
    officer = await inWorkspace('officer', tracked, '2031-05-01T08:00:00+08:00')
    chief = await inWorkspace('chief', tracked)
  })
  afterAll(async () => {
    await officer.context.close()
    await chief.context.close()
  })
  /** The notes of the margin: what is done, by whom, the words. */
  const notes = (page: Page): Promise<string[]> => page.locator('.draft-margin .note.suggestion').evaluateAll((all) => all.map((one) => ['em', 'b', '.said'].map((part) => one.querySelector(part)?.textContent?.trim() ?? '').join(' ')))
  /** In whatever order: the outline, by which the margin goes, is counted a moment later. */
  async function bothShow(expected: readonly string[]): Promise<void> {
    for (const { page } of [officer, chief]) await expect.poll(async () => (await notes(page)).toSorted()).toEqual(expected.toSorted())
  }
  const press = (page: Page, name: string) => page.locator('.draft-margin').getByRole('button', { name, exact: true }).click()
  const sure = (page: Page) => page.locator('lf-dialog[open] > .btn.main').click()

  test('words that were on their way when somebody turned it on are suggestions on both sides, dated by the server', async () => {
    await hold(chief)
    await writeBehind(chief.page, '第四条', '按时', '足额')
    await track(officer.page, true)
    await letGo(chief)
    await bothShow(['增加 法规主任 足额'])
    await hold(officer)
    await rewrite(officer.page, '第四条', '物业费', '物业服务费')
    await officer.page.locator('.note.suggestion', { hasText: '服务' }).waitFor()
    // nobody has ordered it yet: no machine's clock dates it
    expect(await officer.page.locator('.note.suggestion', { hasText: '服务' }).locator('time').textContent()).toBe('')
    await letGo(officer)
    await bothShow(['增加 法规主任 足额', '增加 法规甲 服务'])
    for (const { page } of [officer, chief]) {
      await expect.poll(() => page.locator('.note.suggestion', { hasText: '服务' }).locator('time').textContent()).toMatch(/^\d\d-\d\d \d\d:\d\d$/u)
      expect(await page.locator('.note.suggestion time').allTextContents()).not.toContainEqual(expect.stringMatching(/^05-01/u))
    }
  })

  test('settle what stands in one sentence and in one article, and take the acceptance back', async () => {
    await Promise.all([rewrite(officer.page, '第二条', '业主自治', '业主自我管理'), writeBehind(chief.page, '第二条', '专业服务', '、社会参与')])
    const second = ['改动 法规甲 自治改为自我管理', '增加 法规主任 社会参与、']
    const fourth = ['增加 法规主任 足额', '增加 法规甲 服务']
    await bothShow([...second, ...fourth])
    await goTo(officer.page, '第二条')
    await officer.page.locator('.draft-margin section', { hasText: '第二条' }).getByRole('button', { name: '接受本条' }).click()
    await bothShow(fourth)
    await officer.page.getByRole('button', { name: '撤回刚才的接受（2 处）' }).click()
    await bothShow([...second, ...fourth])
    await chief.page.locator('.draft-margin section', { hasText: '第四条' }).getByRole('button', { name: '本条不接受' }).click()
    await bothShow(second)
    await goTo(chief.page, '第四条')
    await chief.page.keyboard.press('Control+z')
    await bothShow([...second, ...fourth])
  })

  test('what is drawn as a suggestion is typed over, deleted and composed over like other words, and the browser writes no style of its own', async () => {
    const { page } = chief
    const session = await chief.context.newCDPSession(page)
    const shows = async (words: string): Promise<void> => {
      await page.locator('.draft-clause ins', { hasText: new RegExp(`^${words}$`, 'u') }).waitFor()
      expect(await text(page)).toContain(`公示${words}收费标准`)
    }
    await writeBehind(page, '第五条', '公示', '说明')
    await shows('说明')
    await rewrite(page, '第五条', '说明', '解释')
    await shows('解释')
    for (let at = 0; at < 2; at += 1) await page.keyboard.press('Shift+ArrowLeft')
    for (const letters of ['z', 'zh', 'zhu']) await session.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length })
    await session.send('Input.insertText', { text: '注明' })
    await shows('注明')
    for (let at = 0; at < 2; at += 1) await page.keyboard.press('Backspace')
    await page.keyboard.type('列')
    await shows('列')
    await page.keyboard.press('Backspace')
    await page.locator('.draft-clause ins', { hasText: '列' }).waitFor({ state: 'detached' })
    expect(await text(page)).toContain('公示收费标准')
  })

  test('an article that one of them moves keeps what the other wrote in it, also for whoever opens the draft afterwards', async () => {
    const written = ['改动 法规甲 自治改为自我管理', '增加 法规主任 社会参与、', '增加 法规主任 足额', '增加 法规甲 服务']
    const told = async (page: Page) => (await notes(page)).map((note) => (note.startsWith('移动') ? note.split(' ').slice(0, 2).join(' ') : note)).toSorted()
    await goTo(chief.page, '第四条')
    await chief.page.keyboard.press('Alt+ArrowUp')
    await chief.page.keyboard.press('Alt+ArrowUp')
    for (const { page } of [officer, chief]) await expect.poll(() => told(page)).toEqual([...written, '移动 法规主任'].toSorted())
    await saved(chief.page)
    const later = await inWorkspace('officer', tracked)
    await expect.poll(() => told(later.page)).toEqual([...written, '移动 法规主任'].toSorted())
    await later.context.close()
    // out of the text by key, and back
    await chief.page.keyboard.press('F6')
    await chief.page.locator('.draft-margin section.here button:focus').waitFor()
    await chief.page.keyboard.press('Escape')
    await chief.page.keyboard.press('Alt+ArrowDown')
    await chief.page.keyboard.press('Alt+ArrowDown')
    await bothShow(written)
  })

  test('settle one person’s: articles put in, taken out and moved; undo brings them back under their names', async () => {
    await removeArticle(chief.page, '第三条')
    await expect.poll(() => officer.page.locator('.draft-article').count()).toBe(5)
    await addArticleBehind(officer.page, '第三条', '业主可以成立业主委员会。')
    await goTo(officer.page, '第一条')
    await officer.page.keyboard.press('Alt+ArrowDown')
    await officer.page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await notes(officer.page)).length).toBe(7)
    const all = await notes(officer.page)
    expect(all.map((note) => note.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(['删去 法规主任', '增加 法规主任', '增加 法规主任', '增加 法规甲', '增加 法规甲', '改动 法规甲', '移动 法规甲'])
    await bothShow(all)
    await chief.page.locator('.draft-margin .whole select').selectOption('法规甲')
    await press(chief.page, '不接受法规甲的')
    await sure(chief.page)
    await expect.poll(async () => (await notes(chief.page)).every((note) => note.includes('法规主任'))).toBe(true)
    // nobody else’s are left: there is nothing to choose any more
    expect(await chief.page.locator('.draft-margin .whole select').count()).toBe(0)
    await bothShow(all.filter((note) => note.includes('法规主任')))
    await goTo(chief.page, '第一条')
    await chief.page.keyboard.press('Control+z')
    await bothShow(all)
    await officer.page.locator('.draft-margin .whole select').selectOption('法规主任')
    await press(officer.page, '接受法规主任的')
    await sure(officer.page)
    await bothShow(all.filter((note) => note.includes('法规甲')))
    await press(officer.page, '全部接受')
    await sure(officer.page)
    await bothShow([])
    await Promise.all([saved(officer.page), saved(chief.page)])
    expect(await text(officer.page)).toBe(await text(chief.page))
    expect(await text(officer.page)).toBe('甲市物业管理条例物业管理实行业主自我管理、专业服务、社会参与、政府监督相结合的原则。业主应当按时足额交纳物业服务费。为了规范物业管理，制定本条例。业主可以成立业主委员会。物业服务人应当公示收费标准。本条例自公布之日起施行。')
  })

  test('nothing went wrong underneath', () => {
    expect([...officer.complaints, ...chief.complaints]).toEqual([])
  })
})

test('a project is withdrawn while its draft is open: the editor closes to reading, says why, and keeps what did not arrive', async () => {
  const officer = await inWorkspace('officer', withdrawn)
  const chief = await inWorkspace('chief', withdrawn)
  await hold(officer)
  await writeBehind(officer.page, '第二条', '本市', '城市')
  await chief.page.goto(`${running.url}/app/projects/${withdrawn.projectId}`)
  await takeStep(chief.page, { button: '撤回', values: { 原因: '提案人要求撤回' }, documents: { 撤回的书面说明: await word('撤回说明', ['请求撤回']) }, state: '撤回' })
  const { page } = officer
  await page.locator('law-editor .draft[contenteditable=false]').waitFor()
  await page.locator('lf-notice-bar', { hasText: '项目已经结束（撤回），草案文本不能再改。' }).waitFor()
  expect(await text(page)).toContain('本市城市行政区域')
  await letGo(officer)
  const kept = page.locator('draft-merge article', { hasText: '第二条' })
  await kept.waitFor()
  expect(await kept.textContent()).toContain('本条例适用于本市城市行政区域。')
  expect(await kept.getByRole('button', { name: '用我的' }).isDisabled()).toBe(true)
  expect(await text(page)).not.toContain('城市')
  expect(await findingsOf(page)).toEqual([])
  await page.reload()
  await kept.waitFor()
  expect([...officer.complaints, ...chief.complaints]).toEqual([])
  await officer.context.close()
  await chief.context.close()
})
