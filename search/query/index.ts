export { parseQuery } from './parse-query.ts'
export type { UnderstoodQuery } from './parse-query.ts'
export { documentNumberKey } from './document-number.ts'
export { normalise, titleKey } from './normalise.ts'
