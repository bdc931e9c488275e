import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { timingSafeEqual } from 'hono/utils/buffer'
import { ApiError } from '../errors.ts'

const COOKIE = 'mithaq-token'

/**
 * Let those in who know the token: programs by `Authorization: Bearer …`, people by opening the page once as
 * `/?token=…`, which leaves it in a cookie that no script reads and no other site's page sends, and not in the address.
 */
export const requireToken = (token: string) =>
  createMiddleware(async (c, next) => {
    const url = new URL(c.req.url)
    const shown = url.searchParams.get('token')
    if (shown !== null && c.req.method === 'GET' && (await timingSafeEqual(shown, token))) {
      setCookie(c, COOKIE, token, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        secure: url.protocol === 'https:',
      })
      url.searchParams.delete('token')
      return c.redirect(`${url.pathname}${url.search}`, 303)
    }
    const bearer = /^Bearer +(.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1]
    if (await timingSafeEqual(bearer ?? getCookie(c, COOKIE) ?? '', token)) return next()
    c.header('www-authenticate', 'Bearer')
    throw new ApiError(
      401,
      'no-token',
      'This server asks for its token: open it as /?token=…, or send Authorization: Bearer ….',
    )
  })
