import { AlignmentType, DeletedTextRun, InsertedTextRun, LineRuleType, Paragraph, type IParagraphOptions, type Table } from 'docx'
import { blankLine, bodyParagraph, docxTable, FONTS, type RunStyle, run, section } from './docx-parts.ts'
import { BODY, TITLE, titleLines } from '../../law/paper/index.ts'
import { packDocument } from './to-docx.ts'
import type { PaperRevision, TrackedBlock, TrackedContent, TrackedInline } from './tracked-content.ts'

type Op = TrackedInline['op']
type Mark = { id: number; author: string; date: string }

/** Lays out a text with its revisions as w:ins and w:del: accepting all gives the new text, rejecting all the old one. */
export async function toTrackedDocx(content: TrackedContent): Promise<Uint8Array> {
  let marks = 0
  // Word wants a number of its own for every revision and no fractions of a second
  const markOf = ({ author, at }: PaperRevision): Mark => ({ id: (marks += 1), author, date: `${at.slice(0, 19)}Z` })

  const pieces = (words: readonly TrackedInline[], style: RunStyle): IParagraphOptions['children'] =>
    words.map(({ text, strong, op, revision }) => {
      const options = { text, font: FONTS.body, size: BODY.sizeHalfPoints, characterSpacing: BODY.spacingTwips, ...style, ...(strong ? { bold: true } : {}) }
      if (op === 'equal') return run(text, { ...style, ...(strong ? { bold: true } : {}) })
      return op === 'insert' ? new InsertedTextRun({ ...options, ...markOf(revision) }) : new DeletedTextRun({ ...options, ...markOf(revision) })
    })
  /** The end of a paragraph that came or went goes with it. */
  const ending = (op: Op, revision: PaperRevision): Pick<IParagraphOptions, 'run'> => (op === 'equal' ? {} : { run: op === 'insert' ? { insertion: markOf(revision) } : { deletion: markOf(revision) } })

  const children = (block: TrackedBlock): (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'title':
        return titleLines(block.words.map(({ text }) => text).join(''), TITLE.charactersPerLine).map((text) => new Paragraph({
          alignment: AlignmentType.CENTER, spacing: { line: TITLE.lineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, keepNext: true,
          children: pieces([{ text, strong: false, op: block.op, revision: block.revision }], { font: FONTS.title, size: TITLE.sizePoints * 2, characterSpacing: 0 }) ?? [], ...ending(block.op, block.revision),
        }))
      case 'heading':
        return [bodyParagraph('', {}, { children: pieces(block.words, { font: FONTS.black }) ?? [], keepNext: true, ...ending(block.op, block.revision) })]
      case 'paragraph':
        return [bodyParagraph('', {}, { children: pieces(block.words, {}) ?? [], ...ending(block.op, block.revision) })]
      case 'table':
        return [docxTable(block.table, undefined, block.op === 'equal' ? undefined : { op: block.op, mark: () => markOf(block.revision) }), blankLine()]
      default: {
        const never: never = block
        return never
      }
    }
  }
  const titles = content.body.filter(({ kind }) => kind === 'title')
  const rest = content.body.filter(({ kind }) => kind !== 'title')
  return packDocument([section([...titles.flatMap(children), blankLine(), ...rest.flatMap(children)], content)], content.title)
}
