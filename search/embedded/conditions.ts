/** The filters of a query as SQL conditions. */
import type { SearchQuery } from '../engine.ts'
import { INDEX_NAME } from './rows.ts'

/** Collects parameters; every value travels as one. */
export class Parameters {
  readonly values: unknown[] = []
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** What the asker may see and asked to see, joined by AND; rows are `d`. */
export function conditionsOf(query: SearchQuery, parameters: Parameters): string {
  const conditions = [`d."generation" = (SELECT "generation" FROM "SearchIndex" WHERE "name" = '${INDEX_NAME}')`]
  const { asker } = query
  if (asker.audience === 'public') conditions.push(`d."audience" = 'public'`)
  else if (asker.organIds !== 'all') {
    conditions.push(`(d."audience" = 'public' OR cardinality(d."organIds") = 0 OR d."organIds" && ${parameters.add(asker.organIds)}::text[])`)
  }
  if (query.kinds !== undefined && query.kinds.length > 0) conditions.push(`d."kind" = ANY(${parameters.add(query.kinds)}::text[])`)
  if (query.documentKinds !== undefined && query.documentKinds.length > 0) {
    conditions.push(`d."documentKind" = ANY(${parameters.add(query.documentKinds)}::text[])`)
  }
  if (query.issuer !== undefined) conditions.push(`d."issuer" = ${parameters.add(query.issuer)}`)
  if (query.regionCode !== undefined) conditions.push(`d."regionCode" = ${parameters.add(query.regionCode)}`)
  if (query.status !== undefined) conditions.push(statusCondition(query, parameters))
  return conditions.join(' AND ')
}

function statusCondition(query: SearchQuery, parameters: Parameters): string {
  const status = query.status
  if (status === undefined) return 'true'
  const onDate = `${parameters.add(query.onDate)}::date`
  const notEnded = `(d."validTo" IS NULL OR d."validTo" > ${onDate})`
  switch (status) {
    case 'noLongerInForce':
      return `d."validTo" <= ${onDate}`
    case 'unknown':
      return `(d."validFrom" IS NULL AND ${notEnded})`
    case 'inForce':
      return `(d."validFrom" <= ${onDate} AND ${notEnded})`
    case 'notYetInForce':
      return `(d."validFrom" > ${onDate} AND ${notEnded})`
    default: {
      const never: never = status
      return never
    }
  }
}
