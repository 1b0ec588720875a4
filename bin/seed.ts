import { ensureSecret } from '../src/accounts/secret-store.ts'
import { inviteStaff, listStaff, makeSignInLink } from '../src/accounts/staff-store.ts'
import { insertStaffComment, type StaffComment } from '../src/comments/staff-comment-store.ts'
import { fingerprintOf } from '../src/comments/submission.ts'
import { ensureCommenter, findSubmissionSetting, insertComment } from '../src/comments/submission-store.ts'
import { judge } from '../src/comments/submit-comment.ts'
import type { Db } from '../src/db/database.ts'
import { decide } from '../src/desk/decision-store.ts'
import { dropLetters } from '../src/desk/letter-store.ts'
import { entryHeadStart } from '../src/desk/queue-rank.ts'
import { fileReport } from '../src/desk/report-store.ts'
import { shippedEngine } from '../src/engine.ts'
import { after, minutes } from '../src/lib/clock.ts'
import { networkKeyFor } from '../src/lib/ids.ts'
import { invariant } from '../src/lib/invariant.ts'
import { insertDraft, listSections, publishArticle, setCommentMode } from '../src/newsroom/article-store.ts'
import { developPhoto } from '../src/newsroom/photo.ts'
import { insertPhoto } from '../src/newsroom/photo-store.ts'
import { findPolicyYaml, findPublication, insertPublication } from '../src/newsroom/publication-store.ts'
import { seedArticles } from '../src/newsroom/seed/articles.ts'
import { commenters, paper, staff } from '../src/newsroom/seed/cast.ts'
import { type SeedComment, seedComments } from '../src/newsroom/seed/comments.ts'
import { drawingJpeg } from '../src/newsroom/seed/drawings.ts'
import { slugOf } from '../src/newsroom/slug.ts'
import { parsePolicy } from '../src/policy/parse.ts'
import type { Policy } from '../src/policy/rule.ts'
import { paths } from '../src/web/paths.ts'
import { defaultPolicyFile, loadPolicy } from './set-up.ts'

/**
 * A small fictional newspaper, made through the same stores as a real one, so that its record and its ledger are true.
 * All or nothing: a kill in the middle leaves an empty database, and the next start begins again.
 */
export async function seedDemo(db: Db, now: Date, say: (line: string) => void): Promise<void> {
  say(`Setting up the demo: ${paper.name}`)
  const photos = await developPhotos(now)
  await db.transaction().execute(async (tx) => {
    const policyVersion = await loadPolicy(tx, defaultPolicyFile, now)
    const { sections, ...words } = paper
    await insertPublication(
      tx,
      {
        ...words,
        entities: [...words.entities],
        commentMode: 'pre',
        policyVersion,
        demo: true,
        sections: [...sections],
      },
      now,
    )
    const people = new Map<string, number>()
    for (const [key, person] of Object.entries(staff))
      people.set(key, (await inviteStaff(tx, person, { staffId: null }, now)).id)
    const articles = await seedTheArticles(tx, photos, people, now)
    await seedTheComments(tx, articles, people, policyVersion, now)
  })
}

type Photos = Map<
  string,
  { original: Buffer; developed: Extract<Awaited<ReturnType<typeof developPhoto>>, { ok: true }>['value'] }
>

async function developPhotos(now: Date): Promise<Photos> {
  const photos: Photos = new Map()
  for (const { key, drawing, draft } of seedArticles(now)) {
    if (!drawing) continue
    const original = await drawingJpeg(drawing.key, draft.photo?.credit ?? '')
    const developed = await developPhoto(original, { credit: draft.photo?.credit ?? '' })
    invariant(developed.ok, `the drawing ${drawing.key} develops`)
    photos.set(key, { original, developed: developed.value })
  }
  return photos
}

async function seedTheArticles(
  tx: Db,
  photos: Photos,
  people: Map<string, number>,
  now: Date,
): Promise<Map<string, number>> {
  const publication = await findPublication(tx)
  invariant(publication, 'the demo’s newspaper was just made')
  const sections = await listSections(tx, publication.id)
  const editor = people.get('nell') ?? 0
  const ids = new Map<string, number>()
  for (const article of seedArticles(now).reverse()) {
    const photo = photos.get(article.key)
    const photoId = photo ? await insertPhoto(tx, photo.developed, photo.original, now) : null
    const made = article.draft.publishedAt ?? now
    const id = await insertDraft(
      tx,
      {
        publicationId: publication.id,
        sectionId: sections.find((section) => section.slug === article.section)?.id ?? null,
        slug: slugOf(article.draft.headline),
        draft: article.draft,
        photo: photoId === null ? null : { id: photoId, alt: article.drawing?.alt ?? '' },
        capture: null,
      },
      { staffId: editor },
      made,
    )
    await publishArticle(tx, id, { staffId: editor }, made)
    if (article.commentMode)
      await setCommentMode(tx, { of: 'article', id }, article.commentMode, { staffId: editor }, made)
    ids.set(article.key, id)
  }
  return ids
}

async function seedTheComments(
  tx: Db,
  articles: Map<string, number>,
  people: Map<string, number>,
  policyVersion: string,
  now: Date,
): Promise<void> {
  const yaml = await findPolicyYaml(tx, policyVersion)
  const policy = parsePolicy(yaml ?? '')
  invariant(policy.ok, 'the shipped policy reads')
  const secret = await ensureSecret(tx, 'installation')
  const ids = new Map<string, number>()
  for (const comment of seedComments) {
    const articleId = articles.get(comment.article) ?? 0
    const parentId = comment.parent === undefined ? null : (ids.get(comment.parent) ?? null)
    const at = after(now, -minutes(comment.minutesAgo))
    const staffId = people.get(comment.by)
    const id =
      staffId === undefined
        ? await submitAs(tx, comment, { articleId, parentId, policy: policy.value, at, secret })
        : await writeAs(
            tx,
            { articleId, parentId, staffId, text: comment.text, policyVersion, key: null },
            at,
          )
    ids.set(comment.key, id)
    if (staffId === undefined) await decideAs(tx, comment, id, people.get('asha') ?? 0, policyVersion, at)
    for (const [i, report] of (comment.reports ?? []).entries())
      await fileReport(
        tx,
        {
          commentId: id,
          articleId,
          order: { ruleId: report.rule, words: report.words, email: null },
          networkKey: networkKeyFor(secret, `demo-${i}`),
        },
        { version: policyVersion, holdAt: 0 },
        after(at, minutes(30)),
      )
  }
  // Nobody of the cast waits for a letter about last week.
  await dropLetters(tx, now)
}

async function writeAs(tx: Db, comment: StaffComment, at: Date): Promise<number> {
  const written = await insertStaffComment(tx, comment, at)
  invariant(written.ok, 'the paper can write under its own articles')
  return written.value
}

async function submitAs(
  tx: Db,
  comment: SeedComment,
  at: { articleId: number; parentId: number | null; policy: Policy; at: Date; secret: Buffer },
): Promise<number> {
  const person = commenters[comment.by as keyof typeof commenters]
  const commenterId = await ensureCommenter(tx, person.email, at.at)
  const setting = await findSubmissionSetting(tx, {
    articleId: at.articleId,
    parentId: at.parentId,
    email: person.email,
    now: at.at,
  })
  invariant(setting, 'a seed comment stands under a seed article')
  const { signals, verdict } = judge(comment.text, setting, {
    engine: shippedEngine(),
    policy: at.policy,
    ownDomains: [],
  })
  const submission = {
    text: comment.text,
    printedName: person.name,
    email: person.email,
    parentId: at.parentId,
    key: null,
  }
  const id = await insertComment(
    tx,
    {
      articleId: at.articleId,
      setting,
      submission,
      commenterId,
      placement: { state: 'held', queueReason: 'held' },
      priority: entryHeadStart(
        {
          articleId: at.articleId,
          depth: setting.parent ? setting.parent.depth + 1 : 0,
          isPublic: false,
          signals,
          verdict,
        },
        at.policy,
        null,
      ),
      signals,
      verdict,
      fingerprint: fingerprintOf(submission, at.articleId),
      networkKey: networkKeyFor(at.secret, comment.by),
      armedBy: null,
    },
    at.at,
  )
  invariant(id !== undefined, `the seed comment ${comment.key} is no repeat`)
  return id
}

/** As the desk decided some minutes later. */
async function decideAs(
  tx: Db,
  comment: SeedComment,
  commentId: number,
  staffId: number,
  policyVersion: string,
  at: Date,
): Promise<void> {
  const by = { staffId, policyVersion }
  const order = { commentId, ruleId: null, words: '', fence: null }
  if (comment.state === 'published' || comment.state === 'removed')
    await decide(tx, { ...order, act: 'publish' }, by, after(at, minutes(6)))
  if (comment.state === 'removed')
    await decide(tx, { ...order, act: 'remove', ruleId: comment.rule ?? null }, by, after(at, minutes(50)))
  if (comment.state === 'rejected')
    await decide(tx, { ...order, act: 'reject', ruleId: comment.rule ?? null }, by, after(at, minutes(6)))
}

/** Fresh links at every start of the demo: each works once. */
export async function demoLinks(db: Db, origin: string, now: Date): Promise<string[]> {
  const lines = [
    `Letters that the paper sends: ${origin}${paths.mailbox()}`,
    'Sign in to the desk (each link works once, within 24 hours):',
  ]
  for (const person of await listStaff(db))
    if (person.disabledAt === null)
      lines.push(
        `  ${person.name}, ${person.role}: ${origin}${paths.desk.signIn(await makeSignInLink(db, person.id, now))}`,
      )
  return lines
}
