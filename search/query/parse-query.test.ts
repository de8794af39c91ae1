import { describe, expect, test } from 'vitest'
import { parseQuery } from './index.ts'

describe('an article in a query', () => {
  test.each([
    ['立法法 81条', '第八十一条', '立法法'],
    ['立法法第八十一条', '第八十一条', '立法法'],
    ['刑法第133条之一', '第一百三十三条之一', '刑法'],
    ['民法典 第１２５４条', '第一千二百五十四条', '民法典'],
    ['第十七条第二款第（三）项 罚款', '第十七条', '罚款'],
    ['监督法四十条', '第四十条', '监督法'],
    ['第110条', '第一百一十条', ''],
  ])('%s names %s', (text, label, words) => {
    const understood = parseQuery(text)
    expect(understood.article?.label).toBe(label)
    expect(understood.words).toBe(words)
  })

  test.each(['养犬管理条例', '三条措施', '一条龙服务', '有关条款'])('%s names none', (text) => {
    expect(parseQuery(text).article).toBeNull()
  })
})

describe('a document number in a query', () => {
  test.each([
    ['甲政办发〔2025〕36号', '甲政办发|2025|36'],
    ['甲政办发[2025]36号', '甲政办发|2025|36'],
    ['甲政办发（２０２５）３６号', '甲政办发|2025|36'],
    ['甲政办发【2025】36', '甲政办发|2025|36'],
    ['甲政办发2025 36号', '甲政办发|2025|36'],
    ['甲政发2025年第7号', '甲政发|2025|7'],
    ['甲府办规〔2024〕013号', '甲府办规|2024|13'],
  ])('%s is understood as %s', (text, key) => {
    const understood = parseQuery(text)
    expect(understood.documentNumber?.key).toBe(key)
    expect(understood.words).toBe('')
  })

  test('what stands beside it stays a word', () => {
    expect(parseQuery('停车 甲政发〔2019〕7号').words).toBe('停车')
  })

  test.each(['2019年7月1日', '2018 41', '立法法 2023', '公告 12号'])('%s is none', (text) => {
    expect(parseQuery(text).documentNumber).toBeNull()
  })
})

test('names between 《》 and quoted phrases are taken out of the words', () => {
  const understood = parseQuery('《甲市养犬管理条例》 “没收犬只” 罚款 "大型犬"')
  expect(understood.titles).toEqual(['甲市养犬管理条例'])
  expect(understood.phrases).toEqual(['没收犬只', '大型犬'])
  expect(understood.words).toBe('罚款')
})

test('full-width letters and digits become half-width, traditional characters stay', () => {
  expect(parseQuery('ＬＰＲ　４倍 養犬').words).toBe('lpr 4倍 養犬')
})

test('traditional characters are read as the engine asks, and the answer says so', () => {
  const simplify = (text: string): string => text.replace('養', '养')
  expect(parseQuery('《養犬条例》', simplify)).toMatchObject({ text: '《養犬条例》', simplified: '《养犬条例》', titles: ['养犬条例'] })
  expect(parseQuery('养犬', simplify).simplified).toBeNull()
})

test('everyday words are searched beside their legal words, and the answer says so', () => {
  const understood = parseQuery('民告官 受理')
  expect(understood.words).toBe('民告官 受理')
  expect(understood.alsoSearched.map(({ from }) => from)).toEqual(['民告官'])
})

test.each([
  ['lifafa', 'lifafa'],
  ['li fa fa', 'lifafa'],
  ['lpr', null],
  ['lifafa 81', null],
  ['立法', null],
])('%s as pinyin: %s', (text, pinyin) => {
  expect(parseQuery(text).pinyin).toBe(pinyin)
})

test('a query of more than 200 characters is cut, and said to be', () => {
  const understood = parseQuery('犬'.repeat(201))
  expect(understood.truncated).toBe(true)
  expect(understood.words).toHaveLength(200)
})
