import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type AnnexRow, compareTexts, compareThree, type Comparison, type ComparisonRow, comparisonTable, type TableLine, type ThreeComparison, type ThreeStep, threeTable } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import type { ComparisonMeta, ComparisonRow as PaperRow } from '../../api/typesetting/index.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalText, UnreadableFile } from '../read-legal-text.ts'
import { readOrSay } from '../read-or-say.ts'

const formats = ['json', 'text', 'html', 'docx'] as const
type Format = (typeof formats)[number]

type Numbered = { id: string; number: string }

/** A paragraph of an outline text may have no number: then its address serves. */
const labelOf = ({ id, number }: Numbered): string => (number === '' ? id : number)
const labels = (articles: readonly Numbered[]): string[] => articles.map(labelOf)

/** Numbers instead of ids: the numbers are what a reader of the output knows an article by. */
function edgesAsNumbers(step: Pick<ComparisonRow, 'edges'>, before: readonly Numbered[], after: readonly Numbered[]): { edges?: string[][] } {
  if (!step.edges) return {}
  const [oldNumbers, newNumbers] = [before, after].map((articles) => new Map(articles.map((one) => [one.id, labelOf(one)])))
  return { edges: step.edges.map(([from, to]) => [oldNumbers?.get(from) ?? from, newNumbers?.get(to) ?? to]) }
}

/** 条旨 stands beside the text of the article: named where it changed. */
const headingChanges = ({ heading }: Pick<ComparisonRow, 'heading'>) => (heading?.some(({ op }) => op !== 'equal') ? { heading } : {})

const annexAsJson = ({ kind, old, new: after, changes }: AnnexRow): object => ({ kind, old: old?.number ?? null, new: after?.number ?? null, changes })

function comparisonAsJson({ rows, annexes, summary }: Comparison): object {
  return {
    articles: rows.map((row) => ({
      kind: row.kind, old: labels(row.old), new: labels(row.new), ...edgesAsNumbers(row, row.old, row.new),
      renumbered: row.renumbered, moved: row.moved, ...headingChanges(row), changes: row.changes,
    })),
    ...(annexes.length > 0 ? { annexes: annexes.map(annexAsJson) } : {}),
    summary,
  }
}

function threeAsJson({ rows, annexes, summary }: ThreeComparison): object {
  const step = (one: ThreeStep | null, before: readonly Numbered[], after: readonly Numbered[]) =>
    one && { kind: one.kind, ...edgesAsNumbers(one, before, after), renumbered: one.renumbered, moved: one.moved, ...headingChanges(one), changes: one.changes }
  return {
    articles: rows.map((row) => ({
      a: labels(row.a), b: labels(row.b), c: labels(row.c),
      ab: step(row.ab, row.a, row.b), bc: step(row.bc, row.b, row.c), ac: step(row.ac, row.a, row.c),
    })),
    ...(annexes.length > 0
      ? { annexes: annexes.map((row) => ({ a: row.a?.number ?? null, b: row.b?.number ?? null, c: row.c?.number ?? null, ab: row.ab && annexAsJson(row.ab), bc: row.bc && annexAsJson(row.bc), ac: row.ac && annexAsJson(row.ac) })) }
      : {}),
    summary,
  }
}

const brackets = { plain: ['', ''], bold: ['【', '】'], struck: ['〔', '〕'] } as const

const asText = (lines: readonly TableLine[]): string =>
  lines
    .map(({ label, runs }) => (label === '' ? '' : `${label}　`) + runs.map(({ text, style }) => brackets[style][0] + text + brackets[style][1]).join(''))
    .join('\n') || '（无）'

type Compared = { comparison: Comparison; texts: readonly [LegalText, LegalText] } | { three: ThreeComparison; texts: readonly [LegalText, LegalText, LegalText] }

type ShownRow = { is: 'heading' | 'provision'; index: number; remark: string; sides: [string, readonly TableLine[]][] }

/** A heading that stayed is one line; one that changed is said as an article is. */
const rowAsText = ({ is, index, remark, sides }: ShownRow): string => {
  const [last] = sides.slice(-1)
  if (is === 'heading' && remark === '') return `${asText(last?.[1] ?? [])}\n`
  return `${is === 'heading' ? '' : `${index}．`}${remark}\n${sides.map(([name, lines]) => `${name}：\n${asText(lines)}\n`).join('')}`
}

function textLines(compared: Compared): string[] {
  const rows = 'comparison' in compared
    ? comparisonTable(compared.comparison, { changedOnly: true }).map(({ before, after, ...row }): ShownRow => ({ ...row, sides: [['现行', before], ['修改后', after]] }))
    : threeTable(compared.three, { changedOnly: true }).map(({ a, b, c, ...row }): ShownRow => ({ ...row, sides: [['现行', a], ['前一稿', b], ['本稿', c]] }))
  return rows.map(rowAsText)
}

const titleOf = (texts: readonly LegalText[]): string => {
  const names = [...new Set(texts.map(({ title }) => title.replace(/\s+/g, '')).filter((title) => title !== ''))]
  return `${names.map((name) => `《${name}》`).join('')}修改前后条文对照表`
}

async function asPaper(compared: Compared, format: 'html' | 'docx'): Promise<Uint8Array | string> {
  // loaded only where a paper is asked for
  const { rowsOfComparison, rowsOfThree, toComparisonHtml, toComparisonTableDocx } = await import('../../api/typesetting/index.ts')
  const rows: PaperRow[] = 'comparison' in compared ? rowsOfComparison(compared.comparison) : rowsOfThree(compared.three)
  const meta: ComparisonMeta = { title: titleOf(compared.texts) }
  return format === 'html' ? toComparisonHtml(rows, meta) : toComparisonTableDocx(rows, meta)
}

const isFormat = (value: string): value is Format => formats.some((format) => format === value)

/**
 * `compare OLD NEW`, `compare A B C`: what became of each article. As JSON one line, `articles` and `summary`; of three
 * texts each row has the steps `ab`, `bc` and `ac`, null where neither text has the rule. Annexes are named where there
 * are some. `docx` and `html` are the 条文对照表, of three texts with three columns; `--out` writes to a file.
 */
export async function run(args: string[], output: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'json' }, out: { type: 'string' } },
  })
  const { format, out } = values
  const [first, second, third, ...rest] = positionals
  if (first === undefined || second === undefined || rest.length > 0) throw new UsageError('请给出两个文件：旧文本和新文本；或者三个：现行文本、前一稿和本稿。')
  if (!isFormat(format)) throw new UsageError(`没有“${format}”这种格式，可用 ${formats.join('、')}。`)
  if (format === 'docx' && out === undefined && process.stdout.isTTY) throw new UsageError('docx 不能显示在屏幕上，请用 --out 指定要写的文件。')
  const [a, b, c] = (await readOrSay({ files: [first, second, ...(third === undefined ? [] : [third])], read: readWords, json: format === 'json', output })) ?? []
  if (a === undefined || b === undefined) return 1
  const compared: Compared = c === undefined ? { comparison: compareTexts(a, b), texts: [a, b] } : { three: compareThree(a, b, c), texts: [a, b, c] }
  const content = await contentOf(compared, format)
  if (out !== undefined) await writeFile(out, content)
  else if (typeof content === 'string') output.data(content.replace(/\n$/, ''))
  else process.stdout.write(content)
  return 0
}

/** @throws UnreadableFile also for a text without words: against it everything would be new */
async function readWords(file: string): Promise<LegalText> {
  const text = await readLegalText(file)
  if (text.articles.length === 0 && text.annexes.length === 0) throw new UnreadableFile('没有读到条文，不能比较，请核对文件。')
  return text
}

async function contentOf(compared: Compared, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify('comparison' in compared ? comparisonAsJson(compared.comparison) : threeAsJson(compared.three))}\n`
    case 'text':
      return `${textLines(compared).join('\n')}\n`
    case 'html':
    case 'docx':
      return asPaper(compared, format)
    default: {
      const never: never = format
      return never
    }
  }
}
