import { SaxesParser } from 'saxes'
import { Refusal } from './result.ts'

/** Attributes by local name: OOXML never gives one element two attributes that differ by prefix only. */
export type XmlAttributes = Readonly<Record<string, string>>
export type XmlHandler = {
  open: (name: string, attributes: XmlAttributes, namespace: string) => void
  close: (name: string, namespace: string) => void
  text?: (text: string) => void
}

const XML_DEPTH = 600

/**
 * A push parser for the parts of an office file: no document type, hence no entities and nothing
 * fetched; bounded depth. `write` pieces, then `end`. Throws `Refusal`.
 */
export function xmlReader(handler: XmlHandler): { write: (piece: string) => void; end: () => void } {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new Refusal('unsafe-markup', '文件内部含有外部引用声明，为安全起见没有读取。请用 Word 或 WPS 打开原文，另存为新的 docx 后上传。')
  })
  parser.on('error', () => {
    throw new Refusal('damaged', '文件内部内容有错，读不下去。请用 Word 或 WPS 打开原文，另存为新的 docx 后上传。')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > XML_DEPTH) throw new Refusal('nested-too-deep', '文件内部嵌套层数过多，没有读取。请把正文复制到新的文档中，另存为 docx 后上传。')
    const attributes: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes)) attributes[attribute.local] = attribute.value
    handler.open(tag.local, attributes, tag.uri)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handler.close(tag.local, tag.uri)
  })
  if (handler.text) parser.on('text', handler.text)
  return {
    write: (piece) => {
      parser.write(piece)
    },
    end: () => {
      parser.close()
    },
  }
}
