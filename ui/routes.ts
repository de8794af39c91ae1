/** Every place of the back office. One row: address, element, module, title, section, roles. The first match wins. */
import type { Route } from './router.ts'
import { messages } from './messages/zh.ts'

export const routes: readonly Route[] = [
  { path: '/login', tag: 'view-login', load: () => import('./views/login.ts'), title: messages.identity.title, bare: true },
  { path: '/password', tag: 'view-change-password', load: () => import('./views/change-password.ts'), title: messages.identity.changeTitle },
  { path: '/review/:id', tag: 'view-review', load: () => import('./views/review/view-review.ts'), title: messages.review.title, section: 'queue', roles: ['reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist', 'committeeMember'] },
  { path: '/committee', tag: 'view-committee', load: () => import('./views/committee/view-committee.ts'), title: messages.review.committee.title, section: 'committee', roles: ['committeeMember'] },
  { path: '/committee/:id', tag: 'view-committee-task', load: () => import('./views/committee/view-committee-task.ts'), title: messages.review.committee.title, section: 'committee', roles: ['committeeMember', 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist'] },
]
