import { filingProcedure, flagProcedure, paperProcedure, suggestionProcedure } from '../../../law/procedure/index.ts'
import { messages } from '../../messages/zh.ts'

type Labelled = { transitions: readonly { key: string; label: string }[]; states: readonly { id: string; label: string }[] }
const procedures: Readonly<Record<string, Labelled>> = { filing: filingProcedure, paper: paperProcedure, flag: flagProcedure, suggestion: suggestionProcedure }
const words = messages.administration.audit

/** An act of the audit trail in words: steps by their procedure's own label, the rest from the catalogue, the code itself where neither knows it. */
export function actWord(action: string): string {
  const [capability = '', key] = action.split('.')
  return words.actions[action] ?? procedures[capability]?.transitions.find((transition) => transition.key === key)?.label ?? action
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const said = (value: unknown): string => (Array.isArray(value) ? value.map(said).join('、') : typeof value === 'boolean' ? (value ? words.yes : words.no) : isRecord(value) ? JSON.stringify(value) : String(value))

/** The content of an entry as `审查中 → 已分送，2026-02-25`; keys that are only ids are left to the full record behind it. */
export function detailWords(action: string, detail: string): string {
  const parsed: unknown = JSON.parse(detail)
  if (!isRecord(parsed)) return ''
  const states = procedures[action.split('.')[0] ?? '']?.states ?? []
  const stateWord = (id: unknown): string => states.find((state) => state.id === id)?.label ?? said(id)
  const { from, to, on, ...others } = parsed
  const moved = from === undefined && to === undefined ? [] : from === to ? [] : [`${from == null ? '' : stateWord(from)} → ${stateWord(to)}`]
  const rest = Object.entries(others).flatMap(([key, value]) => (value === null || value === '' || /(?:Id|Ids|sha256)$/u.test(key) ? [] : [`${words.keys[key] ?? key} ${said(value)}`]))
  return [...moved, ...(typeof on === 'string' ? [on] : []), ...rest].join('，')
}
