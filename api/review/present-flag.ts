import { z } from '@hono/zod-openapi'
import type { LegalText } from '../../law/text/index.ts'
import { type FlagFacts, flagKind, flagCodes, flagProcedure, flagSeverities, standardLabels, standards, stateOf, transitionsFrom } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { articleIdOf } from './provision-label.ts'
import { rangesOf } from './passage.ts'
import { type CaseParties, partiesFacts, rolesOf } from './review-case.ts'

export const flagSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    number: z.number().int(),
    versionId: z.string(),
    eId: z.string(),
    articleId: z.string(),
    articleLabel: z.string(),
    /** the quoted words of the document */
    exact: z.string(),
    /** where they stand, line by line */
    ranges: z.array(z.object({ eId: z.string(), start: z.number().int(), end: z.number().int() })),
    standard: z.enum(standards),
    standardLabel: z.string(),
    code: z.enum(flagCodes),
    codeLabel: z.string(),
    basis: z.string(),
    severity: z.enum(flagSeverities),
    superior: z.object({ versionId: z.string().nullable(), eId: z.string().nullable(), title: z.string(), label: z.string(), quote: z.string(), unverified: z.boolean() }).nullable(),
    judgedOn: z.string(),
    reason: z.string(),
    suggestion: z.string(),
    state: z.object({ id: z.string(), label: z.string(), sign: z.string(), phase: z.string() }),
    raisedBy: z.string(),
    raisedAt: z.string(),
    mine: z.boolean(),
    makerAnswer: z.string().nullable(),
    events: z.array(z.object({ at: z.string(), by: z.string(), to: z.string(), note: z.string().nullable() })),
    /** steps that this person may take with it here: edit, confirm, withdrawRaised, withdrawConfirmed */
    actions: z.array(z.object({ key: z.string(), label: z.string(), requires: z.array(z.string()) })),
  })
  .openapi('ReviewFlag')
export type FlagView = z.infer<typeof flagSchema>

export type FlagRow = Prisma.ReviewFlagGetPayload<{ include: { events: true } }>
const quoteSchema = z.object({ exact: z.string(), prefix: z.string().catch(''), suffix: z.string().catch(''), start: z.number().catch(0) })

/** Steps that are taken on the workbench; the others belong to papers and answers. */
export const workbenchSteps = ['edit', 'confirm', 'withdrawRaised', 'withdrawConfirmed'] as const

/** A flag for those who review. `text` is the document's, to say where the passage stands; null where it is another version. */
export function presentFlag(options: { flag: FlagRow; text: LegalText | null; actor: Actor; filing: CaseParties }): FlagView {
  const { flag, text, actor, filing } = options
  const quote = quoteSchema.parse(flag.quote)
  const kind = flagKind(z.enum(flagCodes).parse(flag.code))
  const state = stateOf(flagProcedure, flag.state)
  return {
    id: flag.id, revision: flag.revision, number: flag.number, versionId: flag.versionId, eId: flag.eId, articleId: articleIdOf(flag.eId), articleLabel: flag.articleLabel, exact: quote.exact,
    ranges: text === null ? [] : rangesOf(text, flag.eId, quote),
    standard: z.enum(standards).parse(flag.standard), standardLabel: standardLabels[z.enum(standards).parse(flag.standard)], code: kind.code, codeLabel: kind.label, basis: kind.basis,
    severity: z.enum(flagSeverities).parse(flag.severity),
    superior: flag.superiorQuote === null ? null : { versionId: flag.superiorVersionId, eId: flag.superiorEId, title: flag.superiorTitle ?? '', label: flag.superiorLabel ?? '', quote: flag.superiorQuote, unverified: flag.superiorUnverified },
    judgedOn: fromDateColumn(flag.judgedOn), reason: flag.reason, suggestion: flag.suggestion, state: { id: state.id, label: state.label, sign: state.sign, phase: state.phase },
    raisedBy: flag.raisedByName, raisedAt: flag.raisedAt.toISOString(), mine: flag.raisedBy === actor.personId, makerAnswer: flag.makerAnswer,
    events: flag.events.map((e) => ({ at: e.at.toISOString(), by: e.actorName, to: stateOf(flagProcedure, e.toState).label, note: e.note })),
    actions: stepsOf({ flag, actor, filing }),
  }
}

function stepsOf(options: { flag: FlagRow; actor: Actor; filing: CaseParties }): FlagView['actions'] {
  const { flag, actor, filing } = options
  const roles = rolesOf(actor, filing)
  const facts: FlagFacts = { ...partiesFacts(actor, filing), fields: [], issuedPapers: [], standard: z.enum(standards).parse(flag.standard), raisedBy: flag.raisedBy, resolution: null }
  return transitionsFrom(flagProcedure, stateOf(flagProcedure, flag.state).id, { roles })
    .filter((row) => workbenchSteps.some((key) => key === row.key) && row.guards.every((guard) => flagProcedure.guards[guard].holds(facts, roles)))
    .map((row) => ({ key: row.key, label: row.label, requires: [...row.requires] }))
}
