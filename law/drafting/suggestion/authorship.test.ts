import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { parseText } from '../../text/index.ts'
import { draftDocument } from '../document/index.ts'
import { type Authored, authorAt, withStep } from './authorship.ts'

const doc = draftDocument(parseText('某市养犬管理条例\n第一条　为了规范养犬行为，制定本条例。\n第二条　本条例自公布之日起施行。'))
/** The place before 为了 in the document. */
const START = doc.textBetween(0, doc.content.size, '|').indexOf('为了') + 3

const written = (acts: readonly { who: string; at: number; remove: number; words: string }[]): { list: Authored[]; tr: Transform } => {
  const tr = new Transform(doc)
  let list: Authored[] = []
  acts.forEach(({ who, at, remove, words }, index) => {
    const before = tr.steps.length
    tr.replaceWith(START + at, START + at + remove, words === '' ? [] : doc.type.schema.text(words))
    for (const step of tr.steps.slice(before)) list = withStep(list, step.getMap(), { by: who, at: `2026-03-12T09:${String(index).padStart(2, '0')}` })
  })
  return { list, tr }
}

test('each stretch belongs to the hand that wrote it, also when somebody wrote into the middle', () => {
  const { list, tr } = written([{ who: '甲', at: 2, remove: 0, words: '依法加强' }, { who: '乙', at: 4, remove: 0, words: '管理并' }])
  const said = (words: string) => {
    const from = START + tr.doc.textBetween(START, tr.doc.content.size, '|').indexOf(words)
    return authorAt(list, { from, to: from + words.length })?.by
  }
  expect([said('依法'), said('管理并'), said('加强')]).toEqual(['甲', '乙', '甲'])
})

test('a place where something was taken out keeps who did it, and what stays untouched has nobody', () => {
  const { list } = written([{ who: '丙', at: 2, remove: 2, words: '' }])
  expect(authorAt(list, { from: START + 2, to: START + 2 })?.by).toBe('丙')
  expect(authorAt(list, { from: START + 6, to: START + 8 })).toBeNull()
})

test('a place where something was taken out stays with its hand when somebody writes there and deletes it again', () => {
  const acts = [{ who: '丙', at: 2, remove: 2, words: '' }, { who: '甲', at: 2, remove: 0, words: '经过' }]
  expect(authorAt(written([...acts, { who: '甲', at: 2, remove: 2, words: '' }]).list, { from: START + 2, to: START + 2 })?.by).toBe('丙')
  expect(authorAt(written([...acts, { who: '乙', at: 2, remove: 3, words: '' }]).list, { from: START + 2, to: START + 2 })?.by).toBe('乙')
})

test('typing letter by letter is one stretch, with the time of the last', () => {
  const { list } = written([...'甲方负责'].map((words, at) => ({ who: '甲', at: 2 + at, remove: 0, words })))
  expect(list).toEqual([{ from: START + 2, to: START + 6, by: '甲', at: '2026-03-12T09:03' }])
})

test('whatever is typed and deleted, every letter that a hand wrote and that is still there is that hand’s', () => {
  const hands = ['甲', '乙', '丙']
  fc.assert(
    fc.property(fc.array(fc.record({ hand: fc.nat(2), at: fc.nat(12), remove: fc.nat(3), length: fc.nat(3) }), { maxLength: 15 }), (made) => {
      // every hand writes its own letter
      const { list, tr } = written(made.map(({ hand, at, remove, length }) => ({ who: hands[hand] ?? '', at, remove: Math.min(remove, 3), words: (hands[hand] ?? '').repeat(length) })))
      tr.doc.descendants((node, pos) => {
        if (!node.isText) return
        ;[...(node.text ?? '')].forEach((letter, index) => {
          if (hands.includes(letter)) expect(authorAt(list, { from: pos + index, to: pos + index + 1 })?.by).toBe(letter)
        })
      })
    }),
    { numRuns: 300 },
  )
})
