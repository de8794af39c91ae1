import { v7 } from 'uuid'

/** A new row id: UUIDv7, so that ids sort by time of making (design §4a). */
export const newId = (): string => v7()
