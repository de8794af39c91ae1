/** Pairs of neighbouring characters of many texts, numbered and counted in flat arrays. */

import type { Units } from './units.ts'

/** `at[place]`: number of the gram that ends at a place of the codes; by number: its two characters. */
export type GramNumbers = { at: Int32Array; keys: Int32Array }

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
const SLOT = 2
const [KEY, NUMBER] = [0, 1]

type Table = { slots: Int32Array; last: number }

const emptyTable = (capacity: number): Table => ({ slots: new Int32Array(capacity * SLOT), last: capacity - 1 })

/** Numbers the grams of every unit, in the order of the first place where each stands. */
export function numberGrams(units: Units): GramNumbers {
  const { codes, from, to } = units
  const total = gramsIn(units)
  const at = new Int32Array(codes.length)
  // a table that fits the cache is worth moving for
  let table = emptyTable(total < 2_000 ? 1_024 : 16_384)
  let vocabulary = 0
  for (let unit = 0; unit < from.length; unit++) {
    const [first, end] = [from[unit] ?? 0, to[unit] ?? 0]
    let before = codes[first] ?? 0
    for (let place = first + 1; place < end; place++) {
      const next = codes[place] ?? 0
      const key = (before << 16) | next
      before = next
      const slot = slotOf(table, key)
      let number = table.slots[slot + NUMBER] ?? 0
      if (number === 0) {
        number = ++vocabulary
        table.slots[slot + KEY] = key
        table.slots[slot + NUMBER] = number
        if (vocabulary * 2 > table.last) table = twiceAsLarge(table)
      }
      at[place] = number - 1
    }
  }
  const keys = new Int32Array(vocabulary)
  const { slots } = table
  for (let slot = 0; slot < slots.length; slot += SLOT) {
    const number = (slots[slot + NUMBER] ?? 0) - 1
    if (number >= 0) keys[number] = slots[slot + KEY] ?? 0
  }
  return { at, keys }
}

/**
 * Counts the grams of every unit. Numbers follow the first place where a gram stands. `numbered` spares the work of
 * telling grams apart where units with the same codes were numbered before, of which these are parts.
 */
export function countGrams(units: Units, numbered: GramNumbers = numberGrams(units)): GramCounts {
  const { from, to } = units
  const known = numbered.keys.length
  const total = gramsIn(units)
  const grams = new Int32Array(total)
  const counts = new Int32Array(total)
  const starts = new Int32Array(from.length + 1)
  // by the number that was given before: the number here and one more, and the entry of the last unit that holds it
  const numbers = new Int32Array(known)
  const seenAt = new Int32Array(known)
  const holders = new Int32Array(known)
  const keys = new Int32Array(known)
  let vocabulary = 0
  let length = 0
  for (let unit = 0; unit < from.length; unit++) {
    const start = length
    starts[unit] = start
    const end = to[unit] ?? 0
    for (let place = (from[unit] ?? 0) + 1; place < end; place++) {
      const gram = numbered.at[place] ?? 0
      let number = numbers[gram] ?? 0
      if (number === 0) {
        number = numbers[gram] = ++vocabulary
        keys[number - 1] = numbered.keys[gram] ?? 0
        seenAt[gram] = -1
      }
      const entry = seenAt[gram] ?? 0
      if (entry >= start) counts[entry] = (counts[entry] ?? 0) + 1
      else {
        seenAt[gram] = length
        holders[number - 1] = (holders[number - 1] ?? 0) + 1
        grams[length] = number - 1
        counts[length++] = 1
      }
    }
  }
  starts[from.length] = length
  return { grams: grams.subarray(0, length), counts: counts.subarray(0, length), starts, holders: holders.subarray(0, vocabulary), keys: keys.subarray(0, vocabulary) }
}

function gramsIn({ from, to }: Units): number {
  let total = 0
  for (let unit = 0; unit < from.length; unit++) total += Math.max(0, (to[unit] ?? 0) - (from[unit] ?? 0) - 1)
  return total
}

/** Where a gram's two fields stand, or should. */
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
    large.slots[to + KEY] = small.slots[slot + KEY] ?? 0
    large.slots[to + NUMBER] = small.slots[slot + NUMBER] ?? 0
  }
  return large
}
