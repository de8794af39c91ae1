import { describe, expect, test } from 'vitest'
import { asProblem, problemFrom } from './problem.ts'

describe('a refusal becomes a sentence', () => {
  test.each([
    [0, 'offline'],
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'missing'],
    [409, 'conflict'],
    [412, 'stale'],
    [422, 'invalid'],
    [413, 'too-large'],
    [429, 'too-many'],
    [500, 'failed'],
    [502, 'failed'],
  ])('%i is of kind %s and says what to do', (status, kind) => {
    const problem = problemFrom(status, null)
    expect(problem.kind).toBe(kind)
    expect(problem.message).toMatch(/\p{Script=Han}/u)
    expect(problem.advice).toMatch(/\p{Script=Han}/u)
    expect(problem.told).toBe(problem.message + problem.advice)
  })

  test('one line says what the server says, with no advice of our own behind it', () => {
    expect(problemFrom(409, { title: '这件事已经办理过了，请刷新查看结果。' }).told).toBe('这件事已经办理过了，请刷新查看结果。')
  })

  test('the sentence of the server comes first', () => {
    const problem = problemFrom(409, { type: '/problems/document-number-taken', title: '发文字号已经用过。', detail: '请核对后改正，或者打开已报送的那一件。' })
    expect(problem.message).toBe('发文字号已经用过。')
    expect(problem.advice).toBe('请核对后改正，或者打开已报送的那一件。')
    expect(problem.told).toBe('发文字号已经用过。请核对后改正，或者打开已报送的那一件。')
    expect(problem.code).toBe('document-number-taken')
  })

  test('the law under which a step was refused is named behind the sentence, once; practice is not', () => {
    const refused = { title: '现在不能办理这一步。', detail: '请填写刊登的常委会公报期号。', basis: '《中华人民共和国立法法》第八十九条' }
    expect(problemFrom(409, refused).told).toBe('现在不能办理这一步。请填写刊登的常委会公报期号。依据：《中华人民共和国立法法》第八十九条。')
    expect(problemFrom(409, { ...refused, detail: '按《中华人民共和国立法法》第八十九条，请填写期号。' }).told).not.toContain('依据')
    expect(problemFrom(409, { ...refused, basis: '议事惯例' }).told).not.toContain('依据')
  })

  test('English from a proxy or a library is not shown to the person', () => {
    const problem = problemFrom(502, { title: 'Bad Gateway', detail: 'upstream connect error' })
    expect(problem.message).not.toMatch(/Gateway/)
    expect(problem.advice).not.toMatch(/upstream/)
  })

  test.each([
    [{ path: 'title', message: '必须填写' }, 'title'],
    [{ path: ['items', 0, 'name'], message: '必须填写' }, 'items.0.name'],
    [{ pointer: '#/items/0/name', detail: '必须填写' }, 'items.0.name'],
  ])('errors of fields keep their place: %o', (error, path) => {
    expect(problemFrom(422, { errors: [error] }).fields).toEqual([{ path, message: '必须填写' }])
  })

  test('a body that is nonsense is borne', () => {
    for (const body of ['<html>', 7, [], { errors: 'x' }, { errors: [null, 3] }]) expect(problemFrom(500, body).fields).toEqual([])
  })
})

test('a broken connection is told from an error in our own code', () => {
  expect(asProblem(new TypeError('Failed to fetch')).kind).toBe('offline')
  expect(asProblem(new RangeError('x')).kind).toBe('failed')
  const known = problemFrom(403, null)
  expect(asProblem(known)).toBe(known)
})
