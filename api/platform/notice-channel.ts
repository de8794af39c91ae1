export type ChannelMessage = { title: string; body: string; url: string | null }
export type ChannelRecipient = { noticeEmail: string | null; noticePhone: string | null }

/** A way to tell a person besides the inbox. All are off until they are configured. */
export type NoticeChannel = {
  name: 'email' | 'sms'
  /** null: the person has no address of this kind */
  addressOf(person: ChannelRecipient): string | null
  /** Throws when the message was not taken. */
  send(address: string, message: ChannelMessage): Promise<void>
}
