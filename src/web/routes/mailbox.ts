import { findMailboxLetter, listMailbox } from '../../desk/letter-store.ts'
import { mailboxLetterPage, mailboxPage } from '../pages/mailbox-page.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, readerFrame } from '../respond.ts'

const SHOWN = 50

export async function showMailbox(visit: Visit): Promise<Response> {
  const letters = await listMailbox(visit.ctx.db, SHOWN)
  return privatePage(mailboxPage({ frame: await readerFrame(visit), letters }))
}

export async function showLetter(visit: Visit): Promise<Response> {
  const id = idIn(visit.c.req.param('letter'))
  const letter = id === undefined ? undefined : await findMailboxLetter(visit.ctx.db, id)
  if (!letter) return refuse({ code: 'not_found' })
  return privatePage(mailboxLetterPage({ frame: await readerFrame(visit), letter }))
}
