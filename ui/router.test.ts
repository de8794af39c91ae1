import { describe, expect, test } from 'vitest'
import { compileRoutes, isOurLink, matchRoute, type Route } from './router.ts'

const route = (path: string): Route => ({ path, tag: 'x-y', load: async () => undefined, title: path })
const compiled = compileRoutes(['/', '/queue', '/review/new', '/review/:caseId', '/law/:workKey/:date?'].map(route), '/app')

describe('matching an address', () => {
  test.each([
    ['/app', '/', {}],
    ['/app/', '/', {}],
    ['/app/queue', '/queue', {}],
    ['/app/queue/', '/queue', {}],
    ['/app/review/new', '/review/new', {}],
    ['/app/review/0192-ab', '/review/:caseId', { caseId: '0192-ab' }],
    ['/app/review/%E5%A4%87%E5%AE%A1-1', '/review/:caseId', { caseId: '备审-1' }],
    ['/app/law/k1', '/law/:workKey/:date?', { workKey: 'k1' }],
    ['/app/law/k1/2026-01-01', '/law/:workKey/:date?', { workKey: 'k1', date: '2026-01-01' }],
  ])('%s is shown by %s', (path, expected, params) => {
    const match = matchRoute(compiled, path)
    expect(match?.route.path).toBe(expected)
    expect(match?.params).toEqual(params)
  })

  test.each(['/app/nowhere', '/queue', '/app/review/a/b', '/'])('%s is no place of ours', (path) => {
    expect(matchRoute(compiled, path)).toBeNull()
  })

  test('a parameter that is no valid encoding is kept as it stands', () => {
    expect(matchRoute(compiled, '/app/review/100%')?.params).toEqual({ caseId: '100%' })
  })
})

describe('following a link', () => {
  const link = { href: 'http://h/app/queue', target: '', download: false, origin: 'http://h' }
  const click = { button: 0, modified: false, prevented: false }
  test.each([
    ['a plain click on a link of ours', link, click, true],
    ['the base itself', { ...link, href: 'http://h/app' }, click, true],
    ['another site', { ...link, href: 'http://other/app/queue' }, click, false],
    ['the portal', { ...link, href: 'http://h/law/k1' }, click, false],
    ['an address that only begins alike', { ...link, href: 'http://h/apple' }, click, false],
    ['a new tab', { ...link, target: '_blank' }, click, false],
    ['a download', { ...link, download: true }, click, false],
    ['with a modifier key', link, { ...click, modified: true }, false],
    ['with the middle button', link, { ...click, button: 1 }, false],
    ['when a handler took it', link, { ...click, prevented: true }, false],
  ])('%s', (_name, facts, how, expected) => {
    expect(isOurLink(facts, how, '/app')).toBe(expected)
  })
})
