import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import type { Env } from './environment.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
}

/** Null for what is no encoded text. */
function decoded(address: string): string | null {
  try {
    return decodeURIComponent(address)
  } catch {
    return null
  }
}

/**
 * The built back office under /app/: files with a digest in their name may be kept for ever; every other address of the
 * office gets its one page.
 */
export function serveInterface(app: Hono<Env>, folder: string): void {
  app.get('/app', (c) => c.redirect('/app/'))
  app.get('/app/*', async (c) => {
    const asked = decoded(c.req.path.slice('/app'.length))
    if (asked === null) return c.notFound()
    const wanted = path.join(folder, path.normalize(asked))
    const inside = wanted.startsWith(folder + path.sep)
    const type = mediaTypes[path.extname(wanted)]
    const found = inside && type !== undefined && (await stat(wanted).then((s) => s.isFile(), () => false))
    if (found && type !== undefined) {
      return new Response(Readable.toWeb(createReadStream(wanted)) as ReadableStream<Uint8Array>, {
        headers: { 'content-type': type, 'cache-control': wanted.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache' },
      })
    }
    if (type !== undefined && type !== mediaTypes['.html']) return c.notFound()
    const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => null)
    if (page === null) return c.text('界面还没有构建，请先运行 npm run build。', 503)
    return c.html(page, 200, { 'cache-control': 'no-cache' })
  })
}
