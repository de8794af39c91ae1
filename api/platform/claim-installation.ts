import type { PrismaClient } from '../../prisma/generated/client.ts'

/**
 * What a database is, is decided once: a demonstration never starts as production, nor production as a demonstration.
 * Throws with a sentence that says what to do.
 */
export async function claimInstallation(prisma: PrismaClient, kind: 'demo' | 'production'): Promise<void> {
  await prisma.installation.createMany({ data: [{ id: 1, kind }], skipDuplicates: true })
  const claimed = await prisma.installation.findUniqueOrThrow({ where: { id: 1 } })
  if (claimed.kind === kind) return
  throw new Error(
    kind === 'production'
      ? '这个数据库是演示库，不能作为正式系统启动。请把 DATABASE_URL 或 DATA_DIR 指向另一个位置。'
      : '这个数据库是正式系统的，不能作为演示启动。请把 DATABASE_URL 或 DATA_DIR 指向另一个位置。',
  )
}
