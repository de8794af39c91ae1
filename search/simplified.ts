/**
 * Queries in traditional characters: the texts are in simplified ones. Only the query is converted, never a text, and
 * the answer says what was typed.
 */
export type Simplifier = (text: string) => string

let loading: Promise<Simplifier> | undefined

async function load(): Promise<Simplifier> {
  const { Converter } = await import('opencc-js/t2cn')
  return Converter({ from: 't', to: 'cn' })
}

/** Loads the table of characters once for the process. */
export function loadSimplifier(): Promise<Simplifier> {
  loading ??= load()
  return loading
}
