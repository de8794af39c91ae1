import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseText, toArticleLabel, toChineseNumber, type LegalText } from '../../text/index.ts'
import { findDifferences, isSame } from './differences.ts'
import { writeDecision } from './write-decision.ts'

/** A text as a plan from which it is printed: numbers come from the order, references from what they mean. */
type Clause = { words: string; refersTo: number | null; items: string[] }
type Provision = { id: number; chapter: number; paragraphs: Clause[] }
type Plan = { title: string; chapters: string[]; articles: Provision[]; annexes: string[][] }

const SUBJECTS = ['市人民政府', '有关部门', '建设单位', '经营者', '任何单位和个人', '乡镇人民政府', '行业协会', '养护责任人']
const DUTIES = ['应当建立巡查制度', '不得擅自改变用途', '可以委托第三方评估', '应当在三日内书面答复', '负责日常维护和管理', '应当公开收费标准', '依法给予处分', '应当制定年度计划']
const ENDS = ['并接受社会监督', '保障公众安全', '所需经费列入本级预算', '法律另有规定的除外', '并记入“信用档案”', '处二百元以上二千元以下罚款']
const HEADINGS = ['总则', '规划和建设', '管理和服务', '监督检查', '法律责任', '附则', '保障措施']

const sentence = fc.tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...DUTIES), fc.constantFrom(...ENDS), fc.nat(99)).map(([a, b, c, n]) => `${a}${b}，${c}${toChineseNumber(n)}次`)
const clause: fc.Arbitrary<Clause> = fc.record({
  words: sentence,
  refersTo: fc.option(fc.nat(9), { freq: 5 }),
  items: fc.oneof({ weight: 4, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.array(sentence, { minLength: 2, maxLength: 4 }) }),
})
const paragraphs = fc.array(clause, { minLength: 1, maxLength: 3 })
const plan: fc.Arbitrary<Plan> = fc
  .record({
    bodies: fc.array(paragraphs, { minLength: 3, maxLength: 10 }),
    chapters: fc.uniqueArray(fc.constantFrom(...HEADINGS), { maxLength: 4 }),
    annexes: fc.array(fc.array(sentence, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  })
  .map(({ bodies, chapters, annexes }) => ({
    title: '某市公共设施管理条例',
    chapters,
    articles: bodies.map((body, id) => ({ id, chapter: Math.floor((id * chapters.length) / bodies.length), paragraphs: body })),
    annexes,
  }))

type Change = { what: (typeof KINDS)[number]; at: number; to: number; body: Clause[] }
const KINDS = ['insert', 'delete', 'move', 'split', 'merge', 'reword', 'add-paragraph', 'drop-paragraph', 'add-item', 'drop-item', 'title', 'chapter-name', 'chapter-new', 'chapter-gone', 'chapter-border', 'annex'] as const
const change: fc.Arbitrary<Change> = fc.record({ what: fc.constantFrom(...KINDS), at: fc.nat(20), to: fc.nat(20), body: paragraphs })

function mutate(old: Plan, { what, at, to, body }: Change): Plan {
  const next: Plan = structuredClone(old)
  const { articles } = next
  const place = at % articles.length
  const own = articles[place]
  const [first] = body
  if (own === undefined || first === undefined) return next
  const paragraph = own.paragraphs[to % own.paragraphs.length]
  const border = (chapter: number): number => articles.filter((article) => article.chapter < chapter).length
  switch (what) {
    case 'insert':
      articles.splice(place + (to % 2), 0, { id: 100 + articles.length, chapter: own.chapter, paragraphs: body })
      break
    case 'delete':
      if (articles.length > 2) articles.splice(place, 1)
      break
    case 'move': {
      articles.splice(place, 1)
      const target = to % (articles.length + 1)
      articles.splice(target, 0, { ...own, chapter: (articles[target] ?? articles[target - 1] ?? own).chapter })
      break
    }
    case 'split':
      if (own.paragraphs.length > 1) articles.splice(place + 1, 0, { id: 100 + articles.length, chapter: own.chapter, paragraphs: own.paragraphs.splice(1) })
      break
    case 'merge': {
      const [other] = articles.length > 2 && place + 1 < articles.length ? articles.splice(place + 1, 1) : []
      if (other !== undefined) own.paragraphs.push(...other.paragraphs)
      break
    }
    case 'reword':
      if (paragraph !== undefined) paragraph.words = paragraph.words.replace(/应当|不得|可以|负责|依法/, first.words.slice(0, 4))
      break
    case 'add-paragraph':
      own.paragraphs.splice(to % (own.paragraphs.length + 1), 0, first)
      break
    case 'drop-paragraph':
      if (own.paragraphs.length > 1) own.paragraphs.splice(to % own.paragraphs.length, 1)
      break
    case 'add-item':
      if (paragraph !== undefined && paragraph.items.length > 1) paragraph.items.splice(to % (paragraph.items.length + 1), 0, first.words)
      break
    case 'drop-item':
      if (paragraph !== undefined && paragraph.items.length > 2) paragraph.items.splice(to % paragraph.items.length, 1)
      break
    case 'title':
      next.title = '某市公共设施管理和保护条例'
      break
    case 'chapter-name':
      if (next.chapters.length > 0) next.chapters[at % next.chapters.length] = '修缮和利用'
      break
    case 'chapter-new':
      if (next.chapters.length > 0 && own.chapter > 0) {
        next.chapters.splice(own.chapter, 0, '应急管理')
        articles.forEach((article, index) => {
          if (article.chapter > own.chapter || (article.chapter === own.chapter && index > place)) article.chapter += 1
        })
      }
      break
    case 'chapter-gone':
      if (next.chapters.length > 1 && own.chapter > 0) {
        next.chapters.splice(own.chapter, 1)
        const gone = own.chapter
        for (const article of articles) if (article.chapter >= gone) article.chapter -= 1
      }
      break
    case 'chapter-border': {
      const second = articles[border(own.chapter)]
      if (own.chapter > 0 && second !== undefined) second.chapter = own.chapter - 1
      break
    }
    case 'annex':
      if (next.annexes.length > 1 && to % 3 === 0) next.annexes.pop()
      else next.annexes.push(body.map(({ words }) => words))
      break
    default: {
      const never: never = what
      return never
    }
  }
  return next
}

function print({ title, chapters, articles, annexes }: Plan): LegalText {
  const lines = [title, '（2020年1月1日某市人民代表大会常务委员会通过）']
  const numberOf = (id: number): string => {
    const at = articles.findIndex((article) => article.id === id)
    return at < 0 ? '' : `，依照本条例${toArticleLabel(at + 1)}执行`
  }
  let opened = -1
  let number = 0
  articles.forEach(({ chapter, paragraphs: own }, at) => {
    if (chapters.length > 0 && chapter > opened) {
      number += 1
      lines.push(`第${toChineseNumber(number)}章　${chapters[chapter] ?? '其他规定'}`)
      opened = chapter
    }
    own.forEach(({ words, refersTo, items }, p) => {
      const end = items.length > 0 ? '的下列事项：' : '。'
      lines.push(`${p === 0 ? `${toArticleLabel(at + 1)}　` : ''}${words}${refersTo === null ? '' : numberOf(refersTo)}${end}`)
      items.forEach((item, i) => lines.push(`（${toChineseNumber(i + 1)}）${item}${i + 1 < items.length ? '；' : '。'}`))
    })
  })
  annexes.forEach((annex, at) => {
    lines.push(`附件${toChineseNumber(at + 1)}`, `设施目录（${toChineseNumber(at + 1)}）`, ...annex.map((words) => `${words}。`))
  })
  return parseText(lines.join('\n'))
}

describe('a decision written between two texts', () => {
  test('makes the new text of the old one', () => {
    fc.assert(
      fc.property(plan, fc.array(change, { minLength: 1, maxLength: 5 }), (before, changes) => {
        const [oldText, newText] = [print(before), print(changes.reduce(mutate, before))]
        fc.pre(!isSame(findDifferences(newText, oldText)))
        const decision = writeDecision(oldText, newText)
        expect(isSame(findDifferences(newText, decision.result)), decision.text).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
