import { describe, expect, test } from 'vitest'
import { parseText } from '../text/index.ts'
import { supportingRulesIn } from './supporting-rules.ts'

const found = (words: string): string[] => supportingRulesIn(parseText(`某市条例\n第一条　${words}`)).map((r) => `${r.articleLabel}：${r.organ}`)

describe('rules that a text leaves to be made', () => {
  test.each([
    ['重点管理区的具体办法由市人民政府另行制定。', ['第一条：市人民政府']],
    ['犬只留检的收费标准由市价格主管部门会同市财政部门制定。', ['第一条：市价格主管部门会同市财政部门']],
    ['由市人民政府制定补助办法。', ['第一条：市人民政府']],
    ['禁养犬只的目录由市公安机关公布。', ['第一条：市公安机关']],
    ['市人民政府应当根据本条例制定实施细则。', ['第一条：市人民政府']],
    ['养犬人应当遵守本条例的规定。', []],
    ['违反本条例规定的，由公安机关责令改正。', []],
    ['法律、行政法规对养犬管理另有规定的，从其规定。', []],
  ])('%s', (words, organs) => expect(found(words)).toEqual(organs))
})
