'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { csvFile } from '@/lib/csv'
import { composeSvg, type Drawing } from './compose-svg'
import { readDrawing } from './read-drawing'
import { saveFile, toPng } from './save-file'

type Props = {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly summary: string
  readonly fileName: string
  /** the table with its head; numbers in full */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The chart as a file: its numbers in full, or its drawing. All is made in the browser. */
export function Downloads({ rows, fileName, ...words }: Props) {
  const t = useTranslations('chart')
  const place = useRef<HTMLDivElement>(null)
  const [hasFailed, setHasFailed] = useState(false)

  const picture = (): Drawing => {
    const figure = place.current?.closest('figure')
    const drawing = figure ? readDrawing(figure) : null
    if (!figure || !drawing) throw new Error('this chart has no drawing')
    const style = getComputedStyle(figure)
    return composeSvg({
      ...words,
      drawing,
      fontFamily: style.fontFamily,
      colourOf: (token) => style.getPropertyValue(token).trim() || 'currentColor',
    })
  }
  const save = async (kind: 'csv' | 'svg' | 'png') => {
    setHasFailed(false)
    try {
      const content =
        kind === 'csv'
          ? new Blob([csvFile(rows)], { type: 'text/csv;charset=utf-8' })
          : kind === 'svg'
            ? new Blob([picture().markup], { type: 'image/svg+xml' })
            : await toPng(picture())
      saveFile(content, `${fileName}.${kind}`)
    } catch (error) {
      console.warn('download failed', error)
      setHasFailed(true)
    }
  }
  return (
    <div ref={place} className="chart-downloads">
      <span role="status">{hasFailed ? t('failed') : ''}</span>
      <span aria-hidden="true">{t('download')}</span>
      {(['csv', 'svg', 'png'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          onClick={() => save(kind)}
          aria-label={t('downloadAs', { kind: kind.toUpperCase() })}
        >
          {kind.toUpperCase()}
        </button>
      ))}
    </div>
  )
}
