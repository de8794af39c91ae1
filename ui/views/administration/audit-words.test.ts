import { describe, expect, test } from 'vitest'
import { actWord, detailWords } from './audit-words.ts'

describe('the audit trail in words', () => {
  test.each([
    ['filing.register', '接收登记'],
    ['account.create', '建账号'],
    ['flag.putToMaker', '送制定机关'],
    ['something.new', 'something.new'],
  ])('%s is %s', (action, words) => expect(actWord(action)).toBe(words))

  test('a step says from where to where and on which day, and leaves ids to the full record', () => {
    expect(detailWords('flag.putToMaker', '{"to":"putToMaker","from":"confirmed","filingId":"01a2"}')).toBe('已确认 → 待答复')
    expect(detailWords('filing.recordHalt', '{"on":"2026-02-25","to":"opinionIssued","from":"opinionIssued"}')).toBe('2026-02-25')
  })

  test('what is no step is listed key by key; nothing stays nothing', () => {
    expect(detailWords('library.import', '{"file":"甲.docx","status":"stored"}')).toBe('文件 甲.docx，结果 stored')
    expect(detailWords('session.start', '{}')).toBe('')
    expect(detailWords('session.start', 'null')).toBe('')
  })
})
