import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** The two families that npm carries whole, under the SIL Open Font License, as variable fonts in slices. */
export type Family = 'noto-serif-sc' | 'noto-sans-sc'

/** Faces of the layout and what stands in for the fonts of the standard, which may not be passed on. */
export const FACES = {
  /** 仿宋, 宋体 */
  body: { family: 'noto-serif-sc', weight: 400 },
  /** 小标宋 */
  title: { family: 'noto-serif-sc', weight: 800 },
  /** 黑体 */
  black: { family: 'noto-sans-sc', weight: 600 },
  /** 楷体 */
  kai: { family: 'noto-serif-sc', weight: 300 },
  strong: { family: 'noto-serif-sc', weight: 700 },
} as const satisfies Record<string, { family: Family; weight: number }>

export type FaceName = keyof typeof FACES

type Slice = { key: string; ranges: readonly (readonly [number, number])[] }
type FamilyIndex = { folder: string; slices: readonly Slice[]; /** slices of the code points that were asked for */ known: Map<number, string | null> }

const parseRanges = (text: string): (readonly [number, number])[] =>
  text.split(',').map((part) => {
    const [from = '0', to] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as const
  })

const indexes = new Map<Family, Promise<FamilyIndex>>()

const readIndex = async (family: Family): Promise<FamilyIndex> => {
  const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${family}/package.json`))
  const table = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')))
  // Chinese punctuation such as “ ” — is in the Latin slice too, at Latin width: the Chinese ones come first
  const order = Object.entries(table).sort(([a], [b]) => Number(b.startsWith('[')) - Number(a.startsWith('[')))
  return { folder, slices: order.map(([key, ranges]) => ({ key: key.replace(/[[\]]/g, ''), ranges: parseRanges(ranges) })), known: new Map() }
}

/** The list of slices of a family, read once. */
export function familyIndex(family: Family): Promise<FamilyIndex> {
  const known = indexes.get(family) ?? readIndex(family)
  indexes.set(family, known)
  return known
}

/** The slice that draws a character, null where the family has none. Looked up once: a paper asks for the same ones over and over. */
export function sliceOf(index: FamilyIndex, character: string): string | null {
  const code = character.codePointAt(0) ?? 0
  const known = index.known.get(code)
  if (known !== undefined) return known
  const slice = index.slices.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))?.key ?? null
  index.known.set(code, slice)
  return slice
}

export const slicePath = (index: FamilyIndex, family: Family, key: string): string => join(index.folder, 'files', `${family}-${key}-wght-normal.woff2`)
