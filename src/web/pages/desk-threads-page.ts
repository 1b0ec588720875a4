import { staffMay } from '../../accounts/staff.ts'
import { sayPause } from '../../desk/measure-letter.ts'
import { ENOUGH_HOURS, hoursToClear, type Pace } from '../../desk/pace.ts'
import { breachesEach, recommendSetting, type ThreadLoad, WINDOW_MINUTES } from '../../desk/thermostat.ts'
import type { ThreadRow } from '../../desk/thermostat-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type ThreadSetting, type ThreadSettingName, threadSettings } from '../../newsroom/article.ts'
import { type DeskFrame, deskPage, noticeLine, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { count, duration, stamp } from './desk-words.ts'

export type DeskThreadsProps = {
  frame: DeskFrame
  threads: readonly ThreadRow[]
  staffOnShift: number
  pace: Pace
  /** One article was asked for: its own page of the thermostat. */
  one: boolean
  notice: string | null
}

const names: Record<ThreadSettingName | 'open', string> = {
  open: 'Open',
  slow: 'Slow',
  hold_new: 'Read newcomers first',
  hold_all: 'Read all first',
  closed: 'Closed',
}

const sayThread = ({ setting, pauseMinutes }: ThreadSetting): string =>
  setting === 'slow' ? `Slow, one comment in ${sayPause(pauseMinutes ?? 0)}` : names[setting]

/**
 * GET paths.desk.threads(), with `article` for one alone. Each form posts to paths.desk.threadSetting(article): form_token,
 * setting (open ends what holds), pause, hours.
 */
export function deskThreadsPage(props: DeskThreadsProps): Html {
  const { frame, threads } = props
  return deskPage({
    frame,
    here: 'threads',
    title: 'Threads',
    body: html`<main id="main" class="threads">
${noticeLine(props.notice)}
<h1>Threads</h1>
<p>What comes in, how much of it the engine expects to break a rule, and who is there to read it. A setting holds for a time; then the mode before is back.</p>
<p class="soft">${shiftWords(props)}</p>
${
  threads.length === 0
    ? html`<p class="nothing">No thread is busy, and none is set.</p>`
    : html`<ol class="rows">${threads.map((thread) => threadRow(thread, props))}</ol>`
}
${props.one && html`<p class="next"><a class="button" href="${paths.desk.threads()}">All threads</a></p>`}
</main>`,
  })
}

/** Who is there, how fast the whole desk works (nobody by name), and when what waits would be read. */
function shiftWords({ staffOnShift, pace, frame }: DeskThreadsProps): string {
  const who = `${count(staffOnShift, 'person', 'people')} seen at the desk within ${WINDOW_MINUTES} minutes.`
  const speed = pace.own
    ? `The desk decides ${Math.round(pace.perHour)} comments in an active hour (${Math.round(pace.low)} to ${Math.round(pace.high)}, from ${pace.hours} such hours of the last four weeks).`
    : `Too few active hours yet (${pace.hours} of ${ENOUGH_HOURS}) for a pace of the desk’s own: counted with ${pace.perHour} decisions an hour, as other newsrooms report.`
  const clear = frame.waiting === null ? null : hoursToClear(frame.waiting, staffOnShift, pace)
  return clear === null || clear === 0
    ? `${who} ${speed}`
    : `${who} ${speed} What waits now would be read in ${duration(Math.ceil(clear * 60))}, with nothing further coming.`
}

function threadRow(thread: ThreadRow, props: DeskThreadsProps): Html {
  const { frame, staffOnShift, pace } = props
  const load: ThreadLoad = {
    arrived: thread.arrived,
    breach: thread.breach,
    staffOnShift,
    pace: pace.perHour,
  }
  const recommended = recommendSetting(load)
  const settled = (thread.setting?.setting ?? undefined) === recommended
  return html`<li><div><h2 dir="auto"><a href="${`${paths.desk.threads()}?article=${thread.articleId}`}">${thread.headline}</a></h2>
<p><b${thread.setting !== null && html` class="no"`}>${thread.setting === null ? 'Open' : sayThread(thread.setting)}</b>${
    thread.setting !== null &&
    html` <span>until ${stamp(thread.setting.endsAt, frame.paper.zone)}, set by ${thread.setBy}</span>`
  }</p>
<p><span>${count(thread.arrived, 'comment', 'comments')} in ${WINDOW_MINUTES} minutes${
    thread.arrived > 0 &&
    `, ${Math.round(thread.breach * 100)} % likely to break a rule: ${breachesEach(load).toFixed(1)} an hour for each on shift`
  }</span></p>
${
  !settled &&
  html`<p class="advice">${
    recommended === undefined
      ? html`It has calmed down: <b>open</b> would do.`
      : html`<b>${names[recommended]}</b> may be in order.`
  }</p>`
}</div>
${staffMay('set_thread', frame.staff) && settingForm(thread, recommended, props)}</li>`
}

/** The recommendation is chosen beforehand, so that taking it is one press; a person presses. */
function settingForm(
  thread: ThreadRow,
  recommended: ThreadSettingName | undefined,
  { frame }: DeskThreadsProps,
): Fragment {
  const id = thread.articleId
  const chosen = recommended ?? (thread.setting === null ? 'slow' : 'open')
  const option = (value: string, words: string, selected: boolean) =>
    html`<option value="${value}"${selected && html` selected`}>${words}</option>`
  return html`<form class="inline" method="post" action="${paths.desk.threadSetting(id)}">${tokenField(frame)}
<div><label for="setting-${id}">Set to</label><select id="setting-${id}" name="setting">${(
    ['open', ...threadSettings] as const
  ).map((setting) => option(setting, names[setting], setting === chosen))}</select></div>
<div><label for="hours-${id}">For</label><select id="hours-${id}" name="hours">${[1, 2, 4, 8, 24, 72].map(
    (hours) => option(String(hours), count(hours, 'hour', 'hours'), hours === 4),
  )}</select></div>
<div><label for="pause-${id}">Slow: one in</label><select id="pause-${id}" name="pause">${[
    2, 5, 10, 30, 60,
  ].map((pause) =>
    option(String(pause), sayPause(pause), pause === (thread.setting?.pauseMinutes ?? 10)),
  )}</select></div>
<button>Set</button></form>`
}
