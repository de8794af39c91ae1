/** The filters of a query in the language of the server. Pure. */
import type { SearchQuery } from '../engine.ts'
import { dayNumber } from './stored-document.ts'

/** A value inside a filter. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

export function oneOf(values: string[]): string {
  return `[${values.map(quoted).join(', ')}]`
}

/** What the asker may see and asked to see: one condition each, all of them hold. */
export function filterOf(query: SearchQuery): string[] {
  const filter: string[] = []
  const { asker } = query
  if (asker.audience === 'public') filter.push('audience = "public"')
  else if (asker.organIds !== 'all') {
    const ofOwnOrgans = asker.organIds.length === 0 ? '' : ` OR organIds IN ${oneOf(asker.organIds)}`
    filter.push(`(audience = "public" OR organIds IS EMPTY${ofOwnOrgans})`)
  }
  if (query.kinds !== undefined && query.kinds.length > 0) filter.push(`kind IN ${oneOf(query.kinds)}`)
  if (query.documentKinds !== undefined && query.documentKinds.length > 0) filter.push(`documentKind IN ${oneOf(query.documentKinds)}`)
  if (query.issuer !== undefined) filter.push(`issuer = ${quoted(query.issuer)}`)
  if (query.regionCode !== undefined) filter.push(`regionCode = ${quoted(query.regionCode)}`)
  if (query.status !== undefined) filter.push(...statusFilter(query.status, dayNumber(query.onDate)))
  return filter
}

function statusFilter(status: NonNullable<SearchQuery['status']>, day: number): string[] {
  const notEnded = `(validToDay IS NULL OR validToDay > ${day})`
  switch (status) {
    case 'noLongerInForce':
      return [`validToDay <= ${day}`]
    case 'unknown':
      return ['validFromDay IS NULL', notEnded]
    case 'inForce':
      return [`validFromDay <= ${day}`, notEnded]
    case 'notYetInForce':
      return [`validFromDay > ${day}`, notEnded]
    default: {
      const never: never = status
      return never
    }
  }
}
