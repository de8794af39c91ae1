/** What the workbench's parts share: types of the API, and the shapes of law/ checked before they are used. */
import type { Comparison } from '../../../law/compare/index.ts'
import type { LegalText } from '../../../law/text/index.ts'
import type { components } from '../../api/schema.d.ts'
import type { SelectedPassage } from '../../components/passages.ts'

type Schemas = components['schemas']
export type Workbench = Schemas['Workbench']
export type Flag = Schemas['ReviewFlag']
export type FollowedFlag = Workbench['followed'][number]
export type CarriedFlag = Schemas['VersionFlag']
export type FlagBody = Schemas['FlagBody']
export type Related = Schemas['RelatedProvisions']
export type RelatedProvision = Schemas['RelatedProvision']
export type CommitteeTask = Schemas['CommitteeTask']
export type CaseAction = Schemas['CaseAction']

const has = (value: unknown, ...keys: string[]): value is Record<string, unknown> => typeof value === 'object' && value !== null && keys.every((key) => key in value)

/** The tree as the library stored it. */
export const isLegalText = (value: unknown): value is LegalText => has(value, 'articles', 'divisions', 'annexes', 'preamble', 'closing', 'problems')
export const isComparison = (value: unknown): value is Comparison => has(value, 'rows', 'annexes', 'summary', 'title')

export { shownDeadline, stateKind } from '../case-shown.ts'

/** What is about to be flagged: the selected words line by line. */
export type ChosenPassage = { articleId: string; articleLabel: string; exact: string; parts: { eId: string; start: number; exact: string }[] }

export const articleIdOf = (eId: string): string => eId.split('__')[0] ?? eId

/** A selection as the flag form takes it; null where it reaches over several articles. */
export function passageFrom(selected: SelectedPassage, text: LegalText): ChosenPassage | null {
  const articleId = articleIdOf(selected.eId)
  if (selected.parts.some((part) => articleIdOf(part.eId) !== articleId)) return null
  const article = text.articles.find(({ id }) => id === articleId)
  return { articleId, articleLabel: article?.number ?? '', exact: selected.exact, parts: selected.parts.map(({ eId, start, exact }) => ({ eId, start, exact })) }
}

/** The superior provision that a flag quotes. */
export type ChosenSuperior = { source: 'library'; versionId: string; eId: string; title: string; label: string } | { source: 'pasted'; title: string; label: string; text: string }

const wordsAt = (text: LegalText, eId: string): string => {
  for (const article of text.articles) {
    for (const paragraph of article.paragraphs) {
      if (paragraph.id === eId) return paragraph.text
      for (const item of paragraph.items) {
        if (item.id === eId) return item.text
        const found = item.subitems.find(({ id }) => id === eId)
        if (found !== undefined) return found.text
      }
    }
  }
  return ''
}

/** What a flag marks, as the form takes it. */
export const passageOfFlag = (flag: Flag, text: LegalText): ChosenPassage => ({
  articleId: flag.articleId, articleLabel: flag.articleLabel, exact: flag.exact,
  parts: flag.ranges.map(({ eId, start, end }) => ({ eId, start, exact: wordsAt(text, eId).slice(start, end) })),
})
