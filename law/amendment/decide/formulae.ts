/**
 * The formulae of an amending decision, one for each kind of clause (立法技术规范（试行）, 修改决定的表述; the wording
 * follows decisions of 2022 to 2025).
 */
import { type DivisionKind, parseArticleLabel, toChineseNumber } from '../../text/index.ts'
import type { Clause, ClausePlace, DivisionName, NewArticle, NewLines, Part } from './clause.ts'
import type { WordEdit } from './word-edits.ts'

/** `sentence` ends without its full stop; `quotes` says that it ends with quoted provisions and takes none. */
type Said = { sentence: string; quotes: boolean }

const DIVISION_WORDS: Readonly<Record<DivisionKind, string>> = { part: '编', subpart: '分编', chapter: '章', section: '节' }
const RAISED: ReadonlyMap<string, string> = new Map([
  ['“', '‘'],
  ['”', '’'],
  ['‘', '“'],
  ['’', '”'],
])

/** Marks of quotation inside a quotation go down one level, and up again when the decision is read. */
export function inQuotation(words: string): string {
  return words.replace(/[“”‘’]/g, (mark) => RAISED.get(mark) ?? mark)
}

const quote = (words: string): string => `“${inQuotation(words)}”`

/** Each line opens the quotation anew, only the last closes it. */
const quoteLines = (lines: NewLines): string => `“${lines.map(inQuotation).join('\n“')}”`

const list = (names: readonly string[]): string => names.join('、')
/** 二 as a number of things: 两条 counts, 第二条 names. */
const count = (n: number): string => (n === 2 ? '两' : toChineseNumber(n))
const paragraphName = (n: number): string => `第${toChineseNumber(n)}款`
const itemName = (n: number): string => `第${toChineseNumber(n)}项`

/** 第五条至第九条 for a run of three or more, else 第五条、第六条. */
function range(labels: readonly string[]): string {
  const numbers = labels.map(parseArticleLabel)
  const first = numbers[0]?.number ?? 0
  const run = numbers.every((label, at) => label !== null && label.inserted.length === 0 && label.number === first + at)
  return run && labels.length > 2 ? `${labels[0] ?? ''}至${labels.at(-1) ?? ''}` : list(labels)
}

const inner = (paragraph: number | null, item: number | null): string => (paragraph === null ? '' : paragraphName(paragraph)) + (item === null ? '' : itemName(item))
/** 第二十九条第三款、第四款、第三十条: an article is named once. */
const placeNames = (places: readonly ClausePlace[]): string =>
  list(places.map(({ article, paragraph, item }, at) => (places[at - 1]?.article === article && paragraph !== null ? '' : article) + inner(paragraph, item)))
const divisionName = ({ within, number }: DivisionName): string => [...within, number].join('')
const divisionWord = ({ kind }: DivisionName): string => DIVISION_WORDS[kind]
const articleLines = ({ label, lines }: NewArticle): string[] => [`${label}　${lines[0] ?? ''}`, ...lines.slice(1)]

function sayEdit(edit: WordEdit): string {
  switch (edit.kind) {
    case 'replace':
      return `${quote(edit.from)}修改为${quote(edit.to)}`
    case 'insert':
      return `在${quote(edit.after)}后增加${quote(edit.words)}`
    case 'append':
      return `最后增加${quote(edit.words)}`
    case 'delete':
      return `删去${quote(edit.words)}`
    default: {
      const never: never = edit
      return never
    }
  }
}

/**
 * Word edits at one place. `place` '' is the place that the sentence named already (其中的).
 * A sentence leads in with the first edit's formula; further ones follow in theirs.
 */
function sayEdits(place: string, edits: readonly WordEdit[], opens: boolean): string {
  return edits
    .map((edit, at) => {
      const named = at === 0 ? place : ''
      switch (edit.kind) {
        case 'replace':
          if (at > 0 && edits[at - 1]?.kind === 'replace') return sayEdit(edit)
          return `${opens && at === 0 ? '将' : ''}${named === '' ? '其中的' : `${named}中的`}${sayEdit(edit)}`
        case 'insert':
          return named === '' ? sayEdit(edit) : `在${named}中的${quote(edit.after)}后增加${quote(edit.words)}`
        case 'append':
          // the place was named before 改为: its only 款
          return `在${named === '' ? '第一款' : named}${sayEdit(edit)}`
        case 'delete':
          return named === '' ? `删去其中的${quote(edit.words)}` : `删去${named}中的${quote(edit.words)}`
        default: {
          const never: never = edit
          return never
        }
      }
    })
    .join('，')
}

/** One part. `article` is named by the first part of an article that keeps its number, '' later and after 改为. */
function sayPart(part: Part, article: string, opens: boolean): Said {
  const will = opens ? '将' : ''
  switch (part.kind) {
    case 'whole':
      return { sentence: `${article === '' ? '' : `将${article}`}修改为：${quoteLines(part.lines)}`, quotes: true }
    case 'words':
      return { sentence: sayEdits(article + inner(part.paragraph, part.item), part.edits, opens), quotes: false }
    case 'replace-paragraph':
      return { sentence: `${will}${article}${inner(part.paragraph, null)}修改为：${quoteLines(part.lines)}`, quotes: true }
    case 'replace-lead':
      return { sentence: `${will}${article}${paragraphName(part.paragraph ?? 1)}第一自然段修改为：${quoteLines([part.line])}`, quotes: true }
    case 'replace-item':
      return { sentence: `${will}${article}${inner(part.paragraph, part.item)}修改为：${quoteLines(part.lines)}`, quotes: true }
    case 'delete-items':
      return { sentence: `删去${article}${inner(part.paragraph, null)}${list(part.items.map(itemName))}`, quotes: false }
    case 'delete-paragraphs':
      return { sentence: `删去${article}${list(part.paragraphs.map(paragraphName))}`, quotes: false }
    case 'add-items': {
      const names = list(part.items.map(({ number }) => itemName(number)))
      const added = `${article}${inner(part.paragraph, null)}增加${toChineseNumber(part.items.length)}项，作为${names}`
      return { sentence: `${added}：${quoteLines(part.items.flatMap(({ lines }) => lines))}`, quotes: true }
    }
    case 'add-paragraphs': {
      const names = list(part.paragraphs.map(({ number }) => paragraphName(number)))
      const added = `${article}增加${toChineseNumber(part.paragraphs.length)}款，作为${names}`
      return { sentence: `${added}：${quoteLines(part.paragraphs.flatMap(({ lines }) => lines))}`, quotes: true }
    }
    default: {
      const never: never = part
      return never
    }
  }
}

/** What an instruction on one article says, a new paragraph of the decision after each quotation of provisions. */
function sayArticle({ from, to, parts }: Extract<Clause, { kind: 'article' }>): string[] {
  if (parts.length === 0) return [`将${from}改为${to}。`]
  const lines: string[] = []
  let open: string | null = from === to ? null : `将${from}改为${to}`
  let named = from === to ? from : ''
  for (const part of parts) {
    const opens = open === null
    const { sentence, quotes } = sayPart(part, named, opens)
    open = open === null ? sentence : `${open}，${sentence}`
    named = ''
    if (!quotes) continue
    lines.push(open)
    open = null
  }
  if (open !== null) lines.push(`${open}。`)
  return lines
}

/** The paragraphs of the decision that say a clause. The number of the instruction goes before the first. */
export function sayClause(clause: Clause): string[] {
  switch (clause.kind) {
    case 'title':
      return [`将名称修改为${quote(clause.title)}。`]
    case 'introduction':
      return [`将引言修改为：${quoteLines(clause.lines)}`]
    case 'preamble-paragraph': {
      const name = `序言第${toChineseNumber(clause.paragraph)}自然段`
      return [clause.edits === null ? `将${name}修改为：${quoteLines([clause.line])}` : `${sayEdits(name, clause.edits, true)}。`]
    }
    case 'article':
      return sayArticle(clause)
    case 'merge':
      return [`将${list(clause.from)}合并，作为${clause.to}，修改为：${quoteLines(clause.lines)}`]
    case 'split':
      return [`将${clause.from}分为${count(clause.into.length)}条，分别作为${range(clause.into.map(({ label }) => label))}，修改为：${quoteLines(clause.into.flatMap(articleLines))}`]
    case 'set-apart': {
      const head = `将${clause.from}${paragraphName(clause.paragraph)}单列一条，作为${clause.to}`
      return [clause.lines === null ? `${head}。` : `${head}，修改为：${quoteLines(clause.lines)}`]
    }
    case 'add-articles':
      return [sayAddArticles(clause)]
    case 'delete-articles':
      return [`删去${range(clause.articles)}。`]
    case 'words-in':
      return [`${sayEdits(placeNames(clause.places), clause.edits, true)}。`]
    case 'words-everywhere':
      return [`将相关条文中的${quote(clause.from)}修改为${quote(clause.to)}。`]
    case 'rename-division':
      return [`将${divisionName(clause.division)}${divisionWord(clause.division)}名修改为${quote(clause.heading)}。`]
    case 'number-division':
      return [`将${quote(clause.heading)}修改为${quote(`${clause.number}　${clause.newHeading}`)}。`]
    case 'renumber-division':
      return [`将${divisionName(clause.division)}改为${clause.to}。`]
    case 'add-division':
      return [sayAddDivision(clause)]
    case 'delete-division':
      return [`删去${divisionName(clause.division)}${clause.articles ? '' : `${divisionWord(clause.division)}名`}。`]
    case 'merge-division':
      return [`将${divisionName(clause.division)}并入${divisionName(clause.into)}。`]
    case 'division-range':
      return [`${clause.number === null ? divisionName(clause.division) : `将${divisionName(clause.division)}改为${clause.number}，`}内容为${fromTo(clause.from, clause.to)}。`]
    case 'replace-annex':
      return [`将${clause.annex}修改为：${quoteLines(clause.lines)}`]
    case 'add-annex':
      return [`增加${clause.label}：${quoteLines(clause.lines)}`]
    case 'delete-annex':
      return [`删去${clause.annex}。`]
    case 'everything':
      return [`将全文修改为：${quoteLines(clause.lines)}`]
    case 'some-articles':
      return ['对部分条文作以下修改：', ...clause.clauses.flatMap((one, at) => numbered(`（${toChineseNumber(at + 1)}）`, sayClause(one)))]
    default: {
      const never: never = clause
      return never
    }
  }
}

const fromTo = (from: string, to: string): string => (from === to ? from : `${from}至${to}`)

/** Paragraphs of an instruction with its number before the first. */
export const numbered = (number: string, [first = '', ...rest]: readonly string[]): string[] => [number + first, ...rest]

function sayAddArticles({ articles, division, after }: Extract<Clause, { kind: 'add-articles' }>): string {
  const [first] = articles
  const where = after !== null ? `在${after}后` : division !== null ? `在${divisionName(division)}` : ''
  const labels = articles.map(({ label }) => label)
  const added = `${where}增加${toChineseNumber(articles.length)}条`
  if (first !== undefined && articles.length === 1) return `${added}，作为${first.label}：${quoteLines(first.lines)}`
  return `${added}，分别作为${range(labels)}：${quoteLines(articles.flatMap(articleLines))}`
}

function sayAddDivision({ division, into, lines, from, to }: Extract<Clause, { kind: 'add-division' }>): string {
  const word = divisionWord(division)
  const head = `${into === null ? '' : `在${divisionName(into)}`}增加一${word}，作为${divisionName(division)}`
  if (lines !== null) return `${head}：${quoteLines(lines)}`
  const named = `${head}，${word}名为${quote(division.heading)}`
  return from === null || to === null ? `${named}。` : `${named}，内容为${fromTo(from, to)}。`
}
