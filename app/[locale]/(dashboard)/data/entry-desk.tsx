'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useMemo, useRef, useState } from 'react'
import type { GridCellData, GridColumn } from '@/components/data-grid/types'
import { Button } from '@/components/ui/button'
import { type PackedCells, unpackCells } from '@/features/entry/schema'
import { EntryGrid } from '@/features/observations/components/entry-grid'
import type { CellRecord } from './cell-record'

type Props = Omit<ComponentProps<typeof EntryGrid>, 'cells' | 'record' | 'onUse'> & {
  readonly columns: readonly GridColumn[]
  readonly cells: PackedCells
}

/**
 * The grid with what is known of its cells beside it. Evidence, comments and revisions are a script of their own, which
 * is fetched when somebody begins to work.
 */
export function EntryDesk({ cells, ...grid }: Props) {
  const t = useTranslations('entry')
  const [Record, setRecord] = useState<typeof CellRecord | null>(null)
  const [isFailed, setFailed] = useState(false)
  const isAsked = useRef(false)
  const fetchRecord = () => {
    if (isAsked.current) return
    isAsked.current = true
    import('./cell-record').then(
      (module) => setRecord(() => module.CellRecord),
      () => {
        // Without a connection: the next use asks again.
        isAsked.current = false
        setFailed(true)
      },
    )
  }
  const { rows, columns } = grid
  const unpacked = useMemo(() => {
    const reason = t('problem.outsideValidity')
    return unpackCells(
      cells,
      rows.map((row) => row.id),
      columns.map((column) => column.id),
      (cell): GridCellData =>
        cell.locked ? { text: '', ...cell, lockedReason: reason } : { text: '', ...cell },
    )
  }, [cells, rows, columns, t])
  return (
    <EntryGrid
      {...grid}
      cells={unpacked}
      onUse={fetchRecord}
      record={(cell) =>
        Record ? (
          <Record cell={cell} />
        ) : (
          <div className="mt-4">
            <Button
              onClick={(event) => {
                fetchRecord()
                // The button goes once it has done its work: the focus stays in the panel.
                event.currentTarget
                  .closest('[data-panel]')
                  ?.querySelector<HTMLElement>('[data-panel-head]')
                  ?.focus()
              }}
            >
              {t('panel.open')}
            </Button>
            {isFailed && <p className="mt-1 text-danger">{t('panel.failed')}</p>}
          </div>
        )
      }
    />
  )
}
