import { createTransport } from 'nodemailer'
import { makeSignInLink } from '../accounts/staff-store.ts'
import { spansFrom, wordsAt } from '../comments/evidence.ts'
import type { Context } from '../context.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { composeLetter } from '../desk/letter.ts'
import { type LetterLinks, letterLinks } from '../desk/letter-links.ts'
import {
  cancelLetter,
  type DueLetter,
  deliverToMailbox,
  markSent,
  postponeLetter,
  takeDueLetter,
} from '../desk/letter-store.ts'
import { after, minutes } from '../lib/clock.ts'
import { every, type Job } from './job.ts'

/** Hands a composed letter to the world. */
export type Post = {
  send(
    to: string,
    letter: { subject: string; body: string },
    letterId: number,
    tx: Db,
    now: Date,
  ): Promise<void>
  close(): void
}

/** A mail server. Headers are the library's to encode; subject and body hold no line break of a reader's (letter.ts). */
export function smtpPost(smtpUrl: string, from: string): Post {
  const transport = createTransport(smtpUrl, { from } as never)
  return {
    async send(to, letter, letterId) {
      await transport.sendMail({
        // As an object, so that no comma in an address makes it two.
        to: { name: '', address: to },
        from,
        subject: letter.subject,
        text: letter.body,
        // RFC 3834: no holiday reply to a machine's letter.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Postbag-Letter': String(letterId) },
      })
    },
    close: () => transport.close(),
  }
}

/** The demo's letter box. */
export const mailboxPost: Post = {
  send: (to, letter, letterId, tx, now) => deliverToMailbox(tx, letterId, to, letter, now),
  close() {},
}

const LETTERS_A_ROUND = 50
const LONGEST_WAIT_MINUTES = 6 * 60
const MOST_ATTEMPTS = 12

/** Sends what is due. A server that refuses is asked again, later each time; after a dozen tries the letter is given up. */
export function letterCarrier(ctx: Context, post: Post, pauseMs = 1_000): Job {
  return every('letter-carrier', pauseMs, ctx.logger, async () => {
    for (let sent = 0; sent < LETTERS_A_ROUND; sent++) if (!(await carryOne(ctx, post))) return
  })
}

/** One letter, one transaction: an undo that comes while it is on its way waits, and then knows that it went. */
async function carryOne(ctx: Context, post: Post): Promise<boolean> {
  const now = ctx.clock.now()
  return inTransaction(ctx.db, async (tx) => {
    const due = await takeDueLetter(tx, now)
    if (!due) return false
    if (due.to === null) {
      await cancelLetter(tx, due.id, 'its address has been erased', now)
      return true
    }
    const letter = await write(ctx, tx, due, now)
    try {
      await post.send(due.to, letter, due.id, tx, now)
      await markSent(tx, due.id, now)
    } catch (error) {
      ctx.logger.warn({ err: error, letter: due.id }, 'a letter could not be sent')
      await giveBack(tx, due, error, now)
    }
    return true
  })
}

async function giveBack(tx: Db, due: DueLetter, error: unknown, now: Date): Promise<void> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (due.attempts + 1 >= MOST_ATTEMPTS)
    return cancelLetter(tx, due.id, `given up after ${MOST_ATTEMPTS} tries: ${code}`, now)
  const wait = Math.min(2 ** due.attempts, LONGEST_WAIT_MINUTES)
  await postponeLetter(tx, due.id, after(now, minutes(wait)), code)
}

/** A one-time link is made for the letter that carries it: no secret waits in the database to be sent. */
async function write(
  ctx: Context,
  tx: Db,
  due: DueLetter,
  now: Date,
): Promise<{ subject: string; body: string }> {
  const { publication, policy } = await ctx.settings.now()
  const signInToken =
    due.kind === 'sign_in' && due.staffId !== null
      ? { signInToken: await makeSignInLink(tx, due.staffId, now, { byOwner: true }) }
      : {}
  const links: LetterLinks = letterLinks(ctx.secret, ctx.config.origin, { ...due, ...signInToken })
  return composeLetter({
    kind: due.kind,
    paper: publication.name,
    headline: due.headline,
    links,
    text: due.text,
    printedName: due.printedName,
    ruleId: due.ruleId,
    words: due.words,
    evidence: wordsAt(due.text ?? '', spansFrom(due.evidence)),
    outcome: due.outcome,
    count: due.count,
    measure: due.measure
      ? {
          ...due.measure,
          endsAt: due.measure.endsAt === null ? null : new Date(due.measure.endsAt),
          zone: publication.zone,
          contact: publication.contact,
        }
      : undefined,
    policy: due.policyVersion ? await ctx.settings.policy(due.policyVersion) : policy,
  })
}
