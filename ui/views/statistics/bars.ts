import { html, svg, type TemplateResult } from 'lit'
import { messages } from '../../messages/zh.ts'

export type Share = { key: string; label: string; count: number }
const words = messages.statistics

const ROW = 30
const BAR = 16
const LABEL = 190
const WIDTH = 560
const NUMBER = 44

/** A share of the whole, `52 %`. */
const percent = (count: number, total: number): string => (total === 0 ? '—' : `${Math.round((count * 100) / total)} %`)

/**
 * Horizontal bars with the numbers behind them: the picture for a desk, the table for everybody (always there, and in the
 * place of the picture on a telephone). Labels that are too long for the picture are cut there and whole in the table.
 */
export function bars(options: { id: string; heading: string; say: string; shares: readonly Share[]; count: string }): TemplateResult {
  const { id, heading, say, shares, count } = options
  const total = shares.reduce((sum, share) => sum + share.count, 0)
  const most = Math.max(1, ...shares.map((share) => share.count))
  const room = WIDTH - LABEL - NUMBER
  const cut = (label: string): string => (label.length > 14 ? `${label.slice(0, 13)}…` : label)
  return html`<section class="part figures-part" aria-labelledby=${id}><h2 id=${id}>${heading}<span>${say}</span></h2>
    ${shares.length === 0 ? html`<p class="quiet">${words.nothing}</p>` : html`<svg class="bars" viewBox="0 0 ${WIDTH} ${shares.length * ROW}" aria-hidden="true">${shares.map((share, at) => svg`
        <text x="0" y=${at * ROW + 20}>${cut(share.label)}</text><rect x=${LABEL} y=${at * ROW + 7} width=${Math.max(2, (share.count * room) / most)} height=${BAR}></rect>
        <text class="value" x=${LABEL + (share.count * room) / most + 8} y=${at * ROW + 20}>${share.count}</text>`)}</svg>
      <details class="numbers"><summary>${words.table}</summary>${numbers(shares, total, count)}</details><div class="numbers-small">${numbers(shares, total, count)}</div>`}</section>`
}

const numbers = (shares: readonly Share[], total: number, count: string): TemplateResult => html`<table class="facts"><thead><tr><th scope="col">${words.columns.what}</th><th scope="col" class="number">${count}</th><th scope="col" class="number">${words.columns.share}</th></tr></thead>
  <tbody>${shares.map((share) => html`<tr><th scope="row">${share.label}</th><td class="number">${share.count}</td><td class="number">${percent(share.count, total)}</td></tr>`)}</tbody></table>`
