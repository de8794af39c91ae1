import { expect, test } from 'vitest'
import { parseText } from '../text/index.ts'
import { basisHints, type BasisVersion } from './basis-hints.ts'
import { recogniseCitations } from './recognise.ts'

const lawOf = (title: string, articles: number) => parseText(`${title}\n\n${Array.from({ length: articles }, (_, n) => `第${'一二三四五六七八九'[n] ?? ''}条　某项规定。`).join('\n')}`)
const version = (from: string, articles: number, more: Partial<BasisVersion> = {}): BasisVersion => ({ title: '某某法', adopted: null, promulgated: null, effectiveFrom: from, effectiveTo: null, endReason: null, text: lawOf('某某法', articles), ...more })
const old = version('2018-01-01', 6, { adopted: '2017-09-01' })
const now = version('2021-07-15', 4, { adopted: '2021-01-22' })
const excerpt: BasisVersion = { ...now, text: parseText('某某法\n\n第一条　某项规定。\n第三条　某项规定。') }
const ended = version('2007-10-01', 4, { effectiveTo: '2021-01-01', endReason: '被《某法典》废止' })
const newName: BasisVersion = { ...now, title: '某某新法', text: lawOf('某某新法', 4) }

const cited = (words: string) => {
  const [citation] = recogniseCitations(parseText(`某办法\n\n第一条　根据${words}，制定本办法。`))
  return citation === undefined ? expect.unreachable(`no citation in ${words}`) : { title: citation.target.law, target: citation.target, year: /（(\d{4})年/u.exec(words)?.[1] ?? null }
}

test.each<[string, string, BasisVersion[], string, string[]]>([
  ['the text in force, as a whole', '《某某法》', [old, now], '2026-02-01', []],
  ['an article that is there', '《某某法》第四条', [old, now], '2026-02-01', []],
  ['an article that only the old text has', '《某某法》第五条', [old, now], '2026-02-01', ['《某某法》第五条在 2026-02-01 有效的文本（2021-07-15 施行的文本）中没有，2018-01-01 施行的文本中有。']],
  ['the same at a date of the old text', '《某某法》第五条', [old, now], '2019-02-01', []],
  ['a 款 that is not there', '《某某法》第四条第二款', [old, now], '2026-02-01', ['《某某法》第四条第二款在 2026-02-01 有效的文本（2021-07-15 施行的文本）中没有，库中其他文本也没有。']],
  ['an article that an excerpt leaves out', '《某某法》第二条', [old, excerpt], '2026-02-01', []],
  ['an older text by its year', '《某某法》（2017年修正）第一条', [old, now], '2026-02-01', ['《某某法》写的是 2017 年的文本（2018-01-01 施行的文本），2026-02-01 有效的是 2021-07-15 施行的文本。']],
  ['the text in force by its year', '《某某法》（2021年修订）第一条', [old, now], '2026-02-01', []],
  ['a year that the library lacks', '《某某法》（1996年）第一条', [old, now], '2026-02-01', ['《某某法》写的是 1996 年的文本（库中没有），2026-02-01 有效的是 2021-07-15 施行的文本。']],
  ['a law that ended', '《某某法》第一条', [ended], '2026-02-01', ['《某某法》自 2021-01-01 起不再有效（被《某法典》废止），本件日期是 2026-02-01；最后的是 2007-10-01 施行的文本。']],
  ['the same while it held', '《某某法》第一条', [ended], '2020-02-01', []],
  ['a law that is yet to come', '《某某法》第一条', [now], '2020-02-01', ['《某某法》自 2021-07-15 起施行，本件日期 2020-02-01 时还没有施行。']],
  ['an old name', '《某某法》第一条', [old, newName], '2026-02-01', ['《某某法》（2018-01-01 施行的文本）已经改名为《某某新法》（2021-07-15 施行的文本），这里用的是旧名称。']],
  ['a later text whose date of effect is not known, years after it was adopted', '《某某法》（2021年修正）第五条', [old, { ...now, effectiveFrom: null }], '2026-02-01', ['《某某法》第五条在 2026-02-01 有效的文本（2021-01-22 通过的文本）中没有，2018-01-01 施行的文本中有。']],
  ['the same soon after it was adopted', '《某某法》第五条', [old, { ...now, effectiveFrom: null }], '2021-06-01', []],
  ['a law whose texts have no date', '《某某法》第九条', [{ ...now, adopted: null, effectiveFrom: null }, { ...old, adopted: null, effectiveFrom: null }], '2026-02-01', []],
])('%s', (_what, words, versions, on, sentences) => {
  expect(basisHints({ named: cited(words), versions, on }).map((h) => h.sentence)).toEqual(sentences)
})
