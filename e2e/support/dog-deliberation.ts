/** The dog regulation from its first reading to its publication: what happens on which day, in the order of the law. */
import { addDays } from '../../law/deadline/index.ts'
import { approveWithAmendments, publish, readAsThePublic, reviewInProvince, sendForApproval, tryToEdit } from './approval-phases.ts'
import type { Journey } from './journey.ts'
import { consultThePublic, holdFirstReading, holdSecondReading, recordWhy, reviewByLawCommittee, writeSecondDraft } from './reading-phases.ts'
import { holdThirdReading, prepareVotingText, seeAdopted, vote, writeThirdDraft } from './vote-phases.ts'

const later = (journey: Journey, days: number): Promise<void> => journey.turnTo(addDays(journey.today, days))

export type Phase = { says: string; run: (journey: Journey) => Promise<void> }

/** From the day of the first reading, on which the journey stands with its project and the session on whose agenda it is. */
export const deliberation: readonly Phase[] = [
  { says: 'is read for the first time, every speech by its article, with bulletin and opinions', run: holdFirstReading },
  { says: 'is given to the public for thirty days and more', run: (journey) => consultThePublic(journey, addDays(journey.today, 40)) },
  {
    says: 'is written by two people at once to its second draft, character for character',
    run: async (journey) => {
      await later(journey, 70)
      await writeSecondDraft(journey)
    },
  },
  {
    says: 'is reviewed by the law committee, whose report says who asked for what',
    run: async (journey) => {
      await recordWhy(journey)
      await reviewByLawCommittee(journey, { session: 33, report: '修改情况的汇报', from: 'dogs-first', to: 'dogs-second', decision: '形成草案二次审议稿。' })
    },
  },
  {
    says: 'is read for the second time, and neither read again nor voted before its turn',
    run: async (journey) => {
      await later(journey, 20)
      await holdSecondReading(journey)
    },
  },
  {
    says: 'is written to its third draft and reviewed once more',
    run: async (journey) => {
      await later(journey, 40)
      await writeThirdDraft(journey)
      await reviewByLawCommittee(journey, { session: 34, report: '审议结果的报告', from: 'dogs-second', to: 'dogs-third', decision: '形成草案三次审议稿和审议结果的报告。' })
    },
  },
  {
    says: 'is read for the third time, amended and adopted by the majority of all members',
    run: async (journey) => {
      await later(journey, 20)
      const session = await holdThirdReading(journey)
      await prepareVotingText(journey)
      await vote(journey, session)
      await seeAdopted(journey)
    },
  },
  {
    says: 'is sent to the province, which doubts two articles',
    run: async (journey) => {
      await later(journey, 10)
      await sendForApproval(journey)
      await reviewInProvince(journey)
    },
  },
  {
    says: 'is approved with two amendments, which the program carries out',
    run: async (journey) => {
      await later(journey, 70)
      await approveWithAmendments(journey)
    },
  },
  {
    says: 'is announced and published, and the public reads what was approved',
    run: async (journey) => {
      await later(journey, 10)
      const address = await publish(journey)
      await readAsThePublic(journey, address)
      await tryToEdit(journey)
    },
  },
]
