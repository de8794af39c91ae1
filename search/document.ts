/**
 * What the indexer gives an engine for one version of a work. Pure: the indexer reads the rows, these functions shape them.
 */
import type { LegalText } from '../law/text/tree.ts'
import type { Audience, SearchDocument } from './engine.ts'

export type IndexedWork = { key: string; title: string; issuer: string; documentKind: string; rank: number; regionCode: string }

export type IndexedVersion = {
  id: string
  dateKey: string
  documentNumber: string | null
  /** first day in force, null where it is unknown */
  validFrom: string | null
  /** first day no longer in force */
  validTo: string | null
  audience: Audience
  /** for whom an internal version is; absent or empty: every organ */
  organIds?: string[]
  /** 题注 and preamble: what the document of the work itself shows */
  opening: string
}

/** An article, or a paragraph of an outline text, or an annex: the unit that is found. */
export type IndexedProvision = { eId: string; number: string; heading: string; text: string; /** where it differs from the version's */ validFrom?: string | null }

const NOT_IN_ID = /[^A-Za-z0-9_-]/gu

/** Every search document of one version: the work first, then its provisions. */
export function documentsOfVersion(of: { work: IndexedWork; version: IndexedVersion; provisions: IndexedProvision[] }): SearchDocument[] {
  const { work, version, provisions } = of
  const shared = {
    workKey: work.key,
    workTitle: work.title,
    versionId: version.id,
    dateKey: version.dateKey,
    issuer: work.issuer,
    documentKind: work.documentKind,
    rank: work.rank,
    regionCode: work.regionCode,
    validTo: version.validTo,
    audience: version.audience,
    ...(version.organIds === undefined ? {} : { organIds: version.organIds }),
  }
  return [
    {
      ...shared,
      id: version.id,
      kind: 'work',
      title: work.title,
      number: '',
      anchor: null,
      text: version.opening,
      documentNumber: version.documentNumber,
      validFrom: version.validFrom,
    },
    ...provisions.map(
      (provision): SearchDocument => ({
        ...shared,
        id: `${version.id}_${provision.eId.replace(NOT_IN_ID, '-')}`,
        kind: 'provision',
        title: provision.heading,
        number: provision.number,
        anchor: provision.eId,
        text: provision.text,
        documentNumber: null,
        validFrom: provision.validFrom === undefined ? version.validFrom : provision.validFrom,
      }),
    ),
  ]
}

/** The units of a parsed text: its articles, then its annexes. */
export function provisionsOfText(text: LegalText): IndexedProvision[] {
  const articles = text.articles.map((article) => ({
    eId: article.id,
    number: article.number,
    heading: article.heading ?? '',
    text: article.paragraphs.map(paragraphText).join('\n'),
  }))
  const annexes = text.annexes.map((annex) => ({
    eId: annex.id,
    number: annex.label,
    heading: annex.title,
    text: annex.blocks.map((block) => (block.kind === 'line' ? block.text : tableText(block.table))).join('\n'),
  }))
  return [...articles, ...annexes]
}

/** 题注, preamble and the letter in front: what the document of the work shows. */
export function openingOfText(text: LegalText): string {
  return [text.note, ...text.preamble, ...text.notice].filter((line) => line !== '').join('\n')
}

function paragraphText(paragraph: LegalText['articles'][number]['paragraphs'][number]): string {
  const items = paragraph.items.flatMap((item) => [`${item.number}${item.text}`, ...item.subitems.map((subitem) => `${subitem.number}${subitem.text}`)])
  return [paragraph.text, ...items, ...(paragraph.table === undefined ? [] : [tableText(paragraph.table)])].join('\n')
}

function tableText(table: NonNullable<LegalText['articles'][number]['paragraphs'][number]['table']>): string {
  return table.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n')
}
