/** Every place of the back office. One row: address, element, module, title, section, roles. The first match wins. */
import type { Route } from './router.ts'
import { messages } from './messages/zh.ts'

export const routes: readonly Route[] = [
  { path: '/login', tag: 'view-login', load: () => import('./views/login.ts'), title: messages.identity.title, bare: true },
  { path: '/password', tag: 'view-change-password', load: () => import('./views/change-password.ts'), title: messages.identity.changeTitle },
]
