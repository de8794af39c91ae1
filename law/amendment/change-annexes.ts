/** Annexes that come and go, their labels, and what the text calls them. */
import { labelOrdinal, toChineseNumber } from '../text/index.ts'
import { annexPassages, articlePassages } from './find-place.ts'
import type { FollowResult } from './follow-references.ts'
import type { TrackedWords } from './tracked-words.ts'
import type { WorkAnnex, WorkArticle, WorkText } from './working-text.ts'

const STYLE = /^(附[件表录图])([零〇一二三四五六七八九十百]+|[0-9]+)?([：:]?)$/u

/** Behind `after`, and behind what stands there new already. */
export function insertBehindAnnex(work: WorkText, after: WorkAnnex | null, annex: WorkAnnex): void {
  let at = after === null ? 0 : work.annexes.indexOf(after) + 1
  while (work.annexes[at]?.old === null) at += 1
  work.annexes.splice(at, 0, annex)
}

/** 附件 where there is one, 附件1, 附件2 … (or as the text counts) where there are several. */
export function labelAnnexes(work: WorkText): void {
  const left = work.annexes.filter(({ gone }) => !gone)
  const styles = work.annexes.flatMap(({ old, label }) => (old === null ? [] : [STYLE.exec(label)]))
  const numbered = styles.find((style) => style?.[2] !== undefined)
  const [, name = '附件', digits = '1', colon = ''] = numbered ?? styles[0] ?? []
  const numberOf = (ordinal: number): string => (/^[0-9]/u.test(digits) ? String(ordinal) : toChineseNumber(ordinal))
  left.forEach((annex, at) => {
    annex.label = `${name}${left.length === 1 ? '' : numberOf(at + 1)}${colon}`
  })
}

const CITED = /(?<!》)附([件表录图])([零〇一二三四五六七八九十百]+|[0-9]+)?/gu
const bare = (label: string): string => label.replace(/[：:]$/u, '')

/** 附件二 in the old words follows its annex; one that is gone is told. `labels`: those of the old text, with their annexes. */
export function followAnnexes(work: WorkText, labels: readonly { id: string; label: string; annex: WorkAnnex }[]): Pick<FollowResult, 'followed' | 'dangling'> {
  const followed: FollowResult['followed'] = []
  const dangling: FollowResult['dangling'] = []
  const targetOf = (cited: string): (typeof labels)[number] | undefined => {
    const exact = labels.find(({ label }) => bare(label) === cited)
    if (exact !== undefined) return exact
    const ordinal = labelOrdinal(cited)
    return ordinal === null ? undefined : labels.find(({ label }) => bare(label).slice(0, 2) === cited.slice(0, 2) && labelOrdinal(label) === ordinal)
  }
  const follow = (words: TrackedWords, article: WorkArticle | null): void => {
    for (const match of [...words.words.matchAll(CITED)].reverse()) {
      const target = targetOf(match[0])
      if (target === undefined || !words.isOld(match.index, match.index + match[0].length)) continue
      if (target.annex.gone) {
        dangling.push({ targetId: target.id, message: `${article?.old ?? '条文以外'}中的“${match[0]}”引用的${bare(target.label)}已经删去，请核对。` })
        continue
      }
      const now = bare(target.annex.label)
      if (now === bare(target.label)) continue
      words.splice(match.index, match.index + match[0].length, now)
      followed.push({ article, before: match[0], after: now })
    }
  }
  for (const article of work.articles) for (const { words } of articlePassages(article)) follow(words, article)
  for (const annex of work.annexes) if (!annex.gone) for (const { words } of annexPassages(annex)) follow(words, null)
  return { followed, dangling }
}
