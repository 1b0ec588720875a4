import { listOwnSections } from '../../accounts/section-store.ts'
import { staffMay } from '../../accounts/staff.ts'
import { cleanText } from '../../comments/words.ts'
import { type MeasureRefusal, readMeasure } from '../../desk/measure.ts'
import {
  isInForce,
  liftMeasure,
  listMeasures,
  type MeasureRow,
  takeMeasure,
} from '../../desk/measure-store.ts'
import { listNearAccounts } from '../../desk/near-account-store.ts'
import { addNote, LONGEST_NOTE, listNotes, strikeOutNote } from '../../desk/note-store.ts'
import { recommendMeasure, type StandingFacts } from '../../desk/standing.ts'
import { strikesOf } from '../../desk/strike.ts'
import {
  countDecided,
  findWriter,
  isWriterKnown,
  listMarks,
  listNames,
  listWriterComments,
  type Writer,
} from '../../desk/writer-store.ts'
import { deskRules } from '../pages/desk-words.ts'
import { type DeskWriterProps, deskWriterPage, nothingTypedOfMeasure } from '../pages/desk-writer-page.ts'
import { paths } from '../paths.ts'
import { type Refusal, sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deciderOf, deskFrame, staffOf } from './desk.ts'

const COMMENTS_SHOWN = 25

/** Refused by name where every comment of the writer stands in another's section. */
async function writerFor(visit: Visit): Promise<Writer> {
  const { db } = visit.ctx
  const id = idIn(visit.c.req.param('writer'))
  if (id === undefined) return refuse({ code: 'writer_not_found' })
  const writer = await findWriter(db, id, staffOf(visit).id)
  if (writer) return writer
  return refuse({ code: (await isWriterKnown(db, id)) ? 'section_not_yours' : 'writer_not_found' })
}

async function factsOn(
  visit: Visit,
  commenterId: number,
  measures: readonly MeasureRow[],
): Promise<StandingFacts> {
  const { ctx, now } = visit
  const [{ policy }, marks, decided] = await Promise.all([
    ctx.settings.now(),
    listMarks(ctx.db, commenterId, now),
    countDecided(ctx.db, commenterId, now),
  ])
  const warnings = measures.filter((measure) => measure.kind === 'warning' && measure.liftedAt === null)
  return {
    strikes: strikesOf(marks, policy.rules, now),
    ...decided,
    warnedAt: warnings[0]?.takenAt ?? null,
    inForce: measures.flatMap((m) => (isInForce(m, now) && m.kind !== 'warning' ? [{ kind: m.kind }] : [])),
  }
}

export async function showWriter(visit: Visit): Promise<Response> {
  return drawWriter(visit, await writerFor(visit), {}, 200)
}

async function drawWriter(
  visit: Visit,
  writer: Writer,
  given: { typed?: Partial<DeskWriterProps['typed']>; refusal?: Refusal },
  status: number,
): Promise<Response> {
  const { ctx } = visit
  const { db } = ctx
  const staff = staffOf(visit)
  const before = idIn(visit.c.req.query('before')) ?? null
  const [frame, { policy }, measures, notes, names, near, own, rows] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    listMeasures(db, writer.id),
    listNotes(db, writer.id),
    listNames(db, writer.id, staff.id),
    listNearAccounts(db, writer.id, staff.id),
    listOwnSections(db, staff.id),
    listWriterComments(db, { commenterId: writer.id, before, staffId: staff.id, limit: COMMENTS_SHOWN + 1 }),
  ])
  const facts = await factsOn(visit, writer.id, measures)
  const comments = rows.slice(0, COMMENTS_SHOWN)
  const said = given.refusal && sayRefusal(given.refusal)
  const page = deskWriterPage({
    frame,
    staffId: staff.id,
    limited: own.length > 0,
    writer,
    strikes: facts.strikes,
    decided: facts,
    recommendation: recommendMeasure(facts),
    measures,
    notes,
    names,
    near,
    comments,
    before: rows.length > COMMENTS_SHOWN ? (comments.at(-1)?.commentId ?? null) : null,
    rules: deskRules(policy.rules),
    typed: { measure: nothingTypedOfMeasure, note: '', ...given.typed },
    problem: said ? { sentence: said.sentence, field: said.field } : null,
  })
  return privatePage(page, status)
}

/** POST paths.desk.measures: `kind`, `rule`, `pause`, `days`, `words`. What is refused comes back as it was typed. */
export async function takeWriterMeasure(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const writer = await writerFor(visit)
  const typed = {
    kind: fields.get('kind'),
    rule: fields.get('rule'),
    pause: fields.get('pause'),
    days: fields.get('days'),
    words: fields.get('words'),
  }
  const sayNo = (refusal: MeasureRefusal) =>
    drawWriter(visit, writer, { typed: { measure: typed }, refusal }, sayRefusal(refusal).status)
  const { policy } = await ctx.settings.now()
  const order = readMeasure(
    writer.id,
    typed,
    policy.rules.map((rule) => rule.id),
    now,
  )
  if (!order.ok) return sayNo(order.refusal)
  const facts = await factsOn(visit, writer.id, [])
  const taken = await takeMeasure(
    ctx.db,
    order.value,
    { strikeCount: facts.strikes.length, decidedCount: facts.decidedCount },
    await deciderOf(visit),
    now,
  )
  if (!taken.ok) return sayNo(taken.refusal)
  return seeOther(`${paths.desk.writer(writer.id)}#measures`)
}

export async function liftWriterMeasure(visit: Visit): Promise<Response> {
  const id = idIn(visit.c.req.param('measure'))
  if (id === undefined) return refuse({ code: 'measure_not_found' })
  const lifted = await liftMeasure(visit.ctx.db, id, await deciderOf(visit), visit.now)
  if (!lifted.ok) return refuse(lifted.refusal)
  return seeOther(`${paths.desk.writer(lifted.value.commenterId)}#measures`)
}

/** POST paths.desk.notes: `note`. */
export async function addWriterNote(visit: Visit): Promise<Response> {
  const writer = await writerFor(visit)
  const note = visit.fields.get('note')
  const words = cleanText(note)
  const sayNo = (refusal: Refusal) =>
    drawWriter(visit, writer, { typed: { note }, refusal }, sayRefusal(refusal).status)
  if (words === '') return sayNo({ code: 'note_missing' })
  if (words.length > LONGEST_NOTE) return sayNo({ code: 'note_too_long', longest: LONGEST_NOTE })
  const added = await addNote(
    visit.ctx.db,
    { commenterId: writer.id, words },
    { staffId: staffOf(visit).id },
    visit.now,
  )
  if (added === undefined) return sayNo({ code: 'writer_erased' })
  return seeOther(`${paths.desk.writer(writer.id)}#notes`)
}

export async function strikeOutWriterNote(visit: Visit): Promise<Response> {
  const staff = staffOf(visit)
  const id = idIn(visit.c.req.param('note'))
  const by = { staffId: staff.id, mayStrikeOthers: staffMay('reverse_others', staff) }
  const writerId = id === undefined ? undefined : await strikeOutNote(visit.ctx.db, id, by, visit.now)
  if (writerId === undefined) return refuse({ code: 'note_not_yours' })
  return seeOther(`${paths.desk.writer(writerId)}#notes`)
}
