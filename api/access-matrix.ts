import { administrationAccessRows } from './administration/access-rows.ts'
import { fileAccessRows } from './file/access-rows.ts'
import { filingAccessRows } from './filing/access-rows.ts'
import { identityAccessRows } from './identity/access-rows.ts'
import { libraryAccessRows } from './library/access-rows.ts'
import { noticeAccessRows } from './notice/access-rows.ts'
import { reviewAccessRows } from './review/access-rows.ts'
import { queueAccessRows } from './queue/access-rows.ts'
import { outcomeAccessRows } from './outcome/access-rows.ts'
import { paperAccessRows } from './paper/access-rows.ts'
import { todayAccessRows } from './today/access-rows.ts'
import { planAccessRows } from './plan/access-rows.ts'
import { portalAccessRows } from './portal/access-rows.ts'
import { suggestionAccessRows } from './suggestion/access-rows.ts'
import { statisticsAccessRows } from './statistics/access-rows.ts'
import type { AccessRow } from './testing/access-row.ts'

/** The access matrix: one line a capability. A route without a row fails the test beside this file. */
export const accessMatrix: AccessRow[] = [...identityAccessRows, ...fileAccessRows, ...libraryAccessRows, ...filingAccessRows, ...outcomeAccessRows, ...paperAccessRows, ...planAccessRows, ...portalAccessRows, ...suggestionAccessRows, ...noticeAccessRows, ...reviewAccessRows, ...administrationAccessRows, ...statisticsAccessRows, ...queueAccessRows, ...todayAccessRows]
