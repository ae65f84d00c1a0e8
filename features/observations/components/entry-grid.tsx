'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { DataGrid } from '@/components/data-grid/data-grid'
import type { GridHandle } from '@/components/data-grid/grid-source'
import type {
  GridCellData,
  GridChange,
  GridRow,
  SavedCell as GridSavedCell,
  SaveKind,
  SaveOutcome,
  SaveProblem,
  Verdict,
} from '@/components/data-grid/types'
import { formatNumber } from '@/lib/format'
import { isPlainStatus, type ObsStatus, obsStatusCodes } from '@/lib/obs-status'
import { saveObservationsAction } from '../actions'
import type { CellConflict, CellKey, CellProblem, SavedCell } from '../schema'
import { CellPanel } from './cell-panel'
import { type EntryRules, judge } from './entry-rules'
import { useLateRefresh } from './use-late-refresh'

/** Which axis the rows are: regions of one indicator, or indicators of one region. */
export type EntryAxis =
  | { readonly kind: 'indicator'; readonly indicator: string }
  | { readonly kind: 'region'; readonly region: string; readonly regionName: string }

type Props = {
  readonly label: string
  readonly by: EntryAxis
  readonly rows: readonly GridRow[]
  readonly years: readonly number[]
  readonly cells: Readonly<Record<string, GridCellData>>
  readonly decimals: number
  readonly rules: Readonly<Record<string, EntryRules>>
  readonly canEnter: boolean
}

/** The entry grid over regions or indicators and years: checks while typing, saves with a revision, shows conflicts. */
export function EntryGrid({ label, by, rows, years, cells, decimals, rules, canEnter }: Props) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const grid = useRef<GridHandle>(null)
  const [active, setActive] = useState<CellKey | null>(null)
  const [saves, setSaves] = useState(0)
  const late = useLateRefresh()
  const columns = useMemo(() => years.map((year) => ({ id: String(year), label: String(year) })), [years])
  const keyOf = (rowId: string, columnId: string): CellKey =>
    by.kind === 'indicator'
      ? { region: rowId, indicator: by.indicator, year: Number(columnId) }
      : { region: by.region, indicator: rowId, year: Number(columnId) }
  const placeOf = (cell: CellKey) => ({
    rowId: by.kind === 'indicator' ? cell.region : cell.indicator,
    columnId: String(cell.year),
  })
  const rulesOf = (rowId: string) => rules[by.kind === 'indicator' ? by.indicator : rowId]
  const number = (value: number) => formatNumber(value, { locale, decimals: 10, trim: true })
  const authorName = (author: string) => (t.has(`author.${author}`) ? t(`author.${author}`) : author)

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
    const warning = validate(place.rowId, place.columnId, cell.value)?.message
    return { ...place, data: dataOf(cell), ...(warning ? { warning } : {}) }
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
    const reason = changes[0]?.extra?.reason
    const outcome = await saveObservationsAction({
      kind: kind === 'paste' ? 'paste' : kind === 'undo' || kind === 'redo' ? 'undo' : 'entry',
      ...(reason ? { reason } : {}),
      changes: changes.map((change) => ({
        ...keyOf(change.rowId, change.columnId),
        value: change.value,
        expectedVersion: change.expectedVersion,
        ...(change.restoresVersion === undefined ? {} : { restoresVersion: change.restoresVersion }),
        ...attributesOf(change),
      })),
    })
    if (outcome.ok) {
      setSaves((count) => count + 1)
      late.onSaved()
      return { ok: true, cells: outcome.value.map(saved) }
    }
    if (outcome.reason === 'conflict') return { ok: false, problems: outcome.conflicts.map(conflict) }
    if (outcome.reason === 'rejected') return { ok: false, problems: outcome.problems.map(rejected) }
    return { ok: false, problems: [], message: t('problem.invalid') }
  }

  const place = active ? placeOf(active) : null
  const rowLabel =
    by.kind === 'region' ? by.regionName : (rows.find((row) => row.id === place?.rowId)?.label ?? '')
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_280px]">
      <DataGrid
        label={label}
        corner={t(by.kind === 'indicator' ? 'choose.region' : 'choose.indicator')}
        rows={rows}
        columns={columns}
        cells={cells}
        decimals={decimals}
        locale={locale}
        readOnly={!canEnter}
        digitsOnly={rows.every((row) => (rulesOf(row.id)?.hardMin ?? -1) >= 0)}
        startsAtEnd
        handle={grid}
        onSave={onSave}
        onUnsavedChange={late.onUnsavedChange}
        validate={validate}
        onActiveCellChange={({ rowId, columnId }) => setActive(rowId ? keyOf(rowId, columnId) : null)}
      />
      <CellPanel
        cell={active}
        title={active ? `${rowLabel} · ${active.year}` : ''}
        rules={place ? rulesOf(place.rowId) : undefined}
        series={years.map((year) => ({ year, value: cells[`${place?.rowId}|${year}`]?.value ?? null }))}
        refresh={saves}
        onAnnotate={
          canEnter && place ? (extra) => grid.current?.annotate(place.rowId, place.columnId, extra) : null
        }
        onChooseLevel={(level) => place && grid.current?.enter(place.rowId, place.columnId, level)}
      />
    </div>
  )
}

/** What was said beside the value, for the store: only what was changed. */
function attributesOf({ extra }: GridChange): {
  status?: ObsStatus
  source?: string | null
  note?: string | null
} {
  if (!extra) return {}
  const status = obsStatusCodes.find((code) => code === extra.status)
  return {
    ...(status ? { status } : {}),
    ...(extra.source === undefined ? {} : { source: extra.source }),
    ...(extra.note === undefined ? {} : { note: extra.note }),
  }
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
