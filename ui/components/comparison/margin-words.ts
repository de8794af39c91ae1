import type { Change } from '../../../law/compare/index.ts'
import { messages } from '../../messages/zh.ts'

const DUTY = /应当|可以|不得|必须|禁止/u

/** Words for the margin of a changed article: 可以→应当, 金额, 期限. Each once, in the order in which they occur. */
export function marginWords(changes: readonly Change[]): string[] {
  const words = messages.elements.compare
  const duty = (op: Change['op']): string => changes.flatMap((change) => (change.op === op && change.marks?.includes('duty') ? (DUTY.exec(change.text) ?? []) : []))[0] ?? ''
  const found = changes.flatMap((change) => (change.op === 'equal' ? [] : (change.marks ?? [])))
  return [...new Set(found)].map((mark) => {
    if (mark !== 'duty') return words.marks[mark]
    const [from, to] = [duty('delete'), duty('insert')]
    return from === to ? from || words.marks.duty : words.duty(from, to)
  })
}
