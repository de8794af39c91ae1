/** What a person should look at where a document names a law as its basis: an old text, an old name, a law that ended, an article that is not there. */
import { labelOrdinal, type LegalText, toChineseNumber } from '../text/index.ts'
import { titleKey } from './law-names.ts'
import type { Place } from './places.ts'
import type { CitationTarget } from './citation-target.ts'
import { existsIn } from './target-existence.ts'
import { possiblyInForce } from './version-on-date.ts'

/** One text of the named law, under the name that it bears. */
export type BasisVersion = { title: string; adopted: string | null; promulgated: string | null; effectiveFrom: string | null; effectiveTo: string | null; endReason: string | null; text: LegalText }

/** `year`: that of the text which the document says it means, 《…》（2017年修正）. */
export type NamedBasis = { title: string; target: CitationTarget | null; year: string | null }

export type BasisHint = { kind: 'ended' | 'notYet' | 'renamed' | 'olderText' | 'noArticle'; sentence: string }

/**
 * Hints on one law that is named on a date, by the texts that the library has of it (a renamed law's under all its names).
 * Only what the dates of the texts say: where a later text without a date of effect may have begun nothing is said, and
 * whether an article is there is not judged by an excerpt. A person decides what follows.
 */
export function basisHints(options: { named: NamedBasis; versions: readonly BasisVersion[]; on: string }): BasisHint[] {
  const { named, on } = options
  const versions = options.versions.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
  const law = `《${named.title}》`
  const [current, ...others] = possiblyInForce(versions, on)
  if (others.length > 0) return []
  if (current === undefined) {
    const first = versions[0]
    return first === undefined || first.effectiveFrom === null ? [] : [{ kind: 'notYet', sentence: `${law}自 ${first.effectiveFrom} 起施行，本件日期 ${on} 时还没有施行。` }]
  }
  if (current.effectiveTo !== null && current.effectiveTo <= on) {
    const why = current.endReason === null ? '' : `（${current.endReason}）`
    return [{ kind: 'ended', sentence: `${law}自 ${current.effectiveTo} 起不再有效${why}，本件日期是 ${on}；最后的是 ${nameOf(current)}。` }]
  }
  return [...renamed(named, versions, current), ...olderText(named, versions, current, on), ...noArticle(named, versions, current, on)]
}

const dateOf = (version: BasisVersion): string => version.effectiveFrom ?? version.adopted ?? ''
const nameOf = (version: BasisVersion): string => `${dateOf(version)} ${version.effectiveFrom === null ? '通过' : '施行'}的文本`

function renamed(named: NamedBasis, versions: readonly BasisVersion[], current: BasisVersion): BasisHint[] {
  if (titleKey(current.title) === titleKey(named.title)) return []
  const old = versions.findLast((v) => titleKey(v.title) === titleKey(named.title))
  return old === undefined ? [] : [{ kind: 'renamed', sentence: `《${named.title}》（${nameOf(old)}）已经改名为《${current.title}》（${nameOf(current)}），这里用的是旧名称。` }]
}

const yearsOf = (v: BasisVersion): string[] => [v.adopted, v.promulgated, v.effectiveFrom].flatMap((date) => (date === null ? [] : [date.slice(0, 4)]))

function olderText(named: NamedBasis, versions: readonly BasisVersion[], current: BasisVersion, on: string): BasisHint[] {
  const { year } = named
  if (year === null || yearsOf(current).includes(year)) return []
  const meant = versions.find((v) => yearsOf(v).includes(year))
  return [{ kind: 'olderText', sentence: `《${named.title}》写的是 ${year} 年的文本（${meant === undefined ? '库中没有' : nameOf(meant)}），${on} 有效的是 ${nameOf(current)}。` }]
}

function noArticle(named: NamedBasis, versions: readonly BasisVersion[], current: BasisVersion, on: string): BasisHint[] {
  const { target } = named
  if (target === null || !isWhole(current.text)) return []
  const { exists, missing } = existsIn([[current.text]], target)
  if (exists !== false) return []
  const places = missing.map(placeInWords).join('、')
  const elsewhere = versions.findLast((v) => v !== current && existsIn([[v.text]], target).exists === true)
  const there = elsewhere === undefined ? '库中其他文本也没有' : `${nameOf(elsewhere)}中有`
  return [{ kind: 'noArticle', sentence: `《${named.title}》${places}在 ${on} 有效的文本（${nameOf(current)}）中没有，${there}。` }]
}

/** An excerpt leaves articles out: what it lacks may be in the law. Numbers that follow each other without a gap make a whole. */
function isWhole(text: LegalText): boolean {
  const numbers = text.articles.map(({ number }) => labelOrdinal(number))
  return text.form === 'articles' && numbers[0] === 1 && numbers.every((n, at) => n !== null && (at === 0 || n - (numbers[at - 1] ?? 0) <= 1))
}

const placeInWords = ({ article, paragraph, item }: Place): string => `${article ?? ''}${paragraph === null ? '' : `第${toChineseNumber(paragraph)}款`}${item === null ? '' : `第${item.replace(/[（）()]/gu, '')}项`}`
