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
  const lineCount = Math.ceil(total / limit)
  const first = bestBreak(title, total / lineCount, limit)
  if (first === null) return [...hardPieces(title, limit)]
  return [title.slice(0, first), ...breakLine(title.slice(first), limit)]
}

/** The place between two words nearest to the wished length; a little longer is better than shorter. */
function bestBreak(title: string, wish: number, limit: number): number | null {
  let at = 0
  let best: { at: number; cost: number } | null = null
  for (const word of wordsOf(title)) {
    at += word.length
    const head = title.slice(0, at)
    const next = title[at]
    if (next === undefined || lengthOf(head) > limit) break
    if (NOT_AT_START.has(next) || NOT_AT_END.has(head.at(-1) ?? '')) continue
    const cost = Math.abs(lengthOf(head) - wish)
    if (best === null || cost <= best.cost) best = { at, cost }
  }
  return best?.at ?? null
}

function* hardPieces(text: string, size: number): Generator<string> {
  const characters = [...text]
  for (let at = 0; at < characters.length; at += size) yield characters.slice(at, at + size).join('')
}
