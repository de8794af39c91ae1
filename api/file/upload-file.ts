import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { detectClassification, detectClassifiedFileName } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { readInWorker, type ReadResult } from '../reading/index.ts'
import { mayUpload } from './policy.ts'

export type UploadedFile = {
  id: string
  name: string
  sha256: string
  sizeBytes: number
  format: string | null
  status: 'read' | 'stored'
  /** why the text could not be read, a Chinese sentence; null where it was read */
  reason: string | null
  problems: { line: number; code: string; message: string }[]
  remarks: { line: number; code: string; message: string }[]
  insertions: number
  deletions: number
  hiddenPassages: number
}

/**
 * Keep a file byte for byte. It is read first, from a temporary place: papers marked 秘密, 机密 or 绝密 and files that
 * could do harm are refused before anything is stored (保守国家秘密法; issue 3, bad input).
 */
export async function uploadFile(options: { services: Services; actor: Actor | null; name: string; content: ReadableStream<Uint8Array>; organId?: string | null }): Promise<UploadedFile> {
  const { services, actor } = options
  if (actor !== null && !mayUpload(actor)) throw problem('forbidden')
  const name = cleanName(options.name)
  refuseClassified(detectClassifiedFileName(name) !== null)
  const folder = await mkdtemp(path.join(tmpdir(), 'lifa-upload-'))
  try {
    const temporary = path.join(folder, 'upload')
    await receive(options.content, temporary, services.settings.uploadLimitBytes)
    const { size } = await stat(temporary)
    if (size === 0) throw problem('file-refused', { detail: '文件是空的（0 字节），没有保存。请检查原文件后重新上传。' })
    const reading = await readInWorker({ source: temporary, fileName: name, sizeLimitBytes: services.settings.uploadLimitBytes })
    if (reading.status === 'refused') throw problem('file-refused', { detail: reading.message, extra: { refusal: reading.code } })
    if (reading.status === 'read') refuseClassified(detectClassification(reading.blocks.flatMap((b) => (b.kind === 'line' ? [b.text] : [])).join('\n')).length > 0)
    const kept = await services.files.put(createReadStream(temporary))
    return await inTransaction(services, async (work) => {
      const id = newId()
      const summary = summarise(reading)
      await work.tx.storedFile.create({
        data: {
          id, sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name, mediaType: mediaTypeOf(reading.format), format: reading.format,
          reading: summary satisfies Prisma.InputJsonObject, uploadedBy: actor?.personId ?? null, organId: options.organId ?? actor?.memberships[0]?.organId ?? null,
        },
      })
      work.audit({ actor, action: 'file.upload', entity: 'StoredFile', entityId: id, detail: { sha256: kept.sha256, sizeBytes: kept.sizeBytes } })
      return { id, name, ...kept, format: reading.format, ...summary }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function receive(content: ReadableStream<Uint8Array>, target: string, limitBytes: number): Promise<void> {
  let received = 0
  await pipeline(
    Readable.fromWeb(content as Parameters<typeof Readable.fromWeb>[0]),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        received += chunk.byteLength
        if (received > limitBytes) throw problem('file-too-large', { detail: `文件超过 ${Math.floor(limitBytes / 1024 / 1024)} MB 的上限，没有保存。请压缩图片或拆分后再上传。` })
        yield chunk
      }
    },
    createWriteStream(target),
  )
}

function refuseClassified(marked: boolean): void {
  if (marked) throw problem('classified')
}

/** The last part of what the browser calls the file, without control characters: a name is shown, never a path. */
const cleanName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // eslint-disable-next-line no-control-regex
  const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').trim().slice(0, 200)
  return clean === '' ? '未命名文件' : clean
}

function summarise(reading: Exclude<ReadResult, { status: 'refused' }>) {
  return reading.status === 'stored'
    ? { status: 'stored' as const, reason: reading.reason, problems: [], remarks: [], insertions: 0, deletions: 0, hiddenPassages: 0 }
    : {
        status: 'read' as const,
        reason: null,
        problems: reading.problems,
        remarks: reading.remarks,
        insertions: reading.revisions?.insertions.length ?? 0,
        deletions: reading.revisions?.deletions.length ?? 0,
        hiddenPassages: reading.revisions?.hiddenText.length ?? 0,
      }
}

const mediaTypes: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  ofd: 'application/ofd',
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  html: 'text/html',
  text: 'text/plain',
}
const mediaTypeOf = (format: string): string => mediaTypes[format] ?? 'application/octet-stream'
