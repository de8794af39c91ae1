import { ABSENT, type ComparisonMeta, type ComparisonPiece, type ComparisonRow, explanationOf, headingOverAll, headingsOf, isOfThree, sidesOf } from './comparison-rows.ts'
import { pageMark } from './paper-content.ts'

/** 条文对照表 as one page of HTML that stands by itself: no script, nothing loaded, prints on turned A4 with its head on every sheet. */
export function toComparisonHtml(rows: readonly ComparisonRow[], meta: ComparisonMeta): string {
  const headings = headingsOf(rows, meta)
  const three = isOfThree(rows)
  const mark = pageMark(meta)
  const title = escaped(meta.title.replaceAll('\n', ''))
  const head = headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('')
  const body = rows.map((row, at) => {
    const overAll = headingOverAll(row, three)
    if (overAll !== null) return `<tr id="r${at + 1}" class="division"><th scope="rowgroup" colspan="${headings.length}">${overAll.map((piece) => escaped(piece.text)).join('')}</th></tr>`
    const cells = sidesOf(row, three).map((pieces, place) => cellMarkup(pieces, headings[place] ?? ''))
    return `<tr id="r${at + 1}"${row.heading ? ' class="division"' : ''}>${cells.join('')}<td class="note" data-h="${escaped(headings.at(-1) ?? '')}">${lines(escaped(row.note ?? ''))}</td></tr>`
  })
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${mark === '' ? '' : `<p class="mark">${escaped(mark)}</p>\n`}<h1>${lines(escaped(meta.title))}</h1>
<p class="how">${escaped(explanationOf(rows, meta))}</p>
<table class="${three ? 'three' : 'two'}">
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
const lines = (text: string): string => text.replaceAll('\n', '<br>')

function cellMarkup(pieces: readonly ComparisonPiece[], heading: string): string {
  if (pieces.length === 0) return `<td class="none" data-h="${escaped(heading)}">${ABSENT}</td>`
  const paragraphs: string[] = ['']
  for (const piece of pieces) {
    piece.text.split('\n').forEach((text, at) => {
      if (at > 0) paragraphs.push('')
      // the first line of a 款 is drawn in by the style sheet
      const words = piece.change === 'same' && paragraphs.at(-1) === '' ? text.replace(/^　　/u, '') : text
      paragraphs[paragraphs.length - 1] += words === '' ? '' : pieceMarkup(words, piece)
    })
  }
  return `<td data-h="${escaped(heading)}">${paragraphs.filter((words) => words !== '').map((words) => `<p>${words}</p>`).join('')}</td>`
}

function pieceMarkup(text: string, { change, moved }: ComparisonPiece): string {
  const words = escaped(text)
  const kind = moved ? ' class="moved"' : ''
  switch (change) {
    case 'same':
      return words
    case 'label':
      return `<b>${words}</b>`
    case 'added':
      return `<ins${kind}>${words}</ins>`
    case 'gone':
      return `<del${kind}>${words}</del>`
    default: {
      const never: never = change
      return never
    }
  }
}

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1b1f24;font-family:"Noto Serif CJK SC","Source Han Serif SC",STSong,SimSun,serif;font-size:16px;line-height:1.8;line-break:strict;text-autospace:no-autospace}
main{max-width:82rem;margin:0 auto;padding:2rem 1.5rem}
h1{margin:0 0 .5rem;text-align:center;font-size:1.5rem;line-height:1.5;font-weight:700;text-wrap:balance}
.how,.mark{margin:0 0 1rem;font-size:.875rem;color:#4a5058}
.mark{text-align:center;color:#9a5b00}
table{width:100%;border-collapse:collapse;table-layout:fixed}
.two th:nth-child(-n+2){width:41%}
.three th:nth-child(-n+3){width:28%}
th,td{border:1px solid #9aa1a9;padding:.5rem .75rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th{background:#f1f3f5;text-align:center;font-family:"Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif}
td p{margin:0;text-indent:2em}
tbody th{background:none;font-weight:600;break-after:avoid}
.division{break-after:avoid}
.division td p{text-align:center;text-indent:0}
td b{font-family:"Noto Sans CJK SC","Source Han Sans SC",SimHei,sans-serif;font-weight:600}
ins{font-weight:700;text-decoration:none;background:#e2f2e5}
del{color:#8c2f2f;background:#fbe9e9}
.moved{border-bottom:2px dotted #5b3f95}
.note{font-size:.875rem;color:#3c424a}
.none{color:#6b727b;text-align:center}
@media (max-width:700px){thead{position:absolute;left:-9999px}tr,td,tbody th{display:block;width:100%}tr{border:1px solid #9aa1a9;margin-bottom:1rem}td{border:0;border-bottom:1px solid #d5d9dd}td::before{content:attr(data-h);display:block;font-size:.8125rem;color:#4a5058;text-align:left}.none{text-align:left}}
@media print{@page{size:A4 landscape;margin:20mm 15mm}main{max-width:none;padding:0}body{font-size:10.5pt;line-height:1.6}thead{display:table-header-group}ins,del{background:none}del{color:#555}th{background:none}p{orphans:2;widows:2}}
`
