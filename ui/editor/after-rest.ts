/** Work for when typing rests: so long after the last stir, and at the latest so long after the first. */
export function afterRest(options: { quietMs: number; latestMs: number; work: () => void }): { stir(quietMs?: number): void; stop(): void } {
  const { quietMs, latestMs, work } = options
  let timer: ReturnType<typeof setTimeout> | null = null
  let first = 0
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    stir(quiet = quietMs) {
      const now = Date.now()
      if (timer === null) first = now
      else clearTimeout(timer)
      timer = setTimeout(() => {
        timer = null
        work()
      }, Math.max(0, Math.min(quiet, first + latestMs - now)))
    },
    stop,
  }
}
