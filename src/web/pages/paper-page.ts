import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Section } from '../../newsroom/article.ts'
import type { PaperField, PaperFields, SectionFields } from '../../newsroom/paper.ts'
import { type DeskFrame, deskPage, noticeLine, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { staffTabs } from './staff-tabs.ts'

export type PaperProps = {
  frame: DeskFrame
  /** As it stands, or as it was typed and refused. */
  typed: PaperFields
  sections: readonly Section[]
  newSection: SectionFields
  refusal: { field: PaperField; sentence: string } | null
  notice: string | null
}

/**
 * GET paths.desk.paper(). Posts to the same address: form_token and the fields of `PaperFields`, `section-ID` for the
 * name of each section, `new_slug` and `new_name` for one more.
 */
export function paperPage(props: PaperProps): Html {
  const { frame, sections, newSection } = props
  const field = (
    name: Exclude<PaperField, 'section' | 'entities'>,
    label: string,
    hint: string,
    more: Fragment = null,
  ) =>
    html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" maxlength="254" autocomplete="off" value="${
      props.typed[name]
    }"${described(props, name)}${more}><p class="hint" id="${name}-hint">${hint}</p>${wrongAt(props, name)}</div>`
  return deskPage({
    frame,
    here: 'staff',
    title: 'The paper',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>The paper</h1>
<p>What its pages, letters and rules call it. Each change is in the log.</p>
${staffTabs(frame, 'paper')}
<form class="fields" method="post" action="${paths.desk.paper()}">${tokenField(frame)}
${field('name', 'Name', 'On every page, as in “The Saltmere Courier”.', html` required`)}
${field('short', 'Short name', 'As its own sentences call it, as in “the Courier”.', html` required`)}
${field('group', 'The house behind it', 'Named in the notice that views are the writers’ own.', html` required`)}
<div><label for="entities">Companies of the house</label><textarea id="entities" name="entities" rows="3" maxlength="6000"${described(
      props,
      'entities',
    )}>${props.typed.entities}</textarea><p class="hint" id="entities-hint">One a line; named in the same notice.</p>${wrongAt(
      props,
      'entities',
    )}</div>
${field('language', 'Language', 'As in “en-GB” or “ur”.', html` required`)}
${field('zone', 'Time zone', 'Stamps are printed in it, as in “Europe/London”.', html` required`)}
${field('contact', 'Address to write to', 'An e-mail address for readers and authorities, at the end of the rules. Empty: none is shown.')}
<fieldset><legend>Sections</legend>${sections.map(
      (section) =>
        html`<div class="short"><label for="section-${section.id}">${section.slug}</label> <input id="section-${section.id}" name="section-${section.id}" maxlength="60" autocomplete="off" value="${section.name}"></div>`,
    )}
<div class="short"><label for="new_slug">Address of one more</label> <input id="new_slug" name="new_slug" maxlength="40" autocomplete="off" value="${newSection.slug}"></div>
<div class="short"><label for="new_name">Its name</label> <input id="new_name" name="new_name" maxlength="60" autocomplete="off" value="${newSection.name}"></div>
<p class="hint">A section’s address stays, since links lead to it. None is dropped.</p>${wrongAt(props, 'section')}</fieldset>
<div><button>Save</button></div></form>
<section aria-labelledby="modes"><h2 id="modes">Comments</h2><p>How comments open, for the paper and for each section, is set on <a href="${paths.newsroom.commentMode()}">a page of its own</a>.</p></section>
</main>`,
  })
}

const described = ({ refusal }: PaperProps, name: PaperField): Html =>
  refusal?.field === name
    ? html` aria-invalid="true" aria-describedby="${name}-hint ${name}-wrong"`
    : html` aria-describedby="${name}-hint"`

const wrongAt = ({ refusal }: PaperProps, name: PaperField): Fragment =>
  refusal?.field === name && html`<p class="wrong" id="${name}-wrong" role="alert">${refusal.sentence}</p>`
