import { z } from '@hono/zod-openapi'
import { actorOf, createRouter, defineRoute, idParameter, json, jsonBody, problemResponses } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { importRequestSchema, importRunSchema } from './import-request.ts'
import { listImports, readImport } from './read-import.ts'
import { startImport } from './start-import.ts'

const tags = ['library']

const start = defineRoute({
  method: 'post', path: '/api/library/imports', 'x-access': 'library.keep', tags, summary: '导入已上传的文件，在后台逐个读取', request: { body: jsonBody(importRequestSchema) },
  responses: { ...json(202, z.object({ id: z.string() }), '已开始；进度另查'), ...problemResponses },
})
const list = defineRoute({
  method: 'get', path: '/api/library/imports', 'x-access': 'library.keep', tags, summary: '最近的导入',
  responses: { ...json(200, z.object({ runs: z.array(importRunSchema) }), '新的在前，不带逐个文件的结果'), ...problemResponses },
})
const read = defineRoute({
  method: 'get', path: '/api/library/imports/{id}', 'x-access': 'library.keep', tags, summary: '一次导入的进度和逐个文件的结果', request: { params: idParameter },
  responses: { ...json(200, importRunSchema, '没有读出的内容逐行列出'), ...problemResponses },
})

export const importRoutes = (services: Services) =>
  createRouter()
    .openapi(start, async (c) => c.json(await startImport({ services, actor: actorOf(c), ...c.req.valid('json') }), 202))
    .openapi(list, async (c) => c.json({ runs: await listImports({ services, actor: actorOf(c) }) }, 200))
    .openapi(read, async (c) => c.json(await readImport({ services, actor: actorOf(c), id: c.req.valid('param').id }), 200))
