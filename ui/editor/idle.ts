/** Less than this is left before the next frame while somebody types; with nothing to draw a browser promises more. */
const QUIET_MS = 25
/** At the latest after so long. */
const LATEST_MS = 1000

/** Work for a moment in which nobody types and nothing is drawn. Returns what takes it back. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, QUIET_MS)
    return () => clearTimeout(timer)
  }
  const asked = performance.now()
  let id = 0
  const ask = (): void => {
    id = requestIdleCallback((deadline) => {
      if (deadline.timeRemaining() >= QUIET_MS || performance.now() - asked >= LATEST_MS) work()
      else ask()
    }, { timeout: LATEST_MS })
  }
  ask()
  return () => cancelIdleCallback(id)
}
