/** One figure of the benchmark, printed as a line of JSON. Ratios are to something known, measured in the same run. */
export type Figure = { name: string; value: number; unit: string; to?: string; detail?: Record<string, number | string> }

export const print = (figure: Figure): void => console.log(JSON.stringify({ ...figure, value: rounded(figure.value) }))
const rounded = (n: number): number => (Math.abs(n) >= 100 ? Math.round(n) : Math.round(n * 1000) / 1000)

/** Milliseconds of one call. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The middle one of several runs, after one that warms up. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i += 1) times.push(await time(work))
  return percentile(times, 0.5)
}

export function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}
