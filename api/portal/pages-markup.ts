import { html } from 'hono/html'
import type { Markup } from './page.ts'

/** Turning pages: this one, its neighbours and the ends. */
export function pagesMarkup(options: { page: number; last: number; address: (page: number) => string }): Markup {
  const { page, last, address } = options
  if (last <= 1 && page <= 1) return html``
  const near = [...new Set([1, page - 1, page, page + 1, last])].filter((p) => p >= 1 && p <= last).toSorted((a, b) => a - b)
  return html`<nav class="pages" aria-label="翻页">${near.map((p) => (p === page ? html`<b aria-current="page">${p}</b>` : html`<a href="${address(p)}" aria-label="第 ${p} 页">${p}</a>`))}${page < last ? html`<a href="${address(page + 1)}" rel="next">下一页</a>` : ''}</nav>`
}
