import { type LegalText, readMetadata } from '../../law/text/index.ts'
import type { ManifestEntry } from './import-manifest.ts'
import { libraryKindOf, libraryRank } from './library-kind.ts'
import type { VersionInput, WorkIdentity } from './store-version.ts'

export type IdentifiedText = { identity: WorkIdentity; version: VersionInput; unknown: string[] }

/** What a person says of a text at upload; it goes before what the text says of itself. */
export type SaidOfText = { title?: string | null; issuer?: string | null; kind?: string | null; documentNo?: string | null; promulgated?: string | null; effectiveFrom?: string | null }

/**
 * Who made a text and when it holds: from the manifest where there is one, else from title, 题注 and commencement article.
 * A date of effect older than the version's own adoption is that of the first version: it is taken as unknown, never as
 * this version's (design §4a). `unknown` names in Chinese what could not be found.
 */
export function identifyText(options: { text: LegalText; entry?: ManifestEntry; said?: SaidOfText; published: VersionInput['published']; sourceNote?: string | null }): IdentifiedText {
  const { text, entry, said } = options
  const own = readMetadata(text)
  const title = said?.title ?? entry?.title ?? own.title
  const issuer = said?.issuer ?? entry?.issuing_body ?? own.issuer ?? ''
  const documentKind = libraryKindOf({ word: said?.kind ?? entry?.kind ?? null, title, issuer })
  const adopted = entry?.version_date ?? own.adopted ?? null
  const promulgated = said?.promulgated ?? own.promulgated ?? entry?.promulgated ?? null
  const stated = said?.effectiveFrom ?? own.effectiveFrom ?? entry?.effective_stated ?? null
  const ofThisVersion = stated !== null && (said?.effectiveFrom != null || adopted === null || stated >= adopted) ? stated : null
  const basis = ofThisVersion === null ? 'unknown' : own.effectiveFrom === ofThisVersion ? own.effectiveBasis : 'stated'
  const unknown = [
    ...(title === '' ? ['标题'] : []),
    ...(issuer === '' ? ['制定机关'] : []),
    ...(ofThisVersion === null ? ['施行日期'] : []),
    ...(documentKind === 'other' ? ['文件种类'] : []),
  ]
  return {
    identity: { title: title === '' ? '（没有标题）' : title, issuer: issuer === '' ? '（制定机关未知）' : issuer, documentKind, rank: libraryRank(documentKind) },
    version: {
      text, documentNo: said?.documentNo ?? entry?.doc_no ?? own.documentNo ?? null, adopted, approved: own.approved ?? null, promulgated, effectiveFrom: ofThisVersion,
      effectiveBasis: basis, published: options.published, sourceNote: options.sourceNote ?? null,
    },
    unknown,
  }
}
