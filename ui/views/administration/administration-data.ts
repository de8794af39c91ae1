import type { components, paths } from '../../api/schema.d.ts'

export type Account = components['schemas']['Account']
/** An organ whose accounts the administrator keeps. */
export type ManagedOrgan = paths['/api/accounts']['get']['responses'][200]['content']['application/json']['organs'][number]
export type DeadlineRule = components['schemas']['DeadlineRule']
export type Role = paths['/api/roles']['get']['responses'][200]['content']['application/json']['roles'][number]
export type CommitteeRules = paths['/api/administration/deadline-rules']['get']['responses'][200]['content']['application/json']['committees'][number]
export type CalendarYear = paths['/api/administration/calendar/{year}']['get']['responses'][200]['content']['application/json']
export type AuditItem = paths['/api/administration/audit']['get']['responses'][200]['content']['application/json']['items'][number]
export type HandedOver = paths['/api/accounts/{id}/hand-over']['post']['responses'][200]['content']['application/json']
