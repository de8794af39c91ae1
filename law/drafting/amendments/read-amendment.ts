/** What is typed into an amendment, read: articles, 款, 项, annexes; and the faults that are told where it cannot be. */
import type { ProvisionChange } from '../../amendment/index.ts'
import { type AnnexBlock, type Article, parseText, type ProblemCode, type TableCell } from '../../text/index.ts'

export type FaultCode = 'noArticle' | 'noTarget' | 'noHeading' | 'notFound' | 'ambiguous' | 'unreadable' | 'noChange' | 'overlaps' | 'cited' | 'broken'
export type Fault = { code: FaultCode; message: string }
export type Resolved = { changes: ProvisionChange[] } | { fault: Fault }

export const no = (code: FaultCode, message: string): { fault: Fault } => ({ fault: { code, message } })
export const trimmed = (words: string): string => words.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')
/** it stands alone here: that it is not the first article is no fault of it, nor how somebody typed it */
const NO_FAULT: ReadonlySet<ProblemCode> = new Set(['number-gap', 'blank-in-sentence', 'table-in-body'])

/** One article out of its lines, read as a text of that article alone; null where they are not exactly one. */
export function readOne(words: string, number: string): Article | null {
  const read = words === '' ? null : parseText(`条例\n${number}　${words}`)
  const [made, ...others] = read?.articles ?? []
  const problems = (read?.problems ?? []).filter(({ code }) => !NO_FAULT.has(code))
  const more = (read?.divisions.length ?? 0) + (read?.annexes.length ?? 0) + (read?.closing.length ?? 0)
  return made === undefined || others.length > 0 || made.number !== number || problems.length > 0 || more > 0 ? null : made
}

const NUMBER = /^第[零一二三四五六七八九十百]+条[\s　]+/u

/** Several articles: each begins with its number, or an empty line stands between two of them. Null where one cannot be read. */
export function readArticles(words: string): Article[] | null {
  const lines = words.split('\n').map((line) => line.trim())
  const groups: string[][] = []
  const byNumber = lines.some((line) => NUMBER.test(line))
  let open = false
  for (const line of lines) {
    if (byNumber ? NUMBER.test(line) : line !== '' && !open) groups.push([])
    open = line !== ''
    if (line !== '') groups.at(-1)?.push(line.replace(NUMBER, ''))
  }
  const read = groups.map((group) => readOne(group.join('\n'), '第一条'))
  return read.length === 0 || (byNumber && !NUMBER.test(lines.find((line) => line !== '') ?? '')) || read.includes(null) ? null : read.flatMap((article) => article ?? [])
}

const cell = (text: string): TableCell => ({ text: text.trim(), columnSpan: 1, rowSpan: 1, header: false })

/** The lines of an annex; those with tabs, side by side, are the rows of a table (as a spreadsheet copies them). */
export function readBlocks(words: string): AnnexBlock[] {
  const blocks: AnnexBlock[] = []
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  for (const line of lines) {
    const last = blocks.at(-1)
    if (!line.includes('\t')) blocks.push({ kind: 'line', text: line.trim() })
    else if (last?.kind === 'table') last.table.rows.push(line.split('\t').map(cell))
    else blocks.push({ kind: 'table', table: { rows: [line.split('\t').map(cell)] } })
  }
  for (const block of blocks) {
    if (block.kind === 'line') continue
    const width = Math.max(...block.table.rows.map((row) => row.length))
    for (const row of block.table.rows) while (row.length < width) row.push(cell(''))
  }
  return blocks
}
