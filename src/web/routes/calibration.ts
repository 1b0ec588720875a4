import { staffMay } from '../../accounts/staff.ts'
import { calibrate, WEEKS_BACK } from '../../desk/calibration.ts'
import { listAnsweredLooks, listDisagreements, listStaffNames } from '../../desk/calibration-store.ts'
import { type IsoWeek, parseWeek, printWeek, weekAt, weekLater } from '../../desk/iso-week.ts'
import { withQuery } from '../desk-layout.ts'
import { privateHeaders } from '../headers.ts'
import { type DeskCalibrationProps, deskCalibrationPage } from '../pages/desk-calibration-page.ts'
import { agreementRows, csvOf } from '../pages/desk-calibration-table.ts'
import { deskRules } from '../pages/desk-words.ts'
import { paths } from '../paths.ts'
import { refuse, type Visit } from '../request.ts'
import { privatePage } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

export const calibrationAddress = (week: IsoWeek): string =>
  withQuery(paths.desk.calibration(), { week: printWeek(week) })

type Shown = Pick<DeskCalibrationProps, 'typed' | 'notice'> & { status: number }

export const showCalibration = async (visit: Visit): Promise<Response> =>
  drawCalibration(visit, await weekAsked(visit), { typed: null, notice: null, status: 200 })

/** Without one, this week by the paper's clock. Nothing is answered in a week to come. */
async function weekAsked(visit: Visit): Promise<IsoWeek> {
  const { publication } = await visit.ctx.settings.now()
  const present = weekAt(visit.now, publication.zone)
  const asked = visit.c.req.query('week')
  if (asked === undefined || asked === '') return present
  const week = parseWeek(asked)
  if (!week || printWeek(week) > printWeek(present)) return refuse({ code: 'not_found' })
  return week
}

export async function drawCalibration(visit: Visit, week: IsoWeek, shown: Shown): Promise<Response> {
  const { ctx } = visit
  const staff = staffOf(visit)
  const { publication, policy } = await ctx.settings.now()
  const [frame, read, disagreements] = await Promise.all([
    deskFrame(visit),
    readCalibration(visit, week),
    listDisagreements(ctx.db, { from: week, weeks: 1, zone: publication.zone }, staff.id),
  ])
  const next = weekLater(week, 1)
  const page = deskCalibrationPage({
    frame,
    week: printWeek(week),
    before: printWeek(weekLater(week, -1)),
    next: printWeek(next) > printWeek(weekAt(visit.now, publication.zone)) ? null : printWeek(next),
    rules: deskRules(policy.rules),
    ...read,
    disagreements,
    typed: shown.typed,
    notice: shown.notice,
  })
  return privatePage(page, shown.status)
}

/** The quarter that ends with this week. Who is who is looked up only for those who may see it. */
async function readCalibration(visit: Visit, week: IsoWeek) {
  const { ctx } = visit
  const staff = staffOf(visit)
  const { publication, policy } = await ctx.settings.now()
  const weeks = Array.from({ length: WEEKS_BACK }, (_, i) => weekLater(week, i + 1 - WEEKS_BACK))
  const [from = week] = weeks
  const looks = await listAnsweredLooks(ctx.db, { from, weeks: WEEKS_BACK, zone: publication.zone }, staff.id)
  const calibration = calibrate(looks, {
    ruleIds: policy.rules.map(({ id }) => id),
    weeks: weeks.map(printWeek),
  })
  const names = staffMay('reverse_others', staff)
    ? await listStaffNames(ctx.db, [...new Set(calibration.byPair.flatMap(({ staffIds }) => staffIds))])
    : null
  return { calibration, names }
}

/** The table of the page, for a spreadsheet. */
export async function sendCalibrationTable(visit: Visit): Promise<Response> {
  const week = await weekAsked(visit)
  const { policy } = await visit.ctx.settings.now()
  const { calibration, names } = await readCalibration(visit, week)
  const csv = csvOf(agreementRows(calibration, { rules: policy.rules, names }))
  return new Response(csv, {
    headers: {
      ...privateHeaders,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="agreement-${printWeek(week)}.csv"`,
    },
  })
}
