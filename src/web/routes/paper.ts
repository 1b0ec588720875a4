import { type PaperFields, type PaperRefusal, readPaper, readSection } from '../../newsroom/paper.ts'
import { savePaper } from '../../newsroom/paper-store.ts'
import { paperPage } from '../pages/paper-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import type { Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

export async function showPaper(visit: Visit): Promise<Response> {
  const { publication: paper } = await visit.ctx.settings.now()
  const typed: PaperFields = {
    name: paper.name,
    short: paper.shortName,
    group: paper.groupName,
    entities: paper.entities.join('\n'),
    language: paper.language,
    zone: paper.zone,
    contact: paper.contact,
  }
  return drawPaper(visit, typed, null)
}

async function drawPaper(visit: Visit, typed: PaperFields, refusal: PaperRefusal | null): Promise<Response> {
  const { fields, ctx } = visit
  const [frame, { sections }] = await Promise.all([deskFrame(visit), ctx.settings.now()])
  const said = refusal && sayRefusal(refusal)
  const page = paperPage({
    frame,
    typed,
    sections: sections.map((section) => ({
      ...section,
      name: fields.has(`section-${section.id}`) ? fields.get(`section-${section.id}`) : section.name,
    })),
    newSection: { slug: fields.get('new_slug'), name: fields.get('new_name') },
    refusal: refusal && { field: refusal.field, sentence: refusal.sentence },
    notice: null,
  })
  return privatePage(page, said?.status ?? 200)
}

/** POST paths.desk.paper(): all at once, or nothing and the form as it was typed. */
export async function changePaper(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const { publication, sections } = await ctx.settings.now()
  const text = (name: keyof PaperFields): string => fields.get(name)
  const typed: PaperFields = {
    name: text('name'),
    short: text('short'),
    group: text('group'),
    entities: text('entities'),
    language: text('language'),
    zone: text('zone'),
    contact: text('contact'),
  }
  const paper = readPaper(typed)
  if (!paper.ok) return drawPaper(visit, typed, paper.refusal)
  const wanted = sections.flatMap((section) =>
    fields.has(`section-${section.id}`)
      ? [{ slug: section.slug, name: fields.get(`section-${section.id}`) }]
      : [],
  )
  const fresh = { slug: fields.get('new_slug'), name: fields.get('new_name') }
  if (fresh.slug.trim() !== '' || fresh.name.trim() !== '') wanted.push(fresh)
  const read = wanted.map(readSection)
  for (const section of read) if (!section.ok) return drawPaper(visit, typed, section.refusal)
  const saved = read.flatMap((section) => (section.ok ? [section.value] : []))
  const by = { staffId: staffOf(visit).id }
  await savePaper(ctx.db, publication.id, { ...paper.value, sections: saved }, by, now)
  ctx.changes.announce({ articleIds: [], settings: true })
  return seeOther(paths.desk.paper())
}
