import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Browser, closePages, newBrowser, Page, takenOut, typedBy } from './testing/page.ts'

afterEach(closePages)

describe('what a page left that was killed', () => {
  const leave = async (browser: Browser, ...words: string[]): Promise<void> => {
    const page = await Page.open(browser)
    browser.server.cut = true
    for (const [at, one] of words.entries()) page.type(at, one)
    await vi.waitFor(() => expect([...browser.store.records.values()][0]?.steps).toHaveLength(words.length))
    page.crash()
    browser.server.cut = false
  }

  test('is typed again by the next one and sent', async () => {
    const browser = newBrowser()
    await leave(browser, '昨天', '夜里')
    const page = await Page.open(browser)
    expect(page.together.state.broughtBack).toBe(1)
    await page.settled()
    expect(browser.server.doc.textContent).toMatch(/昨天为了[\s\S]*夜里本条例/u)
    expect(browser.store.records.size).toBe(0)
  })

  test('follows a text that went on meanwhile', async () => {
    const browser = newBrowser()
    await leave(browser, '昨天')
    await browser.server.other(takenOut(browser.server, 2))
    await browser.server.other(typedBy(browser.server, 0, '新'))
    const page = await Page.open(browser)
    await page.settled()
    expect(browser.server.doc.textContent).toContain('昨天')
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
  })

  test('is not typed twice when the server had taken it', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.line = ['down']
    browser.server.mute = true
    page.type(0, '已到')
    await vi.waitFor(() => expect(page.together.state.connected).toBe(false))
    browser.server.cut = true
    page.type(1, '未到')
    await vi.waitFor(() => expect([...browser.store.records.values()][0]?.steps).toHaveLength(2))
    page.crash()
    browser.server.cut = false
    await (await Page.open(browser)).settled()
    expect(browser.server.doc.textContent.match(/已到/gu)).toHaveLength(1)
    expect(browser.server.doc.textContent.match(/未到/gu)).toHaveLength(1)
  })

  test('is left to a tab that lives, and taken over by one tab only when it has gone', async () => {
    const browser = newBrowser()
    const first = await Page.open(browser)
    browser.server.cut = true
    first.type(0, '第一个窗口')
    await vi.waitFor(() => expect(browser.store.records.size).toBe(1))
    browser.server.cut = false
    const second = await Page.open(browser)
    expect(second.text()).not.toContain('第一个窗口')
    await first.together.sync()
    await first.settled()
    await vi.waitFor(() => expect(second.text()).toContain('第一个窗口'))
    expect(browser.server.doc.textContent.match(/第一个窗口/gu)).toHaveLength(1)
  })

  test.each<[string, (browser: Browser) => void | Promise<void>, string]>([
    ['the article was taken out', (browser) => browser.server.other(takenOut(browser.server, 0)), 'clash'],
    ['the server was restored to an earlier version', async (browser) => { browser.server.rows = [] }, 'gone'],
    ['the text was closed', (browser) => { browser.server.open = false }, 'closed'],
    ['the article is held by somebody else', (browser) => { browser.server.leases = [{ articleKey: browser.server.keys[0] ?? '', personId: '乙', personName: '乙', clientId: 'other', takenAt: '', expiresAt: '2999-01-01T00:00:00Z' }] }, 'held'],
  ])('waits for the person when %s', async (_, change, reason) => {
    const browser = newBrowser()
    await browser.server.other(typedBy(browser.server, 3, '先有'))
    await leave(browser, '昨天')
    await change(browser)
    const before = browser.server.doc
    const page = await Page.open(browser)
    expect(page.together.state.status).toBe('decide')
    expect(page.together.entries()).toMatchObject([{ reason, unit: { label: '第一条', words: '昨天为了规范养犬行为，制定本条例。' } }])
    expect(browser.server.doc.eq(before)).toBe(true)
    expect([...browser.store.records.values()]).toMatchObject([{ parked: { reason } }])
  })
})
