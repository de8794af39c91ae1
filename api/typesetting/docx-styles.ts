import { FONTS, OFF_GRID } from './docx-parts.ts'
import { BODY } from '../../law/paper/index.ts'

const { body } = FONTS

/**
 * styles.xml as such, because the library cannot say `snapToGrid` or `autoSpaceDE` of a paragraph:
 * no gap between digits and Chinese (28 characters a line), and lines off the grid where they are smaller.
 */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${body.ascii}" w:hAnsi="${body.hAnsi}" w:eastAsia="${body.eastAsia}" w:cs="${body.cs}"/><w:sz w:val="${BODY.sizeHalfPoints}"/><w:szCs w:val="${BODY.sizeHalfPoints}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="${OFF_GRID}"><w:name w:val="Off grid"/><w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style>
</w:styles>`
