/** The formulae of amending decisions as data, the special before the general: the first that fits is taken. */
import { addDivision, giveExtent, inContext, insertAfter, insertProvisions, isDivision, isHeading, joinAnew, keepContext, linesOf, merge, placesOf, renumber, replaceProvision } from './draft-instructions.ts'
import type { Formula } from './formula.ts'
import { LEAD, ADD, AS, CONTENT, BECOMES, DELETE, EVERYWHERE } from './formula-fragments.ts'
import { WORD_FORMULAE } from './formulae-words.ts'
import { NOWHERE } from './read-place.ts'

export const FORMULAE: readonly Formula[] = [
  {
    name: 'provision added, article written anew',
    template: `${LEAD}在?{P}中?，?${ADD}{N}{U}${AS}{T}，(?:并)?将(?:该|本|这一)条修改为：?{Q}`,
    example: '在第五条中增加一款作为第二款，将该条修改为：“甲。”',
    make: (found) => replaceProvision(placesOf(found), linesOf(found)),
  },
  // merging and splitting
  {
    name: 'merge as, with new words',
    template: `${LEAD}将?{P}合并(?:为一[条款项])?(?:修改)?，?(?:作为|改为|为){T}，?(?:并)?(?:修改为)?：?{Q}`,
    example: '将第十条、第二十五条合并，作为第十条，修改为：“甲。”',
    make: (found) => merge(placesOf(found), placesOf(found, 1)[0] ?? null, linesOf(found)),
  },
  {
    name: 'merge with new words',
    template: `${LEAD}将?{P}合并(?:为一[条款项])?，?(?:并)?修改为：?{Q}`,
    example: '将第六条和第七条合并修改为：“甲。”',
    make: (found) => merge(placesOf(found), null, linesOf(found)),
  },
  {
    name: 'merge as',
    template: `${LEAD}将?{P}合并(?:为一[条款项])?，?(?:作为|改为|为){T}`,
    example: '将第六条、第七条合并，作为第六条。',
    make: (found) => merge(placesOf(found), placesOf(found, 1)[0] ?? null, null),
    leaves: (found) => placesOf(found)[0] ?? null,
  },
  {
    name: 'split',
    template: `${LEAD}将?{P}(?:修改为|改为|分为|分成|拆分为)[一二两三四五六][条款]，?(?:分别)?作为{T}，?(?:分别)?(?:修改为)?：?{Q}`,
    example: '将第八条分为两条，作为第八条、第九条，修改为：“第八条　甲。第九条　乙。”',
    make: (found) => {
      const [place] = placesOf(found)
      return place === undefined ? null : [{ place, operation: { does: 'split', to: placesOf(found, 1), lines: linesOf(found) } }]
    },
  },
  // numbers
  {
    name: 'provision set apart',
    template: `${LEAD}将?{P}(?:单列|单独|独立|另列|单作)(?:成|为|作为|列为)?(?:一[条款])?，?(?:作为|改为){T}`,
    example: '将第八条第三款单列一条，作为第四十九条，修改为：“甲。”',
    make: (found) => renumber(placesOf(found), placesOf(found, 1)),
  },
  {
    name: 'several joined by a new number, written anew',
    template: `${LEAD}将?{P}(?:改为|作为|调整为|列为){T}，?(?:并)?${BECOMES}{Q}`,
    example: '将第六条第一款、第二款改为第七条，修改为：“甲。”',
    make: (found) => {
      const [sources, to] = [placesOf(found), placesOf(found, 1)]
      const [source] = sources
      if (sources.length === 1 && to.length > 1 && source !== undefined) return [{ place: source, operation: { does: 'split', to, lines: linesOf(found) } }]
      return sources.length > 1 && to.length === 1 ? joinAnew(sources, to, linesOf(found)) : null
    },
  },
  {
    name: 'article of a paragraph that stood elsewhere',
    template: `${LEAD}${ADD}{N}{U}${AS}{T}，将?{P}(?:修改后)?作为(?:本|该)条{T}${CONTENT}{Q}`,
    example: '增加一条，作为第十一条，将第九条第三款修改后作为本条第一款：“甲。”',
    make: (found) => {
      const [article] = placesOf(found)
      const [as] = placesOf(found, 2)
      if (found.units[0] !== 'article' || article === undefined || as === undefined) return null
      const moved = renumber(placesOf(found, 1), [{ ...as, article: article.article }])
      const written = replaceProvision(placesOf(found, 1), linesOf(found))
      return moved === null || written === null ? null : [...moved, ...written]
    },
    leaves: (found) => placesOf(found, 1).at(-1) ?? null,
  },
  {
    name: 'article that becomes several, told one by one',
    template: `${LEAD}将?{P}(?:改为|分为|分成)[一二两三四五六][条款][，：](?=(?:其中)?，?第)`,
    example: '将第七条改为两条，第一款作为第八条；第二款作为第九条。',
    make: () => [],
  },
  {
    name: 'moved into another provision',
    template: `${LEAD}将?{P}移(?:至|到|入){T}，?作为{T}`,
    example: '将第三条第二款移至第四条，作为第二款。',
    make: (found) => {
      const [into] = placesOf(found, 1)
      const [as] = placesOf(found, 2)
      return into === undefined || as === undefined ? null : renumber(placesOf(found), [{ ...as, article: into.article }])
    },
  },
  {
    name: 'renumber by 修改为, with new words',
    template: `${LEAD}将?{P}修改为{T}：{Q}`,
    example: '将第二条修改为第六条：“甲。”',
    make: (found) => {
      const moved = renumber(placesOf(found), placesOf(found, 1))
      const written = replaceProvision(placesOf(found), linesOf(found))
      return moved === null || written === null ? null : [...moved, ...written]
    },
  },
  {
    name: 'renumber what follows anew',
    template: `${LEAD}对{P}(?:进行|作出?)修改，(?:作为|改为){T}`,
    example: '对第三十条进行修改，作为第七十条；增加一条，作为第七十一条。内容如下：“第七十条　甲。第七十一条　乙。”',
    make: (found) => renumber(placesOf(found), placesOf(found, 1)),
  },
  {
    name: 'division renumbered, with its articles',
    template: `${LEAD}将?{P}改为{T}，内容(?:调整)?为：?{T}`,
    example: '将第六章改为第七章，内容为第四十六条至第五十条。',
    make: (found) => {
      const moved = renumber(placesOf(found), placesOf(found, 1))
      const extent = giveExtent(placesOf(found)[0] ?? null, placesOf(found, 2), false)
      return moved === null || extent === null ? null : [...moved, ...extent]
    },
  },
  {
    name: 'renumber',
    template: `${LEAD}将?{P}(?:分别|依次|相应)*地?(?:改为|作为|调整为|改作|变更为|修改为|移至|移作|列为){T}(?!的|中)`,
    example: '将第三款改为第四款；第七项至第九项相应改为第八项至第十项。',
    make: (found) => renumber(placesOf(found), placesOf(found, 1)),
    // what was joined goes on as the first of them
    leaves: (found) => (placesOf(found).length > 1 && placesOf(found, 1).length === 1 ? (placesOf(found)[0] ?? null) : (placesOf(found).at(-1) ?? null)),
  },
  {
    name: 'division taken into another',
    template: `${LEAD}将?{P}并入{P}`,
    example: '将第三章并入第二章',
    make: (found) => {
      const [into] = placesOf(found, 1)
      return into === undefined ? null : placesOf(found).map((place) => ({ place, operation: { does: 'merge-division', into } }))
    },
  },
  {
    name: 'articles of a division by 包括',
    template: `${LEAD}{P}分为[一二两三四五六七八九十百]{1,4}条，包括：?{T}`,
    example: '第一章“总则”分为六条，包括第一条至第六条。',
    make: (found) => giveExtent(placesOf(found)[0] ?? null, placesOf(found, 1), false),
  },
  {
    name: 'division parted',
    template: `${LEAD}{P}分为[一二两三四五六七八九十]{1,3}[章节][：，]`,
    example: '第二章“甲”分为二节：第一节“乙”，包括第七条至第九条；第二节“丙”，包括第十条。',
    make: (found) => (placesOf(found).every(({ divisions, article }) => divisions.length > 0 && article === null) ? [] : null),
  },
  {
    name: 'division of a division parted',
    template: '{T}{Q}，(?:包括|内容为){T}',
    example: '第二章分为二节：第一节“乙”，包括第七条至第九条；第二节“丙”，包括第十条。',
    make: (found) => addDivision(placesOf(found)[0] ?? null, linesOf(found), placesOf(found, 1)),
    leaves: keepContext,
  },
  {
    name: 'division with its name',
    template: `${LEAD}${ADD}{N}个?{U}{Q}${AS}{T}`,
    example: '增加一章“甲”，作为第六章，分为四条，包括第四十二条至第四十五条。',
    make: (found) => (isDivision(placesOf(found)[0] ?? NOWHERE) ? insertProvisions(found, found.context, placesOf(found), null) : null),
  },
  {
    name: 'articles of a division',
    template: `${LEAD}将?{P}的?内容(?:调整)?为：?{T}`,
    example: '第三章内容为第十八条至第三十条。',
    make: (found) => giveExtent(placesOf(found)[0] ?? null, placesOf(found, 1), false),
  },
  {
    name: 'articles of the division added',
    template: `(?:分为[一二三四五六七八九十百]{1,4}条，)?(?:其)?(?:内容(?:调整)?为|包括)：?{T}`,
    example: '增加一章，作为第三章，章名为“甲”，内容为第十八条至第三十条。',
    make: (found) => giveExtent(found.context, placesOf(found), true),
    leaves: keepContext,
  },
  {
    name: 'whole text',
    template: `${LEAD}将?全文${BECOMES}{Q}`,
    example: '将全文修改为：“某条例第一条　甲。”',
    make: (found) => [{ place: EVERYWHERE, operation: { does: 'replace-all', lines: linesOf(found) } }],
  },
  {
    name: 'renumber all',
    template: `(?:此外，?)?(?:并)?(?:将|对)?(?:《[^》]*》|本法|本条例|本规定|本办法|本解释|全文|其他|其余|相关|有关|部分|各|以下|的){0,6}(?:章节|章|节)?(?:条文|条款|条|款|项)?的?(?:顺序|序号|次序)(?:(?:和|及|、|以及)[^，。\\uE000]{1,24}?)?(?:作|做)?(?:了|出)?(?:相应|依次|统一)?(?:地|的)?(?:调整|改动|变动|修改|顺延|变更|类推|递推|递补|后移|前移)(?:，并相应调整[^，。]*)?`,
    example: '此外，对条文顺序作相应调整。',
    make: () => [{ place: EVERYWHERE, operation: { does: 'renumber-all' } }],
    leaves: keepContext,
  },
  // titles and headings
  {
    name: 'title by 《》',
    template: `${LEAD}将?{P}修改为：?{B}`,
    example: '将名称修改为《某某条例》。',
    make: (found) => {
      const [place] = placesOf(found)
      const [heading] = found.titles
      return place?.area === 'title' && heading !== undefined ? [{ place, operation: { does: 'rename', heading } }] : null
    },
  },
  {
    name: 'title from and to',
    template: `${LEAD}将?{P}由{Q}${BECOMES}{Q}`,
    example: '将名称由“甲条例”修改为“乙条例”。',
    make: (found) => {
      const [place] = placesOf(found)
      return place !== undefined && isHeading(place) ? [{ place, operation: { does: 'rename', heading: linesOf(found, 1).join('') } }] : null
    },
  },
  ...WORD_FORMULAE,
  // new provisions
  {
    name: 'annex added',
    template: `${LEAD}${ADD}{P}${CONTENT}{Q}`,
    example: '增加附件二：“附件二　甲”',
    make: (found) => {
      const [place] = placesOf(found)
      return place?.area === 'annex' ? [{ place, operation: { does: 'insert-annex', lines: linesOf(found) } }] : null
    },
  },
  {
    name: 'provisions after a place, with numbers',
    template: `${LEAD}在?{P}(?:之后|后面|后)，?${ADD}{N}个?{U}${AS}{T}${CONTENT}{Q}`,
    example: '在第十七条后增加一条，作为第十七条之一：“甲。”',
    make: (found) => insertAfter(found, placesOf(found, 1)),
  },
  {
    name: 'provisions in a place, with numbers',
    template: `${LEAD}在?{P}(?:中|里)?，?${ADD}{N}个?{U}${AS}{T}${CONTENT}{Q}`,
    example: '第十四条增加二款，作为第二款、第三款：“甲。”',
    make: (found) => insertProvisions(found, placesOf(found).at(-1) ?? null, placesOf(found, 1), null),
    leaves: (found) => (found.units[0] === 'chapter' || found.units[0] === 'section' ? (placesOf(found, 1).at(-1) ?? null) : (placesOf(found).at(-1) ?? null)),
  },
  {
    name: 'provisions with numbers',
    template: `${LEAD}${ADD}{N}个?{U}${AS}{T}${CONTENT}{Q}`,
    example: '增加一条，作为第五条：“甲。”',
    make: (found) => insertProvisions(found, found.context, placesOf(found), null),
    leaves: (found) => (found.units[0] === 'chapter' || found.units[0] === 'section' ? (placesOf(found).at(-1) ?? null) : found.context),
  },
  {
    name: 'provisions after a place',
    template: `${LEAD}在?{P}(?:之后|后面|后)，?${ADD}{N}个?{U}${CONTENT}{Q}`,
    example: '在第五条第二款后增加一款：“甲。”',
    make: (found) => insertAfter(found, []),
  },
  {
    name: 'provisions in a place',
    template: `${LEAD}在?{P}(?:中|里)?，?${ADD}{N}个?{U}${CONTENT}{Q}`,
    example: '第五条增加一款：“甲。”',
    make: (found) => insertProvisions(found, placesOf(found).at(-1) ?? null, [], null),
  },
  {
    name: 'provisions in it',
    template: `${LEAD}${ADD}{N}个?{U}${CONTENT}{Q}`,
    example: '将第五条改为第六条，增加一款：“甲。”',
    make: (found) => insertProvisions(found, found.context, [], null),
    leaves: keepContext,
  },
  {
    name: 'paragraph added',
    template: `${LEAD}在?{P}(?:中|里)?，?(?:增加|增写)(?:规定|如下规定|以下规定)${CONTENT}{Q}`,
    example: '第十一条增加规定：“甲。”',
    make: (found) => {
      const place = placesOf(found).at(-1)
      return place === undefined ? null : [{ place, operation: { does: 'insert-provisions', unit: 'paragraph', count: 1, as: [], after: null, lines: linesOf(found) } }]
    },
  },
  // taking away
  {
    name: 'provisions taken away',
    template: `${LEAD}${DELETE}{P}`,
    example: '删去第九条、第十二条第二款。',
    make: (found) => placesOf(found).map((place) => ({ place, operation: { does: 'delete-provision' } })),
  },
  {
    name: 'provisions taken away by 将',
    template: `${LEAD}将?{P}(?:予以)?(?:删去|删除)`,
    example: '将第九条删去。',
    make: (found) => placesOf(found).map((place) => ({ place, operation: { does: 'delete-provision' } })),
  },
  // whole provisions
  {
    name: 'provision written anew',
    template: `${LEAD}将?{P}(?:的)?(?:内容)?${BECOMES}{Q}`,
    example: '将第四条第一款修改为：“甲。”',
    make: (found) => replaceProvision(placesOf(found), linesOf(found)),
  },
  {
    name: 'this provision written anew',
    template: `${LEAD}将?(?:该|本|这一|此)(?:条|款|项|目|自然段|段)${BECOMES}{Q}`,
    example: '这一款相应修改为：“甲。”',
    make: (found) => replaceProvision(inContext(found).map((place) => ({ ...place, part: null })), linesOf(found)),
    leaves: keepContext,
  },
  {
    name: 'written anew',
    template: `${LEAD}(?:内容)?${BECOMES}{Q}`,
    example: '将第十条改为第十一条，修改为：“甲。”',
    make: (found) => replaceProvision(inContext(found), linesOf(found)),
    leaves: keepContext,
  },
  {
    name: 'new number of it',
    template: `${LEAD}(?:作为|改为|调整为|列为){T}`,
    example: '将第二十五条修改为：“甲。”，作为第二十六条。',
    make: (found) => renumber(inContext(found), placesOf(found)),
    leaves: keepContext,
  },
  {
    name: 'place for what follows',
    template: `${LEAD}(?:对|将|在|就)?{P}(?:中|作出?(?:如下|以下)?修改|作(?:如下|以下)修改)[，：]`,
    example: '对第五条作如下修改：',
    make: () => [],
  },
]
