import type { Publication } from '../../newsroom/article.ts'
import { paths } from '../paths.ts'

/**
 * trust.txt (JournalList): who answers for the paper, and where its rules stand. Memberships and owners are named there by
 * their addresses, which the paper's settings do not hold, so that no such line is made up.
 */
export function trustTxt(paper: Publication, origin: string): string {
  // One line each: a line break in a name would begin an entry of its own.
  const line = (text: string): string => text.replace(/[\s\p{C}]+/gu, ' ').trim()
  return [
    `# ${line(paper.name)}`,
    ...(paper.groupName === '' ? [] : [`# ${line(paper.groupName)}`]),
    `disclosure=${origin}${paths.policy()}`,
    `disclosure=${origin}${paths.record()}`,
    ...(paper.contact === '' ? [] : [`contact=mailto:${line(paper.contact)}`]),
    '',
  ].join('\n')
}
