import { toChineseNumber } from '../../law/text/index.ts'
import type { Block, Inline, PaperContent } from '../typesetting/index.ts'

/** Pieces that the papers of legislation are written with. */
export type Composed = {
  title: string
  recipient: { id: string | null; name: string } | null
  content: PaperContent
  /** what the record already says of a passage that a person may still correct, by key */
  values?: Record<string, string>
}

export const p = (...words: Inline[]): Block => ({ kind: 'paragraph', words: words.length === 1 && typeof words[0] === 'string' ? words[0] : words })
export const h = (text: string): Block => ({ kind: 'heading', level: 1, text })
export const ordinal = (at: number): string => `${toChineseNumber(at + 1)}、`
export const stop = (text: string): string => (/[。！？；]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`)
/** A place that a person fills; its label is its key. */
export const gap = (label: string, placeholder = '　　　　'): Inline => ({ kind: 'blank', label, placeholder })
/** 《甲市养犬管理条例（草案）》 */
export const draftTitle = (title: string, stage = '草案'): string => `《${title.replace(/（草案.*）$/u, '')}（${stage}）》`
export const lawTitle = (title: string): string => `《${title.replace(/（草案.*）$/u, '')}》`
/** 第十二条 of a label that a draft keeps. */
export const bare = (title: string): string => title.replace(/^《|》$/gu, '').replace(/（草案.*）$/u, '')
