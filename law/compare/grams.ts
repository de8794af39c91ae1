/** Pairs of neighbouring characters of many texts, numbered and counted in flat arrays. */

import type { Units } from './units.ts'

export type GramCounts = {
  /** one entry for each gram of each text, text after text: its number, and how often it stands there */
  grams: Int32Array
  counts: Int32Array
  /** entries of text t stand from `starts[t]` to `starts[t + 1]` */
  starts: Int32Array
  /** by number: in how many texts it stands, and its two characters */
  holders: Int32Array
  keys: Int32Array
}

// what a slot of the table holds, side by side so that one look at memory finds all of it
const SLOT = 4
const [KEY, NUMBER, SEEN_AT, HOLDERS] = [0, 1, 2, 3]

type Table = { slots: Int32Array; last: number }

const emptyTable = (capacity: number): Table => ({ slots: new Int32Array(capacity * SLOT), last: capacity - 1 })

/** Counts the grams of every unit. Numbers follow the first place where a gram stands. */
export function countGrams({ codes, from, to }: Units): GramCounts {
  let total = 0
  for (let unit = 0; unit < from.length; unit++) total += Math.max(0, (to[unit] ?? 0) - (from[unit] ?? 0) - 1)
  const grams = new Int32Array(total)
  const counts = new Int32Array(total)
  const starts = new Int32Array(from.length + 1)
  // a table that fits the cache is worth moving for
  let table = emptyTable(total < 2_000 ? 1_024 : 16_384)
  let vocabulary = 0
  let length = 0
  for (let unit = 0; unit < from.length; unit++) {
    const start = length
    starts[unit] = start
    const [first, end] = [from[unit] ?? 0, to[unit] ?? 0]
    let before = codes[first] ?? 0
    for (let at = first + 1; at < end; at++) {
      const next = codes[at] ?? 0
      const key = (before << 16) | next
      before = next
      const slot = slotOf(table, key)
      const { slots } = table
      if (slots[slot + NUMBER] === 0) {
        slots[slot + KEY] = key
        slots[slot + NUMBER] = ++vocabulary
        slots[slot + SEEN_AT] = -1
      }
      const seenAt = slots[slot + SEEN_AT] ?? 0
      if (seenAt >= start) counts[seenAt] = (counts[seenAt] ?? 0) + 1
      else {
        slots[slot + SEEN_AT] = length
        slots[slot + HOLDERS] = (slots[slot + HOLDERS] ?? 0) + 1
        grams[length] = (slots[slot + NUMBER] ?? 0) - 1
        counts[length++] = 1
        if (vocabulary * 2 > table.last) table = twiceAsLarge(table)
      }
    }
  }
  starts[from.length] = length
  const holders = new Int32Array(vocabulary)
  const keys = new Int32Array(vocabulary)
  const { slots } = table
  for (let slot = 0; slot < slots.length; slot += SLOT) {
    const number = (slots[slot + NUMBER] ?? 0) - 1
    if (number < 0) continue
    holders[number] = slots[slot + HOLDERS] ?? 0
    keys[number] = slots[slot + KEY] ?? 0
  }
  return { grams: grams.subarray(0, length), counts: counts.subarray(0, length), starts, holders, keys }
}

/** Where a gram's four fields stand, or should. */
function slotOf({ slots, last }: Table, key: number): number {
  const hash = Math.imul(key, 0x9e3779b1)
  let slot = (hash ^ (hash >>> 15)) & last
  while (slots[slot * SLOT + NUMBER] !== 0 && slots[slot * SLOT + KEY] !== key) slot = (slot + 1) & last
  return slot * SLOT
}

function twiceAsLarge(small: Table): Table {
  const large = emptyTable((small.last + 1) * 2)
  for (let slot = 0; slot < small.slots.length; slot += SLOT) {
    if (small.slots[slot + NUMBER] === 0) continue
    const to = slotOf(large, small.slots[slot + KEY] ?? 0)
    for (let field = 0; field < SLOT; field++) large.slots[to + field] = small.slots[slot + field] ?? 0
  }
  return large
}
