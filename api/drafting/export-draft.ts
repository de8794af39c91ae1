import { type LegalText, printLegalText } from '../../law/text/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { legalTextBlocks, toDocx } from '../typesetting/index.ts'
import { textFor } from './compare-texts.ts'
import { draftFor } from './draft-for.ts'
import { exportMark, recordExport } from './export-mark.ts'

export type ExportForm = 'docx' | 'txt'

/** A text of a draft as a file, marked with who took it out; the export is recorded. */
export async function exportDraft(options: { services: Services; actor: Actor; draftId: string; which: string; form: ExportForm }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, draftId, form } = options
  const draft = await draftFor({ ...options, action: 'read' })
  const { side, text } = await textFor({ ...options, draft })
  const mark = exportMark({ services, actor })
  const demo = services.settings.demo ? '演示数据' : undefined
  const bytes = form === 'txt' ? new TextEncoder().encode(`${[demo, mark].filter(Boolean).join('　')}\n${printLegalText(text)}\n`) : await asDocx({ text, mark, demo })
  await recordExport({ services, actor, draftId, what: `text.${form}`, texts: [side.id] })
  return { name: `${text.title === '' ? draft.project.title : text.title}（${side.label}）.${form}`, bytes }
}

const asDocx = ({ text, mark, demo }: { text: LegalText; mark: string; demo: string | undefined }): Promise<Uint8Array> =>
  toDocx({ title: text.title, body: legalTextBlocks(text), draft: mark, ...(demo === undefined ? {} : { demo }) })
