/**
 * A cross-reference in the editor's document: its words are computed from where its targets stand
 * (`renderReference` of law/drafting), so that they follow when provisions are put in, moved or taken out.
 */
import { z } from 'zod'

/**
 * How one level of a target is said: 第十条, 本条, 前条; 第二款, 前款; 第三项, 第（三）项, 前项; 第1目; 第二章, 本章.
 * `paragraph?`: 第…款 only where the article has more than one.
 */
export const REFERENCE_LEVELS = [
  'article',
  'own-article',
  'preceding-article',
  'paragraph?',
  'paragraph',
  'preceding-paragraph',
  'item',
  'bracketed-item',
  'preceding-item',
  'subitem',
  'division',
] as const
export type ReferenceLevel = (typeof REFERENCE_LEVELS)[number]

/** `show` from the outermost level to that of the target. More than one key only for 前两款, 前三项: they follow each other. */
const targetPart = z.strictObject({ keys: z.array(z.string().min(1)).min(1), show: z.array(z.enum(REFERENCE_LEVELS)).min(1) })
const referenceParts = z.array(z.union([z.string(), targetPart]))

export type ReferenceTarget = z.infer<typeof targetPart>
/** Words that stay (本条例, 、, 至), and targets. 第十条至第十二条 names both ends. */
export type ReferencePart = string | ReferenceTarget

/**
 * Parts as they stand in a document or on the clipboard.
 * @throws RangeError where they are none
 */
export function readReferenceParts(value: unknown): ReferencePart[] {
  const read = referenceParts.safeParse(value)
  if (!read.success || !read.data.some((part) => typeof part !== 'string')) throw new RangeError('No parts of a reference')
  return read.data
}
