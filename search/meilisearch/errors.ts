import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError, MeilisearchTaskTimeOutError } from 'meilisearch'
import type { EnqueuedTaskPromise } from 'meilisearch'
import { ZodError } from 'zod'
import { SearchUnavailable } from '../engine.ts'

export const MEILISEARCH = 'meilisearch'

/** Whatever the client throws, as `SearchUnavailable` with the server's own code where it gave one. */
export function unavailable(error: unknown): SearchUnavailable {
  if (error instanceof SearchUnavailable) return error
  return new SearchUnavailable(MEILISEARCH, codeOf(error), { cause: error })
}

function codeOf(error: unknown): string {
  if (error instanceof MeilisearchApiError) return error.cause?.code ?? `http_${error.response.status}`
  if (error instanceof MeilisearchRequestTimeOutError || error instanceof MeilisearchTaskTimeOutError) return 'timeout'
  if (error instanceof ZodError) return 'unexpected_answer'
  return error instanceof MeilisearchRequestError ? 'unreachable' : 'unexpected_error'
}

/**
 * Waits for a task and looks at how it ended: an unknown index or a document without id come as failed tasks, not as
 * answers of the request. `allowed` names a failure that is as good as success.
 */
export async function finished(task: EnqueuedTaskPromise, timeoutMs: number, allowed?: string): Promise<'done' | 'allowed'> {
  try {
    const { status, error } = await task.waitTask({ timeout: timeoutMs })
    if (status === 'succeeded') return 'done'
    if (error !== null && error.code === allowed) return 'allowed'
    throw new SearchUnavailable(MEILISEARCH, error?.code ?? `task_${status}`, { cause: error })
  } catch (error) {
    throw unavailable(error)
  }
}
