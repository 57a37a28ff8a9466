/** The header in which proxy.ts tells the desk's pages their own address. Whatever a client sends under this name is replaced there. */
export const deskPathHeader = 'x-desk-path'

const nowhere = 'http://desk.invalid'

/** Where to go after signing in: a path of the desk on this site. Anything else, or a page that is for signed-out people, is the desk's home. */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, nowhere)) return '/desk'
  const { origin, pathname, search } = new URL(wanted, nowhere)
  const isDesk = origin === nowhere && (pathname === '/desk' || pathname.startsWith('/desk/'))
  return isDesk && !/^\/desk\/(sign-in|setup)(\/|$)/.test(pathname) ? pathname + search : '/desk'
}

/** The page to sign in at, which leads back afterwards. */
export function signInPath(from: string | null): string {
  const to = returnPath(from)
  return to === '/desk' ? '/desk/sign-in' : `/desk/sign-in?to=${encodeURIComponent(to)}`
}
