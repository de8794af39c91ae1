/** The envelope of a Word 97 file ([MS-CFB]): streams in sectors that are chained by a table. */

const HEADER_BYTES = 512
const DIRECTORY_ENTRY_BYTES = 128
const MINI_SECTOR_BYTES = 64
const MINI_STREAM_LIMIT = 4096
/** larger values mark the end of a chain, free sectors and sectors of the tables themselves */
const LARGEST_SECTOR = 0xfffffff9
const SECTORS_IN_HEADER = 109
const ROOT = 5

/** The file is cut off, its chains run in circles, or it is no compound file. */
export class BrokenCompoundFile extends Error {
  override readonly name = 'BrokenCompoundFile'
}

/** Follows a chain; a file has no more sectors than bytes, so a longer chain runs in a circle. */
function chain(table: readonly number[], first: number): number[] {
  const sectors: number[] = []
  for (let sector = first; sector <= LARGEST_SECTOR; sector = table[sector] ?? LARGEST_SECTOR + 1) {
    if (sector >= table.length || sectors.length > table.length) throw new BrokenCompoundFile('chain')
    sectors.push(sector)
  }
  return sectors
}

const uint32s = (bytes: Buffer): number[] => Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(i * 4))

/** The streams of a compound file by name. @throws BrokenCompoundFile */
export function readStreams(data: Buffer, wanted: readonly string[]): Map<string, Buffer> {
  if (data.length < HEADER_BYTES) throw new BrokenCompoundFile('header')
  const sectorBytes = 1 << data.readUInt16LE(30)
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw new BrokenCompoundFile('sector size')
  const sector = (index: number): Buffer => data.subarray((index + 1) * sectorBytes, (index + 2) * sectorBytes)
  const join = (sectors: readonly number[]): Buffer => Buffer.concat(sectors.map(sector))

  const most = Math.ceil(data.length / sectorBytes)
  const tableSectors = uint32s(data.subarray(76, HEADER_BYTES)).slice(0, SECTORS_IN_HEADER)
  let further = data.readUInt32LE(68)
  for (let n = 0; further <= LARGEST_SECTOR && n < most; n += 1) {
    const entries = uint32s(sector(further))
    further = entries.pop() ?? LARGEST_SECTOR + 1
    tableSectors.push(...entries)
    // a sector that names itself again would make a small file large
    if (tableSectors.length > most + SECTORS_IN_HEADER + sectorBytes) throw new BrokenCompoundFile('table')
  }
  const table = uint32s(join(tableSectors.filter((index) => index < most)))

  const entries = directory(join(chain(table, data.readUInt32LE(48))))
  const root = entries.find(({ kind }) => kind === ROOT)
  const mini = root === undefined ? Buffer.alloc(0) : join(chain(table, root.start))
  const miniTable = data.readUInt32LE(60) > LARGEST_SECTOR ? [] : uint32s(join(chain(table, data.readUInt32LE(60))))
  const streams = new Map<string, Buffer>()
  for (const { name, start, size } of entries) {
    if (!wanted.includes(name) || streams.has(name)) continue
    const whole =
      size < MINI_STREAM_LIMIT
        ? Buffer.concat(chain(miniTable, start).map((index) => mini.subarray(index * MINI_SECTOR_BYTES, (index + 1) * MINI_SECTOR_BYTES)))
        : join(chain(table, start))
    if (whole.length < size) throw new BrokenCompoundFile('stream')
    streams.set(name, whole.subarray(0, size))
  }
  return streams
}

type Entry = { name: string; kind: number; start: number; size: number }

function directory(bytes: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= bytes.length; at += DIRECTORY_ENTRY_BYTES) {
    const nameBytes = bytes.readUInt16LE(at + 64)
    if (nameBytes < 2 || nameBytes > 64) continue
    const name = bytes.toString('utf16le', at, at + nameBytes - 2)
    entries.push({ name, kind: bytes.readUInt8(at + 66), start: bytes.readUInt32LE(at + 116), size: bytes.readUInt32LE(at + 120) })
  }
  return entries
}
