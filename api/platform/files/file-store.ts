import type { Readable } from 'node:stream'

export interface StoredBytes {
  /** Lower-case hexadecimal; the name of the bytes. */
  sha256: string
  sizeBytes: number
}

export type Content = Uint8Array | AsyncIterable<Uint8Array>

export interface SweepReport {
  /** Bytes that no row names, removed now. */
  removed: StoredBytes[]
  /** Uploads that were cut off, removed now. */
  unfinished: number
  kept: number
}

export interface SweepOptions {
  /** Which of these are named by a row. */
  findReferenced(sha256s: string[]): Promise<Set<string>>
  /** Younger ones are spared: their row may be about to be written. */
  olderThanMs: number
}

/** Files byte for byte, under the sha256 of their bytes: the same bytes are kept once, and cannot be changed. */
export interface FileStore {
  /**
   * Keeps bytes; when the promise is fulfilled they are on the disk. Their row is written afterwards.
   *
   * @throws FileTooLarge beyond `limitBytes`; nothing is kept then
   */
  put(content: Content, options?: { limitBytes?: number }): Promise<StoredBytes>
  /** @throws FileMissing */
  open(sha256: string): Promise<Readable>
  /** Where the bytes lie, for programs that want a path (LibreOffice); only a store on this machine has one. */
  path?(sha256: string): string
  /** Reads the bytes and compares them with their name. */
  verify(sha256: string): Promise<'intact' | 'missing' | 'damaged'>
  /** Everything that is kept, in no order. */
  list(): AsyncIterable<StoredBytes>
  /** Removes what no row names. */
  sweepOrphans(options: SweepOptions): Promise<SweepReport>
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge'
  readonly limitBytes: number

  constructor(limitBytes: number) {
    super(`文件超过 ${Math.floor(limitBytes / 1024 / 1024)} MB 的上限，没有保存。请压缩或拆分后再上传。`)
    this.limitBytes = limitBytes
  }
}

export class FileMissing extends Error {
  override readonly name = 'FileMissing'
  readonly sha256: string

  constructor(sha256: string) {
    super(`文件库中没有 ${sha256}。请从备份恢复，或联系管理员。`)
    this.sha256 = sha256
  }
}

/** @throws RangeError on anything that is not a sha256, so that a name can never lead out of the store */
export function checkedName(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a sha256 in lower-case hexadecimal')
  return sha256
}
