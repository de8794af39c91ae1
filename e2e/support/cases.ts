import type { Desk } from './browser.ts'

type Row = { id: string; title: string; registrationNo: string | null }

/** The case of that document in the queue of whoever sits at the desk. */
export async function caseOf(desk: Desk, title: string, registrationNo?: string): Promise<string> {
  const { items } = (await (await desk.context.request.get(`/api/queue?text=${encodeURIComponent(title)}`)).json()) as { items: Row[] }
  const found = items.find((row) => row.title.includes(title) && (registrationNo === undefined || row.registrationNo === registrationNo))
  if (found === undefined) throw new Error(`the queue has no case on ${title}`)
  return found.id
}

/** Its state in the words of whoever sits at the desk. */
export const stateOf = async (desk: Desk, id: string): Promise<string> => ((await (await desk.context.request.get(`/api/filings/${id}`)).json()) as { state: { label: string } }).state.label
