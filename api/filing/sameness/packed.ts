/** Words without white space: how far apart they stand differs between a print and a Word file. */
export const packed = (text: string): string => text.replace(/[\s\u200b\ufeff]/gu, '')
