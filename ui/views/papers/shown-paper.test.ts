import { describe, expect, test } from 'vitest'
import { blanksOf, fromText, shownPaper, toText } from './shown-paper.ts'

const blank = { kind: 'blank' as const, label: '反馈期限', placeholder: '　　　' }
const content = { title: '关于《某办法》的审查意见', redHead: '某市人民代表大会常务委员会文件', documentNo: '某常审〔2026〕　　号', recipient: '某市人民政府', body: [{ kind: 'paragraph' as const, words: ['自收到之日起', blank, '研究处理'] }], signature: { organ: '某市人大常委会', date: '2026年　月　日' } }

describe('a paper on the screen', () => {
  test('shows what a person types and what the register writes apart', () => {
    const shown = shownPaper(content, { passages: [{ key: 'replyRule', label: '反馈期限', kind: 'choice', hint: '', value: '', words: '', options: [], inText: true }], issued: false })
    expect(shown.number).toEqual(['某常审〔2026〕', { atIssue: '　　' }, '号'])
    expect(shown.blocks).toContainEqual({ kind: 'paragraph', runs: ['自收到之日起', { fillIn: 'replyRule', words: '　　　' }, '研究处理'] })
    expect(shown.signature?.date).toEqual([{ atIssue: '2026年　月　日' }])
  })

  test('breaks into pages of 22 lines', () => {
    const long = { ...content, body: Array.from({ length: 8 }, () => ({ kind: 'paragraph' as const, words: '字'.repeat(28 * 4) })) }
    expect(shownPaper(long, { passages: [], issued: true }).blocks.filter((b) => b.kind === 'break')).toHaveLength(2)
  })

  test.each([['自收到之日起【反馈期限】研究处理'], ['没有空'], ['【反馈期限】'], ['【别的】仍是字']])('%s comes back from editing as it was', (text) => {
    expect(toText(fromText(text, blanksOf(content)))).toBe(text)
  })

  test('a name that the paper never had stays words', () => {
    expect(fromText('【别的】', blanksOf(content))).toBe('【别的】')
    expect(fromText('【反馈期限】', blanksOf(content))).toEqual([blank])
  })
})
