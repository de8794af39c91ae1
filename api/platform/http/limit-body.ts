import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problem } from '../problem/problems.ts'
import type { Env } from './environment.ts'

const MEGABYTE = 1024 * 1024
/** The longest text that is typed or pasted is far below; what is larger comes as a file, which is streamed. */
const FORM_LIMIT_BYTES = 8 * MEGABYTE

const tooLarge = (limitBytes: number, advice: string) => problem('file-too-large', { detail: `超过 ${Math.floor(limitBytes / MEGABYTE)} MB 的上限，没有保存。${advice}` })

/** Nothing larger than its kind may be is read into memory; what says its length is refused before it is read at all. */
export function limitBody(uploadLimitBytes: number): MiddlewareHandler<Env> {
  const limited = (maxSize: number, advice: string) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw tooLarge(maxSize, advice)
      },
    })
  const form = limited(FORM_LIMIT_BYTES, '文字太长的，请作为文件上传。')
  const formWithFiles = limited(uploadLimitBytes + MEGABYTE, '请压缩图片或拆分后再上传。')
  return async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (type.startsWith('multipart/form-data')) return formWithFiles(c, next)
    if (!type.startsWith('application/octet-stream')) return form(c, next)
    // counted while it is streamed as well (api/file/upload-file.ts): a length may be missing or a lie
    if (Number(c.req.header('content-length') ?? '0') > uploadLimitBytes) throw tooLarge(uploadLimitBytes, '请压缩图片或拆分后再上传。')
    return next()
  }
}
