import { loadActor } from '../identity/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { bellOf } from './draft-bell.ts'
import { draftFor } from './draft-for.ts'

const HEARTBEAT_MS = 15_000
/** After this the browser opens the stream again, and with it asks whether the session still holds. */
const LONGEST_MS = 10 * 60_000

/**
 * What happens to a draft as it happens (server-sent events), from whichever replica. It carries versions and names, never
 * words: those are fetched, each time by the policy. Whether the person may still open the draft is asked with every beat.
 */
export async function streamDraft(options: { services: Services; actor: Actor; draftId: string }): Promise<ReadableStream<Uint8Array>> {
  const { services, actor, draftId } = options
  await draftFor({ ...options, action: 'open' })
  const encoder = new TextEncoder()
  let close = (): void => undefined
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let over = false
      const send = (words: string): void => {
        if (over) return
        try {
          controller.enqueue(encoder.encode(words))
        } catch {
          close()
        }
      }
      const tell = (event: object): void => send(`data: ${JSON.stringify(event)}\n\n`)
      const beat = setInterval(() => {
        void stillMay({ services, actor, draftId }).then((may) => (may ? send(':\n\n') : close()))
      }, HEARTBEAT_MS)
      const end = setTimeout(() => close(), LONGEST_MS)
      beat.unref()
      end.unref()
      let leave = (): void => undefined
      close = () => {
        if (over) return
        over = true
        clearInterval(beat)
        clearTimeout(end)
        leave()
        try {
          controller.close()
        } catch {
          // the reader went first
        }
      }
      leave = await bellOf(services).listen(draftId, (event) => (event.kind === 'end' ? close() : tell(event)))
      if (over) return leave()
      const { version } = await services.prisma.draft.findUniqueOrThrow({ where: { id: draftId }, select: { version: true } })
      tell({ kind: 'steps', version })
    },
    cancel: () => close(),
  })
}

/** Their roles may have ended since the stream began. */
async function stillMay({ services, actor, draftId }: { services: Services; actor: Actor; draftId: string }): Promise<boolean> {
  try {
    const now = await loadActor({ prisma: services.prisma, personId: actor.personId, today: services.clock.today() })
    if (now === null) return false
    await draftFor({ services, actor: now, draftId, action: 'open' })
    return true
  } catch {
    return false
  }
}
