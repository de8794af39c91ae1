import { toDocx, toPdf } from '../../typesetting/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import { loadActor } from '../../identity/index.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { transition } from '../../procedure/index.ts'
import { organId, personId } from '../../testing/test-organs.ts'
import type { TestApp, TestClient } from '../../testing/create-test-app.ts'

/** The lines of a small document with its articles; `period` is what the two texts may say differently. */
export const smallText = (title: string, period = '十五日'): { title: string; lines: string[] } => ({
  title,
  lines: ['第一条　为了加强户外招牌的管理，根据有关法律、法规，制定本办法。', '第二条　户外招牌应当牢固完好，夜间照明不得扰民。', `第三条　招牌破损、污浊的，设置人应当自收到通知之日起${period}内修复或者更换。`, '第四条　本办法自2026年4月1日起施行。'],
})

const content = (text: { title: string; lines: string[] }) => ({ title: text.title, body: text.lines.map((words) => ({ kind: 'paragraph' as const, words })) })
const bytes = (given: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(given)
export const wordFile = async (text: { title: string; lines: string[] }) => ({ name: `${text.title}.docx`, bytes: bytes(await toDocx(content(text))) })
export const sealedFile = async (text: { title: string; lines: string[] }) => ({ name: `${text.title}.pdf`, bytes: bytes(await toPdf(content(text))) })

export const body = async (response: Response) => JSON.parse(await response.text())

export async function upload(client: TestClient, file: { name: string; bytes: Uint8Array<ArrayBuffer> | string }): Promise<string> {
  return (await body(await client.upload('/api/files', file))).id
}

/** The entries of a form that lacks nothing. */
export const entries = (title: string, documentNo: string) => ({
  title, documentNo, documentKind: 'normativeDocument', promulgated: '2026-02-24', effectiveFrom: '2026-04-01', deliberationMeeting: '市政府第52次常务会议', meetingDate: '2026-02-11',
  draftingOrgan: '市城市管理局', disclosure: '主动公开', contactName: '报备甲', contactPhone: '0000-000 0116', unifiedNo: 'YJGF-2026-010', validityNote: '五年', validUntil: '2031-03-31',
})

/** A draft of the city government's office with everything the rules ask for. */
export async function completeDraft(t: TestApp, options: { title: string; documentNo: string; wordPeriod?: string }): Promise<{ id: string; revision: number }> {
  const clerk = await t.as('city-clerk')
  const created = await body(await clerk.post('/api/filings', entries(options.title, options.documentNo)))
  const text = smallText(options.title)
  const put = async (kind: string, file: { name: string; bytes: Uint8Array<ArrayBuffer> | string }) => clerk.post(`/api/filings/${created.id}/materials`, { kind, fileId: await upload(clerk, file) })
  await put('sealedText', await sealedFile(text))
  await put('electronicText', await wordFile(smallText(options.title, options.wordPeriod)))
  await put('explanation', await wordFile({ title: '关于制定的说明', lines: ['制定的必要性和主要内容。'] }))
  await put('legalityReview', await wordFile({ title: '合法性审核意见', lines: ['经审核，未发现违法内容。'] }))
  const last = await body(await clerk.post(`/api/filings/${created.id}/materials`, { kind: 'basis', note: '《中华人民共和国广告法》第四十一条' }))
  return { id: created.id, revision: last.revision }
}

export async function submitted(t: TestApp, options: { title: string; documentNo: string }): Promise<{ id: string; revision: number }> {
  const draft = await completeDraft(t, options)
  const sent = await body(await (await t.as('city-clerk')).post(`/api/filings/${draft.id}/submit`, {}, { revision: draft.revision }))
  return { id: sent.id, revision: sent.revision }
}

const sharedFiles = new WeakMap<TestApp, Promise<Record<string, string>>>()

async function uploadShared(t: TestApp): Promise<Record<string, string>> {
  const clerk = await t.as('city-clerk')
  const text = smallText('共用的办法')
  return {
    sealedText: await upload(clerk, await sealedFile(text)),
    electronicText: await upload(clerk, await wordFile(text)),
    explanation: await upload(clerk, await wordFile({ title: '说明', lines: ['制定说明。'] })),
    legalityReview: await upload(clerk, await wordFile({ title: '审核意见', lines: ['合法。'] })),
  }
}

/**
 * A filing that was sent, for tests of what comes after: rows with one set of files for all of them, and the step of the
 * procedure itself. Much quicker than sending through the API, which `submitted` does.
 */
export async function arrived(t: TestApp, options: { title: string; documentNo: string; promulgated?: string | null }): Promise<{ id: string; revision: number }> {
  const { services } = t
  const pending = sharedFiles.get(t) ?? uploadShared(t)
  sharedFiles.set(t, pending)
  const files = await pending
  const id = newId()
  const today = services.clock.today()
  const actor = await loadActor({ prisma: services.prisma, personId: personId('city-clerk'), today })
  if (actor === null) throw new Error('the test clerk is gone')
  const promulgated = options.promulgated === undefined ? '2026-02-24' : options.promulgated
  const taken = await inTransaction(services, async (work) => {
    await work.tx.filing.create({
      data: {
        id, procedureVersion: '1', state: 'draft', title: options.title, documentNo: options.documentNo, documentKind: 'normativeDocument', promulgated: promulgated === null ? null : toDateColumn(promulgated),
        effectiveFrom: toDateColumn('2026-04-01'), makerOrganId: organId('cityGovernmentOffice'), filedByOrganId: organId('cityGovernmentOffice'), receiverOrganId: organId('cityCommittee'),
        createdBy: personId('city-clerk'), submittedOn: toDateColumn(today), contactName: '报备甲', contactPhone: '0000-000 0116',
      },
    })
    const materials = [...Object.entries(files).map(([kind, fileId]) => ({ kind, fileId, note: null })), { kind: 'basis', fileId: null, note: '《中华人民共和国广告法》' }]
    await work.tx.filingMaterial.createMany({ data: materials.map((m) => ({ id: newId(), filingId: id, ...m, addedBy: personId('city-clerk') })) })
    await work.tx.samenessCheck.create({
      data: {
        id: newId(), filingId: id, sealedFileId: files['sealedText'] ?? '', wordFileId: files['electronicText'] ?? '', method: 'words', checkedBy: personId('city-clerk'),
        differences: { differences: [], characters: 100, sealedSha256: '0', wordSha256: '0', note: null },
      },
    })
    return transition({ services, work, actor, filingId: id, key: 'submit', revision: 1, audience: 'maker', values: { title: options.title, documentNumber: options.documentNo, publishedOn: promulgated ?? 'later', contact: '报备甲' } })
  })
  return { id, revision: taken.revision }
}
