import { expect, it } from 'vitest'
import { evidenceTypes, mostEvidenceBytes } from '../schema'
import { acceptedEndings, mostAcceptedBytes } from './accepted-files'

it('a browser offers the files that are kept', () => {
  const kept = Object.values(evidenceTypes).flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  expect(acceptedEndings).toBe(kept.join(','))
  expect(mostAcceptedBytes).toBe(mostEvidenceBytes)
})
