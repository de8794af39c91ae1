import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { type ComparisonRow, rowsOfComparison, rowsOfThree, toComparisonTableDocx, toComparisonTablePdf } from '../../typesetting/index.ts'
import { compareThreeVersions, compareVersions } from './compare-versions.ts'

export type TableForm = 'docx' | 'pdf'
type Asked = { services: Services; actor: Actor; from: string; middle?: string | undefined; to: string; changedOnly: boolean }
type Side = { title: string; effectiveFrom: string | null; adopted: string | null }
type Table = { rows: ComparisonRow[]; before: Side; between: Side | null; after: Side }

/**
 * 条文对照表 of any two or three versions for a meeting: 现行, 修改后, 说明 (domain §5.5, §8.1); of three a column for each.
 * Throws `not-found`.
 */
export async function printComparisonTable(options: Asked & { form: TableForm }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, form, changedOnly } = options
  const { rows, before, between, after } = await tableOf(options)
  const titles = [...new Set([before, ...(between === null ? [] : [between]), after].map((side) => `《${side.title}》`))]
  const heading = (side: Side): string => headingOf(side, titles.length === 1)
  const meta = {
    title: `${titles.join('与')}条文对照表`, beforeHeading: heading(before), ...(between === null ? {} : { betweenHeading: heading(between) }), afterHeading: heading(after),
    explanation: explanationOf(rows, changedOnly), ...(services.settings.demo ? { demo: '演示数据' } : {}),
  }
  return { name: `${meta.title}.${form}`, bytes: form === 'docx' ? await toComparisonTableDocx(rows, meta) : await toComparisonTablePdf(rows, meta) }
}

async function tableOf(options: Asked): Promise<Table> {
  const { middle, changedOnly } = options
  if (middle === undefined) {
    const { from, to, comparison } = await compareVersions(options)
    return { rows: rowsOfComparison(comparison, { changedOnly }), before: from, between: null, after: to }
  }
  const three = await compareThreeVersions({ ...options, middle })
  return { rows: rowsOfThree(three.comparison, { changedOnly }), before: three.from, between: three.middle, after: three.to }
}

/** What a column is called: the text by its date, by its title too where the texts are not of one work. */
function headingOf(side: Side, ofOneWork: boolean): string {
  const date = side.effectiveFrom === null ? (side.adopted === null ? '施行日期未知' : `${side.adopted}通过`) : `${side.effectiveFrom}起施行`
  return ofOneWork ? date : `${side.title}（${date}）`
}

function explanationOf(rows: readonly ComparisonRow[], changedOnly: boolean): string {
  const moved = rows.some((row) => [...row.before, ...(row.between ?? []), ...row.after].some((piece) => piece.moved))
  return `加粗为新增文字，删除线为删去文字${moved ? '，另有点下划线的为移动的文字' : ''}。${changedOnly ? '只列有变化的条文。' : ''}`
}
