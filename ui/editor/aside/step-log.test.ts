import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { draftDocument } from '../../../law/drafting/index.ts'
import { editorSchema, parseText } from '../../../law/text/index.ts'
import { logOf, mappingSince, stepLog, stepsSince } from './step-log.ts'

const open = (): EditorState => EditorState.create({ doc: draftDocument(parseText('某市养犬管理条例\n第一条　养犬应当登记。\n第二条　本条例自公布之日起施行。')), plugins: [stepLog()] })
const typed = (state: EditorState, at: number, words: string): EditorState => state.apply(state.tr.insert(at, editorSchema.text(words)))
const log = (state: EditorState) => logOf(state) ?? expect.fail('no log')

describe('the log of steps', () => {
  test('has what was done since, in its order, and leads every place to where it is now', () => {
    const first = open()
    const asked = typed(first, 1, '甲')
    const { count } = log(asked).last
    const now = typed(typed(asked, 1, '乙丙'), 1, '丁')
    expect(stepsSince(log(now), count)).toHaveLength(2)
    expect(stepsSince(log(now), 0).reduce((doc, step) => step.apply(doc).doc ?? doc, first.doc).eq(now.doc)).toBe(true)
    expect(mappingSince(log(now), count).map(8)).toBe(11)
    expect(mappingSince(log(now), log(now).last.count).map(8)).toBe(8)
  })

  test('does not count what changes no words, and begins anew with another document', () => {
    const state = open()
    expect(log(state.apply(state.tr.setMeta('anything', true)))).toBe(log(state))
    expect(log(open()).opening).not.toBe(log(state).opening)
  })
})
