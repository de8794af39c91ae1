/** Headings of 章 and 节 that lost their number with the automatic numbers of a Word file (one in ten local texts). */
import { closeUp } from './labels.ts'
import type { ScannedLine } from './scan.ts'

const HEADING_WORDS = /^[\u4e00-\u9fff][\u4e00-\u9fff、\s]{1,29}$/
const GOES_ON = /[和与及、]$/
const CARRIES_ON = /^[和与及]/
/** a chapter and its first section, and one of them on two lines */
const MOST_LINES = 3

/**
 * A few words alone on their line, with nothing but such lines between them and the next article or numbered heading.
 * A heading that breaks off (人民法院和) is joined with its next line.
 */
export function lostHeading(lines: readonly ScannedLine[], i: number): { heading: string; end: number } | null {
  let j = i
  for (; j < i + MOST_LINES; j += 1) {
    const line = lines[j]
    if (line?.kind !== 'plain' || !HEADING_WORDS.test(line.text)) break
  }
  const next = lines[j]?.kind
  if (j === i || (next !== 'article' && next !== 'division')) return null
  const text = lines[i]?.text ?? ''
  const second = i + 1 < j ? (lines[i + 1]?.text ?? '') : ''
  const joined = second !== '' && (GOES_ON.test(text) || CARRIES_ON.test(second))
  return joined ? { heading: closeUp(text) + closeUp(second), end: i + 1 } : { heading: closeUp(text), end: i }
}
