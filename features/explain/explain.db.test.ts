import { beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getExplainPage } from './queries'

const actor = systemActor('test')
const guangdong = { region: 'CN-GD', year: '2019' }

beforeAll(async () => {
  expect(await loadSample(actor, {})).toMatchObject({ ok: true })
})

async function explained(node: string, params: Record<string, string> = guangdong) {
  const page = await getExplainPage(actor, { node, params })
  if (!page) throw new Error(`nothing about ${node}`)
  return page
}

describe('the chain behind a score', () => {
  it('adds up: the points of the parts are the score of the index', async () => {
    const { explanation } = await explained('INDEX')
    if (explanation.kind !== 'aggregate') throw new Error('the index is an aggregate')
    const points = explanation.children.map((child) => child.contribution ?? 0)
    expect(points).toHaveLength(5)
    expect(points.reduce((a, b) => a + b, 0)).toBeCloseTo(explanation.score ?? Number.NaN, 10)
  })

  it('ends at the observation, with the ends of its frame', async () => {
    const { explanation, above, statuses } = await explained('ST01')
    if (explanation.kind !== 'indicator') throw new Error('ST01 is an indicator')
    // Read from prisma/sample/observations.csv: Guangdong 2019; Tibet 2011; Beijing 2022.
    expect(explanation.observed).toBe(2.88)
    expect(explanation.normalise.facts).toMatchObject({ min: 0.19, max: 6.83, count: 403 })
    expect(explanation.score).toBeCloseTo(((2.88 - 0.19) / (6.83 - 0.19)) * 100, 10)
    expect(above).toEqual(['INDEX', 'ST'])
    expect(statuses.ST01).toBe('A')
  })

  it('says why there is no score', async () => {
    const { explanation } = await explained('INDEX', { region: 'CN-XZ', year: '2019' })
    expect(explanation).toMatchObject({ score: null, reason: 'incomplete-areas' })
  })

  it('is nothing for a node that the framework does not have', async () => {
    expect(await getExplainPage(actor, { node: 'NOPE', params: guangdong })).toBeNull()
  })
})
