import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { parseText } from '../../text/index.ts'
import { draftDocument, findKey, keyOf } from '../document/index.ts'
import { acceptInto, rejectSteps, suggestionsBetween } from './index.ts'

const TEXT = [
  '某市养犬管理条例', '第一章　总则', '第一条　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市行政区域。', '第二章　登记', '第三条　养犬应当登记，并提交下列材料：', '（一）身份证明；', '（二）免疫证明。',
  '第四条　登记每年审验。', '违反第三条规定的，处二百元罚款。', '第五条　养犬人携犬外出，应当使用牵引绳。', '第三章　附则', '第六条　本条例自公布之日起施行。',
].join('\n')

let made = 0
const fresh = (): string => `k${(made += 1)}`
const draft = (): Node => draftDocument(parseText(TEXT), fresh)
const articles = (doc: Node): { key: string; pos: number; node: Node }[] => {
  const found: { key: string; pos: number; node: Node }[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'article') found.push({ key: keyOf(node), pos, node })
    return node.type.name === 'chapter'
  })
  return found
}
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

  test('an article that was split: its second half moved into a new one, and both come back together', () => {
    const base = draft()
    const { pos, node } = nth(base, 3)
    const doc = new Transform(base).split(pos + 1 + (node.firstChild?.nodeSize ?? 0), 1, [{ type: node.type, attrs: { ...node.attrs, key: 'half' } }]).doc
    expect(shown(base, doc).map(([kind]) => kind)).toEqual(['added', 'moved'])
    expect(reject(base, doc, new Set(['added:half'])).eq(base)).toBe(true)
  })
})

/** Anything a person may do to a draft. */
const acts = fc.array(fc.record({ what: fc.constantFrom('type', 'type', 'delete', 'split', 'remove', 'move', 'level', 'add', 'title'), article: fc.nat(20), to: fc.nat(20), at: fc.nat(30), words: fc.constantFrom('应当', '不得', '五百元', '市人民政府') }), { minLength: 1, maxLength: 10 })
type Act = { what: string; article: number; to: number; at: number; words: string }

function act(tr: Transform, { what, article, to, at, words }: Act): void {
  const all = articles(tr.doc)
  const one = all[article % all.length]
  if (one === undefined) return
  const clauses = one.node.children.filter(({ type }) => type.name === 'clause')
  const clause = clauses[at % Math.max(1, clauses.length)]
  const { schema } = tr.doc.type
  if (clause === undefined) return
  const start = (findKey(tr.doc, keyOf(clause))?.pos ?? 0) + 1
  const place = start + (at % (clause.content.size + 1))
  switch (what) {
    case 'type': return void tr.insert(place, schema.text(words))
    case 'delete': return void (place - start >= 2 && tr.delete(place - 2, place))
    case 'split': return void tr.split(place, 2, [{ type: one.node.type, attrs: { ...one.node.attrs, key: fresh() } }, { type: clause.type, attrs: { ...clause.attrs, key: fresh() } }])
    case 'remove': return void (all.length > 2 && tr.delete(one.pos, one.pos + one.node.nodeSize))
    case 'level': return void tr.setNodeMarkup(start - 1, null, { ...clause.attrs, kind: clause.attrs['kind'] === 'item' ? 'paragraph' : 'item' })
    case 'add': return void tr.insert(one.pos, one.node.type.create({ key: fresh() }, clause.type.create({ key: fresh() }, schema.text(words))))
    case 'title': return void tr.insert(1, schema.text(words))
    case 'move': {
      const goal = all[to % all.length]
      if (goal === undefined || goal.key === one.key) return
      tr.delete(one.pos, one.pos + one.node.nodeSize)
      return void tr.insert(tr.mapping.slice(tr.mapping.maps.length - 1).map(goal.pos), one.node)
    }
    default: throw new RangeError(what)
  }
}

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
      { numRuns: 400 },
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
      { numRuns: 300 },
    )
  })
})
