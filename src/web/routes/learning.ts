import type { Learning } from '../../desk/learning.ts'
import { gainOf } from '../../desk/learning-gain.ts'
import { findLearningSetting, resetLearning, setLearningMode } from '../../desk/learning-mode-store.ts'
import { movedTexts, readJudgements, reviewRules, reviewTrials } from '../../desk/learning-review.ts'
import {
  findLatestLearning,
  findLatestVersion,
  type LearningVersion,
  listJudgements,
  listLearningVersions,
  type Reset,
} from '../../desk/learning-store.ts'
import { type DeskLearningProps, deskLearningPage, RESET_WORD } from '../pages/desk-learning-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

const VERSIONS_SHOWN = 10
// The learner keeps no words: they are read from these when the page is drawn.
const TEXTS_READ = 500

export const showLearning = (visit: Visit): Promise<Response> => drawLearning(visit, '', null, 200)

async function drawLearning(
  visit: Visit,
  typed: string,
  refusal: string | null,
  status: number,
): Promise<Response> {
  const { db, settings } = visit.ctx
  const [frame, { policy }, setting, versions, learning] = await Promise.all([
    deskFrame(visit),
    settings.now(),
    findLearningSetting(db),
    listLearningVersions(db, VERSIONS_SHOWN),
    findLatestLearning(db),
  ])
  const page = deskLearningPage({
    frame,
    setting,
    gain: gainOf(learning.trials),
    versions,
    progress: reviewTrials(learning.trials),
    rules: policy.rules,
    ...(await review(
      visit,
      versions[0],
      learning,
      policy.rules.map((rule) => rule.id),
    )),
    typed,
    refusal,
  })
  return privatePage(page, status)
}

async function review(
  { ctx }: Visit,
  latest: LearningVersion | undefined,
  { state }: Learning,
  policyRules: readonly string[],
): Promise<Pick<DeskLearningProps, 'reviews' | 'moved'>> {
  if (!latest || state.rules.size === 0) return { reviews: [], moved: [] }
  const { start, position: upTo } = latest
  const where = { start, after: start.position, upTo, limit: TEXTS_READ, newest: true }
  const judgements = readJudgements(await listJudgements(ctx.db, where), ctx.siteReader)
  // The policy's order is the desk's; rules of older policies come after.
  const rules = [...new Set([...policyRules, ...state.rules.keys()])]
  return {
    reviews: reviewRules(state, rules, judgements, ctx.siteReader),
    moved: movedTexts(state, rules, judgements),
  }
}

/** POST paths.desk.learningReset(): `word`, `next` = shadow | off. */
export async function forgetLearning(visit: Visit): Promise<Response> {
  const { fields, now } = visit
  const word = fields.get('word').trim()
  if (word !== RESET_WORD) {
    const said = sayRefusal({ code: 'reset_not_typed', word: RESET_WORD })
    return drawLearning(visit, word, said.sentence, said.status)
  }
  await beginAnew(visit, { by: staffOf(visit).id, to: fields.get('next') === 'off' ? 'off' : 'shadow' }, now)
  return seeOther(paths.desk.learning())
}

async function beginAnew({ ctx }: Visit, reset: Reset, now: Date): Promise<void> {
  const version = await resetLearning(ctx.db, reset, ctx.siteReader.version, now)
  ctx.changes.announce({ articleIds: [], settings: true })
  await ctx.learnt.follow(version)
}

/** POST paths.desk.learningMode(): `mode` = live | shadow. Off is left by beginning anew. */
export async function changeLearningMode(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const mode = fields.get('mode')
  if (mode !== 'live' && mode !== 'shadow') return refuse({ code: 'learning_changed' })
  const by = staffOf(visit).id
  const [setting, latest] = await Promise.all([findLearningSetting(ctx.db), findLatestVersion(ctx.db)])
  if (setting.mode === 'off' && mode === 'shadow') {
    await beginAnew(visit, { by, to: 'shadow' }, now)
    return seeOther(paths.desk.learning())
  }
  // Judged on the record and not on what the page showed, which may be of yesterday.
  if (mode === 'live' && gainOf((await findLatestLearning(ctx.db)).trials).verdict !== 'better')
    return refuse({ code: 'learning_not_better' })
  const set = { mode, unlessResetAfter: latest?.version ?? 0 } as const
  if (!(await setLearningMode(ctx.db, set, { staffId: by }, now))) return refuse({ code: 'learning_changed' })
  ctx.changes.announce({ articleIds: [], settings: true })
  return seeOther(paths.desk.learning())
}
