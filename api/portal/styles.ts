import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const tokens = path.resolve(import.meta.dirname, '../../ui/styles/tokens.css')
const parts = ['base', 'home', 'results', 'law', 'compare', 'suggest', 'portal'].map((name) => path.join(import.meta.dirname, 'styles', `${name}.css`))

/** The one stylesheet of the portal: the tokens that the back office uses too, then its own. */
export const stylesheet: string = [tokens, ...parts].map((file) => readFileSync(file, 'utf8')).join('\n')

/** The emblem of the product, for the browser's tab. */
export const emblem: string = readFileSync(path.resolve(import.meta.dirname, '../../ui/emblem.svg'), 'utf8')

/** Changes with the content, so that browsers may keep the file for ever. */
export const stylesheetAddress = `/portal/portal.css?v=${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}`
