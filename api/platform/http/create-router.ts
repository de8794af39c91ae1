import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './environment.ts'
import { invalidInput } from './error-answer.ts'

/** A router of one capability: what its schemas refuse becomes `invalid-input` with the fields. */
export const createRouter = (): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error)
    },
  })
