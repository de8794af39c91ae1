import { z } from 'zod'
import { type Problem, problem } from '../platform/problem/problems.ts'

const told = z.object({ message: z.string() })

/**
 * What better-auth answers, with its failures turned into problems of the one catalogue; throws them. An answer that is
 * no failure is given back as it is.
 */
export async function asProblemAnswer(response: Response): Promise<Response> {
  if (response.status < 400) return response
  const body: unknown = await response.json().catch(() => null)
  const message = told.safeParse(body).data?.message ?? ''
  // its own sentences are English; ours (a disabled account) are Chinese and are kept
  throw problemOf(response.status, /\p{Script=Han}/u.test(message) ? { detail: message } : {})
}

function problemOf(status: number, kept: { detail?: string }): Problem {
  switch (status) {
    case 401:
      return problem('not-signed-in', { detail: '用户名或者密码不对，请核对后再试。', ...kept })
    case 403:
      return problem('forbidden', kept)
    case 404:
    case 405:
      return problem('not-found', kept)
    case 429:
      return problem('too-many-requests', kept)
    default:
      return status < 500 ? problem('unreadable-request', kept) : problem('unexpected', kept)
  }
}
