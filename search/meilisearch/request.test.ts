import { describe, expect, test } from 'vitest'
import type { SearchQuery } from '../engine.ts'
import { parseQuery } from '../query/index.ts'
import { filterOf, mergedRequest, plainRequest } from './request.ts'
import { segmentsOf } from './stored-document.ts'

const base: SearchQuery = { text: '', asker: { audience: 'public' }, onDate: '2026-03-01' }
const page = { offset: 0, limit: 20 }

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
  test('every question of a merged request has the filter of the asker', () => {
    const { queries } = mergedRequest('lifa', base, parseQuery('《立法法》81条 民告官 甲政发〔2019〕7号'), page)
    expect(queries.length).toBeGreaterThan(4)
    for (const { filter } of queries) expect(filter).toContain('audience = "public"')
  })

  test('a document number is looked up as such, without words', () => {
    const { queries } = mergedRequest('lifa', base, parseQuery('甲政发2019 7号'), page)
    expect(queries).toHaveLength(1)
    expect(queries[0]).toMatchObject({ q: '', filter: ['audience = "public"', 'documentNumberKey = "甲政发|2019|7"'] })
  })

  test('an article is looked up by its label in the works that were named', () => {
    const { queries } = mergedRequest('lifa', base, parseQuery('立法法 81条'), page)
    expect(queries.at(-1)).toMatchObject({ q: '立法法', attributesToSearchOn: ['workTitle'], filter: ['audience = "public"', 'number = "第八十一条"'] })
  })

  test('nothing asked lists works by date', () => {
    expect(mergedRequest('lifa', base, parseQuery(''), page).queries).toEqual([])
    expect(plainRequest(base, parseQuery(''), page)).toMatchObject({ q: '', filter: ['audience = "public"', 'kind IN ["work"]'], sort: ['validFromDay:desc'] })
  })
})

test.each([
  ['a\u0002b\u0003c', ['a', '[b]', 'c']],
  ['\u0002a\u0003\u0002b\u0003', ['[ab]']],
  ['a\u0002b', ['ab']],
  ['', []],
])('%j is in pieces %j', (marked, expected) => {
  expect(segmentsOf(marked, '\u0002', '\u0003').map(({ text, marked: is }) => (is ? `[${text}]` : text))).toEqual(expected)
})
