import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PROBLEM_CODES, REMARK_CODES } from '../../law/text/report-codes.ts'

test('docs/parsing.md lists every code, on its side', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/parsing.md'), 'utf8')
  const [, problems = '', remarks = ''] = text.split(/^\| (?:problem|remark) \| example \|$/m)
  const codes = (rows: string): string[] => rows.split('\n').flatMap((row) => [...(/^\| ([^|]+) \|/.exec(row)?.[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code ?? ''))
  expect(codes(problems).toSorted()).toEqual(Object.keys(PROBLEM_CODES).toSorted())
  expect(codes(remarks).toSorted()).toEqual(Object.keys(REMARK_CODES).toSorted())
})
