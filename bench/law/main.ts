import { corpusFolder } from '../corpus.ts'

/** `npm run bench:law`: one line of JSON a figure; `npm run bench:law -- compare` for a part. A part is a file of this folder. */
const parts: Record<string, () => Promise<void>> = {
  parse: async () => (await import('./parse.ts')).benchParse(),
  align: async () => (await import('./align.ts')).benchAlign(),
  compare: async () => (await import('./compare.ts')).benchCompare(),
  cite: async () => (await import('./cite.ts')).benchCite(),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !Object.hasOwn(parts, part))
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)
  process.exitCode = 2
} else if (corpusFolder === null) {
  console.error('No corpus (LIFA_CORPUS): the figures on real texts are left out.')
} else {
  for (const [part, run] of Object.entries(parts)) if (asked.length === 0 || asked.includes(part)) await run()
}
