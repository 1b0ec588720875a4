import { findCard } from '../../desk/card-store.ts'
import {
  DOUBTFUL,
  doubtfulFirst,
  LEAST_FLOOR,
  MOST_FLOOR,
  MOST_IN_CLUSTER,
  similarityIn,
} from '../../desk/cluster.ts'
import { findCluster, listBulkItems, setClusterFloor } from '../../desk/cluster-store.ts'
import type { BulkRow } from '../pages/desk-bulk-form.ts'
import { deskClusterPage } from '../pages/desk-cluster-page.ts'
import { deskRules } from '../pages/desk-words.ts'
import { paths } from '../paths.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

/** What came back to be mended: which were ticked, what was typed, and why it was not done. */
export type Typed = {
  chosen: ReadonlySet<number> | null
  count: string
  refusal: string | null
  status: number
}

const fresh: Typed = { chosen: null, count: '', refusal: null, status: 200 }

export async function showCluster(visit: Visit): Promise<Response> {
  const commentId = idIn(visit.c.req.param('comment'))
  if (commentId === undefined) return refuse({ code: 'comment_not_found' })
  return drawCluster(visit, commentId, visit.c.req.query('similarity') ?? '', fresh)
}

export async function drawCluster(
  visit: Visit,
  commentId: number,
  asked: string,
  typed: Typed,
): Promise<Response> {
  const { ctx, now } = visit
  const staffId = staffOf(visit).id
  const [frame, { publication, policy }, card] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    findCard(ctx.db, commentId, staffId, now),
  ])
  if (!card) return refuse({ code: 'comment_not_found' })
  const floor = publication.clusterFloor
  const similarity = similarityIn(asked, floor) ?? floor
  const { text } = card.comment
  const cluster =
    text === null
      ? { members: [], more: false }
      : await findCluster(ctx.db, { commentId, text }, { staffId, floor: similarity / 100 })
  const alike = new Map(cluster.members.map((member) => [member.commentId, member.similarity]))
  // The one in hand is of its own cluster, and decided with it.
  const ids = [commentId, ...alike.keys()].slice(0, MOST_IN_CLUSTER)
  const items = alike.size === 0 ? [] : await listBulkItems(ctx.db, ids, staffId, now)
  const rows = items
    .map((item): BulkRow & { similarity: number } => ({
      ...item,
      similarity: alike.get(item.commentId) ?? 1,
      ticked: item.claimedBy === null && (typed.chosen === null || typed.chosen.has(item.commentId)),
    }))
    .sort((a, b) => b.similarity - a.similarity || a.commentId - b.commentId)
  const page = deskClusterPage({
    frame,
    inHand: { commentId, printedName: card.comment.printedName, text },
    similarity,
    floor,
    more: cluster.more,
    form: {
      frame,
      rules: deskRules(policy.rules),
      rows: doubtfulFirst(rows),
      doubtful: DOUBTFUL,
      like: { commentId, text: text ?? '', similarity },
      typedCount: typed.count,
      refusal: typed.refusal,
    },
    notice: rows.length === 0 ? typed.refusal : null,
  })
  return privatePage(page, typed.status)
}

/** POST paths.desk.clusterFloor(): `floor`, and `like`, the comment whose cluster is open. */
export async function changeClusterFloor(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const typed = fields.get('floor').trim()
  const floor = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (floor < LEAST_FLOOR || floor > MOST_FLOOR)
    return refuse({ code: 'floor_malformed', least: LEAST_FLOOR, most: MOST_FLOOR })
  if (await setClusterFloor(ctx.db, floor, { staffId: staffOf(visit).id }, now))
    ctx.changes.announce({ articleIds: [], settings: true })
  const like = idIn(fields.get('like'))
  return seeOther(like === undefined ? paths.desk.card() : paths.desk.cluster(like))
}
