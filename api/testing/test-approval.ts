import type { PrismaClient } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { organId, personId } from './test-organs.ts'

/** A regulation that the province has received, with an opinion on it and one file that went up. */
export type TestApproval = { approvalProjectId: string; approvalId: string; approvalTitle: string; approvalOpinionId: string; adoptedSnapshotId: string }

const TREE = { form: 'articles', title: '报批的条例', note: '', preamble: [], contents: [], notice: [], divisions: [], articles: [{ id: 'art_1', number: '第一条', heading: null, line: 1, paragraphs: [{ id: 'art_1__para_1', text: '养犬应当登记。', items: [] }] }], annexes: [], closing: [], problems: [], remarks: [] }

export async function createTestApproval(prisma: PrismaClient, options: { fileId: string; state?: 'sent' | 'received' }): Promise<TestApproval> {
  const ids = { approvalProjectId: newId(), approvalId: newId(), approvalOpinionId: newId(), adoptedSnapshotId: newId() }
  const approvalTitle = `报批的条例${ids.approvalId.slice(-12)}`
  const by = { createdBy: personId('legislation'), createdByName: '法规甲' }
  await prisma.project.create({
    data: {
      id: ids.approvalProjectId, procedureVersion: '1', organId: organId('cityCommittee'), state: 'provincialReview', stateSince: toDateColumn('2026-03-01'), title: approvalTitle, proposer: '甲市人民政府', proposerOrganId: organId('cityGovernment'), ...by,
      draft: {
        create: {
          id: newId(), doc: {}, createdBy: personId('legislation'),
          snapshots: { create: { id: ids.adoptedSnapshotId, seq: 1, kind: 'adopted', label: '通过稿', version: 0, doc: {}, tree: TREE, text: '养犬应当登记。', textDigest: '', madeOn: toDateColumn('2026-03-01'), madeBy: personId('legislation'), madeByName: '法规甲' } },
        },
      },
      approvals: {
        create: {
          id: ids.approvalId, provinceOrganId: organId('provinceCommittee'), state: options.state ?? 'received', snapshotId: ids.adoptedSnapshotId, sentOn: toDateColumn('2026-03-02'), receivedOn: toDateColumn('2026-03-03'),
          enclosures: [{ kind: 'approvalRequest', title: '报请批准的报告', paperId: null, fileId: options.fileId, documentId: null }], ...by,
          opinions: { create: { id: ids.approvalOpinionId, articleLabel: '第一条', text: '请说明', by: personId('province'), byName: '省审查', on: toDateColumn('2026-03-05') } },
        },
      },
    },
  })
  return { ...ids, approvalTitle }
}
