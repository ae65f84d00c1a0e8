// @ts-check
// What bundler and tests know from their own settings, for plain Node.js: the alias `@/`, and that `server-only` is a
// mark without content on the server.

const project = new URL('../', import.meta.url)

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, next) {
  if (specifier.startsWith('@/')) return next(new URL(specifier.slice(2), project).href, context)
  if (specifier === 'server-only')
    return next(new URL('scripts/testing/server-only.ts', project).href, context)
  return next(specifier, context)
}
