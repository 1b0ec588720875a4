import { isoAt } from '../../newsroom/import/stamp.ts'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * RFC 822's date with the year in four digits (RFC 5322): `Fri, 30 Jul 2021 21:33:00 +0530`. English whatever the paper's
 * language is; the offset is the zone's own, never one of the letters that RFC 822 lists.
 */
export function rfc822At(at: Date, zone: string): string {
  const [, year = '', month = '', day = '', clock = '', hours = '', minutes = ''] =
    /^(\d{4})-(\d{2})-(\d{2})T([\d:]{8})([+-]\d{2}):(\d{2})$/.exec(isoAt(at, zone)) ?? []
  const weekday = days[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()]
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${clock} ${hours}${minutes}`
}
