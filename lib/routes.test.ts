import { expect, it } from 'vitest'
import { codeIn, routes } from './routes'

it.each(['CN-GD', 'A.1', '1%', 'a/b', '广东'])('%s comes back from its address', (code) => {
  expect(codeIn(routes.region(code).slice('/regions/'.length))).toBe(code)
})

it.each(['%', '%E0', '%00', 'CN%00'])('%s is no code', (segment) => {
  expect(codeIn(segment)).toBe('')
})
