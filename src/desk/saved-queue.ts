import { type Staff, staffMay } from '../accounts/staff.ts'
import { cleanLine } from '../comments/words.ts'
import { ok, type Result, refused } from '../lib/result.ts'

/** A query that somebody keeps, to work through what waits and answers it. */
export type SavedQueue = {
  id: number
  name: string
  /** As printed by `printQuery`. */
  query: string
  ownerId: number
  /** The whole desk's; else only its owner sees it. */
  shared: boolean
}

/** Of one's own, and of the desk's: more is no navigation any more. */
export const MOST_QUEUES = 20
export const QUEUE_NAME_LENGTH = 40
/** Counted no further: past it a queue is long, and how long is another page's question. */
export const MOST_COUNTED = 99

export type SavedQueueRefusal =
  | { code: 'queue_name_missing' }
  | { code: 'queue_name_too_long'; longest: number }
  | { code: 'queues_full'; most: number }
  | { code: 'queue_not_found' }

export function readQueueName(raw: string): Result<string, SavedQueueRefusal> {
  const name = cleanLine(raw)
  if (name === '') return refused({ code: 'queue_name_missing' })
  return [...name].length > QUEUE_NAME_LENGTH
    ? refused({ code: 'queue_name_too_long', longest: QUEUE_NAME_LENGTH })
    : ok(name)
}

/** One's own is one's own; what the desk shares is in the hands of the seniors. */
export const mayChangeQueue = (
  queue: Pick<SavedQueue, 'ownerId' | 'shared'>,
  staff: Pick<Staff, 'id' | 'role'>,
): boolean => (queue.shared ? staffMay('share_queue', staff) : queue.ownerId === staff.id)
