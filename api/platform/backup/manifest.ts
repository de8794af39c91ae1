import { z } from 'zod'

const table = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  /** Of the rows' contents, in whatever order they lie; counted by the database. */
  contentDigest: z.string(),
  /** Of the file `tables/<name>.copy.gz`. */
  sha256: z.string(),
})

/** What a backup holds. It is written last: a folder without it is no backup. */
export const manifestSchema = z.object({
  format: z.literal(1),
  program: z.literal('lifa'),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  files: z.array(z.object({ sha256: z.string(), sizeBytes: z.int().nonnegative() })),
})

export type Manifest = z.infer<typeof manifestSchema>
export type TableEntry = Manifest['tables'][number]

/** A backup that cannot be taken or restored, in a sentence that says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export const MANIFEST_FILE = 'manifest.json'
export const tableFile = (name: string): string => `tables/${name}.copy.gz`
