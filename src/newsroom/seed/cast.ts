import type { Role } from '../../accounts/staff.ts'

/** One town, one paper, one cast: used by the demo, the tests and the documentation alike. */
export const paper = {
  name: 'The Saltmere Courier',
  shortName: 'the Courier',
  groupName: 'Saltmere Press',
  entities: ['Saltmere Radio', 'Saltmere Print Works'],
  language: 'en-GB',
  zone: 'Europe/London',
  sections: [
    { slug: 'town', name: 'Town' },
    { slug: 'harbour', name: 'Harbour' },
    { slug: 'world', name: 'World' },
    { slug: 'letters', name: 'Letters' },
  ],
} as const

export const staff = {
  asha: { name: 'Asha Rao', email: 'asha@courier.example', role: 'moderator' },
  jonas: { name: 'Jonas Weir', email: 'jonas@courier.example', role: 'senior' },
  nell: { name: 'Nell Ashby', email: 'nell@courier.example', role: 'editor' },
  ines: { name: 'Ines Okoro', email: 'ines@courier.example', role: 'administrator' },
} as const satisfies Record<string, { name: string; email: string; role: Role }>

export const commenters = {
  marian: { name: 'Marian Holt', email: 'marian@readers.example' },
  okafor: { name: 'J. Okafor', email: 'okafor@readers.example' },
  tomas: { name: 'Tomas Lindqvist', email: 'tomas@readers.example' },
  priya: { name: 'Priya Nair', email: 'priya@readers.example' },
  gull: { name: 'night gull', email: 'gull@readers.example' },
  dunne: { name: 'R. Dunne', email: 'dunne@readers.example' },
  edith: { name: 'Edith Parfitt', email: 'edith@readers.example' },
  samir: { name: 'Samir Haddad', email: 'samir@readers.example' },
  wren: { name: 'Wren', email: 'wren@readers.example' },
  pell: { name: 'J. Pell', email: 'pell@readers.example' },
  agnes: { name: 'Agnes Morrow', email: 'agnes@readers.example' },
  kit: { name: 'Kit from Ferry Lane', email: 'kit@readers.example' },
} as const

export type CommenterKey = keyof typeof commenters
export type StaffKey = keyof typeof staff

/** Who writes and photographs beside the desk; their names stand in bylines and credits. */
export const contributors = ['Owen Tarrant', 'Imogen Sale'] as const
