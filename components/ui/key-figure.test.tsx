import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { KeyFigure } from './key-figure'

const series = [
  { year: 2018, value: 1 },
  { year: 2019, value: 2 },
]

it('keeps the line beside the figure, however long the detail is', () => {
  const html = renderToStaticMarkup(
    <KeyFigure name="GDP" value="10" detail={'long '.repeat(40)} series={series} token="--area-pr" />,
  )
  expect(html).not.toContain('flex-wrap')
  expect(html).toMatch(/shrink-0"><svg/)
})

it('says nothing below a figure that is not observed', () => {
  const html = renderToStaticMarkup(
    <KeyFigure name="GDP" value="not observed" detail={null} series={[]} token="--area-pr" />,
  )
  expect(html).not.toContain('text-xs')
})
