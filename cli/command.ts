/** What a command prints: data on standard output, problems in words on standard error. */
export interface Output {
  /** a line, or the pieces of one that is too long for a string */
  data(line: string | Iterable<string>): void
  problem(line: string): void
}

export interface Command {
  usage: string
  /** One line for the list of commands. */
  summary: string
  load(): Promise<{ run: Run }>
}

/**
 * @returns the exit code: 0 done, 1 something could not be done
 * @throws UsageError when the arguments make no sense
 */
export type Run = (args: string[], output: Output) => Promise<number>

/** Answered with the command's usage and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
