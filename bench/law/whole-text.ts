import { parentPort, workerData } from 'node:worker_threads'
import { diffChars, diffWordsWithSpace } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import fastDiff from 'fast-diff'
import { z } from 'zod'

/** One whole-text difference in a thread of its own, so that it can be stopped. Tells how many milliseconds it took. */
const asked = z.object({ how: z.enum(['diff-match-patch', 'diff-match-patch without lines', 'fast-diff', 'diff characters', 'diff words']), before: z.string(), after: z.string() }).parse(workerData)

const patient = (): InstanceType<typeof DiffMatchPatch.diff_match_patch> => {
  const differ = new DiffMatchPatch.diff_match_patch()
  differ.Diff_Timeout = 0
  return differ
}

const ways: Record<typeof asked.how, (before: string, after: string) => unknown> = {
  'diff-match-patch': (before, after) => patient().diff_main(before, after),
  'diff-match-patch without lines': (before, after) => patient().diff_main(before, after, false),
  'fast-diff': (before, after) => fastDiff(before, after),
  'diff characters': (before, after) => diffChars(before, after),
  'diff words': (before, after) => diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter('zh', { granularity: 'word' }) }),
}

const start = performance.now()
ways[asked.how](asked.before, asked.after)
parentPort?.postMessage(performance.now() - start)
