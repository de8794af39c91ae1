/**
 * Every element in every state with invented data, inside the real shell: `vite ui` and /app/gallery.html?part=queue,
 * or `vite build ui --mode gallery`. Never part of what is shipped.
 */
import { session } from './gallery/data.ts'
import { applyLargeType } from './large-type.ts'
import type { Route } from './router.ts'

const original = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input)
  return new URL(url, location.href).pathname === '/api/session' ? Response.json(session) : original(input, init)
}

applyLargeType()
await import('./components/all.ts')
await import('./app-shell.ts')
const load = (): Promise<unknown> => import('./gallery/view-gallery.ts')
const paths = ['/gallery.html', '/today', '/queue', '/receipt', '/suggestions', '/library', '/statistics']
const routes: Route[] = paths.map((path) => ({ path, tag: 'view-gallery', load, title: '界面元素', section: 'queue' }))
const shell = document.createElement('app-shell')
shell.routes = routes
document.body.append(shell)
