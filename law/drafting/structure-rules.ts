/** Rules on how provisions hang together: references, duties and their actors, sanctions and their duties, commencement. */
import { existsIn, missingPlaces, recogniseCitations, titleKey, type Citation } from '../citation/index.ts'
import { plainText, toArticleLabel } from '../text/index.ts'
import { type Draft, type DraftingRule, type DraftLine, type Hit, OWN_CHECK } from './rule.ts'
import { findWords, matchesOutsideTitles } from './word-finder.ts'

type Cited = { citation: Citation; line: DraftLine }

/** Citations in the lines that are checked; none of an amending text, whose numbers are those of another law. */
function citationsOf({ text, lines, amending }: Draft): Cited[] {
  if (amending) return []
  const byNode = new Map(lines.map((line) => [line.nodeId, line]))
  return recogniseCitations(text).flatMap((citation) => {
    const line = byNode.get(citation.in.nodeId)
    return line === undefined ? [] : [{ citation, line }]
  })
}

function findDangling(draft: Draft): Hit[] {
  const { text, superior } = draft
  const missingHere = missingPlaces(text)
  const byTitle = new Map<string, Draft['superior']>()
  for (const one of superior) byTitle.set(titleKey(one.title), [...(byTitle.get(titleKey(one.title)) ?? []), one])
  return citationsOf(draft).flatMap(({ citation, line }): Hit[] => {
    const { start, end, target } = citation
    const there = byTitle.get(titleKey(target.law))
    if (target.law !== 'self' && there === undefined) return []
    // in an outline what counts as 条 is a reading of ours
    if (target.law === 'self' && text.form !== 'articles') return []
    const missing = target.law === 'self' ? missingHere(target) : there === undefined ? [] : existsIn([there], target).missing
    if (missing.length === 0) return []
    const whole = missing.map(({ article }) => article).filter((article) => article !== null)
    const where = target.law === 'self' ? '本文本' : `《${target.law}》`
    return [{ line, start, end, why: `“${citation.text}”指向的${[...new Set(whole)].join('、')}${missing.some(({ paragraph, item }) => paragraph !== null || item !== null) ? '中的款、项' : ''}在${where}中不存在` }]
  })
}

const SANCTION_WORDS = /罚款|没收|责令|警告|处罚|吊销|处分|法律责任|责任/u
/** Wide on purpose: an article with any of these may well lay a duty. */
const DUTY_WORDS = /应当|应|不得|禁止|必须|须|严禁|不准|不许|不能|方可|需|负责|义务|责任|承担|依法|依照|按照|履行|遵守|有权|可以|要求|由|经|向|实行|限|职责|做到|以下|下列|规定/u
const VIOLATES = /违反(?:了)?$/u

function findEmptySanctions(draft: Draft): Hit[] {
  const byNumber = new Map(draft.text.articles.map((article) => [article.number, article]))
  const found = citationsOf(draft).flatMap(({ citation: { target, start, end, text }, line }): Hit[] => {
    const [number, another] = target.articles
    if (target.law !== 'self' || number === undefined || another !== undefined) return []
    if (!VIOLATES.test(line.text.slice(Math.max(0, start - 4), start)) || !SANCTION_WORDS.test(plainText(line.article))) return []
    const article = byNumber.get(number)
    return article === undefined || DUTY_WORDS.test(plainText(article)) ? [] : [{ line, start, end, why: `处罚所依据的“${text}”没有规定义务或者禁止` }]
  })
  return [...found, ...findBareSanctions(draft)]
}

const findBareSanctions = findWords([
  {
    pattern: /违反本(?:法|条例|办法|规定|规则|细则)的?(?:有关|相关)?(?:规定)?的?[，,](?=(?:由[^，。；]{2,40}(?:责令|处以?|给予|予以|依法)|责令|处以?(?=[0-9一二三四五六七八九十百千万])|给予(?:警告|处罚|行政处罚)|予以(?:处罚|警告)))/gu,
    why: '只写“违反本……规定”，没有写违反哪一条，也没有写是什么行为，处罚没有对应的义务',
  },
])

// 应当报废的机动车: 应当 belongs to the noun
const ACTORLESS = /^(?:依法|严格|还|也|均|都)?(?:不得|(?:应当|必须)(?![^，。；]{0,60}(?:的|，而)))/u

/** A 款 that begins with the duty. 项 take their subject from the lead-in, and a title of the article may be one. */
function findActorless({ text, lines, amending }: Draft): Hit[] {
  if (amending || text.form !== 'articles') return []
  return lines.flatMap((line, at): Hit[] => {
    const previous = lines[at - 1]
    // a line that the source broke goes on from the one before
    const goesOn = previous?.articleIndex === line.articleIndex && !/[。；：]$/u.test(previous.text)
    const begins = ACTORLESS.exec(line.text)
    if (begins === null || goesOn || line.item !== null || line.article.heading !== null) return []
    const [words] = begins
    const forbids = words.endsWith('不得')
    return [{ line, start: 0, end: words.length, why: forbids ? '没有主语的禁止性规定用“禁止”；用“不得”的写明主体' : '这一句直接规定义务，没有写明由谁履行', ...(forbids ? { suggestion: '禁止' } : {}) }]
  })
}

const VAGUE = /有关部门|相关部门|有关单位|相关单位|相关规定|必要时|适当|酌情|视情况|视情节/gu
const MOST_VAGUE = 3

/** One 款 with many words that leave open who, when and how much. */
function findVague({ lines }: Draft): Hit[] {
  return lines.flatMap((line): Hit[] => {
    const words = new Set<string>()
    let first = -1
    let last = -1
    for (const match of matchesOutsideTitles(line, VAGUE)) {
      if (first < 0) first = match.index
      last = match.index + match[0].length
      words.add(match[0])
    }
    if (words.size < MOST_VAGUE) return []
    return [{ line, start: first, end: last, why: `本款连用${[...words].map((word) => `“${word}”`).join('')}，由谁、何时、到什么程度都不确定` }]
  })
}

const COMMENCEMENT = /(?:起|日|后)?(?:施行|实施|生效|执行|实行)/u
const SHORTEST_TEXT = 3

function findNoCommencement({ text, lines, amending }: Draft): Hit[] {
  const last = lines.at(-1)
  // an excerpt leaves articles out or breaks off
  const whole = text.articles.every(({ number }, at) => number === toArticleLabel(at + 1))
  if (!whole || amending || text.form !== 'articles' || text.articles.length < SHORTEST_TEXT || last === undefined || !last.text.endsWith('。')) return []
  const stated = lines.some(({ text: words }) => /[起日后](?:正式|开始)?(?:施行|实施|生效|执行|实行)|(?:施行|实施|生效)(?:日期|时间|之日)/u.test(words))
  if (stated || [text.note, ...text.preamble, ...text.notice, ...text.closing].some((words) => COMMENCEMENT.test(words))) return []
  return [{ line: last, start: 0, end: last.text.length, why: '全文没有写明施行日期', suggestion: '自××××年×月×日起施行。' }]
}

export const structureRules: readonly DraftingRule[] = [
  {
    code: 'L29', name: '引用的条款存在', basis: OWN_CHECK, severity: 'warn',
    says: '引用的条、款、项在本文本中存在；给出上位法文本的，也核对上位法。', mayIgnore: '指的是另一法律的条款，只是没有写出名称的。',
    find: findDangling,
  },
  {
    code: 'L31', name: '处罚有对应的义务', basis: OWN_CHECK, severity: 'warn',
    says: '法律责任写明违反哪一条或者什么行为；所引的条文规定了义务或者禁止。', mayIgnore: '义务由上位法规定，本文本只规定处罚的。',
    find: findEmptySanctions,
  },
  {
    code: 'L33', name: '模糊用语过密', basis: OWN_CHECK, severity: 'info',
    says: '一款之中少用有关部门、相关、必要时、适当等不确定的词。', mayIgnore: '原则性、倡导性规定。',
    find: findVague,
  },
  {
    code: 'L35', name: '施行日期', basis: { source: '立法法', item: '第六十一条' }, severity: 'warn',
    says: '写明施行日期。', mayIgnore: '施行日期由公布的决定另行规定的。',
    find: findNoCommencement,
  },
  {
    code: 'L37', name: '义务有主体', basis: OWN_CHECK, severity: 'warn',
    says: '规定义务的句子写明由谁履行。', mayIgnore: '主体由前一款承接，不会误解的。',
    find: findActorless,
  },
]
