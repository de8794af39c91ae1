import { benchColdStart } from './cold-start.ts'
import { corpusFolder } from './corpus.ts'
import { benchServer } from './server.ts'
import { benchTexts } from './text.ts'

/** `npm run bench`: one line of JSON a figure; `npm run bench -- texts`, `server` or `start` for a part. */
const parts = process.argv.slice(2)
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part)

if (wanted('texts')) {
  if (corpusFolder === null) console.error('No corpus (LIFA_CORPUS): the figures on real texts are left out.')
  else await benchTexts()
}
if (wanted('server')) await benchServer()
if (wanted('start')) await benchColdStart()
