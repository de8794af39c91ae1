/** Headings of 编, 章 and 节 among the rows of a comparison, and which of them stand over what is asked for. */

/** Rows of articles with the headings among them, each before the row that it stands over. */
export function amongRows<R, H extends { before: number }>(rows: readonly R[], headings: readonly H[]): (R | H)[] {
  const all: (R | H)[] = []
  let next = 0
  for (let at = 0; at <= rows.length; at += 1) {
    for (let heading = headings[next]; heading !== undefined && heading.before <= at; heading = headings[next]) {
      all.push(heading)
      next += 1
    }
    const row = rows[at]
    if (row !== undefined) all.push(row)
  }
  return all
}

/** Which headings stand over a row that is wanted. `level`: of a heading from 1; 0 for what closes them all, as an annex does; null for what stands below. */
export function standingOver(rows: readonly { wanted: boolean; level: number | null }[]): boolean[] {
  const over = rows.map(() => false)
  const open: { at: number; level: number }[] = []
  rows.forEach(({ wanted, level }, at) => {
    if (level !== null) while ((open.at(-1)?.level ?? -1) >= level) open.pop()
    // where one is told already, those around it are too
    if (wanted) for (const heading of open.toReversed()) {
      if (over[heading.at]) break
      over[heading.at] = true
    }
    if (level !== null) open.push({ at, level })
  })
  return over
}

/** A row of a table, whether it is shown where only changes are asked for, and of a heading where it stands and its level. */
export type Arranged<T> = { row: T; changed: boolean; heading?: { before: number; level: number } }

/**
 * Rows of articles with the headings among them, what stands before all articles and the annexes behind them, with their
 * 序号: a heading has that of the row before it. Where only changes are asked for, a heading that stayed is left over the
 * rows that changed.
 */
export function arrange<T>(parts: { lead: readonly Arranged<T>[]; rows: readonly Arranged<T>[]; headings: readonly Arranged<T>[]; annexes: readonly Arranged<T>[] }, changedOnly: boolean): (T & { index: number })[] {
  const body = amongRows<Arranged<T>, Arranged<T> & { before: number }>(parts.rows, parts.headings.map((one) => ({ ...one, before: one.heading?.before ?? 0 })))
  const over = standingOver(body.map(({ changed, heading }) => ({ wanted: changed, level: heading?.level ?? null })))
  const changed = (one: Arranged<T>): boolean => !changedOnly || one.changed
  const shown = [...parts.lead.filter(changed), ...body.filter((one, at) => changed(one) || over[at]), ...parts.annexes.filter(changed)]
  let index = 0
  return shown.map((one) => ({ ...one.row, index: one.heading === undefined ? (index += 1) : index }))
}
