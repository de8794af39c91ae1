import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type GoldLabel, type GoldScore, scoreLabels } from '../../law/citation/gold-labels.ts'
import { locateCitations, recogniseCitations, sourceLines } from '../../law/citation/index.ts'
import { parseText } from '../../law/text/index.ts'
import { corpusFiles, corpusFolder, readCorpusText } from '../corpus.ts'
import { median, print } from '../measure.ts'

/** What was labelled by reading and found, what was reported that is none, and what finding and placing costs beside parsing. */
export async function benchCite(): Promise<void> {
  const labels: GoldLabel[] = (await readFile(path.join(corpusFolder ?? '', 'gold', 'citations-shared.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line))
  const scores: GoldScore[] = []
  for (const file of new Set(labels.map((label) => label.file))) {
    const source = (await readCorpusText(file)).replace(/^\ufeff/, '')
    const text = parseText(source)
    const citations = recogniseCitations(text)
    scores.push(scoreLabels(labels.filter((label) => label.file === file), citations, locateCitations(text, citations, sourceLines(source))))
  }
  const [wanted, right] = [scores.reduce((sum, one) => sum + one.wanted, 0), scores.reduce((sum, one) => sum + one.right, 0)]
  const missed = scores.flatMap((one) => one.missed.map(({ file, line, text }) => `${file}:${line} ${text}`)).join('; ')
  print({ name: 'cite.recall', value: right / wanted, unit: '', to: 'labels with line, column, place and every part of the target', detail: { wanted, right, ...(missed === '' ? {} : { missed }) } })
  print({ name: 'cite.negatives', value: scores.reduce((sum, one) => sum + one.wrong.length, 0), unit: 'reported', to: 'labels that are no citation', detail: { labels: labels.filter((label) => label.negative).length } })

  const sources = await Promise.all((await corpusFiles()).map(readCorpusText))
  const texts = sources.map((source) => parseText(source))
  const parsing = await median(3, () => sources.forEach((source) => parseText(source)))
  const finding = await median(3, () => texts.forEach((text) => recogniseCitations(text)))
  const found = texts.map((text) => recogniseCitations(text))
  const placing = await median(3, () => texts.forEach((text, at) => locateCitations(text, found[at] ?? [], sourceLines(sources[at] ?? ''))))
  const detail = { citations: found.reduce((sum, one) => sum + one.length, 0), texts: texts.length, milliseconds: Math.round(finding + placing), parsing: Math.round(parsing) }
  print({ name: 'cite.find', value: finding / parsing, unit: 'x', to: 'parsing the same texts', detail })
  print({ name: 'cite.place', value: placing / parsing, unit: 'x', to: 'parsing the same texts' })
}
