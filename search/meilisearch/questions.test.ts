import { describe, expect, test } from 'vitest'
import type { SearchQuery } from '../engine.ts'
import { parseQuery } from '../query/index.ts'
import { titlesAsked } from '../ranking/candidate.ts'
import type { WeighedTerm } from '../ranking/score.ts'
import { filterOf } from './filter.ts'
import { articleQuestion, candidateQuestions, frequencyQuestions, listQuestion, WORDS_READ } from './questions.ts'
import { pairWords } from './stored-document.ts'

const base: SearchQuery = { text: '', asker: { audience: 'public' }, onDate: '2026-03-01' }
const term = (word: string, weight = 1, more: Partial<WeighedTerm> = {}): WeighedTerm => ({ word, share: 1, typed: true, rows: 1, weight, ...more })
const questionsOf = (text: string, terms: WeighedTerm[], query: Partial<SearchQuery> = {}) => {
  const understood = parseQuery(text)
  return candidateQuestions({ indexUid: 'lifa', query: { ...base, ...query }, understood, terms, titles: titlesAsked(understood) })
}

describe('filters', () => {
  test.each<[string, Partial<SearchQuery>, string[]]>([
    ['the public', {}, ['audience = "public"']],
    ['an organ', { asker: { audience: 'internal', organIds: ['a', 'b'] } }, ['(audience = "public" OR organIds IS EMPTY OR organIds IN ["a", "b"])']],
    ['somebody without an organ', { asker: { audience: 'internal', organIds: [] } }, ['(audience = "public" OR organIds IS EMPTY)']],
    ['who may see all', { asker: { audience: 'internal', organIds: 'all' } }, []],
    ['in force', { status: 'inForce' }, ['audience = "public"', 'validFromDay <= 20260301', '(validToDay IS NULL OR validToDay > 20260301)']],
    ['no longer in force', { status: 'noLongerInForce' }, ['audience = "public"', 'validToDay <= 20260301']],
    ['kinds', { kinds: ['work'], documentKinds: ['决定', '规范性文件'] }, ['audience = "public"', 'kind IN ["work"]', 'documentKind IN ["决定", "规范性文件"]']],
  ])('%s', (_, more, expected) => {
    expect(filterOf({ ...base, ...more })).toEqual(expected)
  })

  test('a value cannot end the filter', () => {
    expect(filterOf({ ...base, issuer: 'x" OR audience = "internal' })).toContain('issuer = "x\\" OR audience = \\"internal"')
  })
})

describe('questions', () => {
  test('every question for candidates has the filter of the asker', () => {
    const questions = [
      ...questionsOf('《立法法》81条 民告官 甲政发〔2019〕7号', [term('立法法'), term('行政诉讼', 1, { typed: false })]),
      articleQuestion('lifa', base, '第八十一条', ['v']),
    ]
    expect(questions.length).toBeGreaterThan(5)
    for (const { filter } of questions) expect(filter).toContain('audience = "public"')
    expect(listQuestion(base, { offset: 0, limit: 20 }).filter).toContain('audience = "public"')
  })

  test('counting asks for no document, so that it needs no filter', () => {
    expect(frequencyQuestions('lifa', [term('犬'), term('a"b')])).toEqual(['', '"犬"', '"a b"'].map((q) => ({ indexUid: 'lifa', q, limit: 0 })))
  })

  test('of many words the ones that few documents hold are asked, because the server reads ten', () => {
    const many = Array.from({ length: 14 }, (_, at) => term(`词${at}`, at))
    const [first] = questionsOf('词', many)
    expect(first?.q.split(' ')).toEqual(many.slice(-WORDS_READ).map(({ word }) => word).reverse())
  })

  test('a word that no document holds is not asked', () => {
    expect(questionsOf('核电站', [term('核电', 5, { rows: 0 })]).map(({ q }) => q)).not.toContain('核电')
  })

  test('a quoted phrase has to stand as it is', () => {
    expect(questionsOf('"应当束犬链"', [term('犬链')])[0]).toMatchObject({ q: '"应当束犬链"', matchingStrategy: 'all' })
  })

  test('a document number is looked up as such, without words', () => {
    const [only, ...more] = questionsOf('甲政发2019 7号', [])
    expect(only).toMatchObject({ q: '', filter: ['audience = "public"', 'documentNumberKey = "甲政发|2019|7"'] })
    expect(more).toEqual([])
  })

  test('an article is looked up by its label in the versions that were meant, and in all where none was named', () => {
    expect(articleQuestion('lifa', base, '第八十一条', ['v1', 'v2']).filter).toEqual(['audience = "public"', 'number = "第八十一条"', 'versionId IN ["v1", "v2"]'])
    expect(articleQuestion('lifa', base, '第八十一条', null).filter).toEqual(['audience = "public"', 'number = "第八十一条"'])
  })

  test('a search for provisions still asks for works where an article of one is meant', () => {
    const asksWorks = (text: string): boolean => questionsOf(text, [], { kinds: ['provision'] }).some(({ filter }) => filter?.includes('kind IN ["work"]'))
    expect([asksWorks('立法法81条'), asksWorks('立法法')]).toEqual([true, false])
  })

  test('a title with a wrong character is asked by its pairs of characters, in letters that the server does not cut', () => {
    expect(questionsOf('立罚法', []).find(({ attributesToSearchOn }) => attributesToSearchOn?.[0] === 'titlePairs')?.q).toBe(pairWords(['立罚', '罚法']))
    expect(pairWords(['立法'])).toBe('x7acbx6cd5')
  })

  test('nothing asked lists works by date', () => {
    expect(listQuestion(base, { offset: 20, limit: 10 })).toMatchObject({ q: '', filter: ['audience = "public"', 'kind IN ["work"]'], sort: ['validFromDay:desc'], offset: 20, limit: 10 })
  })
})
