import { describe, expect, it } from 'vitest'
import { lightColour } from './light-tokens'
import { drawnFigure } from './svg'

const svg = (inside: string) =>
  `<svg xmlns="x" class="c" viewBox="0 0 627 204" width="627" height="204">${inside}</svg>`

describe('a drawing made ready for files', () => {
  it('has the colours of the light theme in place of variables', () => {
    const drawn = drawnFigure(svg('<path stroke="var(--area-st)"/><path fill="var(--ink-2)"/>'))
    expect(drawn.svg).toContain('stroke="#2563eb"')
    expect(drawn.svg).toContain(`fill="${lightColour('--ink-2')}"`)
    expect(drawn.svg).not.toContain('var(')
  })

  it('names the face of the report first, and knows its own size', () => {
    const drawn = drawnFigure(svg(''))
    expect(drawn.svg).toMatch(/^<svg font-family="Noto Sans SC,/)
    expect([drawn.width, drawn.height]).toEqual([627, 204])
  })

  it('says which token is not known, and refuses a drawing without a size', () => {
    expect(() => drawnFigure(svg('<path fill="var(--nope)"/>'))).toThrow('--nope')
    expect(() => drawnFigure('<div/>')).toThrow(RangeError)
  })
})
