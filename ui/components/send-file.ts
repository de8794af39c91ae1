import { problemFrom, type ApiProblem } from '../api/problem.ts'
import type { components } from '../api/schema.d.ts'

/** What is known of a file that is kept: enough to show one from before. */
export type KeptFile = { id: string; name: string; sha256: string; sizeBytes: number }
/** What the server says of one that was just sent; `status` `read` where its text could be read, else `reason`. */
export type StoredFile = components['schemas']['UploadedFile']
export type Sending = { stop: () => void; stored: Promise<StoredFile> }

/**
 * Sends the bytes of one file to `POST /api/files` and tells how many bytes are gone. XMLHttpRequest,
 * because fetch tells nothing of the way up. The same `key` may be sent again after a failure: nothing is stored twice.
 * `stored` rejects with an ApiProblem; kind `offline` where the connection broke or it was stopped.
 */
export function sendFile({ file, key, onProgress, address = '/api/files' }: { file: File; key: string; onProgress: (sentBytes: number) => void; address?: string }): Sending {
  const request = new XMLHttpRequest()
  const stored = new Promise<StoredFile>((resolve, reject: (problem: ApiProblem) => void) => {
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(Math.min(loaded, file.size)))
    request.addEventListener('load', () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300 && isStored(body)) resolve(body)
      else reject(problemFrom(request.status, body))
    })
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => reject(problemFrom(0, null)))
    request.open('POST', address)
    request.setRequestHeader('Idempotency-Key', key)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.send(file)
  })
  return { stop: () => request.abort(), stored }
}

function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch {
    return null
  }
}

/** Whether the answer is what `POST /api/files` promises, as far as the interface relies on it. */
const isStored = (body: unknown): body is StoredFile =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' && 'sha256' in body && typeof body.sha256 === 'string' && 'sizeBytes' in body && typeof body.sizeBytes === 'number'
