import { nothing, type ReactiveControllerHost } from 'lit'
import { describe, expect, test } from 'vitest'
import { CursorList } from './cursor-list.ts'

type Page = { items: string[]; next: string | null; total: number | null }
const host: ReactiveControllerHost = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) }

/** A server that answers when the test lets it, in the order that the test chooses. */
function heldServer() {
  const asked: { cursor: string | undefined; answer: (page: Page) => void; fail: (why: Error) => void }[] = []
  const list = new CursorList<Page>(host, (cursor) => new Promise((resolve, reject) => asked.push({ cursor, answer: (data) => resolve({ data }), fail: reject })))
  return { list, asked, at: (n: number) => asked[n] ?? expect.fail(`question ${n} was not asked`) }
}
const page = (items: string[], next: string | null = null, total: number | null = null): Page => ({ items, next, total })

describe('a list that comes page by page', () => {
  test('the next rows stand below the first, asked for with the cursor of the page before', async () => {
    const { list, at } = heldServer()
    const first = list.load()
    at(0).answer(page(['甲', '乙'], 'after-乙', 3))
    await first
    const more = list.more()
    expect(at(1).cursor).toBe('after-乙')
    at(1).answer(page(['丙'], null, 3))
    await more
    expect([list.items, list.total, list.rest()]).toEqual([['甲', '乙', '丙'], 3, nothing])
  })

  test('a late answer of an earlier question does not cover the later one', async () => {
    const { list, at } = heldServer()
    const [early, late] = [list.load(), list.load({ anew: true })]
    at(1).answer(page(['新']))
    at(0).answer(page(['旧']))
    await Promise.all([early, late])
    expect(list.items).toEqual(['新'])
  })

  test('rows of one question are never put below those of another', async () => {
    const { list, at } = heldServer()
    const first = list.load()
    at(0).answer(page(['旧一'], 'after-旧一'))
    await first
    const [more, other] = [list.more(), list.load({ anew: true })]
    at(1).answer(page(['旧二']))
    at(2).answer(page(['新']))
    await Promise.all([more, other])
    expect(list.items).toEqual(['新'])
  })

  test('a page that does not come leaves the rows that are there, and can be asked for again', async () => {
    const { list, at, asked } = heldServer()
    const first = list.load()
    at(0).answer(page(['甲'], 'after-甲'))
    await first
    const failing = list.more()
    at(1).fail(new TypeError('Failed to fetch'))
    await failing
    expect([list.items, list.problem]).toEqual([['甲'], null])
    const again = list.more()
    at(2).answer(page(['乙']))
    await again
    expect([list.items, asked.map(({ cursor }) => cursor)]).toEqual([['甲', '乙'], [undefined, 'after-甲', 'after-甲']])
  })

  test('why the first rows are not there is told until they are', async () => {
    const { list, at } = heldServer()
    const failing = list.load()
    at(0).fail(new TypeError('Failed to fetch'))
    await failing
    expect([list.items, list.problem?.kind]).toEqual([null, 'offline'])
    const again = list.load()
    at(1).answer(page([]))
    await again
    expect([list.items, list.problem]).toEqual([[], null])
  })
})
