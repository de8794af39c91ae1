/** A pair of places: in the old list, in the new list. */
export type Pair = { old: number; new: number }

/** Above this many combinations of one text with itself, equal texts are paired in their order. */
const MAX_COMBINATIONS = 400

/**
 * Pairs texts whose keys are equal (-1: it has none), in order, where both sides have the same number of them. Where one
 * side has more, every combination is returned as `open`, for the order of the neighbours to decide.
 */
export function exactPairs(oldKeys: Int32Array, newKeys: Int32Array): { fixed: Pair[]; open: Pair[] } {
  const newPlaces = placesByKey(newKeys)
  const fixed: Pair[] = []
  const open: Pair[] = []
  for (const [key, oldPlaces] of placesByKey(oldKeys)) {
    const others = newPlaces.get(key) ?? []
    if (others.length === 0) continue
    if (oldPlaces.length === others.length || oldPlaces.length * others.length > MAX_COMBINATIONS) {
      oldPlaces.forEach((place, at) => {
        const other = others[at]
        if (other !== undefined) fixed.push({ old: place, new: other })
      })
    } else {
      for (const place of oldPlaces) for (const other of others) open.push({ old: place, new: other })
    }
  }
  return { fixed, open }
}

function placesByKey(keys: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>()
  keys.forEach((key, at) => {
    if (key < 0) return
    const list = places.get(key)
    if (list) list.push(at)
    else places.set(key, [at])
  })
  return places
}
