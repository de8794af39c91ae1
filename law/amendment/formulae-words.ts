/** Formulae that change words inside a provision: replace, add, take away. */
import { addAt, articleOf, deleteWords, inListed, insertWords, keepContext, linesOf, orNull, placesOf, renumber, replaceWords } from './draft-instructions.ts'
import type { Formula } from './formula.ts'
import { LEAD, ADD, CONTENT, BECOMES, DELETE, EVERYWHERE } from './formula-fragments.ts'

export const WORD_FORMULAE: readonly Formula[] = [
  {
    name: 'words everywhere',
    template: `${LEAD}将?(?:其他|相关|有关|全部|所有|各|部分|本法|本条例|本办法|本规定|本解释|《[^《》]*》|条例|办法|细则|规则|全文|全法|法规|条文|条款|规定|各条|文){1,6}(?:中|里)的?{QS}${BECOMES}{QS}`,
    example: '将相关条文中的“帐”修改为“账”。',
    make: (found) => replaceWords([EVERYWHERE], found.quotations[0] ?? [], found.quotations[1] ?? []),
    leaves: keepContext,
  },
  {
    name: 'words',
    template: `${LEAD}将?{PC}(?:中|里)?(?:规定)?的?[：，]?{QS}${BECOMES}{QS}`,
    example: '将第五十四条第二款、第五十六条中的“甲”修改为“乙”。',
    make: (found) => replaceWords(placesOf(found), found.quotations[0] ?? [], found.quotations[1] ?? []),
  },
  {
    name: 'words at two places, each its own',
    template: `${LEAD}将?{P}(?:中|里)?的?{QS}(?:、|和|以及|及|，){P}(?:中|里)?的?{QS}${BECOMES}{Q}`,
    example: '将第七条中的“甲”、第八条中的“乙”修改为“丙”。',
    make: (found) => {
      const to = found.quotations[2] ?? []
      const [one, other] = [replaceWords(placesOf(found), found.quotations[0] ?? [], to), replaceWords(placesOf(found, 1), found.quotations[1] ?? [], to)]
      return one === null || other === null ? null : [...one, ...other]
    },
  },
  {
    name: 'words in it',
    template: `${LEAD}将?(?:其中|(?:本|该|这一)[条款项]中?)?的?{QS}${BECOMES}{QS}`,
    example: '其中的“甲”修改为“乙”，“丙”修改为“丁”。',
    make: (found) => replaceWords(found.context === null ? [EVERYWHERE] : inListed(found), found.quotations[0] ?? [], found.quotations[1] ?? []),
    leaves: keepContext,
  },
  {
    name: 'number by quoted labels',
    template: `${LEAD}将?{Q}(?:调整为|顺延为){Q}`,
    example: '“第八条”调整为“第七条”',
    make: (found) => {
      const [from, to] = [articleOf(linesOf(found)), articleOf(linesOf(found, 1))]
      return from === null || to === null ? null : renumber([from], [to])
    },
    leaves: keepContext,
  },
  {
    name: 'words after words',
    template: `${LEAD}(?:在|将)?{PC}(?:中|里)?(?:规定)?的?，?{Q}之?后面?，?${ADD}(?:一句|内容|文字)*${CONTENT}{Q}`,
    example: '在第一条中的“甲”后增加“乙”。',
    make: (found) => insertWords(placesOf(found), found, 'after'),
  },
  {
    name: 'words before words',
    template: `${LEAD}(?:在|将)?{PC}(?:中|里)?(?:规定)?的?，?{Q}之?前面?，?${ADD}(?:一句|内容|文字)*${CONTENT}{Q}`,
    example: '在第一条中的“甲”前增加“乙”。',
    make: (found) => insertWords(placesOf(found), found, 'before'),
  },
  {
    name: 'words after words in it',
    template: `${LEAD}在?(?:其中)?的?{Q}之?后面?，?${ADD}(?:一句|内容|文字)*${CONTENT}{Q}`,
    example: '将第二十七条改为第二十五条，在“甲”后增加“乙”。',
    make: (found) => orNull(insertWords(inListed(found), found, 'after')),
    leaves: keepContext,
  },
  {
    name: 'words before words in it',
    template: `${LEAD}在?(?:其中)?的?{Q}之?前面?，?${ADD}(?:一句|内容|文字)*${CONTENT}{Q}`,
    example: '在“甲”前增写“乙”',
    make: (found) => orNull(insertWords(inListed(found), found, 'before')),
    leaves: keepContext,
  },
  {
    name: 'words at the end',
    template: `${LEAD}在?{P}的?(?:最后|末尾|结尾|之后|后面|后)，?${ADD}(?:一句|一段|内容|文字|话)*${CONTENT}{Q}`,
    example: '在第一款最后增加“甲。”',
    make: (found) => addAt(found, 'end'),
  },
  {
    name: 'words at the start',
    template: `${LEAD}在?{P}的?(?:开头|开始部分|开始|首部|最前面|之前|前面|前)，?${ADD}(?:一句|一段|内容|文字|话)*${CONTENT}{Q}`,
    example: '第一条第二款开始部分增加规定：“甲，”',
    make: (found) => addAt(found, 'start'),
  },
  {
    name: 'words taken away, at two places',
    template: `${LEAD}${DELETE}{PC}(?:中|里|规定|末尾|最后)?的?{QS}(?:和|以及|及|、|，){P}(?:中|里|规定|末尾|最后)?的?{QS}(?!${BECOMES})`,
    example: '删去第八条第一款末尾的“甲”和第二款末尾的“乙”',
    make: (found) => [...deleteWords(placesOf(found), found.quotations[0] ?? []), ...deleteWords(placesOf(found, 1), found.quotations[1] ?? [])],
  },
  {
    name: 'words taken away',
    template: `${LEAD}${DELETE}{PC}(?:中|里|规定|末尾|最后)?的?{QS}`,
    example: '删去第二条中的“甲”、“乙”。',
    make: (found) => deleteWords(placesOf(found), found.quotations[0] ?? []),
  },
  {
    name: 'words taken away by 将',
    template: `${LEAD}将?{PC}(?:中|里|规定|末尾|最后)的?{QS}${DELETE}`,
    example: '将第二条中的“甲”删去。',
    make: (found) => deleteWords(placesOf(found), found.quotations[0] ?? []),
  },
  {
    name: 'words taken away in it',
    template: `${LEAD}${DELETE}(?:其中)?的?{QS}`,
    example: '删去其中的“甲”',
    make: (found) => orNull(deleteWords(inListed(found), found.quotations[0] ?? [])),
    leaves: keepContext,
  },
]
