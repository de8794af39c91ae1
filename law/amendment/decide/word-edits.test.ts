import { describe, expect, test } from 'vitest'
import { applyWordEdit, type Replacement, type WordEdit, wordEdits, type Wording } from './word-edits.ts'

const unchanged = (words: string): string => words
const edits = (before: string, after: string, options: { scope?: string; wording?: Wording; follow?: (words: string) => string; common?: Replacement[] } = {}): WordEdit[] | null =>
  wordEdits({ before, after, scope: options.scope ?? before, follow: options.follow ?? unchanged, common: options.common ?? [], wording: options.wording ?? 'short' })

describe('words that changed are said as a clerk says them', () => {
  test.each<[string, string, string, WordEdit[]]>([
    [
      'a word is replaced by another',
      '申请人应当提交营业执照，并说明用途。',
      '申请人应当提交身份证明，并说明用途。',
      [{ kind: 'replace', from: '营业执照', to: '身份证明' }],
    ],
    [
      'words are added behind their phrase, the comma left to the reader',
      '主管部门应当加强监督管理，保障安全。',
      '主管部门应当加强监督管理，公开检查结果，保障安全。',
      [{ kind: 'insert', after: '主管部门应当加强监督管理', words: '公开检查结果' }],
    ],
    ['a sentence is added at the end', '收费标准由市人民政府制定。', '收费标准由市人民政府制定。标准每三年评估一次。', [{ kind: 'append', words: '标准每三年评估一次。' }]],
    ['words go', '停车场所有人、经营者应当建立台账。', '停车场所有人应当建立台账。', [{ kind: 'delete', words: '、经营者' }]],
  ])('%s', (_, before, after, expected) => {
    expect(edits(before, after)).toEqual(expected)
  })

  test('what is quoted is unmistakable in the whole provision', () => {
    const before = '处五百元罚款，情节严重的，处二千元罚款。'
    const [edit] = edits(before, '处五百元罚款，情节严重的，处五千元罚款。', { scope: before }) ?? []
    expect(edit).toEqual({ kind: 'replace', from: '处二千元罚款', to: '处五千元罚款' })
    expect(edits('经营者应当登记。', '经营者可以登记。', { scope: '经营者应当登记。\n经营者应当登记。' })).toBeNull()
  })

  test('no word is cut in two', () => {
    const [edit] = edits('会计档案的保管期限和销毁的具体管理办法由国务院财政部门会同有关部门制定并且公布。', '会计档案的保管期限、销毁的具体管理办法由国务院财政部门会同有关部门制定并且公布。') ?? []
    expect(edit).toEqual({ kind: 'replace', from: '保管期限和', to: '保管期限、' })
  })

  test('references that follow by renumbering are no change', () => {
    const follow = (words: string): string => words.replaceAll('第八条', '第九条')
    expect(edits('违反本条例第八条规定的，给予警告。', '违反本条例第九条规定的，给予警告。', { follow })).toEqual([])
    expect(edits('违反本条例第八条规定的，给予警告。', '违反本条例第九条规定的，给予处分。', { follow })).toEqual([{ kind: 'replace', from: '给予警告', to: '给予处分' }])
  })

  test('a line that changed in many places is not said in words', () => {
    expect(edits('甲应当登记，乙应当备案，丙应当公告，丁应当报告。', '甲可以登记，乙可以备案，丙可以公告，丁可以报告。')).toBeNull()
    expect(edits('停车场应当全天开放。', '收费依照市人民政府的规定执行。')).toBeNull()
  })

  test('an edit that would meet its own new words is not taken', () => {
    expect(applyWordEdit('甲乙甲', { kind: 'replace', from: '甲', to: '丙' })).toBe('丙乙丙')
  })

  test('words that another instruction replaces are left to it', () => {
    const common = [{ from: '法律委员会', to: '宪法和法律委员会' }]
    const before = '议案由法律委员会统一审议，并提出报告。'
    expect(edits(before, '议案由宪法和法律委员会统一审议，并提出报告。', { common })).toEqual([])
    expect(edits(before, '议案由宪法和法律委员会统一审议，并印发报告。', { common })).toEqual([{ kind: 'replace', from: '并提出报告', to: '并印发报告' }])
    expect(edits(before, '议案由宪法和监察委员会统一审议，并提出报告。', { common })).toBeNull()
  })

  test('plain wording replaces only', () => {
    const kinds = edits('主管部门应当加强监督管理，保障安全。', '主管部门应当加强监督管理，公开检查结果，保障安全。', { wording: 'replaced' })?.map(({ kind }) => kind)
    expect(kinds).toEqual(['replace'])
  })
})
