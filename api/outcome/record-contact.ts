import { ownFiles } from '../file/index.ts'
import type { ContactMethod } from '../paper/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { handledCase, tellMaker } from './outcome-case.ts'

export type Contact = { method: ContactMethod; on: string; attendees: string; summary: string; result: string; fileIds: string[]; sharedWithMaker: boolean; /** begins 沟通 where the problem was found */ negotiates: boolean }

/** 沟通: each contact is a dated record (备案条例 arts 14, 15 by analogy). A record that is shared is shown to the maker. */
export async function recordContact(options: { services: Services; actor: Actor; filingId: string; contact: Contact }): Promise<string> {
  const { services, actor, filingId, contact } = options
  const filing = await handledCase({ services, actor, filingId })
  if (contact.on > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'on', message: '沟通日期不能晚于今天。' }] })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const id = newId()
    await tx.makerContact.create({
      data: {
        id, filingId, method: contact.method, on: toDateColumn(contact.on), attendees: contact.attendees, summary: contact.summary, result: contact.result === '' ? null : contact.result,
        fileIds: await ownFiles(work.tx, actor, contact.fileIds), sharedWithMaker: contact.sharedWithMaker, recordedBy: actor.personId, recordedByName: actor.name, recordedAt: services.clock.now(),
      },
    })
    await transition({
      services, work, actor, filingId, key: stepOf(contact, filing.state), revision: null, values: { contactRecord: contact.summary }, on: contact.on,
      audience: contact.sharedWithMaker ? 'maker' : 'internal', data: { contactId: id },
    })
    if (contact.sharedWithMaker) await tellMaker({ services, work, filing, kind: 'contact', title: `《${filing.title}》的沟通记录`, body: '请查看；需要补充的，请答复。', about: id })
    return id
  })
}

/** The step that a record of a contact is: the beginning of 沟通, the maker heard by the standing committee, or one contact among others. */
function stepOf(contact: Contact, state: string): 'negotiate' | 'hear' | 'contact' {
  if (contact.negotiates && state === 'concern') return 'negotiate'
  return contact.method === 'heardAtMeeting' && ['annulmentProposed', 'orderedToFix'].includes(state) ? 'hear' : 'contact'
}
