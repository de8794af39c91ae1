import type { TestWorld } from './test-world.ts'

/**
 * One row of the access matrix (design §4a, rights): a route, the request that is sent, and who may. Everybody of
 * test-organs.ts who is not named is refused (401, 403, 404), whatever organ and role they have; who is named is not.
 * Every route that is not public needs a row; the matrix test fails without.
 */
export type AccessRow = {
  /** as in the OpenAPI document: `POST /api/filings/{id}/register` */
  route: string
  path(world: TestWorld): string
  /** a body that the schema accepts, so that the policy and not the schema answers */
  body?(world: TestWorld): unknown
  /** send these bytes as an uploaded file in the place of a JSON body */
  upload?: { name: string; bytes: string }
  /** `If-Match` for edits */
  revision?(world: TestWorld): number
  /** what the object is like; default: under review by `reviewer` */
  state?: string
  /** usernames of test-organs.ts; `everyone` is everybody signed in, `public` also those who are not */
  allowed: string[] | 'everyone' | 'public'
  /** For lists, counts, searches and exports: everybody may ask, but only those see this text in the answer. */
  sees?: { text(world: TestWorld): string; by: string[] }
}

