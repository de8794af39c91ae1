import { problemFrom, type ApiProblem } from '../api/problem.ts'

export type StoredFile = { fileId: string; sha256: string; sizeBytes: number; name: string }
export type Sending = { stop: () => void; stored: Promise<StoredFile> }

/**
 * Sends one file to `POST /api/files` (multipart, field `file`) and tells how many bytes are gone. XMLHttpRequest,
 * because fetch tells nothing of the way up. The same `key` may be sent again after a failure: nothing is stored twice.
 * `stored` rejects with an ApiProblem; kind `offline` where the connection broke or it was stopped.
 */
export function sendFile({ file, key, onProgress, address = '/api/files' }: { file: File; key: string; onProgress: (sentBytes: number) => void; address?: string }): Sending {
  const request = new XMLHttpRequest()
  const stored = new Promise<StoredFile>((resolve, reject: (problem: ApiProblem) => void) => {
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(Math.min(loaded, file.size)))
    request.addEventListener('load', () => {
      const body = parse(request.responseText)
      const answer = readStored(body)
      if (request.status >= 200 && request.status < 300 && answer !== null) resolve(answer)
      else reject(problemFrom(request.status, body))
    })
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => reject(problemFrom(0, null)))
    request.open('POST', address)
    request.setRequestHeader('Idempotency-Key', key)
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
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

/** What the server must answer; null where it did not. */
export function readStored(body: unknown): StoredFile | null {
  if (typeof body !== 'object' || body === null) return null
  if (!('fileId' in body && 'sha256' in body && 'sizeBytes' in body && 'name' in body)) return null
  const { fileId, sha256, sizeBytes, name } = body
  return typeof fileId === 'string' && typeof sha256 === 'string' && typeof sizeBytes === 'number' && typeof name === 'string' ? { fileId, sha256, sizeBytes, name } : null
}
