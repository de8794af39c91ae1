export { filingPolicy, filingSubject, filingSubjectSelect } from './policy.ts'
export type { FilingAction, FilingSubject } from './policy.ts'
