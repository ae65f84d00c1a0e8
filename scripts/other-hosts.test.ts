import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import config from '../next.config.js'
import { filesIn } from './checks/files.mjs'

/** Names of XML vocabularies look like addresses and are never opened. */
const vocabularies = [
  'www.w3.org',
  'schemas.openxmlformats.org',
  'schemas.microsoft.com',
  'purl.org',
  'ns.adobe.com',
]
const own = ['localhost', '127.0.0.1']

describe('nothing is loaded from another host', () => {
  it('no source names one', () => {
    const rooms = ['app', 'components', 'core', 'features', 'i18n', 'lib', 'server']
    const files = filesIn(rooms, /(?<!\.test)\.(?:tsx?|mjs|css|json|typ)$/)
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
        .flatMap((line) => [...line.matchAll(/(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)])
        .map((match) => match[1] ?? '')
        .filter((host) => ![...vocabularies, ...own].includes(host))
        .map((host) => `${file}: ${host}`),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(found).toEqual([])
  })

  it('the browser is forbidden to', async () => {
    const [rule] = (await config.headers?.()) ?? []
    const policy = rule?.headers.find(({ key }) => key === 'Content-Security-Policy')?.value ?? ''
    const sources = policy.split('; ').flatMap((part) => part.split(' ').slice(1))
    expect(rule?.source).toBe('/:path*')
    expect(policy).toContain("default-src 'self'")
    expect([...new Set(sources)].sort()).toEqual(["'none'", "'self'", "'unsafe-inline'", 'blob:', 'data:'])
  })
})
