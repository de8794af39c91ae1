/** Hear when the tab goes and when the line comes back; gives back what ends it. Without a page there is nothing to hear. */
export function watchPage({ gone, online }: { gone: () => void; online: () => void }): () => void {
  if (typeof window === 'undefined') return () => undefined
  window.addEventListener('pagehide', gone)
  window.addEventListener('online', online)
  return () => {
    window.removeEventListener('pagehide', gone)
    window.removeEventListener('online', online)
  }
}
