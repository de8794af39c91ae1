/** Words that a line should not begin or end with. */
const NOT_AT_START = new Set('的和与及或等》）」』，、：；。')
const NOT_AT_END = new Set('《（「『')

const wordsOf = (text: string): string[] => [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((part) => part.segment)

const lengthOf = (text: string): number => [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.5), 0)

/**
 * Breaks a title between words into as few lines as it needs, of nearly equal length (GB/T 9704: 梯形或
 * 菱形, words kept whole). Line breaks already in it are kept.
 */
export function titleLines(title: string, charactersPerLine: number): string[] {
  return title.split('\n').flatMap((line) => breakLine(line.trim(), charactersPerLine)).filter((line) => line !== '')
}

function breakLine(title: string, limit: number): string[] {
  const total = lengthOf(title)
  if (total <= limit) return [title]
  const fewest = Math.ceil(total / limit)
  const found = [fewest, fewest + 1].flatMap((count) => bestLines(title, count, limit) ?? [])
  const [best] = found.sort((a, b) => a.cost - b.cost)
  if (best !== undefined) return best.lines
  const [head = title, ...rest] = hardPieces(title, limit)
  return [head, ...(rest.length === 0 ? [] : breakLine(rest.join(''), limit))]
}

/** What a dictionary cuts and a title does not: a line never ends inside. */
const KEPT_WHOLE = /常务委员会|工作委员会|委员会|报请批准|提请审议|审议结果|修改情况|公开征求/gu

/** Places between two words at which a line may end. */
function breaksOf(title: string): number[] {
  const breaks: number[] = []
  const inside = [...title.matchAll(KEPT_WHOLE)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
  let at = 0
  for (const word of wordsOf(title)) {
    at += word.length
    const next = title[at]
    if (next !== undefined && !NOT_AT_START.has(next) && !NOT_AT_END.has(title[at - 1] ?? '') && !inside.some(({ from, to }) => from < at && at < to)) breaks.push(at)
  }
  return breaks
}

/** A line in the middle that is shorter than both beside it: 沙漏形, which the standard forbids. */
const isHourglass = (lengths: readonly number[]): boolean => lengths.some((length, i) => i > 0 && i < lengths.length - 1 && length < (lengths[i - 1] ?? 0) && length < (lengths[i + 1] ?? 0))
const HOURGLASS = 1000
/** One line more has to be worth it. */
const LINE = 20

/** How much a break hurts: where a title names its matter least, inside the name of a text most. */
function breakCost(title: string, at: number): number {
  if (title.startsWith('关于', at) || title.startsWith('《', at)) return 0
  const opened = title.lastIndexOf('《', at - 1)
  if (opened <= title.lastIndexOf('》', at - 1)) return 12
  // the first words of a name are a place: 甲|市某某条例
  return at - opened < 5 ? 54 : 24
}

/** So many lines, as equal as words allow, none too long; a later line a little shorter is better than longer. Null: not possible. */
function bestLines(title: string, count: number, limit: number): { lines: string[]; cost: number } | null {
  const breaks = breaksOf(title)
  const wish = lengthOf(title) / count
  let best: { lines: string[]; cost: number } | null = null
  const go = (from: number, lines: string[]): void => {
    const rest = title.slice(from)
    if (lines.length === count - 1) {
      if (lengthOf(rest) > limit) return
      const all = [...lines, rest]
      const lengths = all.map(lengthOf)
      const ends = lines.map((_, i) => lines.slice(0, i + 1).join('').length)
      const cost = lengths.reduce((sum, length) => sum + (length - wish) ** 2, 0) + ends.reduce((sum, at) => sum + breakCost(title, at), 0) + (isHourglass(lengths) ? HOURGLASS : 0) + count * LINE
      if (best === null || cost <= best.cost) best = { lines: all, cost }
      return
    }
    for (const at of breaks) {
      if (at <= from) continue
      const line = title.slice(from, at)
      if (lengthOf(line) > limit) break
      go(at, [...lines, line])
    }
  }
  if (count <= MOST_LINES) go(0, [])
  return best
}

/** A title of more lines than this is broken as it comes: to try every way would take too long. */
const MOST_LINES = 5

function* hardPieces(text: string, size: number): Generator<string> {
  const characters = [...text]
  for (let at = 0; at < characters.length; at += size) yield characters.slice(at, at + size).join('')
}

/** The title of a paper below its red head: none where the head says it already (××市人民代表大会常务委员会公告). */
export const titleBelowHead = ({ title, redHead }: { title: string; redHead?: string | undefined }, charactersPerLine: number): string[] => (title === redHead ? [] : titleLines(title, charactersPerLine))
