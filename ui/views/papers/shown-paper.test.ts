import { describe, expect, test } from 'vitest'
import { blanksOf, fromText, shownPaper, toText } from './shown-paper.ts'

const blank = { kind: 'blank' as const, label: '反馈期限', placeholder: '　　　' }
const content = { title: '关于《某办法》的审查意见', redHead: '某市人民代表大会常务委员会文件', documentNo: '某常审〔2026〕　　号', recipient: '某市人民政府', body: [{ kind: 'paragraph' as const, words: ['自收到之日起', blank, '研究处理'] }], signature: { organ: '某市人大常委会', date: '2026年　月　日' } }

describe('a paper on the screen', () => {
  test('shows what a person types and what the register writes apart', () => {
    const shown = shownPaper(content, { passages: [{ key: 'replyRule', label: '反馈期限', kind: 'choice', hint: '', value: '', words: '', options: [], inText: true }], issued: false })
    expect(shown.number).toEqual(['某常审〔2026〕', { atIssue: '　　' }, '号'])
    expect(shown.blocks).toContainEqual({ kind: 'paragraph', runs: ['自收到之日起', { fillIn: 'replyRule', words: '　　　' }, '研究处理'], keep: true })
    expect(shown.signature?.date).toEqual([{ atIssue: '2026年　月　日' }])
  })

  test('has everything that is printed: who signs, enclosures with their numbers, 附注, marks', () => {
    const shown = shownPaper({ ...content, signers: ['甲某', '乙某'], attachments: ['条例文本', '说明'], note: '联系人：丙某', demo: '演示数据', draft: '签发前不生效' }, { passages: [], issued: false })
    expect([shown.signers, shown.note, shown.mark]).toEqual(['甲某　乙某', '（联系人：丙某）', '演示数据　签发前不生效'])
    expect(shown.blocks.flatMap((b) => ('runs' in b ? [b.runs.join('')] : []))).toEqual(expect.arrayContaining(['某市人民政府：', '附件：1.条例文本', '　　　2.说明']))
    expect(shown.title.join('')).toBe(content.title)
  })

  test('keeps its tables as they are laid out: widths, head, cells that span', () => {
    const table = { columnShares: [1, 3], headerRowCount: 1, rows: [[{ words: '序号', header: true }, { words: '内容', header: true }], [{ words: '一', rowSpan: 2 }, { words: ['旧', { kind: 'gone' as const, text: '删' }] }], [{ words: '二' }]] }
    const shown = shownPaper({ ...content, body: [{ kind: 'table', caption: '对照表', table }] }, { passages: [], issued: true })
    expect(shown.blocks.slice(1, 3)).toEqual([
      { kind: 'centred', runs: ['对照表'], keep: true },
      { kind: 'table', shares: [1, 3], head: 1, rows: [[{ runs: ['序号'], header: true }, { runs: ['内容'], header: true }], [{ runs: ['一'], rowSpan: 2 }, { runs: ['旧', { gone: '删' }] }], [{ runs: ['二'] }]], keep: true },
    ])
  })

  test.each([['自收到之日起【反馈期限】研究处理'], ['没有空'], ['【反馈期限】'], ['【别的】仍是字']])('%s comes back from editing as it was', (text) => {
    expect(toText(fromText(text, blanksOf(content)))).toBe(text)
  })

  test('a name that the paper never had stays words', () => {
    expect(fromText('【别的】', blanksOf(content))).toBe('【别的】')
    expect(fromText('【反馈期限】', blanksOf(content))).toEqual([blank])
  })
})
