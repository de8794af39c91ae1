import { afterEach, describe, expect, test, vi } from 'vitest'
import { TextSelection } from 'prosemirror-state'
import type { Transform } from 'prosemirror-transform'
import { editorSchema } from '../../../law/text/index.ts'
import { moveArticle } from '../commands/articles.ts'
import { closePages, newBrowser, Page } from './testing/page.ts'

afterEach(closePages)

/** Alt ↑ or ↓ with the caret in an article. */
function moved(page: Page, at: number, by: 1 | -1): void {
  page.dispatch(page.state.tr.setSelection(TextSelection.create(page.state.doc, page.place(at) + 3)))
  expect(moveArticle(by)(page.state, page.dispatch)).toBe(true)
}
const writes = (page: Page, at: number, words: string) => page.browser.server.other((tr: Transform) => tr.insert(page.place(at, tr.doc) + 2, editorSchema.text(words)))

describe('an article that one moves while another one writes in it', () => {
  test('comes to its new place with what was written', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    moved(page, 2, -1)
    moved(page, 2, -1)
    await writes(page, 2, '别人写的')
    await writes(page, 0, '又写的')
    browser.server.cut = false
    await page.together.sync()
    await page.settled()
    for (const text of [page.text(), browser.server.doc.textContent]) expect(text).toBe('某市养犬管理条例别人写的养犬应当登记。又写的为了规范养犬行为，制定本条例。本条例适用于本市行政区域。本条例自公布之日起施行。')
    expect(page.together.entries()).toEqual([])
  })

  test('and in which they wrote themselves has the other’s words, theirs wait beside them', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    page.type(2, '我写的')
    moved(page, 2, -1)
    await writes(page, 2, '别人写的')
    browser.server.cut = false
    await page.together.sync()
    await vi.waitFor(() => expect(page.together.state.status).toBe('decide'))
    await vi.waitFor(() => expect(browser.server.doc.textContent).toContain('制定本条例。别人写的养犬应当登记。本条例适用'))
    expect(page.together.entries()).toMatchObject([{ theirs: '别人写的养犬应当登记。', reason: 'clash', unit: { words: '我写的养犬应当登记。' } }])
  })

  test('comes there with it when the page was closed in between', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    moved(page, 2, -1)
    await vi.waitFor(() => expect(browser.store.records.size).toBe(1))
    page.crash()
    await writes(page, 2, '别人写的')
    browser.server.cut = false
    const next = await Page.open(browser)
    await next.settled()
    expect(browser.server.doc.textContent).toContain('制定本条例。别人写的养犬应当登记。本条例适用')
  })

  test('and in which they wrote themselves waits to be decided when the page was closed in between', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    moved(page, 2, -1)
    page.type(2, '我写的')
    await vi.waitFor(() => expect([...browser.store.records.values()][0]?.steps.length).toBe(3))
    page.crash()
    await writes(page, 2, '别人写的')
    browser.server.cut = false
    const next = await Page.open(browser)
    await vi.waitFor(() => expect(next.together.entries()).toMatchObject([{ theirs: '别人写的养犬应当登记。', unit: { words: '我写的养犬应当登记。' } }]))
    expect(browser.server.doc.textContent).toContain('别人写的养犬应当登记。')
  })

  test('elsewhere goes its way, also when the page was closed in between', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    moved(page, 2, -1)
    page.type(2, '我写的')
    await vi.waitFor(() => expect([...browser.store.records.values()][0]?.steps.length).toBe(3))
    page.crash()
    await writes(page, 0, '别人写的')
    browser.server.cut = false
    const next = await Page.open(browser)
    await next.settled()
    expect(browser.server.doc.textContent).toContain('别人写的为了规范养犬行为，制定本条例。我写的养犬应当登记。本条例适用')
  })
})
