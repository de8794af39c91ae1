import type { Archive } from '../archive.ts'
import { xmlReader } from '../xml.ts'

type Style = {
  name: string
  type: string
  basedOn: string | null
  numId: string | null
  level: number | null
  hidden: boolean | null
}

/** `styles.xml`, as far as it decides what a reader sees: numbers and hidden words. */
export type Styles = { byId: Map<string, Style>; defaultParagraph: string | null }

export const isOn = (value: string | undefined): boolean => !(value === '0' || value === 'false' || value === 'off')

/** Reads `word/styles.xml`. Throws `Refusal`. */
export async function readStyles(archive: Archive, part: string): Promise<Styles> {
  const styles: Styles = { byId: new Map(), defaultParagraph: null }
  let style: Style | null = null
  const reader = xmlReader({
    open: (name, attributes) => {
      const value = attributes['val']
      if (name === 'style') {
        style = { name: '', type: attributes['type'] ?? 'paragraph', basedOn: null, numId: null, level: null, hidden: null }
        const id = attributes['styleId'] ?? ''
        styles.byId.set(id, style)
        if (style.type === 'paragraph' && attributes['default'] !== undefined && isOn(attributes['default'])) styles.defaultParagraph = id
      } else if (!style) return
      else if (name === 'name') style.name = value ?? ''
      else if (name === 'basedOn') style.basedOn = value ?? null
      else if (name === 'numId') style.numId = value ?? null
      else if (name === 'ilvl') style.level = Number.parseInt(value ?? '', 10) || 0
      else if (name === 'vanish') style.hidden = isOn(value)
    },
    close: (name) => {
      if (name === 'style') style = null
    },
  })
  if (await archive.streamText(part, reader.write)) reader.end()
  return styles
}

/** A style and those it is based on, nearest first. */
export function styleChain(styles: Styles, id: string | null): { id: string; style: Style }[] {
  const chain: { id: string; style: Style }[] = []
  let next = id
  while (next !== null && chain.length < 16) {
    const style = styles.byId.get(next)
    if (!style) break
    chain.push({ id: next, style })
    next = style.basedOn
  }
  return chain
}

export const isHiddenStyle = (styles: Styles, id: string | null): boolean =>
  styleChain(styles, id).find(({ style }) => style.hidden !== null)?.style.hidden ?? false

/** `toc 1` … of Word, in whichever language the style's id is. */
export const isContentsStyle = (styles: Styles, id: string | null): boolean =>
  styleChain(styles, id).some(({ style }) => /^(toc|目录)\s*\d$/i.test(style.name))
