/** Who put what into a draft, place by place: read off the maps of its steps, without the documents in between. */
import type { StepMap } from 'prosemirror-transform'

/** A stretch of the document that somebody put in, or (`from` = `to`) a place where somebody took something out. */
export type Authored = { from: number; to: number; by: string; at: string }

type Who = Pick<Authored, 'by' | 'at'>

/** What is kept of a stretch when `from`..`to` of the old document becomes `newFrom`..`newTo`. */
function cut(one: Authored, { from, to, newFrom, newTo }: { from: number; to: number; newFrom: number; newTo: number }): Authored[] {
  const isPlace = one.from === one.to
  const shift = newTo - to
  if (one.to < from || (one.to === from && !isPlace)) return [one]
  if (one.from > to || (one.from === to && !isPlace)) return [{ ...one, from: one.from + shift, to: one.to + shift }]
  // a place that is written over is gone; one at the beginning of the change stays before it
  if (isPlace) return one.from === from ? [{ ...one, from: newFrom, to: newFrom }] : []
  return [...(one.from < from ? [{ ...one, to: from }] : []), ...(one.to > to ? [{ ...one, from: newTo, to: one.to + shift }] : [])]
}

/** Whether everything between was put in since: when it goes again, nothing of the text before went. */
function wasPutIn(list: readonly Authored[], from: number, to: number): boolean {
  let at = from
  for (const one of list.toSorted((a, b) => a.from - b.from)) if (one.from <= at && one.to > at) at = one.to
  return to > from && at >= to
}

/** Without a time it is on its way to the server: nothing is newer. */
const isNewer = (a: Who, b: Who): boolean => b.at !== '' && (a.at === '' || a.at >= b.at)

const sameHand = (a: Authored, b: Authored): boolean => a.by === b.by && a.to === b.from && a.from < a.to && b.from < b.to

/** The authorship of a document after one more step, by the step's map. Stretches of one hand that touch are one. */
export function withStep(list: readonly Authored[], map: StepMap, who: Who): Authored[] {
  let now = [...list]
  let changed = false
  map.forEach((oldFrom, oldTo, newFrom, newTo) => {
    changed = true
    // earlier ranges of the same step have moved the list already
    const passedBy = newFrom === newTo && wasPutIn(now, newFrom, newFrom + oldTo - oldFrom)
    now = now.flatMap((one) => cut(one, { from: newFrom, to: newFrom + oldTo - oldFrom, newFrom, newTo }))
    // what only passed by leaves a place to whoever took something out there before
    if (!passedBy || !now.some((one) => one.from === newFrom && one.to === newFrom)) now.push({ from: newFrom, to: newTo, ...who })
  })
  if (!changed) return now
  const sorted = now.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const joined: Authored[] = []
  for (const one of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && sameHand(last, one)) {
      last.to = one.to
      last.at = isNewer(one, last) ? one.at : last.at
    } else if (last === undefined || last.from !== one.from || last.to !== one.to || last.from !== last.to) joined.push({ ...one })
    else Object.assign(last, isNewer(one, last) ? one : last)
  }
  return joined
}

/** Who stands behind a stretch: the hand that wrote most of it, or took out what stood at the place; null where no step tells. */
export function authorAt(list: readonly Authored[], { from, to }: { from: number; to: number }): Who | null {
  let best: Authored | null = null
  let most = -1
  for (const one of list) {
    if (one.to < from || one.from > to) continue
    const shared = Math.min(one.to, to) - Math.max(one.from, from)
    // words that only touch the stretch do not tell; a place where something went does
    if (shared === 0 && one.from < one.to && from < to) continue
    if (shared > most || (shared === most && best !== null && one.at !== best.at && isNewer(one, best))) {
      most = shared
      best = one
    }
  }
  return best === null ? null : { by: best.by, at: best.at }
}
