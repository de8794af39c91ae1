import type { PrismaClient } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { organId, personId } from './test-organs.ts'

/** A filing of the city government's office that was sent on `on` with its papers by post: nothing holds its registration back. */
export async function arrivedRow(prisma: PrismaClient, options: { title: string; documentNo: string; on: string }): Promise<{ id: string; revision: number }> {
  const { title, documentNo } = options
  const on = toDateColumn(options.on)
  return prisma.filing.create({
    data: {
      id: newId(), procedureVersion: '1', state: 'submitted', title, documentNo, documentKind: 'normativeDocument', promulgated: on, effectiveFrom: on, submittedOn: on, missingReason: '纸质材料另行寄送',
      makerOrganId: organId('cityGovernmentOffice'), filedByOrganId: organId('cityGovernmentOffice'), receiverOrganId: organId('cityCommittee'), createdBy: personId('city-clerk'), contactName: '报备甲', contactPhone: '0000-000 0116',
    },
    select: { id: true, revision: true },
  })
}
