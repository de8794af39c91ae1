/**
 * Titles by the letters that people type when the input method is off: 立法法 → `lifafa`.
 */
import { titleKey } from './query/index.ts'

let loading: Promise<typeof import('pinyin-pro')> | undefined

export type Speller = { /** letters and digits only; ü is v, as it is typed */ titlePinyin(title: string): string }

/** Loads the readings once for the process. */
export async function loadSpeller(): Promise<Speller> {
  loading ??= import('pinyin-pro')
  const { pinyin } = await loading
  return {
    titlePinyin(title) {
      return pinyin(titleKey(title), { toneType: 'none', type: 'array', v: true }).join('').toLowerCase().replace(/[^a-z0-9]+/gu, '')
    },
  }
}
