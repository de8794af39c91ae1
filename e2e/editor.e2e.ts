import path from 'node:path'
import type { Browser, CDPSession, JSHandle, Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { longPaste, WORD_HTML, WPS_HTML } from './support/clipboard-html.ts'
import { openBrowser } from './support/browser.ts'

/** The drafting editor on its page of the gallery, under the content security policy of the product. */
const root = path.resolve(import.meta.dirname, '../ui')
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; frame-ancestors 'none'"

let server: PreviewServer
let browser: Browser
let page: Page
let cdp: CDPSession
let complaints: string[] = []

beforeAll(async () => {
  await build({ root, configFile: path.join(root, 'vite.config.ts'), mode: 'gallery', logLevel: 'error' })
  server = await preview({ root, configFile: path.join(root, 'vite.config.ts'), mode: 'gallery', logLevel: 'error', preview: { host: '127.0.0.1', headers: { 'content-security-policy': policy } } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  cdp = await context.newCDPSession(page)
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|404/.test(message.text())) complaints.push(message.text())
  })
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}gallery.html?part=editor`)
  await page.waitForSelector('.draft-article')
})
afterEach(async () => {
  await page.context().close()
  if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('; ')}`)
})

const open = (source: string): Promise<void> =>
  page.evaluate(async (text) => {
    document.querySelector('gallery-editor')?.open(text)
    await document.querySelector('law-editor')?.updateComplete
  }, source)
const printed = async (): Promise<string[]> => (await page.evaluate(() => document.querySelector('gallery-editor')?.printed() ?? '')).trim().split('\n').slice(1)
/** Numbers as the page draws them. */
const labels = (): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('.draft [data-label]')].map((one) => one.getAttribute('data-label') ?? ''))
/** The caret that a key moved is known after the browser has told it. */
const settled = (): Promise<void> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))
/** Puts the caret into the line that holds these words. */
async function caretAt(words: string, key: 'Home' | 'End'): Promise<void> {
  await page.locator('.draft-clause, .draft-heading, .draft-cell-line, .draft-annex-line', { hasText: words }).first().click()
  await page.keyboard.press(key)
  await page.waitForFunction(() => document.querySelector('law-editor')?.getView()?.hasFocus())
  await settled()
}
async function compose(steps: readonly string[], words: string): Promise<void> {
  for (const text of steps) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await cdp.send('Input.insertText', { text: words })
  await page.waitForFunction(() => document.querySelector('law-editor')?.getView()?.composing === false)
}
/** Long words are made in the page and stay there. */
type Words = string | JSHandle<string>
const paste = (data: { html?: Words; text: Words }): Promise<void> =>
  page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer()
    if (html !== undefined) clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', text)
    document.querySelector('.draft')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
type Report = { placed: number; unplaced: { line: number; text: string; why: string }[] }
const report = async (): Promise<Report> => JSON.parse((await page.locator('#paste-report').textContent()) ?? '') as Report

describe('by keyboard', () => {
  test('款 项 目 and articles are built, numbered and taken back', async () => {
    await open('某条例\n第一条　甲：')
    await caretAt('甲：', 'End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('子；')
    await page.keyboard.press('Enter')
    await page.keyboard.type('丑：')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('寅。')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('卯。')
    expect(await printed()).toEqual(['第一条　甲：', '（一）子；', '（二）丑：', '1.寅。', '第二条　卯。'])
    expect(await labels()).toEqual(['第一条', '（一）', '（二）', '1.', '第二条'])
    await page.keyboard.press('Alt+ArrowUp')
    expect(await printed()).toEqual(['第一条　卯。', '第二条　甲：', '（一）子；', '（二）丑：', '1.寅。'])
    for (let i = 0; i < 12; i += 1) await page.keyboard.press('Control+z')
    expect(await printed()).toEqual(['第一条　甲：'])
    for (let i = 0; i < 12; i += 1) await page.keyboard.press('Control+y')
    expect((await printed())[0]).toBe('第一条　卯。')
  })

  test('a chapter begins at an article, and an empty heading is taken away again', async () => {
    await caretAt('携带犬只乘坐', 'Home')
    await page.keyboard.press('Control+Alt+3')
    await page.keyboard.type('乘车')
    expect(await labels()).toContain('第五章')
    expect((await printed()).join('\n')).toContain('第三章　乘车')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    expect(await printed()).not.toContain('第三章　乘车')
    expect(await printed()).toContain('第三章　法律责任')
  })

  test('the place of the caret is told by its key, and F1 lists every key', async () => {
    await caretAt('携带犬只乘坐', 'Home')
    const place = await page.locator('#place').textContent()
    await caretAt('本条例自公布之日起施行', 'Home')
    await expect.poll(() => page.locator('#place').textContent()).not.toBe(place)
    await page.keyboard.press('F1')
    const list = page.locator('lf-shortcuts')
    await list.getByText('另起一条，光标后的文字归新的一条').waitFor()
    expect(await list.getByText('右侧加一列').count()).toBe(1)
    await page.keyboard.press('Escape')
  })

  test('a key that comes before the browser has told of a click acts where the click was', async () => {
    await open('某条例\n第一条　甲。\n第二条　乙。\n第三条　丙。\n第四条　丁。')
    await caretAt('丙。', 'End')
    // both in one task, as on a busy machine: `selectionchange` comes after it
    await page.evaluate(() => {
      getSelection()?.collapse([...document.querySelectorAll('.draft-article .draft-clause')].at(-1)?.firstChild ?? null, 1)
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', code: 'ArrowUp', altKey: true, bubbles: true, cancelable: true }))
    })
    expect(await printed()).toEqual(['第一条　甲。', '第二条　乙。', '第三条　丁。', '第四条　丙。'])
  })

  test('a table of an annex is walked and grows with Tab', async () => {
    await caretAt('六十厘米', 'End')
    await page.keyboard.press('Tab')
    await page.keyboard.type('丙犬')
    await page.keyboard.press('Tab')
    await page.keyboard.type('五十厘米')
    await page.keyboard.press('Control+Alt+ArrowRight')
    expect(await page.evaluate(() => [...document.querySelectorAll('.draft-table tr')].map((row) => row.children.length))).toEqual([3, 3, 3, 3])
    expect((await printed()).at(-1)).toContain('丙犬')
    await page.keyboard.press('Control+Alt+ArrowUp')
    expect((await printed()).join('')).not.toContain('丙犬')
  })
})

describe('references', () => {
  const source = '某条例\n第一条　甲。\n第二条　乙。\n第三条　丙。'

  test('that are typed become links when the line is left; what is not there stays words', async () => {
    await open(source)
    await caretAt('丙。', 'Home')
    await page.keyboard.type('依照第一条，不依照第九条，')
    expect(await page.locator('.draft-reference').count()).toBe(0)
    await caretAt('甲。', 'End')
    await expect.poll(() => page.locator('.draft-reference').allTextContents()).toEqual(['第一条'])
    expect((await printed()).at(-1)).toBe('第三条　依照第一条，不依照第九条，丙。')
  })

  test('renumber with their target, and say when it is deleted and when it is back', async () => {
    await open(`${source}\n第四条　依照本条例第二条、前条。`)
    await caretAt('甲。', 'Home')
    await page.keyboard.press('Control+Enter')
    expect(await page.locator('.draft-reference').allTextContents()).toEqual(['本条例第三条', '前条'])
    await caretAt('乙。', 'Home')
    await page.keyboard.press('Control+Shift+Backspace')
    const deleted = page.locator('.draft-reference.deleted')
    expect(await deleted.textContent()).toBe('本条例〔所引条文已删除〕')
    expect(await deleted.getAttribute('title')).toContain('本条例第二条')
    await page.keyboard.press('Control+z')
    expect(await page.locator('.draft-reference').allTextContents()).toEqual(['本条例第三条', '前条'])
    await page.locator('.draft-reference').first().click({ modifiers: ['Control'] })
    await expect.poll(() => page.evaluate(() => { const view = document.querySelector('law-editor')?.getView(); return view?.state.selection.$head.parent.textContent })).toBe('乙。')
  })
})

describe('a Chinese input method', () => {
  test.each([
    ['in an empty article', async () => { await open('某条例\n第一条　甲。'); await caretAt('甲。', 'End'); await page.keyboard.press('Control+Enter') }, '第二条　立法'],
    ['before the first word of an article', async () => { await open('某条例\n第一条　甲。\n第二条　乙。'); await caretAt('乙。', 'Home') }, '第二条　立法乙。'],
    ['in an 项', async () => { await open('某条例\n第一条　甲：\n（一）子；\n（二）丑。'); await caretAt('丑。', 'Home') }, '（二）立法丑。'],
    ['right behind a reference', async () => { await open('某条例\n第一条　甲。\n第二条　依照第一条'); await caretAt('依照', 'End') }, '第二条　依照第一条立法'],
    ['right before a reference', async () => { await open('某条例\n第一条　甲。\n第二条　第一条另有规定的除外。\n第三条　丙。'); await caretAt('另有规定', 'Home') }, '第二条　立法第一条另有规定的除外。'],
  ])('composes %s', async (_where, arrive, expected) => {
    await arrive()
    await compose(['l', 'li', 'li f', 'li fa'], '立法')
    expect(await printed()).toContain(expected)
  })

  test('is not disturbed by numbers that change elsewhere while it composes', async () => {
    await open('某条例\n第一条　甲。\n第二条　乙，依照第一条。\n第三条　丙。')
    await caretAt('丙。', 'End')
    await cdp.send('Input.imeSetComposition', { text: 'g', selectionStart: 1, selectionEnd: 1 })
    // as when somebody else puts in an article before it
    await page.evaluate(() => {
      const view = document.querySelector('law-editor')?.getView()
      if (view == null) return
      const { schema, doc, tr } = view.state
      const article = schema.nodes['article']?.create(null, schema.nodes['clause']?.create(null, schema.text('别人加的。')))
      const first = doc.children.findIndex(({ type }) => type.name === 'article')
      let pos = 0
      for (let i = 0; i < first; i += 1) pos += doc.child(i).nodeSize
      if (article !== undefined) view.dispatch(tr.insert(pos, article))
    })
    await cdp.send('Input.imeSetComposition', { text: 'gui', selectionStart: 3, selectionEnd: 3 })
    await cdp.send('Input.insertText', { text: '规定' })
    await expect.poll(printed).toEqual(['第一条　别人加的。', '第二条　甲。', '第三条　乙，依照第二条。', '第四条　丙。规定'])
    expect(await labels()).toEqual(['第一条', '第二条', '第三条', '第四条'])
  })

  test('writes （一） at the head of a line, and the line becomes an 项', async () => {
    await open('某条例\n第一条　甲：')
    await caretAt('甲：', 'End')
    await page.keyboard.press('Enter')
    await compose(['(', '(y', '(yi'], '（一）')
    await compose(['z', 'zi'], '子。')
    expect(await printed()).toEqual(['第一条　甲：', '（一）子。'])
    expect(await labels()).toEqual(['第一条', '（一）'])
  })

  test('replaces what is selected', async () => {
    await open('某条例\n第一条　行政机关可以处罚款。')
    await caretAt('行政机关', 'Home')
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await compose(['y', 'yi', 'ying'], '应当')
    expect(await printed()).toEqual(['第一条　行政机关应当处罚款。'])
  })
})

describe('paste', () => {
  test.each([
    ['Word', WORD_HTML],
    ['WPS', WPS_HTML],
  ])('from %s keeps chapters, articles, 项 and 目 and says what it could not place', async (_name, html) => {
    await open('某条例\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙，依照第一条。')
    await caretAt('甲。', 'End')
    await paste({ html, text: 'x' })
    expect(await printed()).toEqual([
      '第一章　总则',
      '第一条　甲。',
      '第二章　登记',
      '第二条　有下列情形之一的，应当登记：',
      '（一）本市户籍的；',
      '（二）持有居住证的：',
      '1.满一年；',
      '2.满二年。',
      '情节轻微的，可以不予处罚。',
      '第三条　依照第二条第一款执行。',
      '第三章　附则',
      '第四条　乙，依照第一条。',
    ])
    const said = await report()
    expect(said.unplaced.map(({ text, why }) => [text, why])).toEqual([['养犬登记办法', '标题没有放入，草案已有标题']])
  })

  test('of plain words goes into the line, of 项 into the article, of a whole text into an empty draft', async () => {
    await open('某条例\n第一条　甲乙：')
    await caretAt('甲乙：', 'Home')
    await page.keyboard.press('ArrowRight')
    await settled()
    await paste({ text: '中间' })
    expect(await printed()).toEqual(['第一条　甲中间乙：'])
    await page.keyboard.press('End')
    await settled()
    await paste({ text: '（一）子；\n（二）丑。\n另一款。' })
    expect(await printed()).toEqual(['第一条　甲中间乙：', '（一）子；', '（二）丑。', '另一款。'])
    await page.evaluate(() => { const view = document.querySelector('law-editor')?.getView(); if (view != null) view.dispatch(view.state.tr.delete(0, view.state.doc.content.size)) })
    await paste({ text: '某办法\n第一章　总则\n第一条　甲。\n第二条　依照第一条。\n附件：\n表\n子\t丑\n寅\t卯' })
    expect(await printed()).toEqual(['第一章　总则', '第一条　甲。', '第二条　依照第一条。', '附件：表', '子\t丑', '寅\t卯'])
    expect(await page.locator('.draft-reference').count()).toBe(1)
  })

  test('of 5 MB is placed within seconds, and of far more is refused with a sentence', async () => {
    await open('某条例\n第一条　甲。')
    await caretAt('甲。', 'End')
    const html = await page.evaluateHandle(longPaste, 5 * 1024 * 1024)
    const started = Date.now()
    await paste({ html, text: '' })
    expect((await report()).placed).toBeGreaterThan(4000)
    expect(Date.now() - started).toBeLessThan(20_000)
    await page.keyboard.press('Control+z')
    expect(await printed()).toEqual(['第一条　甲。'])
    await paste({ text: await page.evaluateHandle(() => '字'.repeat(17 * 1024 * 1024)) })
    expect((await report()).unplaced[0]?.why).toContain('没有放入')
    expect(await printed()).toEqual(['第一条　甲。'])
  })

  test('of what was copied here keeps structure and references, with keys of its own', async () => {
    await open('某条例\n第一条　甲。\n第二条　依照第一条：\n（一）子；\n（二）丑。')
    await caretAt('依照', 'Home')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n').slice(1)).toEqual(['第一条　甲。', '第二条　依照第一条：', '（一）子；', '（二）丑。'])
    await open('某条例\n第一条　原有。\n第二条　结尾。')
    await caretAt('结尾。', 'End')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+v')
    expect((await printed()).join('')).toContain('（一）子；（二）丑。')
    expect(await page.evaluate(() => { const keys = [...document.querySelectorAll('.draft [data-key]')].map((one) => one.getAttribute('data-key')); return keys.length - new Set(keys).size })).toBe(0)
  })
})

describe('find and replace', () => {
  test('counts, goes on, replaces one and all, and leaves the words of references', async () => {
    await open('某条例\n第一条　甲。\n第二条　依照第一条，甲。\n第三条　甲，甲。')
    await caretAt('依照', 'Home')
    await page.keyboard.press('Control+h')
    await page.keyboard.type('甲')
    const status = page.locator('.draft-find [role=status]')
    await expect.poll(() => status.textContent()).toBe('第 2 处，共 4 处')
    await page.keyboard.press('Enter')
    await expect.poll(() => status.textContent()).toBe('第 3 处，共 4 处')
    await page.locator('.draft-find [name=replace]').fill('乙')
    await page.getByRole('button', { name: '替换', exact: true }).click()
    expect((await printed()).at(-1)).toBe('第三条　乙，甲。')
    await page.getByRole('button', { name: '全部替换' }).click()
    await expect.poll(() => status.textContent()).toBe('已替换 3 处')
    expect(await printed()).toEqual(['第一条　乙。', '第二条　依照第一条，乙。', '第三条　乙，乙。'])
    await page.locator('.draft-find [name=find]').fill('照第一条')
    await expect.poll(() => status.textContent()).toBe('第 1 处，共 1 处')
    await page.getByRole('button', { name: '全部替换' }).click()
    await expect.poll(() => status.textContent()).toContain('1 处在引用里')
    await page.locator('.draft-find [name=find]').press('Escape')
    expect(await page.locator('.draft-find').isVisible()).toBe(false)
    await page.keyboard.press('Control+z')
    expect(await printed()).toEqual(['第一条　甲。', '第二条　依照第一条，甲。', '第三条　乙，甲。'])
  })
})
