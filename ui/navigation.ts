/** The router of this page, for screens: `go('/queue')`, `guardUnsaved`, `replaceQuery`. Set once by the shell. */
import type { LeaveGuard, Router } from './router.ts'

let router: Router | null = null

export function useRouter(one: Router): void {
  router = one
}

/** Goes to an address of the back office, with or without the base. */
export async function go(to: string, options?: { replace?: boolean }): Promise<boolean> {
  return (await router?.navigate(to, options)) ?? false
}

/** Puts filters into the address without leaving the place. */
export function replaceQuery(query: URLSearchParams): void {
  router?.replaceQuery(query)
}

export function addLeaveGuard(guard: LeaveGuard): () => void {
  return router?.addLeaveGuard(guard) ?? (() => undefined)
}

/** The address of a place for `href`: `to('/queue')` → `/app/queue`. */
export const to = (path: string): string => `/app${path === '/' ? '/' : path}`
