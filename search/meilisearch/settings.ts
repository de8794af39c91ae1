import type { Settings } from 'meilisearch'
import { EVERYDAY_WORDS } from '../query/everyday-words.ts'
import { MAX_LIMIT } from '../engine.ts'

/** Pages are served up to here, as by the embedded engine. */
const DEEPEST_HIT = 500 + MAX_LIMIT

/**
 * Settings of the index. They belong to the index, not to its name: a rebuilt index is given them before it is
 * swapped in.
 */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['workTitle', 'title', 'number', 'documentNumber', 'text', 'issuer', 'titlePinyin', 'titlePairs'],
  filterableAttributes: [
    'kind', 'workKey', 'versionId', 'number', 'issuer', 'documentKind', 'regionCode', 'documentNumberKey', 'validFromDay', 'validToDay', 'audience', 'organIds',
  ],
  sortableAttributes: ['validFromDay', 'rank'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'rank:asc'],
  localizedAttributes: [{ attributePatterns: ['workTitle', 'title', 'number', 'text', 'issuer'], locales: ['cmn'] }],
  dictionary: [...new Set(EVERYDAY_WORDS.flatMap(([everyday, legal]) => [everyday, ...legal]))],
  // numbers and dates are exact: 2019 is not 2018 with a slip of the finger
  typoTolerance: { disableOnNumbers: true, disableOnAttributes: ['number', 'documentNumber', 'titlePinyin', 'titlePairs'] },
  pagination: { maxTotalHits: DEEPEST_HIT },
}
