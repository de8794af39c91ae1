import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/**
 * `vite build ui` writes dist/ui, which the API serves under /app/. Nothing is inlined: the content
 * security policy allows scripts and styles of our own origin only.
 * `--mode gallery` adds ui/gallery.html, the page with every element in every state (never shipped).
 */
export default defineConfig(({ mode }) => {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const api = process.env.LIFA_API_ORIGIN ?? 'http://127.0.0.1:3000'
  return {
    root,
    base: '/app/',
    publicDir: false,
    build: {
      outDir: fileURLToPath(new URL(mode === 'gallery' ? '../dist/ui-gallery' : '../dist/ui', import.meta.url)),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      sourcemap: false,
      rolldownOptions: { input: mode === 'gallery' ? [`${root}index.html`, `${root}gallery.html`] : [`${root}index.html`] },
    },
    server: { host: '127.0.0.1', proxy: { '/api': api, '/openapi.json': api, '/law': api } },
  }
})
