import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, problemResponses } from '../platform/http/index.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { mayReadFile } from './policy.ts'
import { uploadFile } from './upload-file.ts'

export const uploadedFileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    sha256: z.string(),
    sizeBytes: z.number().int(),
    format: z.string().nullable(),
    status: z.enum(['read', 'stored']),
    reason: z.string().nullable(),
    problems: z.array(z.object({ line: z.number().int(), code: z.string(), message: z.string() })),
    remarks: z.array(z.object({ line: z.number().int(), code: z.string(), message: z.string() })),
    insertions: z.number().int(),
    deletions: z.number().int(),
    hiddenPassages: z.number().int(),
  })
  .openapi('UploadedFile')

const upload = defineRoute({
  method: 'post',
  path: '/api/files',
  'x-access': 'file.upload',
  tags: ['file'],
  summary: '上传文件（正文为文件字节，文件名在 x-file-name，按 URI 编码）',
  request: { headers: z.object({ 'x-file-name': z.string().min(1).max(2000) }), body: { required: true, content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } } },
  responses: { ...json(201, uploadedFileSchema, '已原样保存'), ...problemResponses },
})
const download = defineRoute({
  method: 'get',
  path: '/api/files/{id}/content',
  'x-access': 'file.read',
  tags: ['file'],
  summary: '下载原件',
  request: { params: idParameter, query: z.object({ inline: z.enum(['true']).optional() }) },
  responses: { 200: { description: '原件，逐字节相同', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, ...problemResponses },
})

const decodeName = (name: string): string => {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** 上传和下载: kept byte for byte, given as an attachment that nobody sniffs. */
export function fileRoutes(services: Services) {
  return createRouter()
    .openapi(upload, async (c) => {
      const content = c.req.raw.body
      if (content === null) throw problem('file-refused', { detail: '没有收到文件内容，请重新上传。' })
      return c.json(await uploadFile({ services, actor: actorOf(c), name: decodeName(c.req.valid('header')['x-file-name']), content }), 201)
    })
    .openapi(download, async (c) => {
      const file = await services.prisma.storedFile.findUnique({ where: { id: c.req.valid('param').id } })
      if (file === null || !(await mayReadFile({ services, actor: actorOf(c), file }))) throw problem('not-found')
      // only what a browser shows without running anything may be shown in the page
      const inline = c.req.valid('query').inline === 'true' && file.mediaType === 'application/pdf'
      const stream = Readable.toWeb(await services.files.open(file.sha256)) as ReadableStream<Uint8Array>
      return new Response(stream, {
        headers: {
          'content-type': file.mediaType,
          'content-length': file.sizeBytes.toString(),
          'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
        },
      })
    })
}
