import { z } from '@hono/zod-openapi'
import type { FilingRow } from '../filing-row.ts'

const changeSchema = z.object({ op: z.enum(['equal', 'insert', 'delete']), text: z.string(), marks: z.array(z.string()).optional() })

/** One place where the sealed text and the electronic text differ. */
export const samenessDifferenceSchema = z
  .object({
    /** where it stands: 第十四条, 标题, 附件二 */
    place: z.string(),
    sealed: z.string().nullable(),
    word: z.string().nullable(),
    changes: z.array(changeSchema),
    /** a duty, a sum, a period or a reference is not the same on both sides */
    grave: z.boolean(),
  })
  .openapi('SamenessDifference')
export type SamenessDifference = z.infer<typeof samenessDifferenceSchema>

const storedSchema = z.object({ differences: z.array(samenessDifferenceSchema), characters: z.number().int(), sealedSha256: z.string(), wordSha256: z.string(), note: z.string().nullable(), /** what compared; null before it was kept */ algorithm: z.string().nullable().default(null) })
export type StoredSameness = z.infer<typeof storedSchema>

const explanationsSchema = z.record(z.string(), z.object({ text: z.string(), byName: z.string(), at: z.string() }))

/**
 * How the two texts were compared. `words`: both were read and compared word by word. `awaitingEye`: the sealed text is
 * a scan or cannot be read, a person still has to compare. `byEye`: a person has.
 */
export const samenessMethods = ['words', 'awaitingEye', 'byEye'] as const
export type SamenessMethod = (typeof samenessMethods)[number]

export const samenessSchema = z
  .object({
    id: z.string(),
    method: z.enum(samenessMethods),
    note: z.string().nullable(),
    characters: z.number().int(),
    differences: z.array(samenessDifferenceSchema.extend({ explanation: z.object({ text: z.string(), byName: z.string(), at: z.string() }).nullable() })),
    unexplained: z.number().int(),
    sealedSha256: z.string(),
    wordSha256: z.string(),
    checkedByName: z.string(),
    checkedAt: z.string(),
  })
  .openapi('SamenessCheck')
export type SamenessView = z.infer<typeof samenessSchema>

type CheckRow = FilingRow['sameness'][number]

export const methodOf = (check: Pick<CheckRow, 'method'>): SamenessMethod => z.enum(samenessMethods).parse(check.method)
export const storedOf = (check: Pick<CheckRow, 'differences'>): StoredSameness => storedSchema.parse(check.differences)
export const explanationsOf = (check: Pick<CheckRow, 'explanations'>) => explanationsSchema.parse(check.explanations)

const materialFile = (filing: FilingRow, kind: string): string | null => filing.materials.findLast((m) => m.kind === kind && m.fileId !== null)?.fileId ?? null

/** The two texts of the package that are compared; null where one is not there yet. */
export const textsOf = (filing: FilingRow): { sealedFileId: string; wordFileId: string } | null => {
  const [sealedFileId, wordFileId] = [materialFile(filing, 'sealedText'), materialFile(filing, 'electronicText')]
  return sealedFileId === null || wordFileId === null ? null : { sealedFileId, wordFileId }
}

/** The check that holds for the files as they are now; one of other files is history. */
export function currentCheck(filing: FilingRow): CheckRow | null {
  const texts = textsOf(filing)
  const newest = filing.sameness[0]
  return texts !== null && newest !== undefined && newest.sealedFileId === texts.sealedFileId && newest.wordFileId === texts.wordFileId ? newest : null
}

/** For the formal check: null while no comparison of these files was made or a person's eye is awaited. */
export function openDifferences(filing: FilingRow): { differences: number; unexplained: number } | null {
  const check = currentCheck(filing)
  if (check === null || methodOf(check) === 'awaitingEye') return null
  const { differences } = storedOf(check)
  const explained = explanationsOf(check)
  return { differences: differences.length, unexplained: differences.filter((_, index) => explained[String(index)] === undefined).length }
}

export function presentSameness(filing: FilingRow, names: ReadonlyMap<string, string>): SamenessView | null {
  const check = currentCheck(filing)
  if (check === null) return null
  const stored = storedOf(check)
  const explained = explanationsOf(check)
  return {
    id: check.id, method: methodOf(check), note: stored.note, characters: stored.characters,
    differences: stored.differences.map((d, index) => ({ ...d, explanation: explained[String(index)] ?? null })),
    unexplained: stored.differences.filter((_, index) => explained[String(index)] === undefined).length,
    sealedSha256: stored.sealedSha256, wordSha256: stored.wordSha256, checkedByName: names.get(check.checkedBy) ?? '', checkedAt: check.checkedAt.toISOString(),
  }
}
