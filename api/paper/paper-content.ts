import { z } from '@hono/zod-openapi'
import type { Block, Inline, PaperContent, Words } from '../typesetting/index.ts'

const inline = z.union([
  z.string().max(20_000),
  z.object({ kind: z.enum(['strong', 'added', 'gone']), text: z.string().max(20_000) }),
  z.object({ kind: z.literal('blank'), label: z.string().min(1).max(100), placeholder: z.string().max(200) }),
])
const words = z.union([z.string().max(20_000), z.array(inline).max(500)])
const cell = z.object({ words, columnSpan: z.number().int().optional(), rowSpan: z.number().int().optional(), header: z.boolean().optional(), align: z.enum(['left', 'center', 'right']).optional() })

const table = z.object({ columnShares: z.array(z.number()), rows: z.array(z.array(cell)).max(500), headerRowCount: z.number().int().optional() })

export const blockSchema = z
  .union([
    z.object({ kind: z.literal('paragraph'), words }),
    z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), text: z.string().max(500) }),
    z.object({ kind: z.literal('quote'), words }),
    z.object({ kind: z.literal('list'), items: z.array(words).max(200) }),
    z.object({
      kind: z.literal('table'), caption: z.string().optional(),
      table,
    }),
  ])
  .openapi('PaperBlock')

/** A paper as it is kept. Every field may be missing: sheets and rows of older programs are shown as far as they go. */
export const paperContentSchema = z
  .object({
    redHead: z.string().optional(),
    documentNo: z.string().optional(),
    signers: z.array(z.string()).optional(),
    title: z.string().default(''),
    recipient: z.string().optional(),
    body: z.array(blockSchema).default([]),
    attachments: z.array(z.string()).optional(),
    signature: z.object({ organ: z.string(), date: z.string() }).optional(),
    note: z.string().optional(),
    copyTo: z.string().optional(),
    printedBy: z.object({ organ: z.string(), date: z.string() }).optional(),
    demo: z.string().optional(),
    draft: z.string().optional(),
  })
  .openapi('PaperContent')
/** A form, receipt or list on its own sheet (备案登记表, 登记回执), as it was printed. */
export const paperSheetSchema = z.object({ subtitle: z.string().default(''), orientation: z.enum(['portrait', 'landscape']), table: table.extend({ rows: z.array(z.array(cell)) }), footLines: z.array(z.string()).default([]) }).openapi('PaperSheet')
/** What is kept where a paper is a sheet; null where it is words. */
export function sheetOf(stored: unknown): z.infer<typeof paperSheetSchema> | null {
  return paperSheetSchema.nullable().catch(null).parse(stored)
}
type StoredContent = z.infer<typeof paperContentSchema>

/** zod gives `undefined` where the layout's types say that a key is left out. */
export function contentOf(stored: unknown): PaperContent {
  const read: StoredContent = paperContentSchema.catch({ title: '', body: [] }).parse(stored)
  const { title, body, ...rest } = read
  return { title, body: body.map(blockOf), ...withoutUndefined(rest) }
}

export function blockOf(block: z.infer<typeof blockSchema>): Block {
  if (block.kind !== 'table') return block
  const { caption, table } = block
  return {
    kind: 'table',
    table: { columnShares: table.columnShares, rows: table.rows.map((row) => row.map(withoutUndefined)), ...(table.headerRowCount === undefined ? {} : { headerRowCount: table.headerRowCount }) },
    ...(caption === undefined ? {} : { caption }),
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }
function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Defined<T>
}

const mapWords = (given: Words, change: (inline: Inline) => Inline): Words => (typeof given === 'string' ? change(given) === given ? given : [change(given)] : given.map(change))

/** The paper with `change` made to every piece of its words. */
export function mapInlines(content: PaperContent, change: (inline: Inline) => Inline): PaperContent {
  const block = (b: Block): Block => {
    switch (b.kind) {
      case 'paragraph':
      case 'quote':
        return { ...b, words: mapWords(b.words, change) }
      case 'list':
        return { ...b, items: b.items.map((item) => mapWords(item, change)) }
      case 'table':
        return { ...b, table: { ...b.table, rows: b.table.rows.map((row) => row.map((c) => ({ ...c, words: mapWords(c.words, change) }))) } }
      case 'heading':
        return b
      default: {
        const never: never = b
        return never
      }
    }
  }
  return { ...content, body: content.body.map(block) }
}

/** The blanks of a paper, each label once, in the order in which a reader meets them. */
export function blankLabels(content: PaperContent): string[] {
  const labels: string[] = []
  mapInlines(content, (inline) => {
    if (typeof inline !== 'string' && inline.kind === 'blank' && !labels.includes(inline.label)) labels.push(inline.label)
    return inline
  })
  return labels
}
