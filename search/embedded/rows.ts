/** What the engine writes and reads: plain rows of "SearchDocument". */
import type { SearchDocument } from '../engine.ts'
import { documentNumberKey, titleKey } from '../query/index.ts'
import { characterPairs } from '../words.ts'
import type { Cutter } from '../words.ts'
import type { Speller } from '../pinyin.ts'

export const INDEX_NAME = 'documents'

/** PostgreSQL refuses NUL in text; a lexeme has at most 2,046 bytes. */
const LONGEST_WORD = 60

function clean(text: string): string {
  return text.replaceAll('\u0000', '')
}

export type Tools = { cutter: Cutter; speller: Speller }

/** A document as its row, words cut; arrays become tsvectors in `INSERT_DOCUMENTS`. */
export function rowOf(document: SearchDocument, { cutter, speller }: Tools): Record<string, unknown> {
  // the issuer only with the work: its words would stand in every article, and be worth nothing
  const issuer = document.kind === 'work' ? document.issuer : ''
  const words = cutter.distinctWords(clean([document.workTitle, document.title, issuer, document.text].join('\n')))
  return {
    id: document.id,
    kind: document.kind,
    workKey: document.workKey,
    workTitle: clean(document.workTitle),
    titleKey: document.kind === 'work' ? titleKey(clean(document.workTitle)) : '',
    titlePinyin: document.kind === 'work' ? speller.titlePinyin(document.workTitle) : '',
    versionId: document.versionId,
    dateKey: document.dateKey,
    title: clean(document.title),
    number: clean(document.number),
    anchor: document.anchor,
    text: clean(document.text),
    issuer: clean(document.issuer),
    documentKind: document.documentKind,
    rank: document.rank,
    regionCode: document.regionCode,
    documentNumber: document.documentNumber === null ? null : clean(document.documentNumber),
    documentNumberKey: document.documentNumber === null ? null : documentNumberKey(document.documentNumber),
    validFrom: document.validFrom,
    validTo: document.validTo,
    audience: document.audience,
    organIds: document.organIds ?? [],
    words: words.filter((word) => word.length <= LONGEST_WORD),
    titlePairs: document.kind === 'work' ? characterPairs(titleKey(document.workTitle)) : [],
  }
}

const COLUMNS = `"id" text, "kind" text, "workKey" text, "workTitle" text, "titleKey" text, "titlePinyin" text, "versionId" text, "dateKey" text,
  "title" text, "number" text, "anchor" text, "text" text, "issuer" text, "documentKind" text, "rank" int, "regionCode" text,
  "documentNumber" text, "documentNumberKey" text, "validFrom" date, "validTo" date, "audience" text, "organIds" text[],
  "words" text[], "titlePairs" text[]`
const NAMES = [...COLUMNS.matchAll(/"\w+"/gu)].map(([name]) => name)
const VALUES = NAMES.map((name) => (name === '"words"' || name === '"titlePairs"' ? `array_to_tsvector(d.${name})` : `d.${name}`))

/** $1 the rows as JSON, $2 the generation, null for the one that answers. */
export const INSERT_DOCUMENTS = `
  INSERT INTO "SearchDocument" ("generation", ${NAMES.join(', ')})
  SELECT coalesce($2::int, i."generation"), ${VALUES.join(', ')}
  FROM jsonb_to_recordset($1::jsonb) AS d(${COLUMNS}), (SELECT "generation" FROM "SearchIndex" WHERE "name" = '${INDEX_NAME}' FOR SHARE) AS i
  ON CONFLICT ("generation", "id") DO UPDATE SET ${NAMES.filter((name) => name !== '"id"').map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`

/** Columns of a candidate; dates as text, because the driver would make local midnights of them. */
export const CANDIDATE_COLUMNS = `d."id", d."kind", d."workKey", d."workTitle", d."titleKey", d."titlePinyin", d."versionId", d."dateKey", d."title", d."number",
  d."anchor", left(d."text", 20000) AS "text", d."issuer", d."documentKind", d."rank", d."regionCode", d."documentNumber", d."documentNumberKey",
  d."validFrom"::text AS "validFrom", d."validTo"::text AS "validTo"`

export type Statement = { text: string; values: unknown[] }

/** A word as a tsquery operand. */
export function lexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
