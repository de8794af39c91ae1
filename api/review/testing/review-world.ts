import { parseText } from '../../../law/text/index.ts'
import { documentsOfVersion, openingOfText, provisionsOfText } from '../../../search/index.ts'
import { libraryRank, storeVersion } from '../../library/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { organId, personId } from '../../testing/test-organs.ts'

export type TextInput = { title: string; issuer: string; kind: string; text: string; effectiveFrom: string; effectiveTo?: string; regionCode?: string; organ?: string; published?: boolean; collection?: string }

/** Put a text into the library and into the index, as an import does. */
export async function storeText(services: Services, input: TextInput): Promise<string> {
  const text = parseText(`${input.title}\n\n${input.text}`)
  const stored = await inTransaction(services, (work) =>
    storeVersion({
      work, identity: { title: input.title, issuer: input.issuer, documentKind: input.kind, rank: libraryRank(input.kind), regionCode: input.regionCode ?? null, organId: input.organ === undefined ? null : organId(input.organ), collection: input.collection ?? null },
      version: { text, effectiveFrom: input.effectiveFrom, effectiveTo: input.effectiveTo ?? null, effectiveBasis: 'stated', published: input.published === false ? null : { by: null, at: new Date() } },
      source: null,
    }),
  )
  await services.search.index(
    documentsOfVersion({
      work: { key: stored.workKey, title: input.title, issuer: input.issuer, documentKind: input.kind, rank: libraryRank(input.kind), regionCode: input.regionCode ?? '' },
      version: { id: stored.versionId, dateKey: stored.dateKey, documentNumber: null, validFrom: input.effectiveFrom, validTo: input.effectiveTo ?? null, audience: 'public', opening: openingOfText(text) },
      provisions: provisionsOfText(text),
    }),
  )
  return stored.versionId
}

const dogsOfTheCity = `第一条 为了规范养犬行为，根据《甲省养犬管理条例》和《中华人民共和国消失法》，制定本办法。
第二条 本市城区养犬适用本办法。
第三条 养犬人应当办理养犬登记。登记应当具备下列条件：
（一）具有本市户籍；
（二）有固定住所。
第四条 养犬人携犬外出未用犬绳牵引，或者放任犬只恐吓他人的，由公安机关处三百元以上一千元以下罚款；情节严重的，没收犬只，并在三年内不予办理养犬登记。
公安机关可以将养犬人列入失信名单。
第五条 犬只被收容的，养犬人应当自收到认领通知之日起三日内认领；逾期不认领的，由留检所处置。
第六条 本办法自2026年2月1日起施行。`

const provinceDogs = (leash: string) => `第一条 为了规范养犬行为，保障公民人身安全，制定本条例。
第二条 养犬登记应当具备下列条件：
（一）有有效的身份证明；
（二）有固定住所。
第三条 犬只被收容的，养犬人应当自收到通知之日起十五日内认领。
第四条 携犬外出未用犬绳牵引的，由公安机关责令改正；拒不改正的，处${leash}罚款。放任犬只恐吓他人的，处二百元以上五百元以下罚款。
第五条 公安机关负责养犬管理工作。`

const publicSecurity = (fine: string) => `第一条 为了维护社会治安秩序，制定本法。
第二条 阻碍国家机关工作人员依法执行职务的，处警告或者五百元以下罚款。
第三条 饲养动物，干扰他人正常生活的，处警告；警告后不改正的，或者放任动物恐吓他人的，处${fine}罚款。
第四条 偷开他人机动车的，处十日以上十五日以下拘留。`

export type ReviewWorld = {
  filingId: string
  versionId: string
  previousId: string
  parallelId: string
  otherProvinceId: string
  province2019: string
  province2026: string
  security2013: string
  security2026: string
}

/** A document on dogs under review by `reviewer`, with the superior law of two dates, its earlier text and one from elsewhere. */
export async function createReviewWorld(services: Services, state = 'underReview'): Promise<ReviewWorld> {
  const security = { title: '中华人民共和国治安管理处罚法', issuer: '全国人民代表大会常务委员会', kind: 'law' }
  const province = { title: '甲省养犬管理条例', issuer: '甲省人民代表大会常务委员会', kind: 'localRegulation' }
  const security2013 = await storeText(services, { ...security, text: publicSecurity('二百元以上五百元以下'), effectiveFrom: '2013-01-01', effectiveTo: '2026-01-01' })
  const security2026 = await storeText(services, { ...security, text: publicSecurity('一千元以下'), effectiveFrom: '2026-01-01' })
  const province2019 = await storeText(services, { ...province, text: provinceDogs('二十元以上一百元以下'), effectiveFrom: '2019-12-01', effectiveTo: '2026-01-01' })
  const province2026 = await storeText(services, { ...province, text: provinceDogs('五十元以上二百元以下'), effectiveFrom: '2026-01-01' })
  const otherProvinceId = await storeText(services, { title: '丁省养犬管理条例', issuer: '丁省人民代表大会常务委员会', kind: 'localRegulation', text: provinceDogs('一百元以上三百元以下'), effectiveFrom: '2020-01-01' })
  const previousId = await storeText(services, { title: '甲市养犬管理办法', issuer: '甲市人民政府办公室', organ: 'cityGovernmentOffice', kind: 'normativeDocument', text: dogsOfTheCity.replace('三百元以上一千元以下', '五十元以上二百元以下').replace('三日内', '十日内'), effectiveFrom: '2021-03-01' })
  const parallelId = await storeText(services, { title: '戊市城市养犬管理办法', issuer: '戊市人民政府办公室', kind: 'normativeDocument', regionCode: '990300', text: dogsOfTheCity.replace('具有本市户籍', '有合法身份证明'), effectiveFrom: '2024-05-01' })
  const versionId = await storeText(services, { title: '甲市城市养犬管理办法', issuer: '甲市人民政府办公室', organ: 'cityGovernmentOffice', kind: 'normativeDocument', regionCode: '990100', text: dogsOfTheCity, effectiveFrom: '2026-02-01', published: false })
  const filingId = newId()
  await services.prisma.filing.create({
    data: {
      id: filingId, state, procedureVersion: '1', title: '甲市城市养犬管理办法', documentNo: `甲政办发〔2026〕${filingId.slice(-5)}号`, documentKind: 'normativeDocument', registrationNo: `备审-${filingId}`,
      makerOrganId: organId('cityGovernmentOffice'), filedByOrganId: organId('cityGovernmentOffice'), receiverOrganId: organId('cityCommittee'), createdBy: personId('city-clerk'),
      promulgated: toDateColumn('2026-01-05'), effectiveFrom: toDateColumn('2026-02-01'), receivedOn: toDateColumn('2026-01-06'), registeredOn: toDateColumn('2026-01-07'), reviewerId: personId('reviewer'), versionId,
    },
  })
  return { filingId, versionId, previousId, parallelId, otherProvinceId, province2019, province2026, security2013, security2026 }
}
