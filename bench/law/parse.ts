import { parseText } from '../../law/text/index.ts'
import { corpusFiles, readCorpusText, regularFiles } from '../corpus.ts'
import { print, time } from '../measure.ts'

const MEGABYTE = 1024 * 1024
const SHORTEST_BYTES = 2 * MEGABYTE
/** linear, and what memory adds: a million small objects fit no cache */
const LARGEST_SLOPE = 1.4
const bytesOf = (text: string): number => Buffer.byteLength(text)

/** Milliseconds of the processor, its collector of garbage included: a long run on a busy machine is not made longer. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Milliseconds of the fastest of several runs: what the machine does besides only ever adds. */
async function fastest(runs: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i += 1) best = Math.min(best, await time(work))
  return best
}

/** `unit` over and over, as often as `bytes` hold it; the beginning of a unit that is longer. */
function filled(unit: string, bytes: number): string {
  const times = Math.floor(bytes / bytesOf(unit))
  return times > 0 ? unit.repeat(times) : unit.slice(0, Math.floor(bytes / 3))
}

type Shape = { name: string; largestBytes: number; make(bytes: number): string }

const numbered = (bytes: number): string => {
  const lines: string[] = []
  for (let size = 0, n = 1; size < bytes; n += 1) {
    const line = `（${n}）甲；`
    lines.push(line)
    size += bytesOf(line)
  }
  return `第一条 甲：${lines.join('')}`
}

/** What a hostile sender would try; each grows from a hundredth of its largest size. */
const hostile: readonly Shape[] = [
  { name: 'one line', largestBytes: 20 * MEGABYTE - 3, make: (bytes) => filled('甲应当乙，', bytes) },
  { name: 'short lines', largestBytes: 4_000_000, make: (bytes) => filled('甲\n', bytes) },
  { name: 'opening brackets', largestBytes: 1_500_000, make: (bytes) => filled('（', bytes) },
  { name: 'deep brackets', largestBytes: 6 * MEGABYTE, make: (bytes) => `第一条 ${filled('（', bytes / 2)}${filled('）', bytes / 2)}` },
  { name: 'one label again and again', largestBytes: 6 * MEGABYTE, make: (bytes) => filled('第一条 甲。\n', bytes) },
  { name: 'labels in one line', largestBytes: 20 * MEGABYTE - 3, make: (bytes) => filled('第一条', bytes) },
  { name: 'items in one line', largestBytes: 6 * MEGABYTE, make: numbered },
  { name: 'open quotations', largestBytes: 6 * MEGABYTE, make: (bytes) => `第一条 甲：\n${filled('“第二条 乙\n', bytes)}` },
  { name: 'open tags', largestBytes: 6 * MEGABYTE, make: (bytes) => filled('<a ', bytes) },
  { name: 'tabs', largestBytes: 6 * MEGABYTE, make: (bytes) => filled('甲\t乙\n', bytes) },
]

/** Slope of log(processor time) over log(bytes): 1 is linear, 2 quadratic. */
function exponent({ largestBytes, make }: Shape): { slope: number; largestMilliseconds: number } {
  const points: [number, number][] = []
  let largestMilliseconds = 0
  for (const share of [0.01, 0.03, 0.1, 0.3, 1]) {
    const source = make(largestBytes * share)
    // long enough for the clock: a short text is parsed several times
    const repeats = Math.ceil(SHORTEST_BYTES / bytesOf(source))
    const milliseconds = processorTime(() => {
      for (let i = 0; i < repeats; i += 1) parseText(source)
    }) / repeats
    points.push([Math.log(bytesOf(source)), Math.log(milliseconds)])
    largestMilliseconds = milliseconds
  }
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([size]) => size)), mean(points.map(([, t]) => t))]
  const slope = points.reduce((sum, [size, t]) => sum + (size - x) * (t - y), 0) / points.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
  return { slope, largestMilliseconds }
}

/** Parsing against splitting into lines, and how its cost grows, also with texts that are made to be slow. */
export async function benchParse(): Promise<void> {
  const civilCode = await readCorpusText('minfadian__2020-05-28.md')
  await fastest(30, () => parseText(civilCode))
  const split = await fastest(200, () => civilCode.split('\n'))
  const parse = await fastest(100, () => parseText(civilCode))
  print({ name: 'parse.civil-code', value: parse / split, unit: 'x', to: "source.split('\\n') of the same string, fastest runs", detail: { atMost: 30, milliseconds: Math.round(parse * 100) / 100 } })

  const texts = await Promise.all((await corpusFiles()).map(readCorpusText))
  let [splitAll, parseAll] = [0, 0]
  for (const text of texts) {
    splitAll += await fastest(8, () => text.split('\n'))
    parseAll += await fastest(8, () => parseText(text))
  }
  print({ name: 'parse.corpus', value: parseAll / splitAll, unit: 'x', to: "split('\\n') of the same texts, each by its fastest run", detail: { texts: texts.length, milliseconds: Math.round(parseAll) } })

  const regular = (await Promise.all((await regularFiles()).map(readCorpusText))).map((text) => parseText(text))
  const quiet = regular.filter(({ problems }) => problems.length === 0).length
  const remarked = regular.filter(({ remarks }) => remarks.length > 0).length
  print({ name: 'parse.quiet', value: quiet / regular.length, unit: 'share', to: 'texts without a documented irregularity, of which nothing is a problem', detail: { atLeast: 0.95, texts: regular.length, withRemarks: remarked } })

  const all = texts.join('\n')
  const real: Shape = { name: 'real texts', largestBytes: 20 * MEGABYTE - 3, make: (bytes) => filled(all, bytes) }
  for (const shape of [real, ...hostile]) {
    const { slope, largestMilliseconds } = exponent(shape)
    const name = shape === real ? 'parse.growth' : `parse.growth.${shape.name.replaceAll(' ', '-')}`
    print({ name, value: slope, unit: 'exponent', to: `${shape.name}, ${(shape.largestBytes / 100 / MEGABYTE).toFixed(2)} to ${(shape.largestBytes / MEGABYTE).toFixed(1)} MB`, detail: { atMost: LARGEST_SLOPE, milliseconds: Math.round(largestMilliseconds) } })
  }
}
