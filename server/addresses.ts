/**
 * Whether a request was sent to this computer by a name that means this computer. Another name that leads here is a
 * stranger's: a page of theirs could read the answers as its own (DNS rebinding).
 *
 * @param host the header `Host`, null when there is none
 */
export function isLocalHost(host: string | null): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '')
}

/** Files that stand beside the pages; a code may hold a point too, so that a point alone says nothing. */
const fileEnding = /\.(css|ico|js|json|map|png|svg|txt|webmanifest|woff2|xml)$/

/** Whether an address is a page's, and so has a language. */
export function isPageAddress(pathname: string): boolean {
  if (/^\/(api|_next)(\/|$)/.test(pathname)) return false
  // Below one of the catalogues the last part is a code, whatever it looks like.
  return !fileEnding.test(pathname) || pathname.split('/').length > 2
}

/** Whether every part of an address can be decoded, once and, as Next.js does, once more, and holds no NUL. */
export function isReadable(pathname: string): boolean {
  try {
    const once = decodeURIComponent(pathname)
    return !`${once}${decodeURIComponent(once)}`.includes('\0')
  } catch {
    return false
  }
}
