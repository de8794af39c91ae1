import { draftDocument, keyOf } from '../../law/drafting/index.ts'
import { parseText } from '../../law/text/index.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { organId, personId } from './test-organs.ts'

/** A project with its draft. `keys` are those of the articles, in their order. */
export type TestDraft = { projectId: string; draftId: string; keys: string[]; workingSnapshotId: string; sentSnapshotId: string; commentId: string; ignoreId: string }

const TEXT = (title: string): string => [title, '第一条　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市行政区域。', '第三条　养犬应当登记。', '第四条　违反本条例的，责令改正。', '第五条　本条例自公布之日起施行。'].join('\n')

/**
 * A project of the city's standing committee, drafted by the bureau and proposed by the government's office, with a
 * working copy, one text of each sort, a comment and a hint that was set aside.
 */
export async function createTestDraft(prisma: PrismaClient, options: { marker: string; /** else it has the marker in it */ title?: string; state: string; text?: string }): Promise<TestDraft> {
  const { marker, state, title = `${marker}条例` } = options
  const ids = { projectId: newId(), draftId: newId(), workingSnapshotId: newId(), sentSnapshotId: newId(), commentId: newId(), ignoreId: newId() }
  const tree = parseText(options.text ?? TEXT(title))
  const doc = draftDocument(tree)
  const keys: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'article') keys.push(keyOf(node))
    return node.type.name === 'chapter'
  })
  const json = JSON.parse(JSON.stringify(doc)) as object
  await prisma.project.create({
    data: {
      id: ids.projectId, procedureVersion: '1', organId: organId('cityCommittee'), state, stateSince: toDateColumn('2026-03-01'), title, proposer: '甲市人民政府', proposerOrganId: organId('cityGovernmentOffice'),
      leadOrgan: '甲市城市管理局', leadOrganId: organId('cityBureau'), committee: '甲市人大常委会城环工委', committeeOrganId: organId('cityUrban'), createdBy: personId('legislation'), createdByName: '法规甲',
      draft: { create: { id: ids.draftId, doc: json, createdBy: personId('drafter') } },
    },
  })
  const common = { draftId: ids.draftId, version: 0, doc: json, tree: JSON.parse(JSON.stringify(tree)) as object, text: '', textDigest: '', madeOn: toDateColumn('2026-03-01'), madeBy: personId('drafter'), madeByName: '起草甲' }
  await prisma.draftSnapshot.createMany({
    data: [{ ...common, id: ids.workingSnapshotId, seq: 1, kind: 'working', label: '初稿' }, { ...common, id: ids.sentSnapshotId, seq: 2, kind: 'firstReading', label: '草案（一次审议稿）' }],
  })
  await prisma.draftComment.create({ data: { id: ids.commentId, draftId: ids.draftId, version: 0, text: `${marker}批注`, by: personId('legislation'), byName: '法规甲' } })
  await prisma.lintIgnore.create({ data: { id: ids.ignoreId, draftId: ids.draftId, ruleId: 'L01', articleKey: keys[0] ?? '', quote: '应当', reason: '引用原文', by: personId('legislation'), byName: '法规甲' } })
  return { ...ids, keys }
}
