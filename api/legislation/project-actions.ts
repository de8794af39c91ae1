import { z } from '@hono/zod-openapi'
import { checkTransition, documentsAsked, documentsMissing, type FormField, isBehind, isOutOfTurn, isTextOfDraft, leadsForward, legislationDocumentKinds, legislationDocumentLabel, legislationProcedure, type ProjectFacts, stepFields, stepPlace, takenUpBy, transitionsFrom } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { mayGiveDocument, projectState, type ProjectSubject, rolesOnProject } from '../procedure/index.ts'

export const projectActionSchema = z
  .object({
    key: z.string(),
    label: z.string(),
    /** where it is done: here as a form, in a meeting, with the package of the approval */
    place: z.enum(['project', 'meeting', 'approval']),
    /** the step that the page puts first */
    main: z.boolean(),
    /** a record that leaves the state as it is */
    record: z.boolean(),
    dangerous: z.boolean(),
    basis: z.string(),
    to: z.string(),
    fields: z.array(z.object({
      name: z.string(), label: z.string(), kind: z.enum(['text', 'longText', 'date', 'choice', 'meeting', 'organ']), required: z.boolean(), choices: z.array(z.object({ value: z.string(), label: z.string() })), meetingKind: z.string().nullable(), hint: z.string().nullable(),
    })),
    documents: z.array(z.object({ kind: z.string(), label: z.string(), made: z.enum(['file', 'paper', 'text']), optional: z.boolean(), orReason: z.boolean(), there: z.boolean(), /** one of a round before may be taken over with a reason */ mayCarry: z.boolean(), mayGive: z.boolean() })),
    paper: z.object({ kind: z.string(), label: z.string(), there: z.boolean() }).nullable(),
    /** documents that are asked for and not there */
    missing: z.array(z.string()),
    /** what refuses the step whatever is filled in: the rule, with its basis */
    refused: z.object({ rule: z.string(), message: z.string(), basis: z.string() }).nullable(),
  })
  .openapi('ProjectAction')
export type ProjectActionView = z.infer<typeof projectActionSchema>

const presentField = ({ name, label, kind, required, choices, meetingKind, hint }: FormField): ProjectActionView['fields'][number] => ({ name, label, kind, required, choices: choices.map((c) => ({ ...c })), meetingKind, hint })

const madeOf = (kind: string): 'file' | 'paper' | 'text' => legislationDocumentKinds.find((row) => row.kind === kind)?.made ?? 'file'

/** The steps that this person may take now, each with its form: what is asked, what is there, what it yields, and why it cannot be taken yet. */
export function actionsOn(options: { actor: Actor; project: ProjectSubject; facts: ProjectFacts }): ProjectActionView[] {
  const { actor, project, facts } = options
  const state = projectState(project.state)
  const roles = rolesOnProject(actor, project)
  const rows = transitionsFrom(legislationProcedure, state, { roles }).filter((row) => row.to !== state)
  const actions = rows.map((row): ProjectActionView => {
    const fields = stepFields(row, facts)
    // judged as if everything were filled in and given: what is left is what the rules refuse
    const answer = checkTransition({ procedure: legislationProcedure, state, transition: row.key, roles, facts: { ...facts, ...whenFilled(row.key, facts), fields: fields.map((f) => f.name), missing: [] } })
    return {
      key: row.key, label: row.label, place: stepPlace(row.key), main: false, record: row.to === null, dangerous: row.dangerous === true, basis: row.basis, to: row.to ?? state, fields: fields.map(presentField),
      documents: documentsAsked(row.key, facts).map((need) => ({
        kind: need.kind, label: legislationDocumentLabel(need.kind), made: madeOf(need.kind), optional: need.optional === true, orReason: need.orReason === true, there: facts.documents.includes(need.kind) || facts.excused.includes(need.kind),
        mayGive: mayGiveDocument(actor, project, need.kind), mayCarry: facts.earlier.includes(need.kind) && !isTextOfDraft(need.kind) && mayGiveDocument(actor, project, need.kind),
      })),
      paper: row.yields === null ? null : { kind: row.yields, label: legislationDocumentLabel(row.yields), there: facts.documents.includes(row.yields) },
      missing: documentsMissing(row.key, facts), refused: answer.ok ? null : { rule: answer.rule, message: answer.message, basis: answer.basis },
    }
  })
  const turn = actions.filter((a) => a.refused === null || !isOutOfTurn(a.refused.rule))
  const forward = turn.filter((a) => leadsForward({ key: a.key, to: a.record ? null : a.to }) && !isBehind(a.key, facts))
  // one that is refused stands first only where it is the next step for everybody: then the page says what is lacking
  const natural = legislationProcedure.transitions.find((row) => row.from.includes(state) && leadsForward(row) && row.to !== state)
  const main = forward.find((a) => a.refused === null) ?? forward.find((a) => a.key === natural?.key) ?? turn.find((a) => a.key === takenUpBy[state])
  return turn.map((a) => ({ ...a, main: a === main }))
}

/** A decision that the form itself takes is not held against it beforehand. */
const whenFilled = (key: string, facts: ProjectFacts): Partial<ProjectFacts> => (key === 'extendShelving' ? { extensionAhead: true } : key === 'decideTrack' ? { readingTrack: facts.readingTrack ?? 2, singleReadingGround: facts.singleReadingGround ?? 'urgent' } : {})
