import { describe, expect, test } from 'vitest'
import { appended, joinedAfter, joinedBefore, prepended, withoutDangling } from './join-words.ts'
import { findWords, type Found } from './tracked-words.ts'

function found(text: string, words: string): Found {
  const [first] = findWords(text, words)
  if (first === undefined) throw new Error(`no ${words}`)
  return first
}

describe('marks that a decision leaves out', () => {
  test.each([
    ['保障秩序，制定本条例。', '保障秩序', '方便群众', '保障秩序，方便群众，制定本条例。'],
    ['提高素质。', '提高素质', '遵守有关规定', '提高素质，遵守有关规定。'],
    ['自然资源、住房等部门', '自然资源', '水务', '自然资源、水务、住房等部门'],
    ['知悉的商业秘密负有义务', '商业秘密', '个人隐私和个人信息', '知悉的商业秘密、个人隐私和个人信息负有义务'],
    ['主管部门应当公布', '应当', '及时', '主管部门应当及时公布'],
    ['主管部门负责', '主管部门', '和公安机关', '主管部门和公安机关负责'],
    ['本级组成人员和法院院长，检察长', '本级组成人员和', '监委委员', '本级组成人员和监委委员、法院院长，检察长'],
    ['组成人员和院长、庭长，检察长、检察员', '组成人员和', '主任、委员', '组成人员和主任、委员，院长、庭长，检察长、检察员'],
  ])('behind: %s', (text, anchor, words, expected) => {
    const at = found(text, anchor)
    expect(text.slice(0, at.end) + joinedAfter(text, at, words) + text.slice(at.end)).toBe(expected)
  })

  test.each([
    ['自力更生，逐步实现目标。', '自力更生', '贯彻新理念', '贯彻新理念，自力更生，逐步实现目标。'],
    ['本级人民政府、法院和检察院', '法院', '监察委员会', '本级人民政府、监察委员会、法院和检察院'],
    ['部门和法院、检察院', '法院', '监察委员会', '部门和监察委员会、法院、检察院'],
    ['人员，法院院长，检察院检察长的候选人', '法院院长', '监委主任', '人员，监委主任，法院院长，检察院检察长的候选人'],
    ['违法的，民政部门予以警告', '民政部门', '县级以上人民政府', '违法的，县级以上人民政府民政部门予以警告'],
    ['向民政部门报告', '民政部门', '办理其登记的', '向办理其登记的民政部门报告'],
    ['主管部门公布规划', '公布', '及时', '主管部门及时公布规划'],
  ])('in front: %s', (text, anchor, words, expected) => {
    const at = found(text, anchor)
    expect(text.slice(0, at.start) + joinedBefore(text, at, words) + text.slice(at.start)).toBe(expected)
  })

  test.each([
    ['处罚款；情节严重的，吊销执照。', '情节严重的，吊销执照', '处罚款。'],
    ['甲、乙、丙', '乙', '甲、丙'],
    ['甲，乙；丙。', '乙', '甲；丙。'],
    ['会同建设、公安部门', '建设', '会同公安部门'],
    ['受害人、被扶养人以及近亲属', '被扶养人', '受害人以及近亲属'],
    ['委员会根据计划，组织检查。', '根据计划', '委员会组织检查。'],
    ['依照第四条编制的规划', '第四条', '依照编制的规划'],
    ['按照规定，主管部门公布。', '按照规定', '主管部门公布。'],
  ])('taken away: %s without %s', (text, words, expected) => {
    const { start, end } = withoutDangling(text, found(text, words))
    expect(text.slice(0, start) + text.slice(end)).toBe(expected)
  })

  test('at the end and at the start', () => {
    expect(appended('甲。', '乙。')).toEqual({ at: 2, words: '乙。' })
    expect(appended('甲。', '但乙除外')).toEqual({ at: 1, words: '，但乙除外' })
    expect(prepended('甲的，不适用')).toBe('甲的，不适用；')
    expect(prepended('每年')).toBe('每年')
  })
})
