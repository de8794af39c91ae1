import { z } from '@hono/zod-openapi'
import {
  documentKinds, type FilingFacts, type FilingLine, type FilingTrait, filingTraits, formalCheck, type FormalFinding, formalFindingCodes, type GivenMaterial, isRightLine, materialKeys,
  type AcceptedForm, missingMaterials,
} from '../../law/procedure/index.ts'
import type { DeadlineView } from '../deadline/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { filingDeadline, lineOf } from './filing-due.ts'
import type { FilingRow } from './filing-row.ts'
import { organRef } from './organ-refs.ts'
import { openDifferences } from './sameness/sameness-record.ts'

const settlementSchema = z.object({ key: z.string(), reason: z.string(), by: z.string(), byName: z.string(), at: z.string() })
/** What the receiving clerk said to a finding. */
export type Settlement = z.infer<typeof settlementSchema>
export const settlementsOf = (filing: { formalSettlements: unknown }): Settlement[] => z.array(settlementSchema).catch([]).parse(filing.formalSettlements)

export const findingSchema = z
  .object({
    /** names the finding from one reading to the next */
    key: z.string(),
    code: z.enum(formalFindingCodes),
    severity: z.enum(['must', 'check', 'ok']),
    message: z.string(),
    material: z.enum(materialKeys).nullable(),
    related: z.array(z.string()),
    settled: z.object({ reason: z.string(), byName: z.string(), at: z.string() }).nullable(),
  })
  .openapi('FormalFinding')
export type Finding = z.infer<typeof findingSchema>

export type FilingCheck = {
  findings: Finding[]
  line: FilingLine
  deadline: DeadlineView | null
  late: boolean
  wrongLine: boolean
  missingWithoutReason: number
  openFindings: number
}

export const traitsOf = (filing: { traits: string[]; maker: { kind: string } }): FilingTrait[] => {
  const governmentSide = ['government', 'governmentOffice', 'governmentDepartment'].includes(filing.maker.kind)
  const chosen = filingTraits.filter((t) => t !== 'governmentSide' && filing.traits.includes(t))
  return governmentSide ? [...chosen, 'governmentSide'] : chosen
}

/** How a file counts among the accepted forms. Office programs save RTF and HTML under the name of a Word file. */
const formOf = (file: { format: string | null; name: string }): AcceptedForm => {
  switch (file.format) {
    case 'docx':
    case 'wps':
    case 'pdf':
    case 'ofd':
      return file.format
    case 'text':
      return /\.md$/i.test(file.name) ? 'md' : 'txt'
    default:
      return 'doc'
  }
}

export type FileRow = { id: string; name: string; sha256: string; sizeBytes: bigint; format: string | null }

/** The package as the rules count it. The report and the form come from the entries unless a file was given for them. */
export function givenMaterials(filing: FilingRow, files: ReadonlyMap<string, FileRow>): GivenMaterial[] {
  const given = filing.materials.flatMap((m): GivenMaterial[] => {
    const key = materialKeys.find((k) => k === m.kind)
    if (key === undefined) return []
    const file = m.fileId === null ? undefined : files.get(m.fileId)
    if (file !== undefined) return [{ key, form: formOf(file) }]
    if (key === 'basis' && (m.note ?? '').trim() !== '') return [{ key, form: 'entered' }]
    return [{ key, form: null, ...((m.notApplicableReason ?? filing.missingReason) === null ? {} : { absentReason: m.notApplicableReason ?? filing.missingReason ?? '' }) }]
  })
  const generated: GivenMaterial[] = (['filingReport', 'filingForm'] as const).filter((key) => !given.some((g) => g.key === key && g.form !== null)).map((key) => ({ key, form: 'generated' }))
  const general = (filing.missingReason ?? '').trim()
  const reasons: GivenMaterial[] = general === '' ? [] : materialKeys.filter((key) => !given.some((g) => g.key === key)).map((key) => ({ key, form: null, absentReason: general }))
  return [...given.filter((g) => g.form !== null || g.absentReason !== undefined), ...generated, ...reasons]
}

export async function filesOf(tx: Transaction, filing: FilingRow): Promise<Map<string, FileRow>> {
  const ids = filing.materials.flatMap((m) => (m.fileId === null ? [] : [m.fileId]))
  const rows = ids.length === 0 ? [] : await tx.storedFile.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, sha256: true, sizeBytes: true, format: true } })
  return new Map(rows.map((f) => [f.id, f]))
}

/** The formal check of a filing as it stands: what the program finds, and what the clerk has said to it. */
export async function checkFiling(options: { tx: Transaction; filing: FilingRow; files: ReadonlyMap<string, FileRow>; today: string }): Promise<FilingCheck> {
  const { tx, filing, files, today } = options
  const documentKind = z.enum(documentKinds).parse(filing.documentKind)
  const maker = organRef(filing.maker)
  const addressee = organRef(filing.receiver)
  const line = await lineOf(tx, { maker, documentKind })
  const promulgated = fromDateColumnOrNull(filing.promulgated)
  const deadline = await filingDeadline(tx, { line, receiverOrganId: filing.receiverOrganId, promulgated, today })
  const submittedOn = fromDateColumnOrNull(filing.receivedOn) ?? fromDateColumnOrNull(filing.submittedOn) ?? today
  const traits = traitsOf(filing)
  const materials = givenMaterials(filing, files)
  const existing = await tx.filing.findMany({
    where: { makerOrganId: filing.makerOrganId, state: { notIn: ['draft', 'returnedOutOfScope'] }, id: { notIn: [filing.id, ...(filing.supersedesId === null ? [] : [filing.supersedesId])] } },
    select: { id: true, makerOrganId: true, documentNo: true, registrationNo: true, title: true },
  })
  const found = formalCheck({
    filing: { id: filing.id, makerId: filing.makerOrganId, documentNumber: filing.documentNo, traits, publishedOn: promulgated, effectiveOn: fromDateColumnOrNull(filing.effectiveFrom), submittedOn, due: deadline?.dueOn ?? null },
    materials,
    line,
    addressee,
    existing: existing.map((e) => ({ id: e.id, makerId: e.makerOrganId, documentNumber: e.documentNo, registrationNumber: e.registrationNo ?? `《${e.title}》，还没有登记` })),
    comparison: openDifferences(filing),
    marks: [],
  })
  const settlements = settlementsOf(filing)
  const findings = found.map((f) => presentFinding(f, settlements))
  return {
    findings,
    line,
    deadline,
    late: found.some((f) => f.code === 'late' && f.severity !== 'ok'),
    wrongLine: !isRightLine(line, addressee),
    missingWithoutReason: missingMaterials({ traits }, materials).filter((m) => m.absentReason === null).length,
    openFindings: findings.filter((f) => f.severity === 'must' && f.settled === null).length,
  }
}

const presentFinding = (found: FormalFinding, settlements: Settlement[]): Finding => {
  const key = `${found.code}:${found.material ?? ''}`
  const settled = settlements.findLast((s) => s.key === key)
  return {
    key, code: found.code, severity: found.severity, message: found.message, material: found.material ?? null, related: [...(found.related ?? [])],
    settled: settled === undefined ? null : { reason: settled.reason, byName: settled.byName, at: settled.at },
  }
}

/** What the check tells the guards of the procedure. */
export const factsOfCheck = (check: FilingCheck): Partial<FilingFacts> => ({
  wrongLine: check.wrongLine, missingWithoutReason: check.missingWithoutReason, openFormalFindings: check.openFindings, classifiedMarks: 0,
})
