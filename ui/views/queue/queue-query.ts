import { addMonths } from '../../../law/deadline/index.ts'
import type { paths } from '../../api/schema.d.ts'
import type { Filter } from '../../components/lf-filter-bar.ts'
import type { Sort } from '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'

type QueueQuery = NonNullable<paths['/api/queue']['get']['parameters']['query']>
type SortKey = NonNullable<QueueQuery['sort']>
/** Who has to keep away from which of the ticked cases. */
export type Recusals = paths['/api/queue/recusals']['get']['responses'][200]['content']['application/json']['recusals']
export type QueuePeople = paths['/api/queue/people']['get']['responses'][200]['content']['application/json']
const words = messages.queue

const FILTERS = ['kind', 'maker', 'mode', 'state', 'reviewer', 'leader', 'flags', 'registeredFrom', 'registeredTo', 'text'] as const
const SORTS: readonly SortKey[] = ['dueOn', 'registeredOn', 'registrationNo', 'title', 'documentNo', 'state', 'mode']
const CUSTOM = 'custom'

/** The address as the API reads it: what it does not know is left out. */
export function queueQuery(address: URLSearchParams): QueueQuery {
  const asked = Object.fromEntries([...address].filter(([name, value]) => value !== '' && ['view', 'sort', 'direction', ...FILTERS].some((known) => known === name)))
  return asked
}

export const sortOf = (address: URLSearchParams): Sort => ({ key: SORTS.find((key) => key === address.get('sort')) ?? 'dueOn', direction: address.get('direction') === 'desc' ? 'descending' : 'ascending' })

/** The present address with some names set, or taken away where the value is empty; default values are not written. */
export function withValues(address: URLSearchParams, values: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(address)
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  next.delete('pick')
  return next
}

/** What a saved view keeps of an address. */
export const savedQuery = (address: URLSearchParams): Record<string, string> => Object.fromEntries([...address].filter(([name]) => name !== 'pick' && name !== 'dates').toSorted(([a], [b]) => a.localeCompare(b)))

export const sameQuery = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean => JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())

const datePresets = (today: string): { value: string; label: string }[] => [
  { value: `${today.slice(0, 7)}-01`, label: words.dates.month },
  { value: addMonths(today, -3), label: words.dates.quarter },
  { value: `${today.slice(0, 4)}-01-01`, label: words.dates.year },
  { value: `${Number(today.slice(0, 4)) - 1}-01-01`, label: words.dates.lastYear },
]

const options = (labels: Readonly<Record<string, string>>): { value: string; label: string }[] => Object.entries(labels).map(([value, label]) => ({ value, label }))
const people = (rows: readonly { id: string; name: string }[]): { value: string; label: string }[] => [{ value: 'none', label: words.nobody }, ...rows.map(({ id, name }) => ({ value: id, label: name }))]

/** The conditions of the bar; the two dates appear when they are wanted. */
export function queueFilters(options_: { people: QueuePeople; states: readonly { id: string; label: string }[]; kinds: readonly { id: string; label: string }[]; today: string; custom: boolean }): Filter[] {
  const { people: who, states, kinds, today, custom } = options_
  const select = (name: string, label: string, choices: { value: string; label: string }[], empty?: string): Filter => ({ name, label, kind: 'select', options: choices, ...(empty === undefined ? {} : { empty }) })
  const labels = words.filters
  return [
    select('kind', labels.kind, kinds.map(({ id, label }) => ({ value: id, label }))),
    select('maker', labels.maker, who.makers.map(({ id, name }) => ({ value: id, label: name }))),
    select('mode', labels.mode, options(words.modes)),
    select('state', labels.state, states.map(({ id, label }) => ({ value: id, label }))),
    select('registered', labels.registered, [...datePresets(today), { value: CUSTOM, label: words.dates.custom }], words.anything),
    ...(custom ? [{ name: 'registeredFrom', label: labels.registeredFrom, kind: 'date' as const }, { name: 'registeredTo', label: labels.registeredTo, kind: 'date' as const }] : []),
    select('flags', labels.flags, options(words.flagChoices), words.anything),
    select('leader', labels.leader, people(who.leaders), words.anything),
    select('reviewer', labels.reviewer, people(who.reviewers), words.anything),
  ]
}

/** Whether the two date fields are open: asked for, or set to something that no preset says. */
export function customDates(address: URLSearchParams, today: string): boolean {
  const from = address.get('registeredFrom') ?? ''
  return address.get('dates') === CUSTOM || address.has('registeredTo') || (from !== '' && !datePresets(today).some(({ value }) => value === from))
}

/** What the bar shows for an address. */
export function barValues(address: URLSearchParams, today: string): Record<string, string> {
  const values = Object.fromEntries(FILTERS.flatMap((name) => (address.get(name) === null || name === 'text' ? [] : [[name, address.get(name) ?? '']])))
  if (customDates(address, today)) return { ...values, registered: CUSTOM }
  const { registeredFrom, ...others } = values
  return registeredFrom === undefined ? others : { ...others, registered: registeredFrom }
}

/** The address that the bar asks for. Choosing a span of days writes its first day. */
export function addressOf(address: URLSearchParams, values: Readonly<Record<string, string>>, today: string): URLSearchParams {
  const cleared = Object.fromEntries([...FILTERS.filter((name) => name !== 'text'), 'dates'].map((name) => [name, '']))
  const { registered = '', ...others } = values
  const before = barValues(address, today)['registered'] ?? ''
  const dates: Record<string, string> = registered === CUSTOM ? { dates: CUSTOM } : { registeredFrom: registered, registeredTo: '' }
  // leaving the two fields for a span takes their days away
  const kept = registered === CUSTOM && before !== CUSTOM ? { ...others, registeredFrom: before } : others
  return withValues(address, { ...cleared, ...kept, ...dates })
}
