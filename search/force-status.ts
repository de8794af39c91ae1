/**
 * 时效: computed when asked, never stored, because it depends on the date that is asked about.
 */
export type ForceStatus = 'inForce' | 'notYetInForce' | 'noLongerInForce' | 'unknown'

export const FORCE_STATUS_LABEL: Record<ForceStatus, string> = {
  inForce: '现行',
  notYetInForce: '尚未生效',
  noLongerInForce: '已失效',
  unknown: '时效未知',
}

/** The status of one day, from the first day in force and the first day no longer in force; an unknown beginning stays unknown. */
export function forceStatus(validFrom: string | null, validTo: string | null, onDate: string): ForceStatus {
  if (validTo !== null && validTo <= onDate) return 'noLongerInForce'
  if (validFrom === null) return 'unknown'
  return validFrom <= onDate ? 'inForce' : 'notYetInForce'
}
