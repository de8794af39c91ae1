import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseText } from '../text/index.ts'
import { titleKey } from './law-names.ts'
import type { Place } from './places.ts'
import { recogniseCitations, type Citation } from './recognise.ts'
import { locateCitations, type SourcePosition, sourceLines } from './source-positions.ts'

const corpus = path.resolve(process.env.LIFA_CORPUS ?? '../shared/corpus')

type GoldTarget = { law: string; law_also?: string; articles: string[]; paragraph: number | null; item: string | null; parts?: Place[] }
type Gold = {
  file: string
  line: number
  col: number
  text: string
  in: { article: string | null; paragraph: number | null; item: string | null; section?: string }
  target?: GoldTarget
  negative?: boolean
  why?: string
  optional?: boolean
}

const RECALL_FLOOR = 0.98

function standsIn(gold: Gold, citation: Citation, position: SourcePosition | undefined): boolean {
  if (gold.text !== citation.text || gold.in.article !== citation.in.article) return false
  if (gold.line !== position?.line || gold.col !== position.col) return false
  if (gold.in.section !== undefined && gold.in.section !== citation.in.section) return false
  return gold.in.article === null || (gold.in.paragraph === citation.in.paragraph && gold.in.item === citation.in.item)
}

function overlaps(gold: Gold, citation: Citation, position: SourcePosition | undefined): boolean {
  if (position === undefined || gold.line !== position.line) return false
  return gold.col < position.col + citation.text.length && position.col < gold.col + gold.text.length
}

function targetKey(target: { law: string; articles: string[]; paragraph: number | null; item: string | null; parts?: Place[] }, law = target.law): string {
  const parts = (target.parts ?? []).map((part) => [part.article, part.paragraph, part.item])
  return JSON.stringify([titleKey(law), target.articles, target.paragraph, target.item, parts])
}

test('citations labelled by reading are found with article, paragraph, item and parts, and nothing that is none', () => {
  const gold: Gold[] = readFileSync(path.join(corpus, 'gold', 'citations-shared.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const wrong: string[] = []
  let wanted = 0
  let right = 0
  for (const file of new Set(gold.map((one) => one.file))) {
    const source = readFileSync(path.join(corpus, file), 'utf8').replace(/^\ufeff/, '')
    const text = parseText(source)
    const citations = recogniseCitations(text)
    const positions = locateCitations(text, citations, sourceLines(source))
    const found = new Set(citations)
    for (const one of gold.filter((label) => label.file === file && !label.optional)) {
      if (one.negative || !one.target) {
        const reported = citations.filter((citation) => overlaps(one, citation, positions.get(citation)))
        expect(reported, `${file}:${one.line} ${one.text}: ${one.why ?? ''}`).toEqual([])
        continue
      }
      const same = [...found].filter((citation) => standsIn(one, citation, positions.get(citation)))
      wanted++
      const accepted = new Set([targetKey(one.target), targetKey(one.target, one.target.law_also ?? one.target.law)])
      const hit = same.find((citation) => accepted.has(targetKey(citation.target)) || accepted.has(targetKey(citation.target, citation.target.lawAlso ?? citation.target.law)))
      if (hit) {
        right++
        found.delete(hit)
      } else {
        wrong.push(`${file}:${one.line} ${one.text}`)
      }
    }
  }
  console.log(`citations: ${right} of ${wanted}${wrong.length > 0 ? `, missed ${wrong.join('; ')}` : ''}`)
  expect(wanted).toBeGreaterThan(100)
  expect(right / wanted).toBeGreaterThanOrEqual(RECALL_FLOOR)
})
