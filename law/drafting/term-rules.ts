/** Rules on terms: definitions, short names, words of a pair used side by side. */
import { type Draft, type DraftingRule, type DraftLine, type Hit, NORM } from './rule.ts'
import { matchesOutsideTitles } from './word-finder.ts'

type Term = { term: string; line: DraftLine; start: number; end: number }

// bounded, so that a text of nothing but definitions costs linear time
const MOST_TERMS = 100
const TERM = '[“"]?([\\p{Script=Han}A-Za-z0-9]{2,24}?)[”"]?'
const DEFINING = new RegExp(`本(?:法|条例|办法|规定|规则|细则)(?:中)?所称的?${TERM}(?:[（(][^（）()]{1,40}[）)])?[，,]?\\s?(?:是|系)?指(?![定导示挥标引派控令数])`, 'gu')
const LISTED = new RegExp(`^${TERM}(?:[（(][^（）()]{1,40}[）)])?(?:[，,：:]?\\s?(?:是|系)指|[，,：:]\\s?指)`, 'gu')
const LIST_LEAD_IN = /(?:用语|术语|名词|概念)[^。；]{0,20}(?:含义|解释|定义)/u

/** 本条例所称×，是指…, and the 项 of an article on the meaning of terms. */
function definitionsOf(lines: readonly DraftLine[]): Term[] {
  const terms: Term[] = []
  let listing = ''
  for (const line of lines) {
    const key = `${line.articleIndex} ${line.paragraph}`
    if (line.item === null && LIST_LEAD_IN.test(line.text)) listing = key
    const pattern = line.item !== null && listing === key ? LISTED : DEFINING
    for (const match of matchesOutsideTitles(line, pattern)) {
      terms.push({ term: match[1] ?? '', line, start: match.index, end: match.index + match[0].length })
    }
  }
  return terms
}

const SHORT_NAME = /[（(]以下(?:统|均)?(?:简)?称(?:为)?[“"]?([^“”"（）()，。；、《》]{2,20})[”"]?[）)]/gu

function shortNamesOf(lines: readonly DraftLine[]): Term[] {
  return lines.flatMap((line) => [...matchesOutsideTitles(line, SHORT_NAME)].map((match): Term => ({ term: match[1] ?? '', line, start: match.index, end: match.index + match[0].length })))
}

const hit = ({ line, start, end }: Term, why: string): Hit => ({ line, start, end, why })

function findRepeated(terms: readonly Term[], why: (term: string, first: DraftLine) => string): Hit[] {
  const first = new Map<string, Term>()
  return terms.flatMap((term) => {
    const before = first.get(term.term)
    if (before === undefined) first.set(term.term, term)
    return before === undefined ? [] : [hit(term, why(term.term, before.line))]
  })
}

/** The first of the lines that uses the word; the words that declare it do not count. */
function usedIn(lines: readonly DraftLine[], word: string, { line: own, start, end }: Term): DraftLine | undefined {
  return lines.find((line) => (line === own ? `${line.text.slice(0, start)}\n${line.text.slice(end)}` : line.text).includes(word))
}

const TAIL = 4

/** 重大新发突发动物疫情 is used where 重大新发突发传染病、动物疫情 stands: only a term whose end is nowhere counts as not used. */
const isUnused = (lines: readonly DraftLine[], term: Term): boolean => usedIn(lines, term.term.slice(-TAIL), term) === undefined

const SAID = new RegExp(`(?<!是|为|属于)本(?:法|条例|办法|规定|规则|细则)(?:中)?所称的?${TERM}(?=[，,。；、的应不可])[^。；\\n]{0,200}`, 'gu')
/** any word by which a sentence may say what the term means, or who says it */
const MEANING = /指|是|为|含|包括|范围|按|依|由|定|属/u

/** 本条例所称× in a sentence that does not say what it is, and nowhere else either. */
function findUndefined(lines: readonly DraftLine[], defined: readonly Term[]): Hit[] {
  const known = new Set(defined.map(({ term }) => term))
  return lines.flatMap((line) => line.text.endsWith('：') ? [] : [...matchesOutsideTitles(line, SAID)].flatMap((match): Hit[] => {
    const [sentence, term = ''] = match
    const said = sentence.slice(0, sentence.indexOf(term) + term.length)
    if (known.has(term) || MEANING.test(sentence.slice(said.length)) || MEANING.test(term)) return []
    return [{ line, start: match.index, end: match.index + said.length, why: `“${term}”没有规定含义` }]
  }))
}

function findDefinitions({ lines }: Draft): Hit[] {
  const all = definitionsOf(lines)
  const terms = all.slice(0, MOST_TERMS)
  const last = lines.at(-1)?.chapterIndex ?? -1
  return [
    ...findRepeated(all, (term, first) => `“${term}”已经在${first.article.number}规定了含义`),
    ...findUndefined(lines, all),
    ...terms.flatMap((term) => {
      const { line } = term
      if (isUnused(lines, term)) return [hit(term, `“${term.term}”规定了含义，但没有在其他地方使用`)]
      // 总则 and 附则 are the places for terms of the whole text; 总则 may name what a later chapter is about
      if (line.chapterIndex <= 0 || line.chapterIndex === last || term.term.length < 3) return []
      const early = usedIn(lines.filter(({ chapterIndex }) => chapterIndex > 0 && chapterIndex < line.chapterIndex), term.term, term)
      return early === undefined ? [] : [hit(term, `“${term.term}”在${early.article.number}已经使用，含义到这里才规定；全文通用的用语在总则或者附则规定`)]
    }),
  ]
}

function findShortNames({ lines }: Draft): Hit[] {
  const all = shortNamesOf(lines)
  const terms = all.slice(0, MOST_TERMS)
  return [
    ...findRepeated(all, (term, first) => `简称“${term}”已经在${first.article.number}规定`),
    ...terms.flatMap((term) =>
      isUnused(lines, term) ? [hit(term, `规定了简称“${term.term}”，但没有使用`)] : []),
    ...terms.flatMap(findFullName(lines)),
  ]
}

/** 《…》（以下简称…）: where the full title comes again. Of other full names it is not known where they begin. */
function findFullName(lines: readonly DraftLine[]): (term: Term) => Hit[] {
  return ({ term, line: own, start }) => {
    const title = own.titles.find(([, end]) => end === start)
    if (title === undefined) return []
    const full = own.text.slice(title[0], title[1])
    const from = lines.indexOf(own)
    return lines.flatMap((line, at): Hit[] => {
      const found = at < from ? -1 : line.text.indexOf(full, at === from ? start : 0)
      return found < 0 ? [] : [{ line, start: found, end: found + full.length, why: `前面已经规定简称“${term}”，后面用简称`, suggestion: term }]
    })
  }
}

/** Two words for one thing in one text. `object` is what both are used of: only the same object counts. */
type Pair = { code: 'L11' | 'L17'; pattern: RegExp; why: (one: string, other: string, object: string) => string }

const PAIRS: readonly Pair[] = [
  {
    code: 'L17', pattern: /([谋牟]取)(不正当利益|不当利益|非法利益|私利|暴利|利益)/gu,
    why: (one, other, object) => `“${one}${object}”和“${other}${object}”混用：“谋取”是中性词，“牟取”指用不正当方法`,
  },
  { code: 'L17', pattern: /(违法|非法)(所得|收入|经营额)/gu, why: (one, other, object) => `“${one}${object}”和“${other}${object}”混用：行政处罚用“违法所得”` },
  {
    code: 'L17', pattern: /(设[立定])(行政许可|行政处罚|行政强制|许可|处罚)/gu,
    why: (one, other, object) => `“${one}${object}”和“${other}${object}”混用：权利、处罚、许可用“设定”，机构用“设立”`,
  },
  {
    code: 'L11', pattern: /([缴交]纳)([\p{Script=Han}]{0,8}?(?:费用?|税款?|保证金|押金|出让金|基金|罚款|滞纳金))/gu,
    why: (one, other, object) => `“${one}${object}”和“${other}${object}”混用：强制性的用“缴纳”，自愿支付的用“交纳”`,
  },
]

/** Where both words are used of the same object, the one that stands second is shown. */
function findMixed(code: Pair['code']): (draft: Draft) => Hit[] {
  return ({ lines }) => PAIRS.filter((pair) => pair.code === code).flatMap(({ pattern, why }) => {
    const first = new Map<string, string>()
    return lines.flatMap((line) => [...matchesOutsideTitles(line, pattern)].flatMap((match): Hit[] => {
      const [words, word = '', object = ''] = match
      const before = first.get(object)
      if (before === undefined) first.set(object, word)
      return before === undefined || before === word ? [] : [{ line, start: match.index, end: match.index + words.length, why: why(word, before, object) }]
    }))
  })
}

const findCompulsory = ({ lines }: Draft): Hit[] =>
  lines.flatMap((line) => [...matchesOutsideTitles(line, /交纳(?=(?:[\p{Script=Han}]{0,6})(?:税款?|罚款|滞纳金|社会保险费|行政事业性收费)(?:[，。；、的]|$))/gu)].map((match): Hit => ({
    line, start: match.index, end: match.index + match[0].length, why: '税款、罚款、滞纳金等强制性的支付用“缴纳”', suggestion: '缴纳',
  })))

export const termRules: readonly DraftingRule[] = [
  {
    code: 'L11', name: '缴纳、交纳', basis: NORM, severity: 'warn',
    says: '强制性的支付用“缴纳”，自愿支付的用“交纳”；同一款项不混用。', mayIgnore: '同名款项性质不同的。',
    find: (draft) => [...findCompulsory(draft), ...findMixed('L11')(draft)],
  },
  {
    code: 'L17', name: '成对的词不混用', basis: NORM, severity: 'info',
    says: '谋取与牟取、违法与非法、设定与设立在同一文本中对同一对象不混用。', mayIgnore: '两处的含义确实不同，或者照引不同上位法的。',
    find: findMixed('L17'),
  },
  {
    code: 'L19', name: '用语的含义', basis: { ...NORM, item: '（一）2.1至2.3' }, severity: 'warn',
    says: '“本条例所称××”要规定含义；一个用语只规定一次，规定了就要使用；全文通用的在总则或者附则规定。', mayIgnore: '两处的含义有意限于各自章节的。',
    find: findDefinitions,
  },
  {
    code: 'L20', name: '简称', basis: NORM, severity: 'warn',
    says: '简称只规定一次，规定以后使用简称。', mayIgnore: '后面的全称出现在文件名称、文书格式中的。',
    find: findShortNames,
  },
]
