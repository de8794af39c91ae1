import type { PrismaClient } from '../../../prisma/generated/client.ts'
import type { FileStore, SweepReport } from './file-store.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Removes bytes whose row was never written: the program stopped between the two, or the upload was given up.
 *
 * @param options.olderThanMs younger bytes are spared; a day when not given
 */
export function sweepStoredFiles(options: { prisma: PrismaClient; files: FileStore; olderThanMs?: number }): Promise<SweepReport> {
  const { prisma, files, olderThanMs = DAY_MS } = options
  return files.sweepOrphans({
    olderThanMs,
    async findReferenced(sha256s) {
      const rows = await prisma.storedFile.findMany({ where: { sha256: { in: sha256s } }, select: { sha256: true } })
      return new Set(rows.map(({ sha256 }) => sha256))
    },
  })
}
