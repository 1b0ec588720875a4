import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** No reader has a cookie before acting; none is readable by script, sent in clear, or sent along from another site. */
const names = { staff: 'postbag_desk', commenter: 'postbag_letters' } as const
export type CookieName = keyof typeof names

export const readCookie = (c: HonoContext, name: CookieName): string | undefined => getCookie(c, names[name])

export function writeCookie(c: HonoContext, name: CookieName, value: string, days: number): void {
  setCookie(c, names[name], value, {
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: days * 86_400,
  })
}

export const dropCookie = (c: HonoContext, name: CookieName): void => {
  deleteCookie(c, names[name], { secure: true, path: '/' })
}
