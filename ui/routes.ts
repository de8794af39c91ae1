/** Every place of the back office. One row: address, element, module, title, section, roles. The first match wins. */
import type { Route } from './router.ts'
import { messages } from './messages/zh.ts'

export const routes: readonly Route[] = [
  { path: '/login', tag: 'view-login', load: () => import('./views/login.ts'), title: messages.identity.title, bare: true },
  { path: '/password', tag: 'view-change-password', load: () => import('./views/change-password.ts'), title: messages.identity.changeTitle },
  { path: '/today', tag: 'view-today', load: () => import('./views/today/view-today.ts'), title: messages.today.title, section: 'today' },
  { path: '/queue', tag: 'view-queue', load: () => import('./views/queue/view-queue.ts'), title: messages.queue.title, section: 'queue', roles: ['reviewer', 'reviewChief', 'archivist', 'councilMember', 'issuer'] },
  { path: '/led', tag: 'view-led', load: () => import('./views/led/view-led.ts'), title: messages.queue.led.title, section: 'led', roles: ['councilMember'] },
  { path: '/notices', tag: 'view-notices', load: () => import('./views/notices/view-notices.ts'), title: messages.notice.title },
  { path: '/review/:id', tag: 'view-review', load: () => import('./views/review/view-review.ts'), title: messages.review.title, section: 'queue', roles: ['reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist', 'committeeMember'] },
  { path: '/committee', tag: 'view-committee', load: () => import('./views/committee/view-committee.ts'), title: messages.review.committee.title, section: 'committee', roles: ['committeeMember'] },
  { path: '/committee/:id', tag: 'view-committee-task', load: () => import('./views/committee/view-committee-task.ts'), title: messages.review.committee.title, section: 'committee', roles: ['committeeMember', 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist'] },
  { path: '/filing', tag: 'view-filings', load: () => import('./views/filing/view-filings.ts'), title: messages.filing.title, section: 'filing', roles: ['filingClerk'] },
  { path: '/filing/:id', tag: 'view-filing', load: () => import('./views/filing/view-filing.ts'), title: messages.filing.title, section: 'filing', roles: ['filingClerk'] },
  { path: '/ledger', tag: 'view-ledger', load: () => import('./views/ledger/view-ledger.ts'), title: messages.filing.ledgerTitle, section: 'ledger', roles: ['filingClerk'] },
  { path: '/receipt', tag: 'view-receipt', load: () => import('./views/receipt/view-receipt.ts'), title: messages.receipt.title, section: 'receipt', roles: ['receptionClerk'] },
  { path: '/receipt/paper', tag: 'view-on-paper', load: () => import('./views/receipt/view-on-paper.ts'), title: messages.receipt.onPaper, section: 'receipt', roles: ['receptionClerk'] },
  { path: '/receipt/:id', tag: 'view-receipt-case', load: () => import('./views/receipt/view-receipt-case.ts'), title: messages.receipt.title, section: 'receipt', roles: ['receptionClerk'] },
  { path: '/library', tag: 'view-library', load: () => import('./views/library/view-library.ts'), title: messages.library.title, section: 'library' },
  { path: '/library/:key', tag: 'view-work', load: () => import('./views/library/view-work.ts'), title: messages.library.title, section: 'library' },
  { path: '/search', tag: 'view-search', load: () => import('./views/search/view-search.ts'), title: messages.search.title },
  { path: '/outcome/:id/:step', tag: 'view-outcome', load: () => import('./views/outcome/view-outcome.ts'), title: messages.outcome.title, section: 'queue', roles: ['reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist', 'committeeMember'] },
  { path: '/papers', tag: 'view-papers', load: () => import('./views/papers/view-papers.ts'), title: messages.outcome.papers.title, section: 'papers', roles: ['reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist', 'committeeMember'] },
  { path: '/papers/:id', tag: 'view-paper', load: () => import('./views/papers/view-paper.ts'), title: messages.outcome.papers.title, section: 'papers' },
  { path: '/answers', tag: 'view-answers', load: () => import('./views/answers/view-answers.ts'), title: messages.outcome.answers.title, section: 'answers', roles: ['filingClerk'] },
  { path: '/answers/:id', tag: 'view-answer', load: () => import('./views/answers/view-answer.ts'), title: messages.outcome.answers.title, section: 'answers', roles: ['filingClerk', 'receptionClerk', 'reviewer', 'reviewChief'] },
  { path: '/refile/:id', tag: 'view-refile', load: () => import('./views/refile/view-refile.ts'), title: messages.outcome.refile.title, section: 'queue', roles: ['reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist', 'committeeMember'] },
]
