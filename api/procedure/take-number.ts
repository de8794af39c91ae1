import type { Transaction } from '../platform/work/transaction.ts'

/**
 * The next number of a register, without gaps: taken under a row lock in the transaction that uses it, so that a number
 * is given exactly when its use is committed.
 */
export async function takeNumber(tx: Transaction, options: { organId: string; kind: string; year: number }): Promise<number> {
  const rows = await tx.$queryRaw<{ taken: number }[]>`
    INSERT INTO "RegisterCounter" ("organId", kind, year, next) VALUES (${options.organId}::uuid, ${options.kind}, ${options.year}, 2)
    ON CONFLICT ("organId", kind, year) DO UPDATE SET next = "RegisterCounter".next + 1
    RETURNING next - 1 AS taken`
  const taken = rows[0]?.taken
  if (taken === undefined) throw new Error('the register gave no number')
  return taken
}
