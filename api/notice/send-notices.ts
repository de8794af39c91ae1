import type { OutboxConsumer } from '../platform/jobs/index.ts'
import { newId } from '../platform/ids.ts'
import type { NoticeChannel } from '../platform/notice-channel.ts'
import type { Services } from '../platform/services.ts'

/**
 * Tells fresh notices over the channels that are switched on. Each attempt is a row of NoticeDelivery: what failed is
 * logged with its error and never keeps the notice from the inbox, nor is it sent twice.
 */
export const noticeConsumer: OutboxConsumer = {
  topic: 'notice',
  async handle(services, entries) {
    for (const { entityId } of entries) for (const channel of services.noticeChannels) await sendOver(services, channel, entityId)
  },
}

async function sendOver(services: Services, channel: NoticeChannel, noticeId: string): Promise<void> {
  const notice = await services.prisma.notice.findUnique({ where: { id: noticeId }, include: { deliveries: { where: { channel: channel.name, outcome: 'delivered' } } } })
  if (notice === null || notice.deliveries.length > 0) return
  const person = await services.prisma.person.findUnique({ where: { id: notice.personId }, select: { noticeEmail: true, noticePhone: true } })
  const address = person === null ? null : channel.addressOf(person)
  if (address === null) return
  const url = notice.link === null ? null : `${services.settings.publicUrl}${notice.link}`
  const failure = await channel.send(address, { title: notice.title, body: notice.body, url }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  await services.prisma.noticeDelivery.create({
    data: { id: newId(), noticeId, channel: channel.name, outcome: failure === null ? 'delivered' : 'failed', detail: failure },
  })
}
