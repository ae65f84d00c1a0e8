import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Heat } from './heat'
import { heatStep } from './series'

describe('heatStep', () => {
  it('has seven steps of one width; the ends belong to the first and the last', () => {
    expect([0, 14, 15, 50, 99, 100].map((value) => heatStep(value, [0, 100]))).toEqual([0, 0, 1, 3, 6, 6])
    expect(heatStep(-5, [0, 100])).toBe(0)
    expect(heatStep(120, [0, 100])).toBe(6)
    expect(heatStep(3, [3, 3])).toBe(0)
  })
})

describe('Heat', () => {
  const html = renderToStaticMarkup(
    <Heat
      columns={[
        { key: 'ST', label: 'Science and technology' },
        { key: 'IN', label: 'Industries' },
      ]}
      rows={[{ key: 'CN-XZ', label: 'Tibet', tone: 'selected', href: '/regions/CN-XZ', cells: [0, null] }]}
      domain={[0, 100]}
      format={{ locale: 'en', decimals: 0 }}
      emptyLabel="no score"
      caption="Scores of one region"
    />,
  )

  it('is a table with a caption and heads for rows and columns', () => {
    expect(html).toContain('Scores of one region</caption>')
    expect(html).toContain('<th scope="col">Industries</th>')
    expect(html).toMatch(/<th scope="row"><a [^>]*href="\/regions\/CN-XZ"/)
  })

  it('shows 0 as a value and says where there is no score', () => {
    expect(html).toMatch(/<td style="background:var\(--score-0\);color:var\(--ink\)">0<\/td>/)
    expect(html).toContain('no score')
  })
})
