/** A quoted annex: 附件： and its title, lines and tables. */
import { blocksFromText, type AnnexBlock } from '../text/index.ts'
import type { QuotedLines } from './instruction.ts'

const LABEL = /^(附[件表录][一二三四五六七八九十0-9]*)[：:]?\s*(.*)$/u

/** The blocks of an annex; its label and title where the quotation begins with them. */
export function parseAnnexBlocks(lines: QuotedLines): { label: string; title: string; blocks: AnnexBlock[] } {
  const match = LABEL.exec(lines[0] ?? '')
  const body = match === null ? lines : lines.slice(1)
  const blocks = blocksFromText(body.join('\n')).map((block): AnnexBlock => (block.kind === 'line' ? { kind: 'line', text: block.text } : { kind: 'table', table: block.table }))
  return { label: match?.[1] ?? '', title: match?.[2] ?? '', blocks }
}
