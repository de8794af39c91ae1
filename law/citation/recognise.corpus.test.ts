import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LegalText, parseText } from '../text/index.ts'
import { type GoldLabel, scoreLabels } from './gold-labels.ts'
import { type Citation, recogniseCitations } from './recognise.ts'
import { locateCitations, type SourcePosition, sourceLines } from './source-positions.ts'
import { existsIn } from './target-existence.ts'

const corpus = path.resolve(process.env.LIFA_CORPUS ?? '../shared/corpus')

type Read = { file: string; source: string; text: LegalText; citations: Citation[]; positions: Map<Citation, SourcePosition> }

function read(file: string): Read {
  const source = new TextDecoder().decode(readFileSync(path.join(corpus, file)))
  const text = parseText(source)
  const citations = recogniseCitations(text)
  return { file, source, text, citations, positions: locateCitations(text, citations, sourceLines(source)) }
}

test('citations labelled by reading are found with line, column, place and every part of the target, and nothing that is none', () => {
  const gold: GoldLabel[] = readFileSync(path.join(corpus, 'gold', 'citations-shared.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line))
  const scores = [...new Set(gold.map(({ file }) => file))].map((file) => {
    const { citations, positions } = read(file)
    return scoreLabels(gold.filter((label) => label.file === file), citations, positions)
  })
  const name = ({ file, line, text }: GoldLabel): string => `${file}:${line} ${text}`
  expect(scores.flatMap(({ wrong }) => wrong.map(name))).toEqual([])
  expect(scores.flatMap(({ missed }) => missed.map(name))).toEqual([])
  expect(scores.reduce((sum, { wanted }) => sum + wanted, 0)).toBeGreaterThan(140)
})

describe('in every shared text', () => {
  const texts = readdirSync(corpus).filter((file) => /__.*\.(?:md|txt)$/u.test(file)).map(read)

  test('the words of a citation stand in the file at its line and column', () => {
    const astray = texts.flatMap(({ file, source, citations, positions }) => {
      const lines = source.split('\n')
      return citations.flatMap((citation) => {
        const at = positions.get(citation)
        return at && lines[at.line - 1]?.slice(at.col, at.col + citation.text.length) === citation.text ? [] : [`${file} ${citation.in.nodeId} ${citation.text}`]
      })
    })
    expect(texts.length).toBeGreaterThan(240)
    expect(astray).toEqual([])
  })

  test('what a text cites of itself exists', () => {
    const own = texts.flatMap(({ file, text, citations, positions }) =>
      citations.filter(({ target }) => target.law === 'self').map((citation) => ({ name: `${file}:${positions.get(citation)?.line} ${citation.text}`, exists: existsIn([[text]], citation.target).exists })),
    )
    const missing = own.filter(({ exists }) => exists !== true).map(({ name }) => name)
    console.log(`citations of the text itself: ${own.length - missing.length} of ${own.length} exist${missing.length > 0 ? `, not ${missing.join('; ')}` : ''}`)
    expect(own.length).toBeGreaterThan(2_000)
    expect(missing.length / own.length).toBeLessThanOrEqual(0.01)
  })
})
