import { parseText } from '../../../law/text/index.ts'
import { storeVersion } from '../../library/index.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { uploadFile } from '../../file/index.ts'

export type PlantedText = { workKey: string; dateKey: string; versionId: string }

/** A text in the library, with the file it came from; public unless said otherwise. */
export async function plantText(services: Services, said: { title: string; body: string; issuer?: string; kind?: string; promulgated?: string; effectiveFrom: string | null; isPublic?: boolean; withFile?: boolean; documentNo?: string }): Promise<PlantedText> {
  const text = parseText(`${said.title}\n\n${said.body}`)
  const file = said.withFile === true ? await uploadFile({ services, actor: null, name: `${said.title}.txt`, content: new Blob([said.body]).stream() }) : null
  return inTransaction(services, async (work) => {
    const stored = await storeVersion({
      work,
      identity: { title: said.title, issuer: said.issuer ?? '甲市人民代表大会常务委员会', documentKind: said.kind ?? 'localRegulation', rank: 4 },
      version: {
        text, promulgated: said.promulgated ?? said.effectiveFrom, effectiveFrom: said.effectiveFrom, effectiveBasis: said.effectiveFrom === null ? 'unknown' : 'stated', documentNo: said.documentNo ?? null,
        published: said.isPublic === false ? null : { by: null, at: services.clock.now() },
      },
      source: file === null ? null : { fileId: file.id, problems: [], addedBy: null },
    })
    return { workKey: stored.workKey, dateKey: stored.dateKey, versionId: stored.versionId }
  })
}
