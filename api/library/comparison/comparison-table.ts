import { comparisonTable, type TableLine } from '../../../law/compare/index.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { type ComparisonPiece, type ComparisonRow, toComparisonTableDocx, toComparisonTablePdf } from '../../typesetting/index.ts'
import { compareVersions } from './compare-versions.ts'

export const tableForms = ['docx', 'pdf'] as const
export type TableForm = (typeof tableForms)[number]

/** 条文对照表 of any two versions for a meeting: 现行, 修改后, 说明 (domain §5.5, §8.1). Throws `not-found`. */
export async function printComparisonTable(options: { services: Services; actor: Actor; from: string; to: string; form: TableForm; changedOnly: boolean }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, form, changedOnly } = options
  const { from, to, comparison } = await compareVersions(options)
  const rows = comparisonTable(comparison, { changedOnly }).map(({ before, after, remark }): ComparisonRow => ({ before: piecesOf(before), after: piecesOf(after), note: remark }))
  const ofOneWork = from.title === to.title
  const title = `${ofOneWork ? `《${to.title}》` : `《${from.title}》与《${to.title}》\n`}条文对照表`
  const meta = {
    title, beforeHeading: headingOf(from, ofOneWork), afterHeading: headingOf(to, ofOneWork),
    explanation: `加粗为新增文字，删除线为删去文字。${changedOnly ? '只列有变化的条文。' : ''}`, ...(services.settings.demo ? { demo: '演示数据' } : {}),
  }
  const bytes = form === 'docx' ? await toComparisonTableDocx(rows, meta) : await toComparisonTablePdf(rows, meta)
  return { name: `${title.replaceAll('\n', '')}.${form}`, bytes }
}

type Side = { title: string; effectiveFrom: string | null; adopted: string | null }

/** What a column is called: the text by its date, by its title where the two are not one work. */
function headingOf(side: Side, ofOneWork: boolean): string {
  const date = side.effectiveFrom === null ? (side.adopted === null ? '施行日期未知' : `${side.adopted}通过`) : `${side.effectiveFrom}起施行`
  return ofOneWork ? date : `${side.title}（${date}）`
}

const styles = { plain: 'same', bold: 'added', struck: 'gone' } as const

/** Lines of a cell, each article with its label before it. */
const piecesOf = (lines: readonly TableLine[]): ComparisonPiece[] =>
  lines.flatMap(({ label, runs }, at): ComparisonPiece[] => [
    { text: `${at === 0 ? '' : '\n'}　　${label === '' ? '' : `${label}　`}`, change: 'same' },
    ...runs.map((run): ComparisonPiece => ({ text: run.text, change: styles[run.style] })),
  ])
