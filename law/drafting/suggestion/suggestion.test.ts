import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { acceptInto, rejectSteps, suggestionsBetween } from './index.ts'
import { type Act, act, acts, articles, draft } from './testing/any-act.ts'

const nth = (doc: Node, at: number) => {
  const found = articles(doc)[at]
  if (found === undefined) throw new Error(`no article ${at}`)
  return found
}
const shown = (base: Node, doc: Node) => suggestionsBetween(base, doc).map(({ kind, deleted, inserted }) => [kind, deleted, inserted])
const ids = (base: Node, doc: Node) => new Set(suggestionsBetween(base, doc).map(({ id }) => id))
const reject = (base: Node, doc: Node, which: ReadonlySet<string>): Node => rejectSteps({ base, doc, ids: which }).reduce((at, step) => step.apply(at).doc ?? at, doc)

describe('what a draft would change', () => {
  test('nothing, where nothing was changed', () => {
    const doc = draft()
    expect(shown(doc, new Transform(doc).insert(5, doc.type.schema.text('字')).delete(5, 6).doc)).toEqual([])
  })

  test('words, as a lawyer reads them', () => {
    const base = draft()
    const { pos } = nth(base, 4)
    // 应当 before 使用 becomes 必须
    const at = pos + 2 + '养犬人携犬外出，'.length
    const doc = new Transform(base).replaceWith(at, at + 2, base.type.schema.text('必须')).doc
    expect(shown(base, doc)).toEqual([['words', '应当', '必须']])
    expect(reject(base, doc, ids(base, doc)).eq(base)).toBe(true)
    expect(acceptInto({ base, doc, ids: ids(base, doc) }).eq(doc)).toBe(true)
  })

  test('a new article, one that is gone and one that moved, each as what it is', () => {
    const base = draft()
    const [second, fifth] = [nth(base, 1), nth(base, 4)]
    const added = second.node.type.create({ key: 'new' }, second.node.type.schema.nodes['clause']?.create({ key: 'new-clause' }, base.type.schema.text('犬只不得入内。')))
    const tr = new Transform(base).delete(fifth.pos, fifth.pos + fifth.node.nodeSize)
    tr.insert(second.pos, [added, fifth.node])
    tr.delete(tr.mapping.map(nth(base, 0).pos), tr.mapping.map(nth(base, 0).pos) + nth(base, 0).node.nodeSize)
    expect(shown(base, tr.doc)).toEqual([['removed', '为了规范养犬行为，制定本条例。', ''], ['added', '', '犬只不得入内。'], ['moved', '', '']])
    const moved = new Set([`moved:${fifth.key}`])
    const back = reject(base, tr.doc, moved)
    expect(shown(base, back).map(([kind]) => kind)).toEqual(['removed', 'added'])
    expect(articles(back).map(({ key }) => key).indexOf(fifth.key)).toBe(articles(back).length - 2)
  })

  test('a 款 that became a 项 is a change of level', () => {
    const base = draft()
    const { pos, node } = nth(base, 3)
    const second = pos + 1 + (node.firstChild?.nodeSize ?? 0)
    const doc = new Transform(base).setNodeMarkup(second, null, { ...node.child(1).attrs, kind: 'item' }).doc
    expect(shown(base, doc)).toEqual([['level', 'paragraph', 'item']])
    expect(reject(base, doc, ids(base, doc)).eq(base)).toBe(true)
  })

  test('a chapter that somebody opens before an article: its heading is new, the articles in it moved', () => {
    const base = draft()
    const { pos, node } = nth(base, 1)
    const chapter = base.resolve(pos).parent
    const division = chapter.type.create({ kind: 'chapter', key: 'chapter' }, [chapter.type.schema.nodes['heading']?.create(null, base.type.schema.text('试章')) ?? expect.fail(), node])
    const doc = new Transform(base).delete(pos, pos + node.nodeSize).insert(pos + 1, division).doc
    expect(shown(base, doc)).toEqual([['added', '', '试章'], ['moved', '', '']])
    expect(shown(doc, base)).toEqual([['moved', '', ''], ['removed', '试章', '']])
  })

  test('an article that was split: its second half moved into a new one, and both come back together', () => {
    const base = draft()
    const { pos, node } = nth(base, 3)
    const doc = new Transform(base).split(pos + 1 + (node.firstChild?.nodeSize ?? 0), 1, [{ type: node.type, attrs: { ...node.attrs, key: 'half' } }]).doc
    expect(shown(base, doc).map(([kind]) => kind)).toEqual(['added', 'moved'])
    expect(reject(base, doc, new Set(['added:half'])).eq(base)).toBe(true)
  })
})

describe('whatever was done to a draft', () => {
  const done = (made: readonly Act[]): { base: Node; doc: Node } => {
    const base = draft()
    const tr = new Transform(base)
    for (const one of made) act(tr, one)
    return { base, doc: tr.doc }
  }

  test('rejecting everything gives the base, accepting everything the draft', () => {
    fc.assert(
      fc.property(acts, (made) => {
        const { base, doc } = done(made)
        const all = ids(base, doc)
        expect(reject(base, doc, all).toString()).toBe(base.toString())
        expect(reject(base, doc, all).eq(base)).toBe(true)
        expect(acceptInto({ base, doc, ids: all }).eq(doc)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('one after the other in any order, each accepted or rejected, leaves nothing open and both texts the same', () => {
    fc.assert(
      fc.property(acts, fc.array(fc.tuple(fc.nat(50), fc.boolean()), { minLength: 40, maxLength: 40 }), (made, choices) => {
        let { base, doc } = done(made)
        for (const [pick, accept] of choices) {
          const open = suggestionsBetween(base, doc)
          const one = open[pick % Math.max(1, open.length)]
          if (one === undefined) break
          const which = new Set([one.id])
          if (accept) base = acceptInto({ base, doc, ids: which })
          else doc = reject(base, doc, which)
          base.check()
          doc.check()
          // of several that are out of order it is a choice which one moved; words change their offsets with what is before them
          expect(suggestionsBetween(base, doc).some(({ id }) => id === one.id && one.kind !== 'words' && one.kind !== 'moved')).toBe(false)
        }
        for (let turn = 0; turn < 60 && suggestionsBetween(base, doc).length > 0; turn += 1) base = acceptInto({ base, doc, ids: new Set([suggestionsBetween(base, doc)[0]?.id ?? '']) })
        expect(base.eq(doc)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
