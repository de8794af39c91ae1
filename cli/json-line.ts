const BATCH = 1000

/** One line of JSON in pieces: the tree of a very large text is longer than a string can be. */
export function* jsonLine(record: object): Generator<string> {
  let opening = '{'
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined) continue
    const name = `${opening}${JSON.stringify(key)}:`
    opening = ','
    if (!Array.isArray(value) || value.length <= BATCH) {
      yield name + JSON.stringify(value)
      continue
    }
    const list: readonly unknown[] = value
    for (let from = 0; from < list.length; from += BATCH) {
      const batch = JSON.stringify(list.slice(from, from + BATCH)).slice(1, -1)
      yield (from === 0 ? `${name}[` : ',') + batch
    }
    yield ']'
  }
  yield opening === '{' ? '{}' : '}'
}
