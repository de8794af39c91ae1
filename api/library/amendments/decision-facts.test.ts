import { describe, expect, test } from 'vitest'
import { decisionFacts, extendedNote } from './decision-facts.ts'

const HEAD = '（2026年1月10日甲市第五届人民代表大会常务委员会第三十次会议通过）'
const decision = (title: string, closing: string, head = HEAD) => [title, '', head, '', '一、删去第九条。', '', closing]

describe('what a decision says of itself', () => {
  test.each([
    ['names its day', '本决定自2026年3月1日起施行。', { date: '2026-03-01', words: '本决定自2026年3月1日起施行。', basis: 'stated' }],
    ['holds from its promulgation, whose day is not printed', '本决定自公布之日起施行。', { date: '2026-01-10', words: '本决定自公布之日起施行。', basis: 'inferred' }],
    ['is numbered like its articles', '八、本修正案自2026年3月1日起施行。', { date: '2026-03-01', words: '本修正案自2026年3月1日起施行。', basis: 'stated' }],
    ['says nothing', '《甲市条例》根据本决定作相应修改，重新公布。', { date: null, words: '', basis: 'unknown' }],
  ])('the date of effect of one that %s', (_, closing, effective) => {
    expect(decisionFacts(decision('甲市人民代表大会常务委员会关于修改《甲市条例》的决定', closing)).effective).toEqual(effective)
  })

  test('its title and its note may be broken over lines', () => {
    const facts = decisionFacts(['甲市人民代表大会常务委员会关于修改', '《甲市条例》的决定', '（2026年1月10日甲市第五届人民代表大会', '常务委员会第三十次会议通过）', '删去第九条。'])
    expect(facts).toMatchObject({ title: '甲市人民代表大会常务委员会关于修改《甲市条例》的决定', adopted: { date: '2026-01-10', basis: 'stated' }, meeting: '2026年1月10日甲市第五届人民代表大会常务委员会第三十次会议' })
  })

  test('a title that the file keeps apart from the text is put together', () => {
    expect(decisionFacts(decision('《甲市条例》的决定', ''), '甲市人民代表大会常务委员会关于修改').title).toBe('甲市人民代表大会常务委员会关于修改《甲市条例》的决定')
    expect(decisionFacts(decision('关于修改《甲市条例》的决定', ''), '别的名称关于').title).toBe('关于修改《甲市条例》的决定')
  })
})

describe('the 题注 after one more amendment', () => {
  const facts = { title: '甲市人民代表大会常务委员会关于修改《甲市条例》的决定', meeting: '2026年1月10日甲市某次会议' }
  test.each([
    ['（2015年3月1日甲市某次会议通过）', '（2015年3月1日甲市某次会议通过　根据2026年1月10日甲市某次会议《关于修改〈甲市条例〉的决定》修正）'],
    ['（2015年3月1日通过　根据2018年5月1日《关于修改〈甲市条例〉的决定》修正）', '（2015年3月1日通过　根据2018年5月1日《关于修改〈甲市条例〉的决定》修正　根据2026年1月10日甲市某次会议《关于修改〈甲市条例〉的决定》第二次修正）'],
    ['2015年3月1日 甲市某次会议通过', '2015年3月1日 甲市某次会议通过\n2026年1月10日 甲市某次会议《关于修改〈甲市条例〉的决定》修正'],
  ])('%s', (note, extended) => {
    expect(extendedNote(note, facts)).toBe(extended)
  })

  test('is not guessed where the decision does not name its meeting', () => {
    expect(extendedNote('（2015年3月1日通过）', { title: facts.title, meeting: '' })).toBeNull()
  })
})
