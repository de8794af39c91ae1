import path from 'node:path'

const READABLE = new Set(['.md', '.txt', '.docx', '.doc', '.wps', '.pdf', '.ofd', '.rtf', '.html', '.htm'])
/** Companions of texts, never texts. */
const COMPANIONS = new Set(['README.md', 'SOURCES.md', 'irregular.md'])

/** Whether a file of a folder of texts is one of the texts, by its name. */
export const isTextFile = (name: string): boolean => READABLE.has(path.extname(name).toLowerCase()) && !COMPANIONS.has(name)
