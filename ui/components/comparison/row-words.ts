import { messages } from '../../messages/zh.ts'
import type { ShownRow } from './shown-rows.ts'

/** 第十二条 → 第十三条; what is gone by its old number, what is new by its own; the title by its name. */
export function numbersOf(row: ShownRow): string {
  const words = messages.elements.compare
  if (row.what === 'title') return words.title
  const labels = row.places.map((places) => places.map(({ number }) => (number === '' ? words.unnumbered : number)).join('、'))
  const told = labels.filter((label, at) => label !== '' && label !== labels[at - 1])
  return told.join(' → ')
}

/** What happened to a row, in one word. */
export function kindOf(row: ShownRow): string {
  const words = messages.elements.compare
  if (row.kind !== 'same') return words.kinds[row.kind]
  if (row.moved) return words.traits.moved
  return row.renumbered ? words.traits.renumbered : words.kinds.same
}
