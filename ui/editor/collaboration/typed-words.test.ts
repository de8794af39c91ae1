import { afterEach, describe, expect, test, vi } from 'vitest'
import { closePages, newBrowser, Page, typedBy } from './testing/page.ts'
import type { UnsentRecord } from './unsent-store.ts'

afterEach(closePages)

describe('what is typed', () => {
  test('is kept before it is sent, sent, and no longer kept when it is acknowledged', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    let keptAtSending: UnsentRecord[] = []
    const send = browser.server.send
    browser.server.send = (batch) => ((keptAtSending = [...browser.store.records.values()]), send(batch))
    const again = await Page.open({ ...browser })
    again.type(1, '全面')
    await again.settled()
    expect(keptAtSending).toMatchObject([{ version: 0, steps: [{ kind: 'edit' }], units: [{ label: '第二条', words: '全面本条例适用于本市行政区域。' }] }])
    expect(browser.server.doc.textContent).toContain('全面本条例')
    expect(browser.store.records.size).toBe(0)
    await vi.waitFor(() => expect(page.text()).toContain('全面本条例'))
  })

  test('goes one batch at a time, and together with what others write', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    for (let n = 0; n < 30; n += 1) {
      page.type(n % 4, `我${n}`)
      if (n % 3 === 0) await browser.server.other(typedBy(browser.server, (n + 1) % 4, `他${n}`))
    }
    await page.settled()
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
    for (let n = 0; n < 30; n += 1) expect(page.text()).toContain(`我${n}`)
    expect(browser.server.rows).toHaveLength(40)
    expect(browser.server.sent.every(({ steps }) => steps.length > 0)).toBe(true)
  })

  test('is taken once though the answer was lost', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.line = ['down']
    browser.server.mute = true
    page.type(0, '一次')
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ status: 'unsent', connected: false }))
    page.type(0, '再写')
    await page.together.sync()
    await page.settled()
    expect(browser.server.doc.textContent.match(/一次/gu)).toHaveLength(1)
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
    expect(browser.server.sent.slice(0, 2).map(({ batch }) => batch)).toEqual([browser.server.sent[0]?.batch, browser.server.sent[0]?.batch])
  })

  test('stays here without a line, however long, and goes when it is back', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    page.type(0, '离线一')
    page.type(2, '离线二')
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ status: 'unsent', unsent: 2, connected: false }))
    await browser.server.other(typedBy(browser.server, 0, '在线'))
    expect([...browser.store.records.values()]).toMatchObject([{ steps: [{}, {}], units: [{ label: '第一条' }, { label: '第三条' }] }])
    browser.server.cut = false
    await page.together.sync()
    await page.settled()
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
    for (const words of ['离线一', '离线二', '在线']) expect(browser.server.doc.textContent).toContain(words)
  })

  test('is said to be here only where the browser has no room for a copy', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.store.full = true
    page.type(0, '无处留存')
    await vi.waitFor(() => expect(page.together.state.keeps).toBe(false))
    await page.settled()
    expect(browser.server.doc.textContent).toContain('无处留存')
  })

  test('is not disturbed while an input method composes', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    page.composing = true
    await browser.server.other(typedBy(browser.server, 1, '他人'))
    await page.together.sync()
    expect(page.text()).not.toContain('他人')
    page.composing = false
    await page.together.sync()
    expect(page.text()).toContain('他人')
  })
})

test('an article that somebody else holds is not typed into, and the person is told who', async () => {
  const browser = newBrowser()
  browser.server.leases = [{ articleKey: browser.server.keys[1] ?? '', personId: '乙', personName: '乙', clientId: 'other', takenAt: '', expiresAt: '2999-01-01T00:00:00Z' }]
  const page = await Page.open(browser)
  page.type(1, '不行')
  expect(page.text()).not.toContain('不行')
  expect(page.together.company.held?.lease.personName).toBe('乙')
  page.type(2, '可以')
  await page.settled()
  await browser.server.other(typedBy(browser.server, 1, '乙写的'))
  await vi.waitFor(() => expect(page.text()).toContain('乙写的'))
})
