import { readFile } from 'node:fs/promises'
import { FACES, familyIndex, slicePath, sliceOf, type FaceName } from './font-slices.ts'

/** Printed where no font has a character: the mark that Chinese printers use for a missing letter. */
export const MISSING_MARK = '〓'

/** Small fonts with just the characters that a paper needs, and which of them draws which character. */
export type LoadedFaces = {
  fonts: ReadonlyMap<string, Buffer>
  fontOf: (face: FaceName, character: string) => string | null
}

const keyOf = (face: FaceName, slice: string): string => {
  const { family, weight } = FACES[face]
  return `${family}-${weight}-${slice}`
}

/** Slices that are kept ready, of about 75 KB each: a few letters and forms use the same ones again and again. */
const KEPT_SLICES = 240
const ready = new Map<string, Promise<Uint8Array>>()

/** A whole slice at the weight of a face. Unpacking and weighing it takes far longer than cutting it. */
function readySlice(key: string, prepare: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const slice = ready.get(key) ?? prepare()
  // the one used last stays longest
  ready.delete(key)
  ready.set(key, slice)
  slice.catch(() => ready.delete(key))
  const [oldest] = ready.keys()
  if (ready.size > KEPT_SLICES && oldest !== undefined) ready.delete(oldest)
  return slice
}

/**
 * Cuts the slices that hold the wanted characters down to them, at the weight of each face.
 * @param wanted the characters that each face prints
 */
export async function loadFaces(wanted: ReadonlyMap<FaceName, ReadonlySet<string>>): Promise<LoadedFaces> {
  // the subsetter is a megabyte of WebAssembly: only loaded when a PDF is made
  const { default: subsetFont } = await import('subset-font')
  const fonts = new Map<string, Buffer>()
  const fontByCharacter = new Map<string, string>()
  for (const [face, characters] of wanted) {
    const { family, weight } = FACES[face]
    const index = await familyIndex(family)
    const bySlice = new Map<string, string[]>()
    for (const character of [...characters, MISSING_MARK]) {
      const slice = sliceOf(index, character)
      if (slice !== null) bySlice.set(slice, [...(bySlice.get(slice) ?? []), character])
    }
    for (const [slice, members] of bySlice) {
      // the published types do not know keepAllGlyphs yet
      const weighed = { targetFormat: 'truetype' as const, keepAllGlyphs: true, variationAxes: { wght: weight } }
      const whole = await readySlice(keyOf(face, slice), async () => subsetFont(await readFile(slicePath(index, family, slice)), '', weighed))
      const cut = await subsetFont(Buffer.from(whole), members.join(''), { targetFormat: 'truetype' })
      fonts.set(keyOf(face, slice), Buffer.from(cut))
      for (const member of members) fontByCharacter.set(`${face}:${member}`, keyOf(face, slice))
    }
  }
  return { fonts, fontOf: (face, character) => fontByCharacter.get(`${face}:${character}`) ?? null }
}

/** Characters of a text that the fonts of the PDF cannot print (rare characters of names and places). */
export async function charactersWithoutGlyph(text: string): Promise<string[]> {
  const index = await familyIndex(FACES.body.family)
  return [...new Set(text)].filter((character) => !/\s/.test(character) && sliceOf(index, character) === null)
}
