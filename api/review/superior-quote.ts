import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inForceOn, legalTextSchema, standingOn, type VersionDates, versionDates, versionDatesSelect, worksOfOne } from '../library/index.ts'
import { provisionLabel, provisionText } from './provision-label.ts'
import { readableVersions } from './read-version.ts'

/** The superior provision that a flag rests on: from the library, or pasted where the library lacks it. */
export type SuperiorInput =
  | { source: 'library'; versionId: string; eId: string; /** the words that matter; left out: the whole provision */ quote?: string | undefined }
  | { source: 'pasted'; title: string; label: string; text: string }

type SuperiorColumns = {
  superiorVersionId: string | null
  superiorEId: string | null
  superiorLabel: string | null
  superiorQuote: string | null
  superiorTitle: string | null
  superiorUnverified: boolean
}

/**
 * What a flag keeps of the superior provision. A text of the library is quoted as it was in force on the date that is
 * judged: the same fine can be lawful on one date and not on another. What was pasted is marked 来源未核.
 */
export async function superiorColumns(options: { services: Services; actor: Actor; superior: SuperiorInput | null; judgedOn: string }): Promise<SuperiorColumns> {
  const { superior } = options
  if (superior === null) return { superiorVersionId: null, superiorEId: null, superiorLabel: null, superiorQuote: null, superiorTitle: null, superiorUnverified: false }
  if (superior.source === 'pasted') {
    return { superiorVersionId: null, superiorEId: null, superiorLabel: superior.label.trim(), superiorQuote: superior.text.trim(), superiorTitle: superior.title.trim(), superiorUnverified: true }
  }
  const { services, actor, judgedOn } = options
  const version = await services.prisma.version.findFirst({ where: { id: superior.versionId, ...readableVersions(actor) }, include: { work: { select: { id: true, title: true } } } })
  if (version === null) throw refused('法规库里没有这个上位法版本，请重新选择。')
  await refuseOtherDate({ services, workId: version.workId, title: version.work.title, chosen: versionDates(version), judgedOn })
  const text = legalTextSchema.parse(version.tree)
  const words = provisionText(text, superior.eId)
  if (words === null) throw refused('上位法的这个版本里没有这一条，请重新选择。')
  const quote = superior.quote?.trim() ?? ''
  if (quote !== '' && !words.includes(quote)) throw refused('所引的上位法文字和库中原文对不上，请重新选取。')
  return {
    superiorVersionId: version.id, superiorEId: superior.eId, superiorLabel: provisionLabel(text, superior.eId), superiorQuote: quote === '' ? words : quote,
    superiorTitle: version.title, superiorUnverified: false,
  }
}

async function refuseOtherDate(options: { services: Services; workId: string; title: string; chosen: VersionDates; judgedOn: string }): Promise<void> {
  const { services, workId, title, chosen, judgedOn } = options
  const versions = (await services.prisma.version.findMany({ where: { workId: { in: await worksOfOne(services.prisma, workId) } }, select: versionDatesSelect })).map(versionDates)
  const right = inForceOn(versions, judgedOn)
  if (right === null && standingOn(chosen, versions, judgedOn) === 'ended' && chosen.effectiveTo === null) {
    throw refused(`判断日 ${judgedOn} 以前，《${title}》已经有后来的文本，只是没有录入施行日期，所引的 ${chosen.effectiveFrom ?? ''} 版已被代替。请改引后来的文本，或者改判断日。`)
  }
  if (right === null || right.id === chosen.id || chosen.effectiveFrom === null) return
  throw refused(`判断日 ${judgedOn} 有效的是《${title}》${right.effectiveFrom ?? ''} 起施行的版本，不是所引的 ${chosen.effectiveFrom} 版。请改引有效版本，或者改判断日。`)
}

const refused = (message: string) => problem('invalid-input', { detail: message, fields: [{ path: 'superior', message }] })
