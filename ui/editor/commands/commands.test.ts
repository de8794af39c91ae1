import fc from 'fast-check'
import { history } from 'prosemirror-history'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, test } from 'vitest'
import { draftDocument, findKey, keyOf, keysToGive, newKey, numberDocument, textOf } from '../../../law/drafting/index.ts'
import { fromEditorDocument, parseText, printLegalText, toEditorDocument } from '../../../law/text/index.ts'
import { keysPlugin } from '../keys-plugin.ts'
import { numbersPlugin } from '../numbers-plugin.ts'
import { placeBlocks } from '../paste/place-blocks.ts'
import { editorShortcuts } from '../shortcuts.ts'
import { takeTypedNumber } from '../typed-numbers.ts'

const shortcuts = editorShortcuts({ goTo: () => true, find: () => undefined, findNext: () => undefined, showShortcuts: () => undefined })
const SOURCE = `某条例
第一章　总则
第一条　甲。
第二条　有下列情形的：
（一）乙；
（二）丙。
丁，依照前款。
第二章　罚则
第三条　违反第二条第一款第一项的。
第四条　戊。
第三章　附则
第五条　己。
附件：
名录
庚\t辛
壬\t癸`

const open = (source: string): EditorState => EditorState.create({ doc: draftDocument(parseText(source)), plugins: [numbersPlugin(), keysPlugin(), history()] })

/** The caret before the first, behind the last, or behind the first character of the textblock with these words. */
function caret(state: EditorState, words: string, at: 'start' | 'end' | number): EditorState {
  let found: number | null = null
  state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent === words && found === null) found = at === 'start' ? pos + 1 : at === 'end' ? pos + 1 + node.content.size : pos + 1 + at
    return found === null
  })
  if (found === null) throw new Error(`no “${words}”`)
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, found)))
}

function run(state: EditorState, id: string): EditorState {
  const command = shortcuts.find((one) => one.id === id)?.command
  if (command === undefined) throw new Error(`no ${id}`)
  let next = state
  command(state, (transaction) => { next = state.applyTransaction(transaction).state })
  return next
}
const type = (state: EditorState, words: string): EditorState => state.applyTransaction(state.tr.insertText(words)).state
const body = (state: EditorState): string[] => printLegalText(textOf(state.doc)).trim().split('\n').slice(1)

describe('a drafter', () => {
  test.each<[string, (state: EditorState) => EditorState, string[]]>([
    ['begins the next 款 with Enter', (s) => type(run(caret(s, '甲。', 'end'), 'nextClause'), '新款。'), ['第一章　总则', '第一条　甲。', '新款。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['begins the next article with Ctrl-Enter, and references follow', (s) => type(run(caret(s, '甲。', 'end'), 'newArticle'), '新条。'), ['第一章　总则', '第一条　甲。', '第二条　新条。', '第三条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第四条　违反第三条第一款第一项的。', '第五条　戊。', '第三章　附则', '第六条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['splits an article in the middle', (s) => run(caret(s, '丁，依照前款。', 2), 'newArticle'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，', '第三条　依照第二条第一款。', '第二章　罚则', '第四条　违反第二条第一款第一项的。', '第五条　戊。', '第三章　附则', '第六条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['makes an 项 a 目 with Tab', (s) => run(caret(s, '丙。', 'start'), 'lower'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '1.丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['makes a first 项 a 款 with Shift-Tab, and the reference says so', (s) => run(caret(s, '乙；', 'start'), 'raise'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '乙；', '（一）丙。', '丁，依照本条第一款。', '第二章　罚则', '第三条　违反第二条第二款的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['joins two articles with Backspace', (s) => run(caret(s, '戊。', 'start'), 'joinBefore'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '戊。', '第三章　附则', '第四条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['joins with what follows by Delete, over 款 and over articles', (s) => run(caret(run(caret(s, '甲。', 'end'), 'joinAfter'), '乙；', 'end'), 'joinAfter'), ['第一章　总则', '第一条　甲。', '有下列情形的：', '（一）乙；丙。', '丁，依照前款。', '第二章　罚则', '第二条　违反第一条第二款第一项的。', '第三条　戊。', '第三章　附则', '第四条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['moves an article up over the edge of its chapter', (s) => run(caret(s, '己。', 'start'), 'moveUp'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第五条　己。', '第三章　附则', '附件：名录', '庚\t辛', '壬\t癸']],
    ['moves an article down, and references to it follow', (s) => run(caret(s, '有下列情形的：', 'start'), 'moveDown'), ['第一章　总则', '第一条　甲。', '第二章　罚则', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['begins a new chapter at an article', (s) => type(run(caret(s, '戊。', 'start'), 'chapter'), '管理'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第三章　管理', '第四条　戊。', '第四章　附则', '第五条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['begins a section inside a chapter', (s) => type(run(caret(s, '有下列情形的：', 'start'), 'section'), '情形'), ['第一章　总则', '第一条　甲。', '第一节　情形', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['adds 第二条之一 and nothing else gets another number', (s) => type(run(caret(s, '有下列情形的：', 'start'), 'numberedBetween'), '之一。'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二条之一　之一。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['deletes an article, and references say that it is gone', (s) => run(caret(s, '有下列情形的：', 'start'), 'deleteArticle'), ['第一章　总则', '第一条　甲。', '第二章　罚则', '第二条　违反〔所引条文已删除〕的。', '第三条　戊。', '第三章　附则', '第四条　己。', '附件：名录', '庚\t辛', '壬\t癸']],
    ['adds a row and a column to a table of an annex', (s) => run(run(caret(s, '辛', 'start'), 'row'), 'column'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '庚\t\t辛', '\t\t', '壬\t\t癸']],
    ['takes a row and a column away', (s) => run(run(caret(s, '辛', 'start'), 'deleteColumn'), 'deleteRow'), ['第一章　总则', '第一条　甲。', '第二条　有下列情形的：', '（一）乙；', '（二）丙。', '丁，依照前款。', '第二章　罚则', '第三条　违反第二条第一款第一项的。', '第四条　戊。', '第三章　附则', '第五条　己。', '附件：名录', '壬']],
  ])('%s', (_name, act, expected) => {
    const after = act(open(SOURCE))
    expect(body(after)).toEqual(expected)
    const back = run(run(run(run(after, 'undo'), 'undo'), 'undo'), 'undo')
    expect(body(back)).toEqual(body(open(SOURCE)))
  })

  test('builds an article from nothing: Enter and Tab, empty lines lead out', () => {
    let state = open('某条例\n第一条　甲：')
    state = run(caret(state, '甲：', 'end'), 'nextClause')
    state = type(run(state, 'lower'), '子；')
    state = type(run(state, 'nextClause'), '丑：')
    state = type(run(run(state, 'nextClause'), 'lower'), '寅。')
    state = run(run(run(state, 'nextClause'), 'nextClause'), 'nextClause')
    state = type(state, '卯。')
    state = type(run(run(state, 'nextClause'), 'nextClause'), '辰。')
    expect(body(state)).toEqual(['第一条　甲：', '（一）子；', '（二）丑：', '1.寅。', '卯。', '第二条　辰。'])
  })
})

describe('a number typed at the head of a line', () => {
  const typed = (state: EditorState, words: string): EditorState => {
    const after = type(state, words)
    const taken = takeTypedNumber(after)
    return taken === null ? after : after.applyTransaction(taken).state
  }
  test.each<[string, (state: EditorState) => EditorState, string[]]>([
    ['（一） makes the line an 项', (s) => type(typed(run(caret(s, '甲。', 'end'), 'nextClause'), '（一）'), '子；'), ['第一条　甲。', '（一）子；', '第二条　乙。']],
    ['1. below an 项 makes it a 目', (s) => type(typed(run(type(typed(run(caret(s, '甲。', 'end'), 'nextClause'), '（一）'), '丑：'), 'nextClause'), '1.'), '子；'), ['第一条　甲。', '（一）丑：', '1.子；', '第二条　乙。']],
    ['1. below a 款 stays words', (s) => typed(run(caret(s, '甲。', 'end'), 'nextClause'), '1.'), ['第一条　甲。', '1.', '第二条　乙。']],
    ['第二条 begins an article', (s) => type(typed(run(caret(s, '甲。', 'end'), 'nextClause'), '第二条　'), '子。'), ['第一条　甲。', '第二条　子。', '第三条　乙。']],
    ['at the head of an article its own number is not repeated', (s) => typed(caret(s, '乙。', 'start'), '第二条　'), ['第一条　甲。', '第二条　乙。']],
    ['（一） inside a sentence stays words', (s) => typed(caret(s, '甲。', 'end'), '（一）'), ['第一条　甲。（一）', '第二条　乙。']],
    ['（一） before the first words of an article stays words', (s) => typed(caret(s, '乙。', 'start'), '（一）'), ['第一条　甲。', '第二条　（一）乙。']],
  ])('%s', (_name, act, expected) => {
    const after = act(open('某条例\n第一条　甲。\n第二条　乙。'))
    after.doc.check()
    expect(keysToGive(after.doc)).toEqual([])
    expect(body(after)).toEqual(expected)
  })
})

const step = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  reach: fc.constantFrom(0, 0, 0, 1, 8, 60),
  act: fc.oneof(
    fc.constantFrom(...shortcuts.map(({ id }) => id)),
    fc.constantFrom('type', 'delete', 'copy', 'paste:第九条　新条，依照第八条。\n第十条　又一条。', 'paste:（一）子；\n（二）丑。', 'paste:第一章　新章\n第一条　子。', 'paste:几个字'),
  ),
})

describe('whatever is done to a draft', () => {
  test('its structure holds, keys stay unique, the text comes back from the tree, and undo leads home', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state = open(SOURCE)
        for (const { at, reach, act } of steps) {
          const from = Math.floor(at * state.doc.content.size)
          const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(Math.min(state.doc.content.size, from + reach)))
          state = state.apply(state.tr.setSelection(selection))
          if (act === 'type') state = type(state, '字')
          else if (act === 'delete') state = state.applyTransaction(state.tr.deleteSelection()).state
          else if (act === 'copy') {
            const slice = state.selection.content()
            state = state.applyTransaction(state.tr.setSelection(TextSelection.near(state.doc.resolve(0))).replaceSelection(slice)).state
          } else if (act.startsWith('paste:')) {
            const blocks = act.slice(6).split('\n').map((text, i) => ({ kind: 'line' as const, text, line: i + 1 }))
            state = state.applyTransaction(placeBlocks(state, blocks).transaction).state
          } else state = run(state, act)
          state.doc.check()
          expect(keysToGive(state.doc)).toEqual([])
        }
        const text = textOf(state.doc)
        expect(fromEditorDocument(toEditorDocument(text))).toEqual(text)
        expect(textOf(draftDocument(text, newKey))).toEqual(text)
        const labels = numberDocument(state.doc).nodes.filter(({ kind, fixed }) => kind === 'article' && fixed === null).map(({ ordinal }) => ordinal)
        expect(labels).toEqual(labels.toSorted((a, b) => a - b))
        for (let i = 0; i < 3 * steps.length; i += 1) state = run(state, 'undo')
        expect(printLegalText(textOf(state.doc))).toBe(printLegalText(textOf(open(SOURCE).doc)))
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

test('a move that is taken back after somebody else wrote in the article takes their words along', () => {
  let state = open('某条例\n第一条　甲。\n第二条　乙。\n第三条　丙。')
  const view = { get state() { return state }, dispatch: (transaction: Transaction) => { state = state.applyTransaction(transaction).state } } as EditorView
  const press = (id: string) => shortcuts.find((one) => one.id === id)?.command(state, view.dispatch, view)
  state = caret(state, '丙。', 'start')
  press('moveUp')
  const { pos } = findKey(state.doc, keyOf(state.selection.$head.node(-1))) ?? expect.fail()
  view.dispatch(state.tr.insertText('别人写的', pos + 2).setMeta('addToHistory', false).setMeta('rebased', 0))
  press('undo')
  expect(body(state)).toEqual(['第一条　甲。', '第二条　乙。', '第三条　别人写的丙。'])
  press('redo')
  expect(body(state)).toEqual(['第一条　甲。', '第二条　别人写的丙。', '第三条　乙。'])
})
