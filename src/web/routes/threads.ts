import { findPace } from '../../desk/pace-store.ts'
import { readThreadOrder, type ThreadRefusal } from '../../desk/thermostat.ts'
import { countOnShift, listThreads, setThread } from '../../desk/thermostat-store.ts'
import { deskThreadsPage } from '../pages/desk-threads-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

export const showThreads = (visit: Visit): Promise<Response> =>
  drawThreads(visit, idIn(visit.c.req.query('article')) ?? null, null, 200)

async function drawThreads(
  visit: Visit,
  articleId: number | null,
  notice: string | null,
  status: number,
): Promise<Response> {
  const { db } = visit.ctx
  const [frame, threads, staffOnShift, pace] = await Promise.all([
    deskFrame(visit),
    listThreads(db, staffOf(visit).id, visit.now, articleId),
    countOnShift(db, visit.now),
    findPace(db, visit.now),
  ])
  const page = deskThreadsPage({
    frame,
    threads,
    staffOnShift,
    pace,
    one: articleId !== null,
    notice,
  })
  return privatePage(page, status)
}

/** POST paths.desk.threadSetting: `setting`, `pause`, `hours`. */
export async function changeThread(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const articleId = idIn(visit.c.req.param('id'))
  if (articleId === undefined) return refuse({ code: 'article_not_found' })
  const sayNo = (refusal: ThreadRefusal) => {
    const said = sayRefusal(refusal)
    return drawThreads(visit, articleId, said.sentence, said.status)
  }
  const order = readThreadOrder({
    setting: fields.get('setting'),
    pause: fields.get('pause'),
    hours: fields.get('hours'),
  })
  if (!order.ok) return sayNo(order.refusal)
  const set = await setThread(ctx.db, articleId, order.value, { staffId: staffOf(visit).id }, now)
  if (!set.ok) return sayNo(set.refusal)
  ctx.changes.announce({ articleIds: [articleId], settings: false })
  return seeOther(`${paths.desk.threads()}?article=${articleId}`)
}
