import { StringDecoder } from 'node:string_decoder'
import yauzl from 'yauzl'
import { Refusal } from './result.ts'

/** Bounds of a zip file; a law of 1,260 articles needs a hundredth of them. */
export type ArchiveLimits = {
  entryCount: number
  totalBytes: number
  entryBytes: number
  /** uncompressed to compressed; only asked of entries larger than a megabyte */
  ratio: number
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entryCount: 2_000,
  totalBytes: 100 * 1024 * 1024,
  entryBytes: 40 * 1024 * 1024,
  ratio: 150,
}

const MEGABYTE = 1024 * 1024

const damaged = () => new Refusal('damaged', '文件不完整或已损坏，打不开。请在本机打开确认后重新保存，再上传一次。')
const unsafe = (why: string) =>
  new Refusal('unsafe-archive', `文件内部结构异常（${why}），为安全起见没有读取。请用 Word 或 WPS 打开原文，另存为新的 docx 后上传。`)

/** An opened zip file whose directory was found harmless. Nothing is ever written to a disk. */
export type Archive = {
  names: ReadonlySet<string>
  /** Feeds the text of an entry piece by piece; throws `Refusal` where it is larger than it said. */
  streamText: (name: string, onText: (piece: string) => void) => Promise<boolean>
  close: () => void
}

const openZip = async (source: Uint8Array | string): Promise<yauzl.ZipFile> => {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false } as const
  if (typeof source === 'string') return yauzl.openPromise(source, options)
  return yauzl.fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options)
}

const checkEntry = (entry: yauzl.Entry, limits: ArchiveLimits): void => {
  if (entry.isEncrypted()) throw new Refusal('password', '文件有密码，无法读取。请取消密码后重新保存，再上传。')
  if (entry.uncompressedSize > MEGABYTE && entry.uncompressedSize > entry.compressedSize * limits.ratio) throw unsafe('压缩比过高')
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-zA-Z]:/.test(entry.fileName)) throw unsafe('含有指向文件夹以外的路径')
}

/**
 * Reads the directory of a zip file and refuses what could hurt: too many or too large entries, paths
 * that leave the folder, encrypted entries. Throws `Refusal`.
 */
export async function openArchive(source: Uint8Array | string, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Archive> {
  const zip = await openZip(source).catch((error: unknown) => {
    throw /fileName|relative path|absolute path|backslash/i.test(String(error)) ? unsafe('含有指向文件夹以外的路径') : damaged()
  })
  const entries = new Map<string, yauzl.Entry>()
  let totalBytes = 0
  try {
    if (zip.entryCount > limits.entryCount) throw unsafe('内部文件过多')
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, limits)
      totalBytes += entry.uncompressedSize
      if (totalBytes > limits.totalBytes) throw unsafe('展开后过大')
      if (entries.size >= limits.entryCount) throw unsafe('内部文件过多')
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    zip.close()
    if (error instanceof Refusal) throw error
    throw /invalid relative path|absolute path|invalid characters/i.test(String(error)) ? unsafe('含有指向文件夹以外的路径') : damaged()
  }

  const streamText = async (name: string, onText: (piece: string) => void): Promise<boolean> => {
    const entry = entries.get(name)
    if (!entry) return false
    if (entry.uncompressedSize > limits.entryBytes) throw unsafe('展开后过大')
    const stream = await zip.openReadStreamPromise(entry).catch(() => {
      throw damaged()
    })
    const decoder = new StringDecoder('utf8')
    let size = 0
    try {
      for await (const chunk of stream) {
        if (!Buffer.isBuffer(chunk)) throw damaged()
        size += chunk.length
        if (size > limits.entryBytes) throw unsafe('展开后过大')
        onText(decoder.write(chunk))
      }
    } catch (error) {
      throw error instanceof Refusal ? error : damaged()
    } finally {
      stream.destroy()
    }
    onText(decoder.end())
    return true
  }
  return { names: new Set(entries.keys()), streamText, close: () => zip.close() }
}
