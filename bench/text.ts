import DiffMatchPatch from 'diff-match-patch'
import { compareTexts } from '../law/compare/index.ts'
import { parseText } from '../law/text/index.ts'
import { corpusFiles, largestPairs, readCorpusText } from './corpus.ts'
import { median, print, time } from './measure.ts'

/** The whole-text difference is given up after this long; the figure then says “≥”. */
const PATIENCE_SECONDS = 60

/** Parsing against splitting the same bytes into lines; comparison against a whole-text difference of the same texts. */
export async function benchTexts(): Promise<void> {
  const texts = await Promise.all((await corpusFiles()).map(readCorpusText))
  const bytes = texts.reduce((sum, t) => sum + Buffer.byteLength(t), 0)
  const parsing = await median(3, () => texts.forEach((t) => parseText(t)))
  const splitting = await median(5, () => texts.forEach((t) => t.split(/\r\n|[\n\r\u2028\u2029]/)))
  print({ name: 'parse.corpus', value: parsing / splitting, unit: 'x', to: 'splitting the same bytes into lines', detail: { texts: texts.length, megabytes: Math.round(bytes / 10_000) / 100, milliseconds: Math.round(parsing) } })

  const civilCode = await readCorpusText('minfadian__2020-05-28.md')
  const one = await median(5, () => parseText(civilCode))
  const split = await median(20, () => civilCode.split(/\r\n|[\n\r\u2028\u2029]/))
  print({ name: 'parse.civil-code', value: one / split, unit: 'x', to: 'splitting it into lines', detail: { milliseconds: Math.round(one) } })

  for (const [oldFile, newFile] of await largestPairs(2)) {
    const name = newFile.split('__')[0] ?? newFile
    const [oldSource, newSource] = [await readCorpusText(oldFile), await readCorpusText(newFile)]
    const [before, after] = [parseText(oldSource), parseText(newSource)]
    const ours = await median(3, () => compareTexts(before, after))
    const whole = new DiffMatchPatch.diff_match_patch()
    whole.Diff_Timeout = PATIENCE_SECONDS
    const theirs = await time(() => whole.diff_main(oldSource, newSource, false))
    const stopped = theirs >= PATIENCE_SECONDS * 1000
    print({ name: `compare.${name}`, value: ours / theirs, unit: 'x', to: `diff-match-patch on the same texts${stopped ? ` (stopped at ${PATIENCE_SECONDS} s: ours is at most this)` : ''}`, detail: { milliseconds: Math.round(ours), whole: Math.round(theirs) } })
  }
}
