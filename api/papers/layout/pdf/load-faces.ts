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
      const whole = await readFile(slicePath(index, family, slice))
      const cut = await subsetFont(whole, members.join(''), { targetFormat: 'truetype', variationAxes: { wght: weight } })
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
