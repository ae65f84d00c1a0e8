import { describe, expect, it } from 'vitest'
import { isLocalHost, isPageAddress, isReadable } from './addresses'

describe('the host of a request', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST:3000',
    '127.0.0.1',
    '127.0.0.1:3100',
    '[::1]',
    '[::1]:8080',
  ])('%s is this computer', (host) => expect(isLocalHost(host)).toBe(true))

  it.each([
    null,
    '',
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example:3000',
    'localhost:3000@evil.example',
    '127.0.0.2',
    '::1',
  ])('%s is not', (host) => expect(isLocalHost(host)).toBe(false))
})

describe('an address', () => {
  it.each([
    '/',
    '/zh',
    '/indicators/ST01',
    '/indicators/1.2',
    '/indicators/A.js',
    '/zh/regions/CN.1',
    '/apis',
    '/a.b',
  ])('%s is a page', (path) => expect(isPageAddress(path)).toBe(true))

  it.each(['/api/health', '/api/v1/indicators/A.1/observations.csv', '/_next/x', '/icon.svg', '/robots.txt'])(
    '%s is none',
    (path) => expect(isPageAddress(path)).toBe(false),
  )
})

describe('what cannot be decoded', () => {
  it.each(['/', '/regions/CN-GD', '/regions/%E5%B9%BF', '/regions/a%20b'])('%s can be read', (path) =>
    expect(isReadable(path)).toBe(true),
  )

  it.each(['/regions/%', '/regions/%25', '/indicators/%25E0', '/indicators/%00', '/indicators/%2500'])(
    '%s cannot',
    (path) => expect(isReadable(path)).toBe(false),
  )
})
