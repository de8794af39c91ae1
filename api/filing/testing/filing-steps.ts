import { toDocx, toPdf } from '../../papers/layout/index.ts'
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
