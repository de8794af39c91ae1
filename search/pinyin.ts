/**
 * Titles by the letters that people type when the input method is off: 立法法 → `lifafa`.
 */
import { titleKey } from './query/index.ts'

let loading: Promise<typeof import('pinyin-pro')> | undefined

export type Speller = {
  /** letters and digits only; ü is v, as it is typed */
  titlePinyin(title: string): string
  /** the same from each syllable on: `lifafa`, `fafa`, `fa` */
  titleEndings(title: string): string[]
}

/** Loads the readings once for the process. */
export async function loadSpeller(): Promise<Speller> {
  loading ??= import('pinyin-pro')
  const { pinyin } = await loading
  const syllables = (title: string): string[] => pinyin(titleKey(title), { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]+/gu, ''))
  return {
    titlePinyin: (title) => syllables(title).join(''),
    titleEndings(title) {
      const read = syllables(title).filter((syllable) => syllable !== '')
      return read.map((_, at) => read.slice(at).join(''))
    },
  }
}
