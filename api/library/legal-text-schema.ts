import { z } from 'zod'
import type { LegalText } from '../../law/text/index.ts'

const shape = z.looseObject({
  form: z.enum(['articles', 'outline']),
  title: z.string(),
  note: z.string(),
  articles: z.array(z.looseObject({ id: z.string(), number: z.string(), paragraphs: z.array(z.looseObject({ id: z.string(), text: z.string() })) })),
  divisions: z.array(z.looseObject({ id: z.string(), number: z.string() })),
  annexes: z.array(z.looseObject({ id: z.string(), label: z.string() })),
  problems: z.array(z.unknown()),
})

type Stored = Omit<LegalText, 'remarks'> & Partial<Pick<LegalText, 'remarks'>>

/**
 * The tree as it lies in the database. It was written by storeVersion from a LegalText, so that the check is of its
 * shape, not of every leaf: the Civil Code is read in a millisecond.
 */
export const legalTextSchema = z
  .custom<Stored>((value) => shape.safeParse(value).success, '库中的文本结构已损坏，请联系管理员从备份恢复。')
  // texts that were stored before remarks were parted from problems have none
  .transform((text): LegalText => ({ ...text, remarks: text.remarks ?? [] }))
