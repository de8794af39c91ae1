import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignArticles, type AlignmentRow } from './align.ts'
import { smallArticle, smallText } from './small-text.ts'
import type { Article, LegalText } from '../text/index.ts'

const purpose = '为了加强养犬管理，保障公民人身安全，维护市容环境卫生，制定本条例。'
const registration = '养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记，领取养犬登记证。'
const leash = '携带犬只外出的，应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童。'
const ban = '禁止携带犬只进入学校、医院、体育场馆和办公场所。'
const shops = '从事犬只销售、诊疗经营活动的，应当依法取得营业执照，遵守动物防疫规定。'
const penalty = '违反本条例第三条规定，未使用犬绳牵领犬只的，由公安机关责令改正，处二百元以上五百元以下的罚款。'

const brief = (row: AlignmentRow) => `${row.kind} ${row.old.join('+')}>${row.new.join('+')}`.replaceAll('art_', '')

describe('alignArticles', () => {
  test('the same text has only rows that are the same', () => {
    const text = smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration))
    const { rows } = alignArticles(text, text)
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'same 第二条>第二条'])
    expect(rows.every((row) => row.score === 1 && !row.moved && !row.renumbered)).toBe(true)
  })

  test('white space, width of punctuation and kind of quotation mark make no change', () => {
    const { rows } = alignArticles(
      smallText(smallArticle('第一条', '本条例所称“犬只”，是指家犬。')),
      smallText(smallArticle('第一条', '本条例所称"犬只",是指 家犬。')),
    )
    expect(rows.map((row) => row.kind)).toEqual(['same'])
  })

  test('an inserted article renumbers those behind it and nothing else', () => {
    const { rows } = alignArticles(
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration), smallArticle('第三条', leash)),
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', shops), smallArticle('第三条', registration), smallArticle('第四条', leash)),
    )
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'added >第二条', 'same 第二条>第三条', 'same 第三条>第四条'])
    expect(rows.map((row) => row.renumbered)).toEqual([false, false, true, true])
    expect(rows.some((row) => row.moved)).toBe(false)
  })

  test('a reference that followed the renumbering is a change of that article', () => {
    const { rows } = alignArticles(
      smallText(smallArticle('第三条', leash), smallArticle('第六条', penalty)),
      smallText(smallArticle('第四条', leash), smallArticle('第七条', penalty.replace('第三条', '第四条'))),
    )
    expect(rows.map(brief)).toEqual(['same 第三条>第四条', 'changed 第六条>第七条'])
  })

  test('a removed article stands behind the one that it followed', () => {
    const { rows } = alignArticles(
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration), smallArticle('第三条', ban), smallArticle('第四条', shops)),
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration), smallArticle('第三条', shops)),
    )
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'same 第二条>第二条', 'removed 第三条>', 'same 第四条>第三条'])
  })

  test('what was written after the model of another new article is new', () => {
    const ordinary = '养犬管理机构应当自养犬登记申请受理之日起七日内，将登记申请书副本发送所在地居民委员会。居民委员会应当自收到申请书副本之日起十日内，提出书面意见，并提交核实居住情况的有关材料。'
    const changed = ordinary.replace('七日内', '五个工作日内').replace('书面意见', '意见')
    const simplified = `适用简易程序的养犬登记，${ordinary.replace('七日内', '三日内').replace('十日内', '五日内')}`
    const old = smallText(smallArticle('第一条', purpose), smallArticle('第二条', ordinary), smallArticle('第三条', leash))
    const { rows } = alignArticles(old, smallText(smallArticle('第一条', purpose), smallArticle('第二条', changed), smallArticle('第三条', leash), smallArticle('第四条', simplified)))
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'changed 第二条>第二条', 'same 第三条>第三条', 'added >第四条'])
  })

  test('a split whose second half says again what it is about stays a split', () => {
    const [first, second] = ['养犬管理机构应当自养犬登记申请受理之日起七日内，将登记申请书副本发送所在地居民委员会。', '居民委员会应当自收到申请书副本之日起十日内，提出书面意见，并提交核实居住情况的有关材料。']
    const old = smallText(smallArticle('第一条', purpose), smallArticle('第二条', first, second), smallArticle('第三条', leash))
    const { rows } = alignArticles(old, smallText(smallArticle('第一条', purpose), smallArticle('第二条', first), smallArticle('第三条', `养犬登记申请受理后，${second}`), smallArticle('第四条', leash)))
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'changed 第二条>第二条+第三条', 'same 第三条>第四条'])
  })

  test('offences that are only punished alike are not one', () => {
    const punished = '由公安机关责令改正，处一万元以上十万元以下的罚款；对直接负责的主管人员和其他直接责任人员处一千元以上一万元以下的罚款。'
    const [sale, clinic, show] = [`销售没有检疫证明的犬只的，${punished}`, `动物诊疗机构没有按照规定保存病历的，${punished}`, `举办犬只展览没有事先报告的，${punished}`]
    const old = smallText(smallArticle('第一条', purpose), smallArticle('第二条', sale, clinic), smallArticle('第三条', leash))
    const { rows } = alignArticles(old, smallText(smallArticle('第一条', purpose), smallArticle('第二条', sale), smallArticle('第三条', clinic), smallArticle('第四条', show), smallArticle('第五条', leash)))
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'changed 第二条>第二条+第三条', 'added >第四条', 'same 第三条>第五条'])
  })

  test('an article that went is no part of the one before it that changed', () => {
    const nuisance = '饲养动物，干扰他人正常生活的，处警告；警告后不改正的，处二百元以上五百元以下罚款。'
    const authority = '行政处罚由县级以上公安机关决定；其中警告、五百元以下的罚款可以由公安派出所决定。'
    const { rows } = alignArticles(
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', nuisance), smallArticle('第三条', authority)),
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', `${nuisance.replace('二百元以上五百元', '一千元')}\n致使动物伤害他人的，处五日以下拘留或者一千元以下罚款。`)),
    )
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'changed 第二条>第二条', 'removed 第三条>'])
  })

  test('an article that changed its place is moved, the others are not', () => {
    const { rows } = alignArticles(
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration), smallArticle('第三条', leash), smallArticle('第四条', ban)),
      smallText(smallArticle('第一条', ban), smallArticle('第二条', purpose), smallArticle('第三条', registration), smallArticle('第四条', leash)),
    )
    expect(rows.filter((row) => row.moved).map(brief)).toEqual(['same 第四条>第一条'])
  })

  test('a split is one row with one old article and two new ones', () => {
    const { rows } = alignArticles(
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration, leash), smallArticle('第三条', shops)),
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration), smallArticle('第三条', leash), smallArticle('第四条', shops)),
    )
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'changed 第二条>第二条+第三条', 'same 第三条>第四条'])
  })

  test('a merge is one row with two old articles and one new one', () => {
    const { rows } = alignArticles(
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', leash), smallArticle('第三条', ban), smallArticle('第四条', shops)),
      smallText(smallArticle('第一条', purpose), smallArticle('第二条', leash, ban), smallArticle('第三条', shops)),
    )
    expect(rows.map(brief)).toEqual(['same 第一条>第一条', 'changed 第二条+第三条>第二条', 'same 第四条>第三条'])
  })

  test('an article with another rule on the same subject is no partner', () => {
    const { rows } = alignArticles(smallText(smallArticle('第一条', ban)), smallText(smallArticle('第一条', '犬只死亡的，养犬人应当进行无害化处理，不得随意丢弃。')))
    expect(rows.map((row) => row.kind).sort()).toEqual(['added', 'removed'])
  })

  test('equal articles of which one side has more are found, in the order of their neighbours', () => {
    const deleted = (number: string) => smallArticle(number, '（本条删去）')
    const { rows } = alignArticles(
      smallText(deleted('第一条'), smallArticle('第二条', registration), deleted('第三条'), smallArticle('第四条', leash)),
      smallText(smallArticle('第一条', registration), deleted('第二条'), smallArticle('第三条', leash)),
    )
    expect(rows.map(brief)).toEqual(['removed 第一条>', 'same 第二条>第一条', 'same 第三条>第二条', 'same 第四条>第三条'])
  })

  test('empty texts have no rows, and one empty text only additions or removals', () => {
    const full = smallText(smallArticle('第一条', purpose), smallArticle('第二条'))
    expect(alignArticles(smallText(), smallText()).rows).toEqual([])
    expect(alignArticles(smallText(), full).rows.map((row) => row.kind)).toEqual(['added', 'added'])
    expect(alignArticles(full, smallText()).rows.map((row) => row.kind)).toEqual(['removed', 'removed'])
  })

  const sentence = fc.constantFrom(purpose, registration, leash, ban, shops, penalty, '本条例自公布之日起施行。', '有下列情形之一的，不予登记：', '犬只')
  const article = fc.array(sentence, { minLength: 1, maxLength: 3 })
  const side = fc.array(article, { maxLength: 9 }).map((list) => smallText(...list.map((lines, at) => smallArticle(`第${at + 1}条`, ...lines))))

  test('every article of both texts stands in exactly one row, removed ones alone', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const { rows } = alignArticles(before, after)
        expect(rows.flatMap((row) => row.old).sort()).toEqual(before.articles.map((one) => one.id).sort())
        expect(rows.flatMap((row) => row.new).sort()).toEqual(after.articles.map((one) => one.id).sort())
        for (const row of rows) {
          expect(row.old.length + row.new.length).toBeGreaterThan(0)
          expect(row.kind === 'added').toBe(row.old.length === 0)
          expect(row.kind === 'removed').toBe(row.new.length === 0)
        }
      }),
    )
  })

  test('rows follow the new text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const places = new Map(after.articles.map((one, at) => [one.id, at]))
        const first = alignArticles(before, after).rows.flatMap((row) => (row.new[0] === undefined ? [] : [places.get(row.new[0]) ?? -1]))
        expect(first).toEqual([...first].sort((a, b) => a - b))
      }),
    )
  })

  test('an article whose text stands in both texts once is always found', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([purpose, registration, leash, ban, shops, penalty]), fc.shuffledSubarray([purpose, registration, leash, ban, shops, penalty]), (left, right) => {
        const before = smallText(...left.map((text, at) => smallArticle(`第${at + 1}条`, text)))
        const after = smallText(...right.map((text, at) => smallArticle(`第${at + 1}条`, text)))
        const { rows } = alignArticles(before, after)
        for (const text of left.filter((one) => right.includes(one))) {
          const row = rows.find((one) => one.old.includes(`art_第${left.indexOf(text) + 1}条`))
          expect(row?.new).toContain(`art_第${right.indexOf(text) + 1}条`)
        }
      }),
    )
  })

  test('of articles with one text, as many are paired with one another as both sides have', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const text = (one: Article) => one.paragraphs.map((paragraph) => paragraph.text).join('\n')
        const [oldTexts, newTexts] = [before, after].map((all) => new Map(all.articles.map((one) => [one.id, text(one)])))
        const paired = new Map<string, number>()
        for (const row of alignArticles(before, after).rows) {
          for (const [from, to] of row.edges ?? row.old.flatMap((one) => row.new.map((other) => [one, other] as const))) {
            const words = oldTexts?.get(from)
            if (words !== undefined && words === newTexts?.get(to)) paired.set(words, (paired.get(words) ?? 0) + 1)
          }
        }
        const countOf = (texts: Map<string, string> | undefined, words: string) => [...(texts?.values() ?? [])].filter((one) => one === words).length
        for (const words of new Set(oldTexts?.values())) expect(paired.get(words) ?? 0, words).toBeGreaterThanOrEqual(Math.min(countOf(oldTexts, words), countOf(newTexts, words)))
      }),
    )
  })

  test('what articles are called makes no difference to which become which', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 2, max: 99 }), (before, after, step) => {
        const renamed = { ...after, articles: after.articles.map((one, at) => ({ ...one, id: `x${(at * step) % 101}`, number: `第${(at * step) % 101}条` })) }
        const places = (text: LegalText) => new Map(text.articles.map((one, at) => [one.id, at]))
        const shape = (text: LegalText) => alignArticles(before, text).rows.map((row) => [row.old, row.new.map((id) => places(text).get(id)), row.moved])
        expect(shape(renamed)).toEqual(shape(after))
      }),
    )
  })
})
