export * from './figures.ts'
export * from './signature-place.ts'
export * from './title-lines.ts'
