import { staffMay } from '../../accounts/staff.ts'
import { releaseOthers } from '../../desk/claim-store.ts'
import { printQuery } from '../../desk/query-print.ts'
import { mayChangeQueue, readQueueName, type SavedQueue } from '../../desk/saved-queue.ts'
import {
  changeQueue,
  chooseQueue,
  findChosenQueue,
  findSavedQueue,
  removeQueue,
  saveQueue,
} from '../../desk/saved-queue-store.ts'
import { pageBudget } from '../../desk/search-sql-store.ts'
import { findComments, findWaiting, listFound } from '../../desk/search-store.ts'
import { type DeskFindProps, deskFindPage } from '../pages/desk-find-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'
import { searcherOf, takeNext } from './next-card.ts'
import { listQueueLinks } from './queue-links.ts'

const PAGE = 50

type Asked = {
  typed: string
  among: 'all' | 'waiting'
  /** The comment before which (all) or behind which (waiting) the page begins. */
  from: number | null
  queue: SavedQueue | null
  /** What is wrong with a form that was sent from here, and what stood in it. */
  wrong?: { sentence: string; name: string; status: number }
}

/** GET paths.desk.find(): `q`, `in` = all or waiting, `from`. */
export function showFind(visit: Visit): Promise<Response> {
  const { c } = visit
  return draw(visit, {
    typed: c.req.query('q') ?? '',
    among: c.req.query('in') === 'waiting' ? 'waiting' : 'all',
    from: idIn(c.req.query('from')) ?? null,
    queue: null,
  })
}

/** GET paths.desk.savedQueue(id): what waits in it. */
export async function showSavedQueue(visit: Visit): Promise<Response> {
  const queue = await queueIn(visit)
  const from = idIn(visit.c.req.query('from')) ?? null
  return draw(visit, { typed: queue.query, among: 'waiting', from, queue })
}

async function queueIn(visit: Visit): Promise<SavedQueue> {
  const id = idIn(visit.c.req.param('queue'))
  // An id beyond the column's range is no queue either.
  const known = id !== undefined && id < 2 ** 31
  const queue = known ? await findSavedQueue(visit.ctx.db, id, staffOf(visit).id) : undefined
  return queue ?? refuse({ code: 'queue_not_found' })
}

async function draw(visit: Visit, asked: Asked): Promise<Response> {
  const { ctx, now } = visit
  const staff = staffOf(visit)
  const [frame, results, queues, chosen, { policy, sections }] = await Promise.all([
    deskFrame(visit),
    look(visit, asked),
    listQueueLinks(visit),
    findChosenQueue(ctx.db, staff.id),
    ctx.settings.now(),
  ])
  const props: DeskFindProps = {
    frame,
    typed: asked.typed,
    among: asked.among,
    from: asked.from,
    results: results.found && {
      ...results.found,
      rows: await listFound(ctx.db, results.found.ids, staff.id, now),
    },
    fault: results.fault,
    wrong: asked.wrong ?? null,
    queues,
    queue: asked.queue && {
      ...asked.queue,
      chosen: chosen?.id === asked.queue.id,
      mayChange: mayChangeQueue(asked.queue, staff),
    },
    mayShare: staffMay('share_queue', staff),
    rules: policy.rules,
    sections,
  }
  return privatePage(deskFindPage(props), asked.wrong?.status ?? results.status)
}

/** One page of answers, or what is wrong with the question. */
async function look(
  visit: Visit,
  { typed, among, from }: Asked,
): Promise<Pick<DeskFindProps, 'fault'> & { found: DeskFound | null; status: number }> {
  if (typed.trim() === '') return { found: null, fault: null, status: 200 }
  const searcher = await searcherOf(visit, typed)
  if (!searcher.ok) return { found: null, fault: searcher.refusal, status: 422 }
  const { db } = visit.ctx
  const found =
    among === 'all'
      ? await findComments(db, { ...searcher.value, before: from, limit: PAGE }, pageBudget())
      : await findWaiting(db, { ...searcher.value, after: from, limit: PAGE, freeAt: null }, pageBudget())
  if (found.ok) return { found: found.value, fault: null, status: 200 }
  const said = sayRefusal(found.refusal)
  return { found: null, fault: { sentence: said.sentence, at: null }, status: said.status }
}

type DeskFound = Omit<NonNullable<DeskFindProps['results']>, 'rows'>

/** POST paths.desk.savedQueues(): `name`, `q`, `shared` = yes. */
export async function keepQueue(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const staff = staffOf(visit)
  const shared = fields.get('shared') === 'yes'
  if (shared && !staffMay('share_queue', staff)) return refuse({ code: 'not_allowed' })
  const typed = fields.get('q')
  const asked: Asked = { typed, among: 'waiting', from: null, queue: null }
  const searcher = await searcherOf(visit, typed)
  if (!searcher.ok) return draw(visit, asked)
  const name = readQueueName(fields.get('name'))
  const saved = name.ok
    ? await saveQueue(
        ctx.db,
        { name: name.value, query: printQuery(searcher.value.query), shared },
        { staffId: staff.id },
        now,
      )
    : name
  if (saved.ok) return seeOther(paths.desk.savedQueue(saved.value))
  const { sentence, status } = sayRefusal(saved.refusal)
  return draw(visit, { ...asked, wrong: { sentence, status, name: fields.get('name') } })
}

/** POST paths.desk.savedQueue(id): `act` = take, leave, change (`name`, `q`) or remove. */
export async function useQueue(visit: Visit): Promise<Response> {
  const { ctx, fields } = visit
  const staff = staffOf(visit)
  const queue = await queueIn(visit)
  switch (fields.get('act')) {
    case 'take':
      await chooseQueue(ctx.db, staff.id, queue.id)
      // What was claimed ahead is of another queue.
      await releaseOthers(ctx.db, { staffId: staff.id, exceptId: null })
      return seeOther(
        (await takeNext(visit, null)).claim ? paths.desk.card() : paths.desk.savedQueue(queue.id),
      )
    case 'leave':
      await chooseQueue(ctx.db, staff.id, null)
      await releaseOthers(ctx.db, { staffId: staff.id, exceptId: null })
      return seeOther(paths.desk.savedQueue(queue.id))
    case 'change':
      return change(visit, queue)
    case 'remove': {
      if (!mayChangeQueue(queue, staff)) return refuse({ code: 'not_allowed' })
      const removed = await removeQueue(ctx.db, queue, { staffId: staff.id }, visit.now)
      return removed.ok ? seeOther(paths.desk.find()) : refuse(removed.refusal)
    }
    default:
      return refuse({ code: 'not_found' })
  }
}

async function change(visit: Visit, queue: SavedQueue): Promise<Response> {
  const { ctx, fields, now } = visit
  const staff = staffOf(visit)
  if (!mayChangeQueue(queue, staff)) return refuse({ code: 'not_allowed' })
  const typed = fields.get('q')
  const asked: Asked = { typed, among: 'waiting', from: null, queue }
  const searcher = await searcherOf(visit, typed)
  if (!searcher.ok) return draw(visit, asked)
  const name = readQueueName(fields.get('name'))
  const changed = name.ok
    ? await changeQueue(
        ctx.db,
        queue,
        { name: name.value, query: printQuery(searcher.value.query) },
        { staffId: staff.id },
        now,
      )
    : name
  if (changed.ok) return seeOther(paths.desk.savedQueue(queue.id))
  const { sentence, status } = sayRefusal(changed.refusal)
  return draw(visit, { ...asked, wrong: { sentence, status, name: fields.get('name') } })
}
