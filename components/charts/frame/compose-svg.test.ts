import { describe, expect, it } from 'vitest'
import { composeSvg } from './compose-svg'

const picture = {
  title: 'R&D "leads" <all>',
  subtitle: 'Share of GDP, %',
  source: 'Source: NBS',
  summary: 'A chart of R&D',
  drawing: {
    markup:
      '<svg width="640" height="300"><a href="/x"><path stroke="var(--area-st)" fill="var(--ground)"/></a></svg>',
    width: 640,
    height: 300,
  },
  fontFamily: '"Segoe UI", sans-serif',
  colourOf: (token: string) => (token === '--area-st' ? '#2563eb' : '#ffffff'),
}

describe('composeSvg', () => {
  const { markup, width, height } = composeSvg(picture)

  it('stands alone: no variable and no link is left', () => {
    expect(markup).not.toContain('var(')
    expect(markup).not.toContain('href')
    expect(markup).toContain('#2563eb')
    expect(markup).toContain('font-family="&quot;Segoe UI&quot;, sans-serif"')
  })

  it('carries the finding, the measure, the source and the sentence, escaped', () => {
    expect(markup).toContain('R&amp;D &quot;leads&quot; &lt;all&gt;')
    expect(markup).toContain('Share of GDP, %')
    expect(markup).toContain('Source: NBS')
    expect(markup).toContain('<desc>A chart of R&amp;D</desc>')
  })

  it('has room for the drawing and the words around it', () => {
    expect(width).toBe(680)
    expect(height).toBeGreaterThan(380)
  })
})
