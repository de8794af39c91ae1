import { describe, expect, test } from 'vitest'
import { parseText } from '../text/index.ts'
import { recogniseCitations } from './recognise.ts'

const TEXT = [
  '养犬法', '第一编 总则', '第一章 一般规定', '第一条 甲。', '第二章 登记', '第一节 申请', '第二条 乙。', '第三条 丙。', '第二节 决定', '第四条 丁。',
  '第三节 变更', '第五条 戊。', '第三章 罚则', '第六条 己。', '第二编 附则', '第一章 其他', '第七条 庚。', '第八条 ',
].join('\n')

const cite = (words: string) => recogniseCitations(parseText(TEXT + words)).map((one) => [one.text, one.target.articles.join(' ')])

describe('a division of the text itself means its articles', () => {
  test.each<[string, string, string]>([
    ['依照本法第二章的规定办理。', '本法第二章', '第二条 第三条 第四条 第五条'],
    ['依照本法第二章第二节的规定办理。', '本法第二章第二节', '第四条'],
    ['参照本法第二章第一节、第三节的规定。', '本法第二章第一节、第三节', '第二条 第三条 第五条'],
    ['依照本法第二编第一章和第一编第三章办理。', '本法第二编第一章和第一编第三章', '第七条 第八条 第六条'],
    ['依照本法第一编第一章至第三章办理。', '本法第一编第一章至第三章', '第一条 第二条 第三条 第四条 第五条 第六条'],
    ['依照本法第二章第四条办理。', '本法第二章第四条', '第四条'],
  ])('%s', (words, text, articles) => {
    expect(cite(words)).toEqual([[text, articles]])
  })

  test('本章第二节 counts in the chapter in which it stands', () => {
    const text = parseText(TEXT.replace('第三条 丙。', '第三条 依照本章第三节办理。').replace('第六条 己。', '第六条 依照本章第三节办理。'))
    expect(recogniseCitations(text).map((one) => [one.in.article, one.text, one.target.articles.join(' ')])).toEqual([['第三条', '本章第三节', '第五条']])
  })

  test.each(['依照本法第九章办理。', '依照本法第一章办理。', '依照《养猫法》有关规定和刑法分则第四章处罚。'])('%s is not resolved where it names none or more than one', (words) => {
    expect(cite(words).filter(([text]) => !text?.startsWith('《'))).toEqual([])
  })
})
