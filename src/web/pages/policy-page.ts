import { type Html, html } from '../../lib/html.ts'
import { fillNames } from '../../policy/explain.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage } from '../reader-layout.ts'

export function policyPage(props: { frame: ReaderFrame; policy: Policy }): Html {
  const { frame, policy } = props
  return readerPage({
    frame,
    title: 'How we moderate',
    canonical: paths.policy(),
    script: false,
    main: html`<h1>How we moderate</h1>
<p class="standfirst">${fillNames(policy.intro, frame.paper)}</p>
<p>${policy.report.invite} Every refusal and every take-down is decided by a person, under one of these rules, and stands in <a href="${paths.record()}">the public record</a>.</p>
${policy.rules.map(
  (rule, i) => html`<section id="${rule.id}"><h2>${i + 1}. ${rule.title}</h2>
<p>${rule.words}</p>
<dl class="examples">${rule.examples.breaks.map((example) => html`<div><dt class="ui">Not printed</dt><dd>${example}</dd></div>`)}${rule.examples.keeps.map(
    (example) => html`<div><dt class="ui">Printed</dt><dd>${example}</dd></div>`,
  )}</dl></section>\n`,
)}
<h2>Whose views these are</h2>
<p>${fillNames(policy.notice, frame.paper)}</p>
<p>${fillNames(policy.takedown, frame.paper)}</p>
${
  frame.paper.contact !== '' &&
  html`<h2 id="contact">Whom to write to</h2>
<p>Questions, objections and notices reach the paper at <a href="mailto:${frame.paper.contact}">${frame.paper.contact}</a>.</p>
`
}<p class="ui">Version ${policy.version} of these rules.</p>`,
  })
}
