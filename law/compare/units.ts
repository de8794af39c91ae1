/** Many short texts in one row of UTF-16 codes: unit u stands from `from[u]` to `to[u]`. */
export type Units = { codes: Uint16Array; from: Int32Array; to: Int32Array }

/** Texts as they are. */
export function packTexts(texts: readonly string[]): Units {
  const units = emptyUnits(texts)
  let written = 0
  texts.forEach((text, unit) => {
    units.from[unit] = written
    written = append(units, written, text)
    units.to[unit] = written
  })
  return units
}

/** Room for texts that are about as long when they are packed. */
export function emptyUnits(texts: readonly string[]): Units {
  let length = 0
  for (const text of texts) length += text.length
  return { codes: new Uint16Array(length), from: new Int32Array(texts.length), to: new Int32Array(texts.length) }
}

/** The units with room for so many codes. */
export function makeRoom(units: Units, length: number): Units {
  if (length <= units.codes.length) return units
  const codes = new Uint16Array(length * 2)
  codes.set(units.codes)
  units.codes = codes
  return units
}

/** Writes a text behind what is written; gives where it ends. */
export function append(units: Units, written: number, text: string): number {
  const { codes } = makeRoom(units, written + text.length)
  for (let at = 0; at < text.length; at++) codes[written + at] = text.charCodeAt(at)
  return written + text.length
}

/** A number for each unit: one for all that are equal. */
export function numberUnits({ codes, from, to }: Units): Int32Array {
  let capacity = 64
  while (capacity < from.length * 2) capacity *= 2
  const slots = new Int32Array(capacity).fill(-1)
  const numbers = new Int32Array(from.length)
  for (let unit = 0; unit < from.length; unit++) {
    const [start, end] = [from[unit] ?? 0, to[unit] ?? 0]
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (capacity - 1)
    for (;;) {
      const other = slots[slot] ?? -1
      if (other < 0) {
        slots[slot] = unit
        numbers[unit] = unit
        break
      }
      if (areEqual(codes, start, end, from[other] ?? 0, to[other] ?? 0)) {
        numbers[unit] = other
        break
      }
      slot = (slot + 1) & (capacity - 1)
    }
  }
  return numbers
}

function areEqual(codes: Uint16Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false
  for (let at = start, other = otherStart; at < end; at++, other++) if (codes[at] !== codes[other]) return false
  return true
}
