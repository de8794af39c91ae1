import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const folder = path.resolve(import.meta.dirname, '..', process.env['LIFA_CORPUS'] ?? '../shared/corpus')

/** The folder of real texts, null where there is none: then the figures on texts are left out, and it is said. */
export const corpusFolder = existsSync(path.join(folder, 'manifest.json')) ? folder : null

export const readCorpusText = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8')

export async function corpusFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((f) => (f.endsWith('.md') || f.endsWith('.txt')) && f.includes('__'))
}

const manifestSchema = z.looseObject({
  texts: z.array(z.looseObject({ file: z.string(), chars: z.number(), kind: z.string(), irregularity: z.string().optional() })),
  pairs: z.array(z.looseObject({ before: z.string(), after: z.string() })),
})

const readManifest = async () => manifestSchema.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')))

/** The texts that are no 决定 and of which the manifest documents no irregularity. */
export async function regularFiles(): Promise<string[]> {
  return (await readManifest()).texts.filter(({ kind, irregularity }) => kind !== '决定' && irregularity === undefined).map(({ file }) => file)
}

/** The pairs of versions with the most characters, as their files. */
export async function largestPairs(count: number): Promise<[string, string][]> {
  const manifest = await readManifest()
  const length = new Map(manifest.texts.map((t) => [t.file, t.chars]))
  const size = (pair: { before: string; after: string }) => (length.get(pair.before) ?? 0) + (length.get(pair.after) ?? 0)
  return manifest.pairs.toSorted((a, b) => size(b) - size(a)).slice(0, count).map((p) => [p.before, p.after])
}
