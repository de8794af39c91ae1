import type { ReactiveControllerHost } from 'lit'
import { describe, expect, test } from 'vitest'
import { RecordReader } from './record-reader.ts'

/** A page at an address that the test changes, and a server that answers when the test lets it. */
function heldPage(start: string) {
  let [key, drawn] = [start, 0]
  const taken: [given: string, before: string | null][] = []
  const asked: { key: string; answer: (given: string) => void; fail: (why: Error) => void }[] = []
  const host: ReactiveControllerHost = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => { drawn += 1 }, updateComplete: Promise.resolve(true) }
  const record = new RecordReader<string>(host, { key: () => key, read: (of) => new Promise((resolve, reject) => asked.push({ key: of, answer: resolve, fail: reject })), taken: (given, before) => void taken.push([given, before]) })
  const settled = () => new Promise<void>((resolve) => { setImmediate(resolve) })
  return { record, asked, taken, settled, drawn: () => drawn, at: (n: number) => asked[n] ?? expect.fail(`question ${n} was not asked`), go: (to: string) => { key = to; record.hostUpdate() } }
}

describe('a record that a page reads', () => {
  test('is asked for once an address, not before there is one and not at every drawing', async () => {
    const { record, asked, at, go, settled, drawn, taken } = heldPage('')
    go('')
    expect(asked).toEqual([])
    go('甲')
    go('甲')
    at(0).answer('甲的内容')
    await settled()
    expect([asked.map((a) => a.key), record.given, record.key, drawn(), taken]).toEqual([['甲'], '甲的内容', '甲', 1, [['甲的内容', null]]])
  })

  test('gives way at once to another one, whose answer no late answer covers', async () => {
    const { record, at, go, settled } = heldPage('')
    go('甲')
    go('乙')
    expect(record.given).toBeNull()
    at(1).answer('乙的内容')
    at(0).answer('甲的内容')
    await settled()
    expect(record.given).toBe('乙的内容')
    go('丙')
    expect(record.given).toBeNull()
    at(2).fail(new Error('没有'))
    await settled()
    expect([record.given, record.problem === null]).toEqual([null, false])
  })

  test('keeps what it shows where reading again fails, and says why until it is answered', async () => {
    const { record, at, go, settled, taken } = heldPage('')
    go('甲')
    at(0).answer('初稿')
    await settled()
    const again = record.load()
    at(1).fail(new Error('断了'))
    await again
    expect([record.given, record.problem === null]).toEqual(['初稿', false])
    const third = record.load()
    at(2).answer('二稿')
    await third
    expect([record.given, record.problem, taken.at(-1)]).toEqual(['二稿', null, ['二稿', '初稿']])
  })

  test('shows what an act answered, whatever was asked before it', async () => {
    const { record, at, go, settled } = heldPage('')
    go('甲')
    record.put('办理以后')
    at(0).answer('办理以前')
    await settled()
    expect(record.given).toBe('办理以后')
  })
})
