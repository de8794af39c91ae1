const PATIENCE_MS = 10_000

/**
 * Stops what runs when the terminal or the service manager asks for it: running requests end first; a second signal,
 * or ten seconds, cut them off. What is stored is safe either way.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let asked = false
  const onSignal = () => {
    if (asked) process.exit(130)
    asked = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
