import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { parseText } from '../../text/index.ts'
import { draftDocument } from '../document/index.ts'
import { type Authored, authorAt, authorOf, type Authorship, authorshipAfter, NO_AUTHORSHIP, withStep } from './authorship.ts'
import { rejectSteps, suggestionsBetween, trackedLines } from './index.ts'
import { act, acts, articles, draft } from './testing/any-act.ts'

const doc = draftDocument(parseText('某市养犬管理条例\n第一条　为了规范养犬行为，制定本条例。\n第二条　本条例自公布之日起施行。'))
/** The place before 为了 in the document. */
const START = doc.textBetween(0, doc.content.size, '|').indexOf('为了') + 3

const written = (acts: readonly { who: string; at: number; remove: number; words: string }[]): { list: readonly Authored[]; tr: Transform } => {
  const tr = new Transform(doc)
  let list: readonly Authored[] = []
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

type Turn = { who: string; change: (tr: Transform) => void }

/** What several hands did to a draft one after the other, and who is told for each suggestion. */
function wrote(base: Node, turns: readonly Turn[]): { doc: Node; authorship: Authorship; told: (string | undefined)[][] } {
  let authorship = NO_AUTHORSHIP
  let doc = base
  for (const [index, { who, change }] of turns.entries()) {
    const tr = new Transform(doc)
    change(tr)
    tr.steps.forEach((step, at) => { authorship = authorshipAfter(authorship, { step, doc: tr.docs[at] ?? doc, who: { by: who, at: `2026-03-12T09:${String(index).padStart(2, '0')}` } }) })
    doc = tr.doc
  }
  return { doc, authorship, told: suggestionsBetween(base, doc).map((one) => [one.kind, one.deleted + one.inserted, authorOf(authorship.list, one)?.by, authorOf(authorship.list, one)?.at.slice(-2)]) }
}

const nth = (doc: Node, at: number) => articles(doc)[at] ?? expect.fail(`no article ${at}`)
const typed = (old: string, words: string) => (tr: Transform): void => {
  let at = -1
  tr.doc.descendants((node, pos) => {
    const place = node.isText ? (node.text ?? '').indexOf(old) : -1
    if (at < 0 && place >= 0) at = pos + place
  })
  tr.replaceWith(at, at + old.length, words === '' ? [] : tr.doc.type.schema.text(words))
}
const takeOut = (at: number) => (tr: Transform): void => void tr.delete(nth(tr.doc, at).pos, nth(tr.doc, at).pos + nth(tr.doc, at).node.nodeSize)
const moveTo = (from: number, before: number) => (tr: Transform): void => {
  const one = nth(tr.doc, from)
  const goal = nth(tr.doc, before).pos
  tr.delete(one.pos, one.pos + one.node.nodeSize)
  tr.insert(tr.mapping.slice(tr.mapping.maps.length - 1).map(goal), one.node)
}

describe('an article that somebody else moves', () => {
  const base = draft()
  const inside: Turn[] = [{ who: '甲', change: typed('二百元', '五百元') }, { who: '丙', change: typed('违反', '凡违反') }, { who: '甲', change: typed('每年', '') }]
  const words = [['words', '每年', '甲', '02'], ['words', '凡', '丙', '01'], ['words', '二百元五百元', '甲', '00']]
  test.each<[string, (tr: Transform) => void]>([
    ['up', moveTo(3, 2)],
    ['into another chapter', moveTo(3, 1)],
    ['twice', (tr) => { moveTo(3, 2)(tr); moveTo(2, 0)(tr) }],
    ['and puts in before it is taken out', (tr) => { const one = nth(tr.doc, 3); tr.insert(nth(tr.doc, 1).pos, one.node); takeOut(4)(tr) }],
    ['as one of many that are put in anew', (tr) => { const [from, to] = [nth(tr.doc, 2), nth(tr.doc, 4)]; tr.replaceWith(from.pos, to.pos + to.node.nodeSize, [nth(tr.doc, 3).node, from.node, to.node]) }],
  ])('%s keeps what everybody wrote and deleted in it', (_, change) => {
    const { told } = wrote(base, [...inside, { who: '乙', change }])
    expect(told.filter(([kind]) => kind === 'words')).toEqual(words)
    expect(told.filter(([kind]) => kind !== 'words')).toEqual([['moved', '', '乙', '03']])
  })

  test('and that another one moves on is a move of the last', () => {
    expect(wrote(base, [...inside, { who: '乙', change: moveTo(3, 1) }, { who: '丁', change: moveTo(1, 0) }]).told).toContainEqual(['moved', '', '丁', '04'])
  })

  test('takes out and brings back stays as it was', () => {
    const back = (tr: Transform): void => { const one = nth(tr.doc, 3); takeOut(3)(tr); tr.insert(one.pos, one.node) }
    expect(wrote(base, [...inside, { who: '乙', change: back }]).told).toEqual(words)
  })

  test('as it was before, and gives back the words of now afterwards, stays as it was', () => {
    // a move that was made before the words were written, as it is put in order behind them
    const old = nth(base, 3).node
    const late = (tr: Transform): void => {
      const now = nth(tr.doc, 3).node
      takeOut(3)(tr)
      const { pos } = nth(tr.doc, 1)
      tr.insert(pos, old)
      tr.replaceWith(pos, pos + old.nodeSize, now)
    }
    expect(wrote(base, [...inside, { who: '乙', change: late }]).told.filter(([kind]) => kind === 'words')).toEqual(words)
  })

  test('is put back where it was without a change of hands', () => {
    const { doc } = wrote(base, [...inside, { who: '乙', change: moveTo(3, 1) }])
    const moved = new Set([`moved:${nth(base, 3).key}`])
    const rejected = wrote(base, [...inside, { who: '乙', change: moveTo(3, 1) }, { who: '丁', change: (tr) => { for (const step of rejectSteps({ base, doc, ids: moved })) tr.step(step) } }])
    expect(rejected.told).toEqual(words)
  })

  test('leaves to others what they put in whole, and what they took out beside it', () => {
    const added = (tr: Transform): void => { const { pos, node } = nth(tr.doc, 3); tr.insert(pos, node.type.create({ key: 'new' }, node.firstChild?.type.create({ key: 'new-clause' }, tr.doc.type.schema.text('犬只不得入内。')))) }
    const { told } = wrote(base, [{ who: '甲', change: added }, { who: '丙', change: takeOut(2) }, { who: '乙', change: moveTo(2, 0) }, { who: '乙', change: moveTo(3, 1) }])
    expect(told.map(([kind, , by]) => [kind, by]).toSorted()).toEqual([['added', '甲'], ['moved', '乙'], ['removed', '丙']])
  })

  test('goes out with every word under the name of whoever wrote or took it out', () => {
    const { doc, authorship } = wrote(base, [...inside.filter(({ who }) => who === '甲'), { who: '乙', change: moveTo(3, 1) }])
    const lines = trackedLines({ base, doc, authored: authorship.list }).filter(({ op }) => op !== 'equal')
    const said = (op: string) => lines.filter((line) => line.op === op).map(({ pieces }) => pieces.map(({ text, hand }) => `${hand === null || hand === 'counted' ? '无' : hand.by}：${text}`).join('|'))
    expect(said('delete')).toEqual(['乙：第四条　|乙：登记|甲：每年|乙：审验。', '乙：违反|乙：第三条|乙：规定的，处|甲：二百元|乙：罚款。'])
    expect(said('insert').join('\n')).toContain('甲：五百元|乙：罚款。')
  })
})

test('whatever is moved, parted, taken out and put in, every letter that a hand wrote stays that hand’s', () => {
  const hands = ['甲', '乙', '丙']
  fc.assert(
    fc.property(acts, fc.array(fc.nat(2), { minLength: 10, maxLength: 10 }), (made, whose) => {
      const turns = made.map((one, index): Turn => {
        const who = hands[whose[index] ?? 0] ?? ''
        return { who, change: (tr) => act(tr, { ...one, words: who.repeat(2) }) }
      })
      const { doc, authorship } = wrote(draft(), turns)
      doc.descendants((node, pos) => {
        if (!node.isText) return
        ;[...(node.text ?? '')].forEach((letter, index) => {
          if (hands.includes(letter)) expect(authorAt(authorship.list, { from: pos + index, to: pos + index + 1 })?.by).toBe(letter)
        })
      })
    }),
    { numRuns: 60 },
  )
})
