import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleText, parseText, printLegalText, toArticleLabel } from '../text/index.ts'
import { amendText } from './index.ts'

const words = fc.string({ unit: fc.constantFrom(...'甲乙丙丁应当可以不得，。；：（）“”‘’"《》第一二三条款项章增加删去修改为改将的中后作其第四'), maxLength: 24 })
const number = fc.integer({ min: 1, max: 12 })
const label = number.map((n) => toArticleLabel(n))
const quoted = fc.array(words.map((text) => text.replace(/[“”"]/g, '')), { minLength: 1, maxLength: 3 }).map((lines) => `“${lines.map((line) => `甲${line}`).join('\n“')}”`)

/** Instructions that look like those of decisions, right and wrong ones. */
const order = fc.oneof(
  fc.tuple(label, quoted).map(([at, text]) => `将${at}修改为：${text}`),
  fc.tuple(label, label).map(([from, to]) => `将${from}改为${to}。`),
  fc.tuple(label, label, quoted).map(([from, to, text]) => `将${from}改为${to}，修改为：${text}`),
  fc.tuple(label, quoted).map(([at, text]) => `增加一条，作为${at}：${text}`),
  fc.tuple(label, number, quoted).map(([at, n, text]) => `${at}增加一款，作为第${'一二三四五六七八九十'.charAt(n - 1) || '十'}款：${text}`),
  label.map((at) => `删去${at}。`),
  fc.tuple(label, label, label, quoted).map(([one, other, to, text]) => `将${one}、${other}合并，作为${to}，修改为：${text}`),
  fc.tuple(label, words, words).map(([at, from, to]) => `将${at}中的“${from}”修改为“${to}”。`),
  fc.tuple(label, words).map(([at, from]) => `删去${at}中的“${from}”。`),
  fc.tuple(label, words, words).map(([at, from, to]) => `在${at}中的“${from}”后增加“${to}”。`),
  words,
)
const numbered = fc.array(order, { maxLength: 8 }).map((orders) => orders.map((one, i) => `${'一二三四五六七八'.charAt(i)}、${one}`).join('\n'))
const anyDecision = fc.oneof(numbered, fc.array(words, { maxLength: 12 }).map((lines) => lines.join('\n')), fc.string({ maxLength: 200 }))

const bodies = fc.array(fc.array(words.map((text) => `文${text}`), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 })
const text = bodies.map((articles) => `停车条例\n${articles.map((lines, i) => `${toArticleLabel(i + 1)}　${lines.join('\n')}`).join('\n')}\n`)
const anyText = fc.oneof(text, fc.string({ maxLength: 200 }))

const plain = (source: string): ReturnType<typeof parseText> => parseText(source)

describe('amendText', () => {
  test('never throws, whatever the text and the decision are', () => {
    fc.assert(
      fc.property(anyText, anyDecision, (source, decision) => {
        const { text: amended, instructions } = amendText(plain(source), decision)
        expect(typeof printLegalText(amended)).toBe('string')
        for (const { status, reason } of instructions) expect(status === 'failed').toBe(reason !== undefined)
      }),
      { numRuns: 600 },
    )
  })

  test('does not change the text that it is given', () => {
    fc.assert(
      fc.property(text, numbered, (source, decision) => {
        const base = plain(source)
        const copy = structuredClone(base)
        amendText(base, decision)
        expect(base).toEqual(copy)
      }),
      { numRuns: 200 },
    )
  })

  test('leaves the text as it was where every instruction failed', () => {
    fc.assert(
      fc.property(text, numbered, (source, decision) => {
        const base = plain(source)
        const { text: amended, instructions } = amendText(base, decision)
        if (instructions.every(({ status }) => status === 'failed')) expect(printLegalText(amended)).toBe(printLegalText(base))
      }),
      { numRuns: 400 },
    )
  })

  test('keeps every article that no instruction names, character for character, where no number moves', () => {
    const wordOrder = fc.oneof(
      fc.tuple(label, quoted).map(([at, lines]) => ({ at, words: `将${at}修改为：${lines}` })),
      fc.tuple(label, words, words).map(([at, from, to]) => ({ at, words: `将${at}中的“甲${from}”修改为“${to}”。` })),
      fc.tuple(label, quoted).map(([at, lines]) => ({ at, words: `${at}增加规定：${lines}` })),
    )
    fc.assert(
      fc.property(text, fc.array(wordOrder, { maxLength: 4 }), (source, orders) => {
        const base = plain(source)
        // marks inside a quotation may make one instruction run into the next: only whole quotations here
        const whole = orders.filter((one) => (one.words.match(/“/g) ?? []).length >= 1 && !/[‘’"]/.test(one.words) && balanced(one.words))
        const { text: amended } = amendText(base, whole.map((one, i) => `${'一二三四'.charAt(i)}、${one.words}`).join('\n'))
        const named = new Set(whole.flatMap((one) => one.words.match(/第[一二三四五六七八九十]+条/g) ?? []))
        const after = new Map(amended.articles.map((article) => [article.number, articleText(article, { label: false })]))
        for (const article of base.articles) if (!named.has(article.number)) expect(after.get(article.number)).toBe(articleText(article, { label: false }))
      }),
      { numRuns: 300 },
    )
  })

  test('takes a base of a thousand articles in its stride', () => {
    const source = `停车条例\n${Array.from({ length: 1000 }, (_, i) => `${toArticleLabel(i + 1)}　依照${toArticleLabel(((i * 7) % 1000) + 1)}的规定办理。`).join('\n')}\n`
    const decision = `${Array.from({ length: 200 }, (_, i) => `将${toArticleLabel(i * 5 + 1)}中的“办理”修改为“处理”。`).join('\n')}\n增加一条，作为第三条：“甲。”\n条文顺序作相应调整。`
    const base = plain(source)
    const start = performance.now()
    const { text: amended, instructions } = amendText(base, decision)
    expect(amended.articles).toHaveLength(1001)
    expect(instructions.every(({ status }) => status === 'applied')).toBe(true)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

/** Marks that open and close in turn, each on its line. */
function balanced(line: string): boolean {
  const marks = line.replace(/\n“/g, '').replace(/[^“”]/g, '')
  return /^(?:“”)*$/.test(marks)
}
