import { z } from '@hono/zod-openapi'
import { deadlineSchema } from '../deadline/index.ts'

export const taskSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    state: z.string(),
    filing: z.object({ id: z.string(), title: z.string(), documentNo: z.string(), registrationNo: z.string().nullable(), makerName: z.string(), state: z.string() }),
    committee: z.object({ id: z.string(), name: z.string() }),
    request: z.string(),
    sentOn: z.string(),
    dueOn: z.string().nullable(),
    deadline: deadlineSchema.nullable(),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: z.string().nullable(),
    /** files that go with the opinion, byte for byte */
    files: z.array(z.object({ id: z.string(), name: z.string(), sizeBytes: z.number().int(), sha256: z.string() })),
    late: z.boolean(),
    letter: z.object({ docxFileId: z.string().nullable(), pdfFileId: z.string().nullable(), number: z.string().nullable() }).nullable(),
  })
  .openapi('CommitteeTask')
