import { z } from 'zod'

type Noded = { type: string; attrs?: Record<string, unknown> | undefined; content?: Noded[] | undefined }
const noded: z.ZodType<Noded> = z.lazy(() => z.looseObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional(), content: z.array(noded).optional() }))

/** What each article (or chapter, annex) of a draft's document is called, in the order of the text; '' where it has no key. */
export function keysOfDocument(doc: unknown, type: 'article' | 'chapter' | 'annex' = 'article'): string[] {
  const keys: string[] = []
  const walk = (node: Noded): void => {
    if (node.type === type) {
      const key = node.attrs?.['key']
      keys.push(typeof key === 'string' ? key : '')
    }
    for (const child of node.content ?? []) walk(child)
  }
  const read = noded.safeParse(doc)
  if (read.success) walk(read.data)
  return keys
}
