import type { Learning } from '../../desk/learning.ts'
import { movedTexts, readJudgements, reviewRules, reviewTrials } from '../../desk/learning-review.ts'
import {
  findLatestLearning,
  type LearningVersion,
  listJudgements,
  listLearningVersions,
  resetLearning,
} from '../../desk/learning-store.ts'
import { type DeskLearningProps, deskLearningPage, RESET_WORD } from '../pages/desk-learning-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import type { Visit } from '../request.ts'
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
  const [frame, { policy }, versions, learning] = await Promise.all([
    deskFrame(visit),
    settings.now(),
    listLearningVersions(db, VERSIONS_SHOWN),
    findLatestLearning(db),
  ])
  const page = deskLearningPage({
    frame,
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

/** POST paths.desk.learningReset(): `word`. */
export async function forgetLearning(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const word = fields.get('word').trim()
  if (word !== RESET_WORD) {
    const said = sayRefusal({ code: 'reset_not_typed', word: RESET_WORD })
    return drawLearning(visit, word, said.sentence, said.status)
  }
  await resetLearning(ctx.db, { staffId: staffOf(visit).id }, ctx.siteReader.version, now)
  return seeOther(paths.desk.learning())
}
