import { z } from 'zod/mini'

const passage = z.object({ articleId: z.string(), articleLabel: z.string(), exact: z.string(), parts: z.array(z.object({ eId: z.string(), start: z.number(), exact: z.string() })) })
const superior = z.union([
  z.object({ source: z.literal('library'), versionId: z.string(), eId: z.string(), title: z.string(), label: z.string() }),
  z.object({ source: z.literal('pasted'), title: z.string(), label: z.string(), text: z.string() }),
])

const draft = z.object({
  /** the flag that is edited and its revision; null for a new one */
  flag: z.nullable(z.object({ id: z.string(), number: z.number(), revision: z.number() })),
  passage, superior: z.nullable(superior), standard: z.string(), code: z.string(), severity: z.string(), reason: z.string(), suggestion: z.string(), judgedOn: z.string(),
})

/** What was typed in the flag form; it stays on the computer until the server has it. */
export type FlagDraft = z.infer<typeof draft>
export const readFlagDraft = (stored: unknown): FlagDraft => draft.parse(stored)
