import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countChoice, faultsOfChoice, hearingGrounds, hearingOutcomes, type HearingAnswer, type HearingWish, isLopsided } from './hearing-choice.ts'

const wish = (number: number, part: HearingWish['part'], side: HearingWish['side'] = null): HearingWish => ({ number, part, side })
const say = (number: number, outcome: HearingAnswer['outcome'], ground: HearingAnswer['ground'] = null, note = ''): HearingAnswer => ({ number, outcome, ground, note })
const wishes = [wish(1, 'speak', 'favour'), wish(2, 'speak', 'against'), wish(3, 'speak', 'against'), wish(4, 'observe')]
const seats = { speak: 2, observe: 1 }
const right = [say(1, 'speak'), say(2, 'speak'), say(3, 'notChosen', 'seatsFull'), say(4, 'observe')]

describe('确定听证参加人', () => {
  test('每人有结果、不超过公告的人数、没有按报名安排的有理由，就没有问题', () => {
    expect(faultsOfChoice({ wishes, answers: right, seats })).toEqual([])
    expect(countChoice(wishes, right)).toEqual({ speak: 2, observe: 1, notChosen: 1, favour: 1, against: 1, other: 0 })
  })

  test.each<[string, HearingAnswer[], string, string]>([
    ['有人没有结果', right.slice(0, 3), 'answers.4', '报名序号 4 还没有结果'],
    ['同一人两个结果', [...right, say(4, 'notChosen', 'withdrew')], 'answers.4', '报名序号 4 还没有结果'],
    ['报旁听的定为陈述人', [...right.slice(0, 1), say(2, 'notChosen', 'withdrew'), say(3, 'notChosen', 'sameView'), say(4, 'speak')], 'answers.4', '不能定为陈述人'],
    ['没有选定而没有理由', [...right.slice(0, 2), say(3, 'notChosen'), say(4, 'observe')], 'answers.3', '没有选定的理由'],
    ['改为旁听而没有理由', [...right.slice(0, 2), say(3, 'observe'), say(4, 'notChosen', 'seatsFull')], 'answers.3', '改为旁听的理由'],
    ['其他理由没有写', [...right.slice(0, 2), say(3, 'notChosen', 'other', ' '), say(4, 'observe')], 'answers.3', '请写明'],
    ['还有名额而说名额已满', [say(1, 'speak'), say(2, 'notChosen', 'withdrew'), say(3, 'notChosen', 'seatsFull'), say(4, 'observe')], 'answers.3', '名额还有 1 个'],
    ['陈述人超过公告的人数', [say(1, 'speak'), say(2, 'speak'), say(3, 'speak'), say(4, 'observe')], 'answers', '多 1 人'],
    ['没有报名的人', [...right, say(9, 'observe')], 'answers.9', '没有报名序号 9'],
  ])('%s的，指出来', (_name, answers, path, words) => {
    expect(faultsOfChoice({ wishes, answers, seats }).filter((f) => f.path === path).map((f) => f.message).join()).toContain(words)
  })

  test('人数少的一方还有人愿意陈述而没有选，才是不相当', () => {
    const many = [...[1, 2, 3].map((n) => wish(n, 'speak', 'favour')), wish(4, 'speak', 'against'), wish(5, 'speak', 'against')]
    const chosen = (...numbers: number[]) => many.map((w) => (numbers.includes(w.number) ? say(w.number, 'speak') : say(w.number, 'notChosen', 'sameView')))
    expect([isLopsided(many, chosen(1, 2, 3, 4)), isLopsided(many, chosen(1, 2, 3, 4, 5)), isLopsided(many, chosen(1, 2, 4)), isLopsided(many, chosen(4, 5))]).toEqual([true, false, false, true])
    expect(isLopsided(many.slice(0, 3), chosen(1, 2, 3).slice(0, 3))).toBe(false)
  })

  test('没有问题的名单，人数总在公告的人数以内，人人有且只有一个结果', () => {
    const applicants = fc.array(fc.record({ part: fc.constantFrom('speak' as const, 'observe' as const), outcome: fc.constantFrom(...hearingOutcomes), ground: fc.option(fc.constantFrom(...hearingGrounds)) }), { maxLength: 8 })
    fc.assert(fc.property(applicants, fc.nat(5), fc.nat(5), fc.boolean(), (people, speak, observe, twice) => {
      const asked = people.map(({ part }, at) => wish(at + 1, part, part === 'speak' ? 'favour' : null))
      const answers = people.map(({ outcome, ground }, at) => say(at + 1, outcome, ground))
      const given = twice ? [...answers, ...answers.slice(0, 1)] : answers
      if (faultsOfChoice({ wishes: asked, answers: given, seats: { speak, observe } }).length > 0) return
      const counted = countChoice(asked, given)
      expect(counted.speak <= speak && counted.observe <= observe && given.length === asked.length && counted.speak + counted.observe + counted.notChosen === asked.length).toBe(true)
    }))
  })
})
