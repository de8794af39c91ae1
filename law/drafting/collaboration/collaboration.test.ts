import fc from 'fast-check'
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { AttrStep, type Step, Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { parseText } from '../../text/index.ts'
import { draftDocument, findKey, keyOf } from '../document/index.ts'
import { applySteps, rebaseSteps, StepRefusedError, stepsBetween, touchedKeys, wordsByKey } from './index.ts'

const TEXT = ['某市养犬管理条例', '第一章　总则', '第一条　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市行政区域。', '第二章　登记', '第三条　养犬应当登记：', '（一）身份证明；', '（二）免疫证明。', '第四条　登记每年审验。', '第五条　本条例自公布之日起施行。'].join('\n')

let keys = 0
const draft = (): Node => draftDocument(parseText(TEXT), () => `k${(keys += 1)}`)
const articles = (doc: Node): { key: string; pos: number; node: Node }[] => {
  const found: { key: string; pos: number; node: Node }[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'article') found.push({ key: keyOf(node), pos, node })
    return node.type.name === 'chapter'
  })
  return found
}
const nth = (doc: Node, at: number) => {
  const article = articles(doc)[at]
  if (article === undefined) throw new Error(`no article ${at}`)
  return article
}
const touchedBy = (doc: Node, change: (tr: Transform) => Transform): string[] => {
  const tr = change(new Transform(doc))
  return [...new Set(tr.steps.flatMap((step, at) => touchedKeys(step, tr.docs[at] ?? doc, tr.docs[at + 1] ?? tr.doc)))]
}

describe('what a step touches', () => {
  const doc = draft()
  const [first, second] = [nth(doc, 0), nth(doc, 1)]
  const chapter = doc.children.find(({ type }) => type.name === 'chapter')
  test.each<[string, (tr: Transform) => Transform, string[]]>([
    ['words typed into an article touch it', (tr) => tr.insert(second.pos + 3, doc.type.schema.text('字')), [second.key]],
    ['a new article between two touches neither', (tr) => tr.insert(second.pos, second.node.type.create({ key: 'fresh' }, second.node.type.schema.nodes['clause']?.create(null))), ['fresh']],
    ['taking one out touches it alone', (tr) => tr.delete(second.pos, second.pos + second.node.nodeSize), [second.key]],
    ['joining two touches both', (tr) => tr.join(second.pos), [first.key, second.key]],
    ['splitting touches the one', (tr) => tr.split(second.pos + 4, 2), [second.key]],
    ['a change of an attribute touches it', (tr) => tr.step(new AttrStep(second.pos, 'number', '第九条')), [second.key]],
    ['and with a whole new node', (tr) => tr.setNodeMarkup(second.pos + 1, null, { ...second.node.firstChild?.attrs, kind: 'item' }), [second.key]],
    ['the heading of a chapter is the chapter’s', (tr) => tr.insert(first.pos - 1, doc.type.schema.text('则')), [chapter === undefined ? '' : keyOf(chapter)]],
    ['the title is nobody’s', (tr) => tr.insert(1, doc.type.schema.text('某')), []],
  ])('%s', (_, change, expected) => {
    expect(touchedBy(doc, change).toSorted()).toEqual([...expected].toSorted())
  })
})

describe('steps that came over the network', () => {
  test.each<[string, unknown]>([
    ['no step at all', { stepType: 'dance' }],
    ['a place that is not there', { stepType: 'replace', from: 99_999, to: 99_999 }],
    ['a node that the schema does not know', { stepType: 'replace', from: 0, to: 0, slice: { content: [{ type: 'video' }] } }],
    ['a structure that the schema does not allow', { stepType: 'replace', from: 0, to: 0, slice: { content: [{ type: 'annex_line' }] } }],
    ['an attribute of another kind', { stepType: 'attr', pos: 0, attr: 'role', value: 'poem' }],
    ['nothing', null],
  ])('%s is refused', (_, step) => {
    expect(() => applySteps(draft(), [step])).toThrow(StepRefusedError)
  })
})

/** One keystroke of somebody: typing, deleting, splitting an article, taking one out. */
const edits = fc.array(fc.record({ what: fc.constantFrom('type', 'type', 'delete', 'split', 'remove'), article: fc.nat(20), at: fc.nat(30) }), { minLength: 1, maxLength: 8 })
type Edit = { what: string; article: number; at: number }

function edit(tr: Transform, { what, article, at }: Edit): void {
  const all = articles(tr.doc)
  const one = all[article % Math.max(1, all.length)]
  if (one === undefined) return
  const clause = one.node.firstChild
  if (clause === null) return
  const start = one.pos + 2
  const place = start + (at % (clause.content.size + 1))
  if (what === 'type') tr.insert(place, tr.doc.type.schema.text(`字${at}`))
  else if (what === 'delete' && place > start) tr.delete(place - 1, place)
  else if (what === 'split') tr.split(place, 2, [{ type: one.node.type, attrs: { ...one.node.attrs, key: `s${(keys += 1)}` } }])
  else if (what === 'remove' && all.length > 2) tr.delete(one.pos, one.pos + one.node.nodeSize)
}

test('kept steps are moved as the editor itself would move them', () => {
  fc.assert(
    fc.property(edits, edits, (mine, theirs) => {
      const doc = draft()
      let state = EditorState.create({ doc, plugins: [collab({ version: 0, clientID: 'mine' })] })
      const tr = state.tr
      for (const one of mine) edit(tr, one)
      state = state.apply(tr)
      const other = new Transform(doc)
      for (const one of theirs) edit(other, one)
      const kept = [...(sendableSteps(state)?.steps ?? [])]
      const rebased = rebaseSteps({ doc: other.doc, kept, since: other.steps })
      const after = state.apply(receiveTransaction(state, other.steps, other.steps.map(() => 'theirs')))
      expect(getVersion(after)).toBe(other.steps.length)
      expect(rebased.doc.eq(after.doc)).toBe(true)
      expect(rebased.steps.map((step: Step) => JSON.stringify(step))).toEqual((sendableSteps(after)?.steps ?? []).map((step) => JSON.stringify(step)))
      expect(rebased.lost).toBe(kept.length - rebased.steps.length)
    }),
    { numRuns: 200 },
  )
})

test('from one document to another by steps, whatever happened in between', () => {
  fc.assert(
    fc.property(edits, (made) => {
      const doc = draft()
      const tr = new Transform(doc)
      for (const one of made) edit(tr, one)
      const steps = stepsBetween(tr.doc, doc)
      expect(applySteps(tr.doc, steps.map((step) => step.toJSON())).doc.eq(doc)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('going back touches the articles that are other, and no more', () => {
  const doc = draft()
  const [second, fifth] = [nth(doc, 1), nth(doc, 4)]
  const now = new Transform(doc).insert(fifth.pos + 3, doc.type.schema.text('甲')).insert(second.pos + 3, doc.type.schema.text('乙')).doc
  const steps = stepsBetween(now, doc)
  expect(applySteps(now, steps.map((step) => step.toJSON())).touched.flat().toSorted()).toEqual([second.key, fifth.key].toSorted())
})

test('an article that goes past others leaves them as they stand', () => {
  const doc = draft()
  const [first, second] = [nth(doc, 0), nth(doc, 1)]
  const moved = doc.nodeAt(second.pos) ?? expect.fail()
  const now = new Transform(doc).delete(second.pos, second.pos + moved.nodeSize).insert(first.pos, moved).doc
  const steps = stepsBetween(now, doc)
  expect(steps.map((step) => step.getMap()).every((map) => { let small = true; map.forEach((from, to) => { small &&= to - from <= moved.nodeSize }); return small })).toBe(true)
  const { doc: back, touched } = applySteps(now, steps.map((step) => step.toJSON()))
  expect(back.eq(doc)).toBe(true)
  expect(new Set(touched.flat()).size).toBe(1)
})

test('words of a provision read line by line', () => {
  const doc = draft()
  const third = nth(doc, 2)
  expect(wordsByKey(doc, new Set([third.key])).get(third.key)).toBe('养犬应当登记：\n身份证明；\n免疫证明。')
  expect(findKey(doc, third.key)?.pos).toBe(third.pos)
})
