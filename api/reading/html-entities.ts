const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•',
  times: '×', divide: '÷', deg: '°', permil: '‰', sect: '§', copy: '©', reg: '®', trade: '™', yen: '¥', plusmn: '±',
  le: '≤', ge: '≥', ne: '≠', laquo: '«', raquo: '»', lang: '〈', rang: '〉', zwnj: '', zwj: '', shy: '', alpha: 'α', beta: 'β',
}

/** Replaces references to characters; an unknown one stays as it is printed. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    if (code === 160) return ' '
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
