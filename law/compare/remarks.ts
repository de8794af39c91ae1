import type { Change } from './diff-words.ts'
import type { Mark } from './tokens.ts'

const MARK_WORDS: readonly (readonly [Mark, string])[] = [
  ['duty', '义务'],
  ['amount', '数额'],
  ['period', '期限'],
  ['percentage', '比例'],
]
/** Longer passages are read where they stand. */
const LONGEST_QUOTED = 14
const MOST_SAID = 4

/** What a reviewer looks for first, said in words: 期限：三十日改为十五日. */
export function markedRemarks(changes: readonly Change[]): string[] {
  const said = new Set<string>()
  changes.forEach((change, at) => {
    const next = changes[at + 1]
    if (change.op !== 'delete' || next?.op !== 'insert' || change.text.length > LONGEST_QUOTED || next.text.length > LONGEST_QUOTED) return
    for (const [mark, word] of MARK_WORDS) {
      if (change.marks?.includes(mark) && next.marks?.includes(mark)) said.add(`${word}：${change.text.trim()}改为${next.text.trim()}`)
    }
  })
  const list = [...said]
  return list.length > MOST_SAID ? [...list.slice(0, MOST_SAID), `等${list.length}处`] : list
}

/** Where moved passages of a comparison come from and go to, by `moveId`: labels of the articles. */
export type MovePlaces = ReadonlyMap<string, { from: string; to: string }>

type Moving = { changes: readonly Change[]; old: readonly { number: string }[]; new: readonly { number: string }[] }

/** Collects where each moved passage stands in either text. */
export function movePlaces(rows: readonly Moving[]): MovePlaces {
  const places = new Map<string, { from: string; to: string }>()
  for (const row of rows) {
    for (const { op, moveId } of row.changes) {
      if (moveId === undefined) continue
      const place = places.get(moveId) ?? { from: '', to: '' }
      if (op === 'delete') place.from = labelsOf(row.old)
      else place.to = labelsOf(row.new)
      places.set(moveId, place)
    }
  }
  return places
}

export const labelsOf = (articles: readonly { number: string }[]): string => articles.map(({ number }) => number).filter((number) => number !== '').join('、')

/** 部分文字移至第五条: for passages that left the row or came into it. */
export function moveRemarks(row: Moving, places: MovePlaces): string[] {
  const said = new Set<string>()
  for (const { op, moveId } of row.changes) {
    const place = moveId === undefined ? undefined : places.get(moveId)
    if (!place) continue
    if (place.to === labelsOf(row.new) && place.from === labelsOf(row.old)) said.add('部分文字在本条内移动')
    else if (op === 'delete') said.add(`部分文字移至${place.to || '附件'}`)
    else said.add(`部分文字移自${place.from || '附件'}`)
  }
  return [...said]
}
