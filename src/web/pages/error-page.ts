import { type Fragment, type Html, html } from '../../lib/html.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage } from '../reader-layout.ts'

/** What happened, what was kept, what to do. For a bug, a number by which the paper's engineer finds it. */
export function errorPage(props: {
  frame: ReaderFrame
  title: string
  sentence: string
  reference?: string
  more?: Fragment
}): Html {
  return readerPage({
    frame: props.frame,
    title: props.title,
    canonical: null,
    noindex: true,
    script: false,
    main: html`<h1>${props.title}</h1>
<p>${props.sentence}</p>
${props.reference && html`<p class="ui">If it goes on, tell us this number: <b>${props.reference}</b></p>`}
${props.more}
<p class="ui"><a href="${paths.front()}">To the front page</a></p>`,
  })
}
