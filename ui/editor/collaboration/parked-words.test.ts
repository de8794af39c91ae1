import { afterEach, describe, expect, test, vi } from 'vitest'
import { TextSelection } from 'prosemirror-state'
import { editorSchema } from '../../../law/text/index.ts'
import { type Browser, closePages, newBrowser, Page, takenOut } from './testing/page.ts'

afterEach(closePages)

describe('what no longer fits', () => {
  const clash = async (): Promise<{ browser: Browser; page: Page }> => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    page.type(1, '我改的')
    page.type(2, '这条无事')
    await browser.server.other(takenOut(browser.server, 1))
    browser.server.cut = false
    await page.together.sync()
    await vi.waitFor(() => expect(page.together.state.status).toBe('decide'))
    return { browser, page }
  }

  test('is laid beside the server’s text; the rest goes its way', async () => {
    const { browser, page } = await clash()
    expect(page.together.entries()).toMatchObject([{ theirs: null, reason: 'clash', unit: { label: '第二条', words: '我改的本条例适用于本市行政区域。' } }])
    await vi.waitFor(() => expect(browser.server.doc.textContent).toContain('这条无事'))
    expect([...browser.store.records.values()].filter(({ parked }) => parked !== null)).toHaveLength(1)
  })

  test('is put back as an edit when the person says so', async () => {
    const { browser, page } = await clash()
    const [entry] = page.together.entries()
    expect(await page.together.takeMine(entry?.recordId ?? '', entry?.unit.key ?? '')).toBe(true)
    await page.settled()
    expect(browser.server.doc.textContent).toMatch(/为了规范[\s\S]*我改的本条例[\s\S]*这条无事养犬/u)
    expect(browser.store.records.size).toBe(0)
  })

  test('goes only by the person’s word, and outlives the page until then', async () => {
    const { browser, page } = await clash()
    await page.together.sync()
    page.crash()
    const next = await Page.open(browser)
    expect(next.together.entries()).toHaveLength(1)
    const [entry] = next.together.entries()
    await next.together.drop(entry?.recordId ?? '', entry?.unit.key ?? '')
    expect([next.together.entries(), browser.store.records.size]).toEqual([[], 0])
    expect(browser.server.doc.textContent).not.toContain('我改的')
  })

  test('because the text was closed meanwhile: the editor shows the server’s, the words wait', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.open = false
    page.type(0, '晚了')
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ status: 'decide', open: false, may: { write: false } }))
    expect(page.text()).not.toContain('晚了')
    expect(page.together.entries()).toMatchObject([{ reason: 'closed', theirs: '为了规范养犬行为，制定本条例。', unit: { words: '晚了为了规范养犬行为，制定本条例。' } }])
    expect(await page.together.takeMine(page.together.entries()[0]?.recordId ?? '', page.together.entries()[0]?.unit.key ?? '')).toBe(false)
  })

  test('because somebody took the article a moment before: only its words wait, what was typed elsewhere goes', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.leases = [{ articleKey: browser.server.keys[1] ?? '', personId: '乙', personName: '乙', clientId: 'other', takenAt: '', expiresAt: '2999-01-01T00:00:00Z' }]
    page.type(1, '我的')
    page.type(2, '别处的')
    await vi.waitFor(() => expect(page.together.state.status).toBe('decide'))
    await vi.waitFor(() => expect(browser.server.doc.textContent).toContain('别处的养犬应当登记'))
    expect(page.together.entries()).toMatchObject([{ reason: 'held', unit: { label: '第二条', words: '我的本条例适用于本市行政区域。' } }])
    expect(browser.server.doc.textContent).not.toContain('我的')
    browser.server.leases = []
    page.together.company.set({ people: [], leases: [] }, '甲')
    expect(await page.together.takeMine(page.together.entries()[0]?.recordId ?? '', browser.server.keys[1] ?? '')).toBe(true)
    await page.settled()
    expect(browser.server.doc.textContent).toContain('我的本条例')
  })

  test('leaves the caret in its article: whoever types on does not type elsewhere', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    page.dispatch(page.state.tr.setSelection(TextSelection.create(page.state.doc, page.place(2) + 4)))
    browser.server.leases = [{ articleKey: browser.server.keys[2] ?? '', personId: '乙', personName: '乙', clientId: 'other', takenAt: '', expiresAt: '2999-01-01T00:00:00Z' }]
    page.type(2, '我的')
    await vi.waitFor(() => expect(page.together.state.status).toBe('decide'))
    expect(page.together.articleHere()).toBe(browser.server.keys[2])
  })

  test('because the person may no longer open the draft: what arrived last stays to be read, and nothing more is asked', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.barred = true
    browser.server.tell({ kind: 'changed', what: 'snapshots' })
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ barred: true, may: { write: false } }))
    const { calls } = browser.server
    await page.together.sync()
    browser.server.tell({ kind: 'steps', version: 9 })
    expect(browser.server.calls).toBe(calls)
    expect(page.text()).toContain('养犬应当登记')
  })

  test('because the person may no longer write: the words wait in this browser', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.barred = true
    page.type(0, '来不及了')
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ status: 'decide', barred: true }))
    expect(page.together.entries()).toMatchObject([{ reason: 'not-allowed', unit: { words: '来不及了为了规范养犬行为，制定本条例。' } }])
    expect([...browser.store.records.values()].filter(({ parked }) => parked !== null)).toHaveLength(1)
  })

  test('what is typed while the server’s text is fetched is not lost either', async () => {
    const browser = newBrowser()
    const pages: Page[] = []
    const read = browser.server.read
    browser.server.read = async () => {
      const view = await read()
      pages[0]?.type(2, '读取时写的')
      return view
    }
    const page = await Page.open(browser)
    pages.push(page)
    browser.server.open = false
    page.type(0, '之前写的')
    await vi.waitFor(() => expect(page.together.entries()).toHaveLength(2))
    expect(page.together.entries().map(({ unit }) => unit.words.slice(0, 5))).toEqual(['之前写的为', '读取时写的'])
  })

  test('title, signature and a new article are put back where they were', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.open = false
    const fresh = editorSchema.nodes.article.create({ key: 'fresh' }, editorSchema.nodes.clause.create(null, editorSchema.text('新增的一条。')))
    page.dispatch(page.state.tr.insert(page.place(1), fresh).insert(1, editorSchema.text('新')))
    await vi.waitFor(() => expect(page.together.entries()).toHaveLength(2))
    browser.server.open = true
    page.crash()
    const next = await Page.open(browser)
    for (const { recordId, unit } of next.together.entries()) expect(await next.together.takeMine(recordId, unit.key)).toBe(true)
    await next.settled()
    expect(browser.server.doc.textContent).toMatch(/^新某市[\s\S]*制定本条例。新增的一条。本条例适用/u)
  })
})
