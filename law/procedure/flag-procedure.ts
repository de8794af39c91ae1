/**
 * The life of a flag: raised → confirmed or withdrawn → put to the maker → answered → resolved.
 *
 * A flag on 合宪性 never enters an opinion and is never put to the maker: it goes into a report upward
 * (宪法第六十七条). What was left unchanged can be put to the maker again. A repeal or an annulment resolves what is open
 * without an answer; what a case leaves standing when it is closed says so (随案了结).
 */
import { type Guard, type Procedure, type StepFacts, transition } from './procedure.ts'
import { OUTLET_BASIS, outletOf, type Standard } from './review-standard.ts'
import type { PaperKind } from './paper-procedure.ts'

export const FLAG_PROCEDURE_VERSION = '2026-1'

export type FlagState = 'raised' | 'confirmed' | 'withdrawn' | 'putToMaker' | 'answered' | 'resolved' | 'endedWithCase' | 'reportedUpward'

/** What a person judges when the maker has answered or filed a corrected text. */
export const flagResolutions = ['resolved', 'partly', 'unresolved', 'justified'] as const
export type FlagResolution = (typeof flagResolutions)[number]
export const flagResolutionLabels: Record<FlagResolution, string> = { resolved: '已解决', partly: '部分解决', unresolved: '未解决', justified: '说明成立' }

export type FlagFacts = StepFacts & {
  standard: Standard
  actorId: string
  raisedBy: string
  actorOrganIds: readonly string[]
  makerOrganIds: readonly string[]
  /** people who drafted the document under review */
  documentDrafterIds: readonly string[]
  /** judgement given with the step, where it gives one */
  resolution: FlagResolution | null
}

export type FlagGuard = 'notOwnDocument' | 'ownFlagOrChief' | 'notConstitutionality' | 'onlyConstitutionality' | 'judgedSettled' | 'judgedOpen'

const recusalBasis = '回避（同一文件的起草、报送和审查不得由同一人办理）；外省市条例参考'
const workBasis = '《法规、司法解释备案审查工作办法》；外省市条例参考'

const flagGuards: Record<FlagGuard, Guard<FlagFacts>> = {
  notOwnDocument: {
    message: '这是你所在单位制定或者你参与起草的文件，应当回避。', basis: recusalBasis,
    holds: ({ actorId, actorOrganIds, makerOrganIds, documentDrafterIds }) =>
      !documentDrafterIds.includes(actorId) && !actorOrganIds.some((organ) => makerOrganIds.includes(organ)),
  },
  ownFlagOrChief: { message: '只有提出人可以撤回没有确认的标注；别人提出的，请审查机构负责人办理。', basis: workBasis, holds: ({ actorId, raisedBy }, roles) => actorId === raisedBy || roles.includes('reviewChief') },
  notConstitutionality: { message: '合宪性问题不能向制定机关提出，请列入书面报告报上级。', basis: OUTLET_BASIS, holds: ({ standard }) => outletOf(standard) === 'reviewOpinion' },
  onlyConstitutionality: { message: '只有合宪性问题列入书面报告；这处问题请写进审查意见书。', basis: OUTLET_BASIS, holds: ({ standard }) => outletOf(standard) === 'upwardReport' },
  judgedSettled: { message: '还没有判断已解决或者说明成立，不能了结这处标注。', basis: workBasis, holds: ({ resolution }) => resolution === 'resolved' || resolution === 'justified' },
  judgedOpen: { message: '已经判断为解决的标注不用再次提出。', basis: workBasis, holds: ({ resolution }) => resolution === 'partly' || resolution === 'unresolved' },
}

const row = transition<FlagState, FlagGuard, PaperKind>

export const flagProcedure: Procedure<FlagState, FlagGuard, FlagFacts, PaperKind> = {
  key: 'flag',
  version: FLAG_PROCEDURE_VERSION,
  label: '问题标注',
  start: 'raised',
  states: [
    { id: 'raised', label: '待确认', sign: '○', phase: '提出' },
    { id: 'confirmed', label: '已确认', sign: '●', phase: '确认' },
    { id: 'withdrawn', label: '已撤回', sign: '✓', phase: '确认', final: true },
    { id: 'putToMaker', label: '待答复', sign: '○', phase: '送机关' },
    { id: 'answered', label: '待判断', sign: '●', phase: '答复' },
    { id: 'resolved', label: '已解决', sign: '✓', phase: '解决', final: true },
    { id: 'endedWithCase', label: '随案了结', sign: '◐', phase: '解决', final: true },
    { id: 'reportedUpward', label: '已报上级', sign: '✓', phase: '解决', final: true },
  ],
  transitions: [
    row({ key: 'edit', from: ['raised'], to: null, label: '修改标注', actorRoles: ['reviewer', 'committeeMember', 'reviewChief'], guards: ['notOwnDocument'], basis: workBasis }),
    row({ key: 'confirm', from: ['raised'], to: 'confirmed', label: '确认标注', actorRoles: ['reviewChief'], guards: ['notOwnDocument'], basis: workBasis }),
    row({ key: 'withdrawRaised', from: ['raised'], to: 'withdrawn', label: '撤回标注', actorRoles: ['reviewer', 'committeeMember', 'reviewChief'], guards: ['notOwnDocument', 'ownFlagOrChief'], basis: workBasis }),
    row({ key: 'withdrawConfirmed', from: ['confirmed'], to: 'withdrawn', label: '撤销确认并撤回', actorRoles: ['reviewChief'], guards: ['notOwnDocument'], requires: ['reason'], basis: workBasis }),
    row({ key: 'putToMaker', from: ['confirmed'], to: 'putToMaker', label: '送制定机关', actorRoles: ['reviewer', 'reviewChief', 'issuer'], guards: ['notOwnDocument', 'notConstitutionality'], basis: `《法规规章备案审查条例》第十四条（参照）；${workBasis}` }),
    row({ key: 'answer', from: ['putToMaker'], to: 'answered', label: '答复', actorRoles: ['filingClerk', 'receptionClerk'], requires: ['answer'], basis: `《中华人民共和国立法法》第一百一十二条（参照）；${workBasis}` }),
    row({ key: 'judgeWithoutAnswer', from: ['putToMaker'], to: 'answered', label: '没有答复，直接判断', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument'], requires: ['reason'], basis: workBasis }),
    row({ key: 'resolve', from: ['answered'], to: 'resolved', label: '登记为已解决', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument', 'judgedSettled'], requires: ['resolution'], basis: workBasis }),
    row({ key: 'putAgain', from: ['answered'], to: 'putToMaker', label: '再次送制定机关', actorRoles: ['reviewer', 'reviewChief', 'issuer'], guards: ['notOwnDocument', 'notConstitutionality', 'judgedOpen'], requires: ['resolution'], basis: workBasis }),
    row({ key: 'keepForOpinion', from: ['answered'], to: 'confirmed', label: '留作审查意见', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument', 'judgedOpen'], requires: ['resolution'], basis: workBasis }),
    row({
      key: 'resolveByRepeal', from: ['confirmed', 'putToMaker', 'answered'], to: 'resolved', label: '文件已废止，登记为已解决', actorRoles: ['reviewer', 'reviewChief', 'archivist'], guards: ['notOwnDocument', 'notConstitutionality'],
      requires: ['repealDocument'], basis: `《中华人民共和国立法法》第一百一十二条（参照）；${workBasis}`,
    }),
    row({
      key: 'resolveByAnnulment', from: ['confirmed', 'putToMaker', 'answered'], to: 'resolved', label: '文件已撤销，登记为已解决', actorRoles: ['reviewer', 'reviewChief', 'archivist'], guards: ['notOwnDocument', 'notConstitutionality'],
      requires: ['reason'], basis: `《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条；${workBasis}`,
    }),
    row({
      key: 'endWithCase', from: ['confirmed', 'putToMaker', 'answered'], to: 'endedWithCase', label: '随案了结', actorRoles: ['reviewer', 'reviewChief', 'archivist'], guards: ['notOwnDocument', 'notConstitutionality'],
      requires: ['reason'], basis: workBasis,
    }),
    row({ key: 'reportUpward', from: ['confirmed'], to: 'reportedUpward', label: '列入合宪性问题书面报告', actorRoles: ['reviewChief', 'issuer'], guards: ['notOwnDocument', 'onlyConstitutionality'], yields: 'upwardReport', basis: OUTLET_BASIS, dangerous: true }),
  ],
  guards: flagGuards,
  fieldLabels: { repealDocument: '废止文件', reason: '原因', answer: '答复内容', resolution: '判断' },
  signedPapers: { upwardReport: '合宪性问题书面报告' },
}
