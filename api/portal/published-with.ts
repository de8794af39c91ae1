import { Readable } from 'node:stream'
import { html } from 'hono/html'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import type { Services } from '../platform/services.ts'
import type { Markup } from './page.ts'

/**
 * Papers that 立法法 89 has published together with a regulation: the announcement, the explanatory note, the report on the
 * result of deliberation. They are public by the act that published the text, and by no other.
 */
export const publishedWith = ['announcement', 'explanation', 'result-report'] as const
export type PublishedWith = (typeof publishedWith)[number]
export const isPublishedWith = (value: string): value is PublishedWith => publishedWith.some((one) => one === value)
const labels: Readonly<Record<PublishedWith, string>> = { announcement: '公告', explanation: '关于草案的说明', 'result-report': '审议结果的报告' }

export type AccompanyingPaper = { which: PublishedWith; label: string; title: string; paperId: string | null; fileId: string | null; text: string | null }

/** The act that published a text; a corrected text goes by that of the one whose words it puts right. */
async function publicationOf(prisma: PrismaClient, versionId: string) {
  for (let id: string | null = versionId; id !== null; ) {
    const publication = await prisma.publication.findFirst({ where: { versionId: id } })
    if (publication !== null) return publication
    const corrects: { correctionOfId: string | null } | null = await prisma.version.findUnique({ where: { id }, select: { correctionOfId: true } })
    id = corrects?.correctionOfId ?? null
  }
  return null
}

/** The papers that were published with a text; none where it was not published here. */
export async function papersPublishedWith(prisma: PrismaClient, versionId: string): Promise<{ announcementNo: string | null; gazetteIssue: string; papers: AccompanyingPaper[] } | null> {
  const publication = await publicationOf(prisma, versionId)
  if (publication === null) return null
  const ids: Readonly<Record<PublishedWith, string>> = { announcement: publication.announcementId, explanation: publication.explanationId, 'result-report': publication.resultReportId }
  const [papers, documents] = await Promise.all([
    prisma.paper.findMany({ where: { id: { in: Object.values(ids) }, projectId: publication.projectId, state: 'issued' }, select: { id: true, title: true, pdfFileId: true } }),
    prisma.projectDocument.findMany({ where: { id: { in: Object.values(ids) }, projectId: publication.projectId }, select: { id: true, title: true, fileId: true, text: true } }),
  ])
  return {
    announcementNo: publication.announcementNo, gazetteIssue: publication.gazetteIssue,
    papers: publishedWith.flatMap((which): AccompanyingPaper[] => {
      const paper = papers.find((p) => p.id === ids[which])
      const document = documents.find((d) => d.id === ids[which])
      if (paper !== undefined) return [{ which, label: labels[which], title: paper.title, paperId: paper.id, fileId: paper.pdfFileId, text: null }]
      return document === undefined ? [] : [{ which, label: labels[which], title: document.title, paperId: null, fileId: document.fileId, text: document.fileId === null ? document.text : null }]
    }),
  }
}

/** The list beside the text. */
export async function publishedWithMarkup(prisma: PrismaClient, options: { versionId: string; base: string }): Promise<Markup> {
  const found = await papersPublishedWith(prisma, options.versionId)
  if (found === null) return html``
  return html`<div class="blk"><h2>一并公布</h2><ul class="with">${found.papers.map((paper) => html`<li><a class="u" href="${options.base}/with/${paper.which}">${paper.label}</a>${paper.which === 'announcement' && found.announcementNo !== null ? `（${found.announcementNo}）` : ''}</li>`)}</ul><p class="n">${found.gazetteIssue.includes('公报') ? found.gazetteIssue : `常务委员会公报${found.gazetteIssue}`}</p></div>`
}

/** One of these papers as it was published: its file, or its words where it was typed. Null where there is none. */
export async function readPublishedWith(services: Services, options: { versionId: string; which: PublishedWith }): Promise<{ name: string; mediaType: string; body: ReadableStream<Uint8Array> | string } | null> {
  const found = await papersPublishedWith(services.prisma, options.versionId)
  const paper = found?.papers.find((p) => p.which === options.which)
  if (paper === undefined) return null
  if (paper.text !== null) return { name: `${paper.title}.txt`, mediaType: 'text/plain; charset=utf-8', body: `${paper.title}\n\n${paper.text}\n` }
  const file = paper.fileId === null ? null : await services.prisma.storedFile.findUnique({ where: { id: paper.fileId } })
  return file === null ? null : { name: file.name, mediaType: file.mediaType, body: Readable.toWeb(await services.files.open(file.sha256)) as ReadableStream<Uint8Array> }
}
