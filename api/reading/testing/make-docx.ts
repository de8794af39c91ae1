import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; content: string | Uint8Array; /** general purpose flags: 1 is encrypted */ flags?: number; /** lies about the size */ statedBytes?: number }

const u16 = (value: number) => [value & 0xff, (value >>> 8) & 0xff]
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]

/** Writes a zip file; names are taken as they are, bad ones too. Only for tests. */
export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, flags = 0, statedBytes } of entries) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const nameBytes = Buffer.from(name)
    const common = [...u16(20), ...u16(flags | 0x800), ...u16(8), ...u16(0), ...u16(0x21), ...u32(crc32(data)), ...u32(packed.length), ...u32(statedBytes ?? data.length), ...u16(nameBytes.length), ...u16(0)]
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, ...common]), nameBytes, packed])
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, ...u16(20), ...common, ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(offset)]), nameBytes]))
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.from([0x50, 0x4b, 5, 6, ...u16(0), ...u16(0), ...u16(entries.length), ...u16(entries.length), ...u32(central.length), ...u32(offset), ...u16(0)])
  return new Uint8Array(Buffer.concat([...files, central, end]))
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ')

export type DocxParts = { body: string; numbering?: string; styles?: string; footnotes?: string; comments?: string; more?: readonly ZipEntry[] }

const root = (name: string, inner: string) => `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${inner}</w:${name}>`

/** A docx from the XML of its parts. Only for tests. */
export function makeDocx({ body, numbering, styles, footnotes, comments, more = [] }: DocxParts): Uint8Array {
  const entries: ZipEntry[] = [{ name: 'word/document.xml', content: root('document', `<w:body>${body}</w:body>`) }]
  if (numbering !== undefined) entries.push({ name: 'word/numbering.xml', content: root('numbering', numbering) })
  if (styles !== undefined) entries.push({ name: 'word/styles.xml', content: root('styles', styles) })
  if (footnotes !== undefined) entries.push({ name: 'word/footnotes.xml', content: root('footnotes', footnotes) })
  if (comments !== undefined) entries.push({ name: 'word/comments.xml', content: root('comments', comments) })
  return makeZip([...entries, ...more])
}

export const r = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const p = (inner: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : r(inner)}</w:p>`
export const numbered = (text: string, numId: number, level: number): string => p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
export const lvl = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
