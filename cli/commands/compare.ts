import { parseArgs } from 'node:util'
import { type ComparisonRow, compareTexts, comparisonTable, type TableLine } from '../../law/compare/index.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalText } from '../read-legal-text.ts'

/** Numbers instead of ids: the numbers are what a reader of the output knows an article by. */
function asJson(row: ComparisonRow): object {
  const oldNumbers = new Map(row.old.map(({ id, number }) => [id, number]))
  const newNumbers = new Map(row.new.map(({ id, number }) => [id, number]))
  return {
    kind: row.kind,
    old: row.old.map(({ number }) => number),
    new: row.new.map(({ number }) => number),
    ...(row.edges ? { edges: row.edges.map(([from, to]) => [oldNumbers.get(from) ?? from, newNumbers.get(to) ?? to]) } : {}),
    renumbered: row.renumbered,
    moved: row.moved,
    changes: row.changes,
  }
}

const brackets = { plain: ['', ''], bold: ['【', '】'], struck: ['〔', '〕'] } as const

const asText = (lines: TableLine[]): string =>
  lines
    .map(({ label, runs }) => (label === '' ? '' : `${label}　`) + runs.map(({ text, style }) => brackets[style][0] + text + brackets[style][1]).join(''))
    .join('\n')

export async function run(args: string[], output: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'json' } },
  })
  const [oldFile, newFile, ...rest] = positionals
  if (oldFile === undefined || newFile === undefined || rest.length > 0) throw new UsageError('请给出两个文件：旧文本和新文本。')
  const comparison = compareTexts(await readLegalText(oldFile), await readLegalText(newFile))
  switch (values.format) {
    case 'json':
      output.data(JSON.stringify({ articles: comparison.rows.map(asJson), summary: comparison.summary }))
      return 0
    case 'text':
      for (const { index, before, after, remark } of comparisonTable(comparison, { changedOnly: true })) {
        output.data(`${index}．${remark}\n现行：\n${asText(before) || '（无）'}\n修改后：\n${asText(after) || '（无）'}\n`)
      }
      return 0
    default:
      throw new UsageError(`没有“${values.format}”这种格式。`)
  }
}
