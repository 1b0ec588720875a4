import { insertStaffComment } from '../../comments/staff-comment-store.ts'
import { readText } from '../../comments/words.ts'
import { newToken } from '../../lib/ids.ts'
import { deskStaffCommentPage } from '../pages/desk-staff-comment-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { liveArticle, publicComment } from './articles.ts'
import { deciderOf, deskFrame } from './desk.ts'

export const showStaffComment = (visit: Visit): Promise<Response> =>
  drawForm(visit, { parent: visit.c.req.query('parent'), key: newToken(), typed: '', notice: null }, 200)

type Form = { parent: string | undefined; key: string; typed: string; notice: string | null }

async function drawForm(visit: Visit, form: Form, status: number): Promise<Response> {
  const article = await liveArticle(visit)
  const parentId = idIn(form.parent)
  const [frame, parent] = await Promise.all([deskFrame(visit), publicComment(visit, article.id, parentId)])
  const gone = parentId !== undefined && parent?.state !== 'published'
  return privatePage(
    deskStaffCommentPage({
      frame,
      article,
      parent: gone ? null : (parent ?? null),
      key: form.key,
      typed: form.typed,
      notice: form.notice ?? (gone ? sayRefusal({ code: 'parent_not_public' }).sentence : null),
    }),
    gone && status === 200 ? 409 : status,
  )
}

/** What cannot be printed comes back in the form: nothing typed is lost. */
export async function sendStaffComment(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const articleId = idIn(visit.c.req.param('id')) ?? 0
  const key = /^[\w-]{16,64}$/.test(fields.get('key')) ? fields.get('key') : newToken()
  const form = { parent: fields.get('parent'), key, typed: fields.get('text') }
  const text = readText(form.typed)
  const written = text.ok
    ? await insertStaffComment(
        ctx.db,
        {
          articleId,
          parentId: idIn(form.parent) ?? null,
          text: text.value,
          key,
          ...(await deciderOf(visit)),
        },
        now,
      )
    : text
  if (!written.ok) {
    const said = sayRefusal(written.refusal)
    return drawForm(visit, { ...form, notice: said.sentence }, said.status)
  }
  ctx.changes.announce({ articleIds: [articleId], settings: false })
  return seeOther(paths.desk.comment(written.value))
}
