import { messages } from '../../messages/zh.ts'
import type { ShownRow } from './shown-rows.ts'

/** What a row is called where it is one of many: an article by its number, a heading by its whole line. */
export function shortNumber({ what, places }: ShownRow): string {
  const place = places.at(-1)?.[0] ?? places.findLast((one) => one.length > 0)?.[0]
  if (what === 'title' || what === 'preamble') return messages.elements.compare[what]
  return (what === 'heading' ? place?.text : place?.number) ?? ''
}

/** 第十二条 → 第十三条; 原第六条 where it is gone; a heading by its newest words, the title by its name. */
export function numbersOf(row: ShownRow): string {
  const words = messages.elements.compare
  if (row.what === 'title' || row.what === 'preamble') return shortNumber(row)
  if (row.what === 'heading') return row.kind === 'removed' ? words.was(shortNumber(row)) : shortNumber(row)
  const labels = row.places.map((places) => places.map(({ number }) => (number === '' ? words.unnumbered : number)).join('、'))
  if (row.kind === 'removed') return words.was(labels.findLast((label) => label !== '') ?? '')
  const told = labels.filter((label, at) => label !== '' && label !== labels[at - 1])
  return told.join(' → ')
}

/** What happened to a row, in one word: 拆分 and 合并 where several articles stand on a side. */
export function kindOf(row: ShownRow): string {
  const words = messages.elements.compare
  if (row.kind === 'same') return row.moved ? words.traits.moved : row.renumbered ? words.traits.renumbered : words.kinds.same
  const [before, after] = row.places.length === 2 ? [row.places[0]?.length ?? 0, row.places[1]?.length ?? 0] : [0, 0]
  if (row.kind !== 'changed' || (before < 2 && after < 2)) return words.kinds[row.kind]
  return before > 1 && after > 1 ? words.regrouped : before > 1 ? words.merged : words.split
}
