/** A week as ISO 8601 counts them: Monday to Sunday, week 1 has the year's first Thursday. */
export type IsoWeek = { year: number; week: number }

const DAY = 86_400_000

/** Days as UTC midnights: the zone matters only for which day it is now. */
const thursdayOf = (day: number): number => day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY

function weekOfDay(day: number): IsoWeek {
  const thursday = thursdayOf(day)
  const year = new Date(thursday).getUTCFullYear()
  return { year, week: 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) }
}

const mondayOf = ({ year, week }: IsoWeek): number =>
  thursdayOf(Date.UTC(year, 0, 4)) - 3 * DAY + (week - 1) * 7 * DAY

/** The week that a moment falls into by the paper's clock. */
export function weekAt(at: Date, zone: string): IsoWeek {
  const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
    .format(at)
    .split('-')
    .map(Number)
  return weekOfDay(Date.UTC(year, month - 1, day))
}

/** "2026-W48"; undefined for what is none, such as a 53rd week of a year that has 52. */
export function parseWeek(text: string): IsoWeek | undefined {
  const [, year, week] = /^(2\d{3})-W(\d{2})$/.exec(text) ?? []
  const asked = { year: Number(year), week: Number(week) }
  return week !== undefined && printWeek(weekOfDay(mondayOf(asked))) === text ? asked : undefined
}

export const printWeek = ({ year, week }: IsoWeek): string => `${year}-W${String(week).padStart(2, '0')}`

/** `by` weeks later; earlier where it is negative. */
export const weekLater = (week: IsoWeek, by: number): IsoWeek => weekOfDay(mondayOf(week) + by * 7 * DAY)

/** Its Monday, "2026-11-23". */
export const firstDay = (week: IsoWeek): string => new Date(mondayOf(week)).toISOString().slice(0, 10)
