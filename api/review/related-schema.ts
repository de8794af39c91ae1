import { z } from '@hono/zod-openapi'

const standing = z.enum(['inForce', 'ended', 'notYet', 'unknown'])

export const relatedProvisionSchema = z
  .object({
    workId: z.string(),
    workKey: z.string(),
    title: z.string(),
    documentKind: z.string(),
    versionId: z.string(),
    dateKey: z.string(),
    /** null where this version of the work has no such provision */
    eId: z.string().nullable(),
    label: z.string(),
    lines: z.array(z.string()),
    why: z.enum(['cited', 'similar', 'limits', 'repeals']),
    limits: z.array(z.string()),
    score: z.number(),
    sharedPhrases: z.array(z.string()),
    /** on the date that is judged */
    standing,
    effectiveFrom: z.string().nullable(),
    effectiveTo: z.string().nullable(),
    promulgated: z.string().nullable(),
    sourceNote: z.string().nullable(),
    versions: z.array(z.object({ versionId: z.string(), dateKey: z.string(), effectiveFrom: z.string().nullable(), effectiveTo: z.string().nullable(), standing })),
    /** what both attach to the same act; empty unless both have a sanction */
    sanctions: z.array(z.object({ conduct: z.string(), superior: z.string().nullable(), own: z.string().nullable(), differs: z.boolean() })),
  })
  .openapi('RelatedProvision')

export const relatedSchema = z
  .object({
    on: z.string(),
    article: z.object({ eId: z.string(), label: z.string() }),
    related: z.array(relatedProvisionSchema),
    notInLibrary: z.array(z.string()),
    degraded: z.string().nullable(),
  })
  .openapi('RelatedProvisions')
