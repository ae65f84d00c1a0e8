'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { DataGrid } from '@/components/data-grid/data-grid'
import type { GridHandle } from '@/components/data-grid/grid-source'
import type {
  GridCellData,
  GridChange,
  GridColumn,
  GridExtra,
  GridRow,
  SavedCell as GridSavedCell,
  SaveKind,
  SaveOutcome,
  SaveProblem,
  Verdict,
} from '@/components/data-grid/types'
import { Button } from '@/components/ui/button'
import { formatNumber } from '@/lib/format'
import { isPlainStatus } from '@/lib/obs-status'
import { saveObservationsAction } from '../actions'
import type { CellConflict, CellKey, CellProblem, SavedCell } from '../schema'
import { CellPanel } from './cell-panel'
import { type EntryRules, judge } from './entry-rules'
import { saveCalls, sendCalls } from './save-calls'
import { useDeskKeys } from './use-desk-keys'
import { useLateRefresh } from './use-late-refresh'

/** What stays the same over the grid: an indicator, a region or a year. The other two are rows and columns. */
export type GridAxis =
  | { readonly kind: 'indicator'; readonly indicator: string }
  | { readonly kind: 'region'; readonly region: string; readonly regionName: string }
  | { readonly kind: 'year'; readonly year: number }

/** The cell that the panel speaks of, and what can be done with it. */
export type ActiveCell = {
  readonly key: CellKey
  /** region and year, in words */
  readonly title: string
  readonly rules: EntryRules
  readonly data: GridCellData | undefined
  /** false = it can be looked at only */
  readonly canEnter: boolean
  /** grows whenever something was saved: what is known of the cell is to be read again */
  readonly saves: number
  /** Saves what belongs beside the value, as the grid saves a value. */
  readonly annotate: (extra: GridExtra) => void
  readonly enter: (text: string) => void
  /** Something was added beside the values, such as a comment. */
  readonly onAdded: () => void
}

type Props = {
  readonly label: string
  readonly axis: GridAxis
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly cells: Readonly<Record<string, GridCellData>>
  readonly decimals: number
  readonly rules: Readonly<Record<string, EntryRules>>
  readonly canEnter: boolean
  readonly startsAt?:
    | { readonly rowId?: string | undefined; readonly columnId?: string | undefined }
    | undefined
  /** what is known of the active cell beside its ranges */
  readonly record: (cell: ActiveCell) => ReactNode
  /** somebody begins to work with the grid or the panel */
  readonly onUse: () => void
}

/** The entry grid with its panel: checks while typing, saves with a revision, shows conflicts. */
export function EntryGrid(props: Props) {
  const { label, axis, rows, columns, cells, rules, canEnter } = props
  const t = useTranslations('entry')
  const statusName = useTranslations('obsStatus')
  const locale = useLocale()
  const grid = useRef<GridHandle>(null)
  const desk = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<CellKey | null>(null)
  const [saves, setSaves] = useState(0)
  const late = useLateRefresh(desk)
  const labels = useMemo(
    () => new Map([...rows, ...columns].map(({ id, label }) => [id, label])),
    [rows, columns],
  )
  const keyOf = (rowId: string, columnId: string): CellKey => {
    if (axis.kind === 'indicator') return { region: rowId, indicator: axis.indicator, year: Number(columnId) }
    return axis.kind === 'region'
      ? { region: axis.region, indicator: rowId, year: Number(columnId) }
      : { region: columnId, indicator: rowId, year: axis.year }
  }
  const placeOf = ({ region, indicator, year }: CellKey) => ({
    rowId: axis.kind === 'indicator' ? region : indicator,
    columnId: axis.kind === 'year' ? region : String(year),
  })
  const rulesOf = (rowId: string) => rules[axis.kind === 'indicator' ? axis.indicator : rowId]
  const number = (value: number) => formatNumber(value, { locale, decimals: 10, trim: true })
  const authorName = (author: string) => (t.has(`author.${author}`) ? t(`author.${author}`) : author)
  const letterName = useCallback(
    (letter: string) => (statusName.has(letter) ? statusName(letter) : letter),
    [statusName],
  )

  const validate = (rowId: string, _columnId: string, value: number | null): Verdict | null => {
    const rule = rulesOf(rowId)
    const found = rule ? judge(value, rule) : null
    if (!found) return null
    if (found.level === 'warning') {
      return { level: 'warning', message: t(`warning.${found.code}`, { limit: number(found.limit) }) }
    }
    return {
      level: 'error',
      message:
        found.code === 'notALevel'
          ? t('problem.notALevel', { levels: found.levels })
          : t(`problem.${found.code}`, { limit: number(found.limit) }),
    }
  }

  const saved = (cell: SavedCell): GridSavedCell => {
    const place = placeOf(cell)
    const { commented } = cells[`${place.rowId}|${place.columnId}`] ?? {}
    const warning = validate(place.rowId, place.columnId, cell.value)?.message
    return {
      ...place,
      data: { ...dataOf(cell), ...(commented ? { commented } : {}) },
      ...(warning ? { warning } : {}),
    }
  }
  const rejected = (problem: CellProblem): SaveProblem => ({
    ...placeOf(problem),
    kind: 'rejected',
    message: t(`problem.${problem.code}`, problem.params ?? {}),
  })
  const conflict = ({ theirs, ...cell }: CellConflict): SaveProblem => ({
    ...placeOf(cell),
    kind: 'conflict',
    message: t('conflict', { author: authorName(theirs.author) }),
    theirs: { ...dataOf({ ...theirs, note: null }), author: authorName(theirs.author), at: theirs.at },
  })

  const onSave = async (changes: readonly GridChange[], kind: SaveKind): Promise<SaveOutcome> => {
    const { stored, failed } = await sendCalls(saveCalls(changes, kind, keyOf), saveObservationsAction)
    const cells = stored.map(saved)
    const isConflict = failed?.reason === 'conflict'
    // A conflict says as well that the page is no longer what is stored.
    if (failed === undefined || cells.length > 0 || isConflict) {
      setSaves((count) => count + 1)
      late.onSaved()
    }
    if (failed === undefined) return { ok: true, cells }
    const refused = { ok: false, cells, problems: [] } as const
    if (failed === null) return refused
    if (failed.reason === 'conflict') return { ...refused, problems: failed.conflicts.map(conflict) }
    if (failed.reason === 'rejected') return { ...refused, problems: failed.problems.map(rejected) }
    return { ...refused, message: t('problem.invalid') }
  }

  const place = active ? placeOf(active) : null
  const data = place ? cells[`${place.rowId}|${place.columnId}`] : undefined
  const rule = place ? rulesOf(place.rowId) : undefined
  const regionName = axis.kind === 'region' ? axis.regionName : (labels.get(active?.region ?? '') ?? '')

  const { toPanel, toCell } = useDeskKeys(desk, props.onUse)
  return (
    <div ref={desk} className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_300px]">
      <div className="min-w-0">
        <DataGrid
          label={label}
          corner={t(axis.kind === 'indicator' ? 'choose.region' : 'choose.indicator')}
          rows={rows}
          columns={columns}
          cells={cells}
          decimals={props.decimals}
          locale={locale}
          readOnly={!canEnter}
          digitsOnly={rows.every((row) => (rulesOf(row.id)?.hardMin ?? -1) >= 0)}
          startsAt={props.startsAt}
          letterName={letterName}
          draftKey={`entry ${Object.values(axis).slice(0, 2).join(' ')}`}
          moreKeys={[{ caps: 'F6', text: t('panel.jump') }]}
          handle={grid}
          onSave={onSave}
          onUnsavedChange={late.onUnsavedChange}
          validate={validate}
          onActiveCellChange={({ rowId, columnId }) => setActive(rowId ? keyOf(rowId, columnId) : null)}
        />
        <Button className="no-print mt-3 xl:hidden" onClick={toPanel}>
          {t('panel.goTo')}
        </Button>
      </div>
      <CellPanel
        title={active ? `${regionName} · ${active.year}` : ''}
        rules={rule}
        data={data}
        onLeave={toCell}
      >
        {active &&
          place &&
          rule &&
          props.record({
            key: active,
            title: `${regionName} · ${active.year}`,
            rules: rule,
            data,
            canEnter: canEnter && !data?.locked,
            saves,
            annotate: (extra) => grid.current?.annotate(place.rowId, place.columnId, extra),
            enter: (text) => grid.current?.enter(place.rowId, place.columnId, text),
            onAdded: () => {
              setSaves((count) => count + 1)
              late.onAdded()
            },
          })}
      </CellPanel>
    </div>
  )
}

function dataOf(cell: {
  value: number | null
  status: string
  note: string | null
  version: number
}): GridCellData {
  return {
    value: cell.value,
    text: '',
    version: cell.version,
    ...(isPlainStatus(cell.status) ? {} : { letter: cell.status }),
    ...(cell.note ? { note: cell.note } : {}),
  }
}
