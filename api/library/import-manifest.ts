import { z } from 'zod'

/**
 * What a folder's `manifest.json` says of its texts. Only what is used is named; the rest may be anything. `work` is a
 * person's word that texts of different titles are one work (design §4a: a renamed law stays one only by such a word).
 */
const entrySchema = z.looseObject({
  file: z.string(),
  title: z.string().nullish(),
  kind: z.string().nullish(),
  issuing_body: z.string().nullish(),
  doc_no: z.string().nullish(),
  promulgated: z.string().nullish(),
  effective_stated: z.string().nullish(),
  version_date: z.string().nullish(),
  work: z.string().nullish(),
  sha256: z.string().nullish(),
})
const manifestSchema = z.looseObject({ texts: z.array(entrySchema) })

export type ManifestEntry = z.infer<typeof entrySchema>

/** Entries by file name. Throws ZodError when the file is no manifest of texts. */
export const readManifest = (json: string): Map<string, ManifestEntry> =>
  new Map(manifestSchema.parse(JSON.parse(json)).texts.map((entry) => [entry.file, entry]))
