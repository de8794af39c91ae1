import type { Change, Mark } from '../../../law/compare/index.ts'
import { messages } from '../../messages/zh.ts'

const DUTY = /不应当|不可以|应当|可以|不得|必须|禁止|严禁|无须|不必|有权/u
/** 处五百元 is told in full, a whole sentence is not. */
const LONGEST_VALUE = 9

type Replaced = { from: string; to: string }

/** What stands in the place of what, where both carry the mark and are so short that they say all. */
function replaced(changes: readonly Change[], mark: Mark): Replaced[] {
  const carries = (change: Change | undefined, op: Change['op']): change is Change => change?.op === op && change.marks?.includes(mark) === true && change.text.length <= LONGEST_VALUE
  return changes.flatMap((change, at) => {
    const next = changes[at + 1]
    return carries(change, 'delete') && carries(next, 'insert') ? [{ from: change.text, to: next.text }] : []
  })
}

const dutyIn = (changes: readonly Change[], op: Change['op']): string => changes.flatMap((change) => (change.op === op && change.marks?.includes('duty') ? (DUTY.exec(change.text) ?? []) : []))[0] ?? ''

function wordsOf(changes: readonly Change[], mark: Mark): string {
  const words = messages.elements.compare
  const [only, other] = replaced(changes, mark)
  if (mark === 'duty') {
    const [gone, come] = [dutyIn(changes, 'delete'), dutyIn(changes, 'insert')]
    if (only !== undefined && other === undefined) return words.duty(dutyIn([{ op: 'delete', text: only.from, marks: ['duty'] }], 'delete'), dutyIn([{ op: 'insert', text: only.to, marks: ['duty'] }], 'insert'))
    // two duties that do not stand in one place are no change of one into the other
    if (gone !== '' && come === '') return words.dutyGone(gone)
    return gone === '' && come !== '' ? words.dutyCome(come) : words.marks.duty
  }
  return only === undefined || other !== undefined || mark === 'reference' ? words.marks[mark] : words.value(words.marks[mark], only.from, only.to)
}

/**
 * Words for the margin of a changed article: 可以→应当, 期限：三十日→十五日, 金额. Each kind once, in the order in which they
 * occur; values are told where one stands in the place of one other.
 */
export function marginWords(changes: readonly Change[]): string[] {
  const found = changes.flatMap((change) => (change.op === 'equal' ? [] : (change.marks ?? [])))
  return [...new Set(found)].map((mark) => wordsOf(changes, mark))
}
