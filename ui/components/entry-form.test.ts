import { beforeEach, describe, expect, test } from 'vitest'
import type { DraftStorage } from '../draft-keeper.ts'
import { EntryForm } from './entry-form.ts'

type Form = { title: string; on: string }
const empty: Form = { title: '', on: '' }
const read = (stored: unknown): Form => {
  if (typeof stored !== 'object' || stored === null || !('title' in stored) || typeof stored.title !== 'string') throw new RangeError('another shape')
  return { ...empty, title: stored.title }
}

class Shelf implements DraftStorage {
  readonly #kept = new Map<string, string>()
  get length(): number { return this.#kept.size }
  key(at: number): string | null { return [...this.#kept.keys()][at] ?? null }
  getItem(key: string): string | null { return this.#kept.get(key) ?? null }
  setItem(key: string, value: string): void { this.#kept.set(key, value) }
  removeItem(key: string): void { this.#kept.delete(key) }
}

let storage: Shelf
let focused: string[]
beforeEach(() => {
  storage = new Shelf()
  focused = []
})
const field = { focus: () => focused.push('wrong') }
/** an element that shows nothing and remembers what got the cursor */
const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true), querySelector: <T>(): T | null => field as T }
const opened = (): EntryForm<Form> => {
  const form = new EntryForm(host, empty)
  form.begin({ key: 'form:new', owner: '甲', read, storage }, { title: '', on: '2026-03-12' })
  return form
}
const yes = async () => ({ data: { id: '1' }, response: new Response(null, { status: 201 }) })
const no = async () => ({ error: { type: '/problems/invalid-input', title: '填写有误', status: 422, errors: [{ path: 'title', message: '请填写法规名称' }] }, response: new Response(null, { status: 422 }) })

describe('a form with which something new is entered', () => {
  test('begins as it is given, and with what was typed where somebody was here before', () => {
    expect(opened().value).toEqual({ title: '', on: '2026-03-12' })
    const first = opened()
    first.change({ title: '养犬' })
    first.put({ ...first.value, on: '2026-03-13' })
    expect(opened().value.title).toBe('养犬')
  })

  test('keeps what was typed through a refusal, says what is wrong in its field and puts the cursor there', async () => {
    const form = opened()
    form.change({ title: '养犬' })
    await form.send({}, no, () => expect.fail('it was refused'))
    expect([form.errors.get('title'), form.busy, focused]).toEqual(['请填写法规名称', false, ['wrong']])
    expect(form.sentence).not.toBe('')
    expect(opened().value.title).toBe('养犬')
  })

  test('is done once: a second press while it is under way sends nothing, and nothing stays behind', async () => {
    const form = opened()
    form.change({ title: '养犬' })
    const done: string[] = []
    let asked = 0
    const call = async () => {
      asked += 1
      return yes()
    }
    await Promise.all([form.send({}, call, ({ id }) => done.push(id)), form.send({}, call, ({ id }) => done.push(id))])
    expect([asked, done, form.busy]).toEqual([1, ['1'], false])
    expect(opened().value.title).toBe('')
  })

  test('clears what was wrong when it is sent again', async () => {
    const form = opened()
    await form.refuse([['on', '请选择日期']])
    expect([form.errors.get('on'), focused.length]).toEqual(['请选择日期', 1])
    await form.send({}, yes, () => undefined)
    expect([form.errors.size, form.sentence]).toEqual([0, ''])
  })
})
