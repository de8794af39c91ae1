import { describe, expect, test } from 'vitest'
import { classifiedMessage, detectClassification, detectClassifiedFileName } from './classification.ts'

describe('a mark of classification in a text', () => {
  test.each([
    ['机密★一年', '机密'],
    ['秘密★6个月\n特急\n某某文件', '秘密'],
    ['绝密★长期', '绝密'],
    ['000012 机密★1年', '机密'],
    ['机　密 ★ 一 年', '机密'],
    ['机密☆一年', '机密'],
    ['机密*1年', '机密'],
    ['秘密', '秘密'],
    ['\ufeff秘　密\n\n关于印发办法的通知', '秘密'],
    ['特急 机密\n某某人民政府', '机密'],
    ['机密 特急', '机密'],
    ['【机密】', '机密'],
    ['密级：秘密', '秘密'],
    ['工作秘密\n通知', '工作秘密'],
    ['№000001机密★一年　某某人民政府文件', '机密'],
  ])('is found in %j', (text, level) => expect(detectClassification(text)[0]?.level).toBe(level))

  test.each([
    '第三条 不得泄露国家秘密、商业秘密和个人隐私。',
    '商业秘密',
    '保守国家秘密是公民的义务',
    '第五条 国家秘密的密级分为绝密、机密、秘密三级。',
    '机密级文件由专人保管。',
    '秘密级计算机应当登记。',
    '秘密文件管理办法',
    '本办法所称密级标志，是指“机密★一年”等字样。',
    '',
  ])('is not found in %j', (text) => expect(detectClassification(text)).toEqual([]))

  test('a bare word counts at the head only, a starred one everywhere', () => {
    const body = Array.from({ length: 30 }, (_, index) => `第${index + 1}行`).join('\n')
    expect(detectClassification(`${body}\n秘密`)).toEqual([])
    expect(detectClassification(`${body}\n秘密★三年`)).toEqual([{ level: '秘密', excerpt: '秘密★三年', line: 31 }])
  })

  test('is told with what to do', () => {
    const mark = detectClassification('机密★一年')[0]
    if (!mark) throw new Error('no mark')
    expect(classifiedMessage(mark)).toContain('线下报送')
  })
})

describe('a mark in the name of a file', () => {
  test.each(['机密-方案.docx', '（秘密）关于印发通知.pdf', '【绝密】.doc', '秘密.docx', '方案_机密.docx', '机密★一年 通知.docx', '通知 秘密★.pdf'])(
    'is found in %s', (name) => expect(detectClassifiedFileName(name)).not.toBeNull(),
  )
  test.each(['国家秘密管理办法.docx', '商业秘密保护规定.pdf', '秘密级文件管理.docx', '通知.docx', '关于保守秘密的通知.docx'])(
    'is not found in %s', (name) => expect(detectClassifiedFileName(name)).toBeNull(),
  )
})
