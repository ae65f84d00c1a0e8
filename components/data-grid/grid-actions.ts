import type { ParsedNumber } from '@/lib/parse-number'
import { parseTsv, serializeHtml, serializeTsv } from './clipboard'
import { exactText } from './format-value'
import type { GridHandle, GridSource } from './grid-source'
import { type GridStore, type Proposal, seenCell } from './grid-store'
import { type Nav, selectedRange, standAt } from './keyboard'
import { dropInputs, keepTheirs, type Mark, rejectInputs } from './marks'
import { type Block, type BlockPlan, beside, fillFrom, isAsStored, planBlock } from './plan-block'
import type { Saver } from './saver'
import { isSingle, type Point, pointsOf, type Range } from './selection'
import { cellKey, type GridCellData, type GridRow, type InputProblem, type SaveKind } from './types'

/** Beyond this many cells a fill or a clearing shows first what it will do, as a paste always does. */
const many = 20
/** What one transaction may hold where the page says nothing else. */
const mostChanges = 50_000

type Surroundings = {
  readonly source: GridSource
  readonly store: GridStore
  readonly saver: Saver
  readonly rows: readonly GridRow[]
  readonly nav: Nav
  readonly decimalComma: boolean
  readonly cellAt: (rowId: string, columnId: string) => GridCellData | undefined
  readonly isLocked: (rowId: string, columnId: string) => boolean
  readonly idsAt: (point: Point) => { rowId: string; columnId: string }
  readonly markAt: (point: Point) => Mark | undefined
  readonly editText: (point: Point) => string
  readonly parse: (text: string, rowId: string) => ParsedNumber
  readonly formatOf: (rowId: string) => (value: number) => string
}

export type GridActions = {
  readonly commit: (point: Point, text: string, kind?: SaveKind) => void
  readonly enter: GridHandle['enter']
  readonly annotate: GridHandle['annotate']
  readonly clear: () => void
  readonly fillDown: () => void
  readonly fillRight: () => void
  /** what the fill handle does when it is let go */
  readonly fillInto: (range: Range) => void
  /** one input into every selected cell */
  readonly fillWith: (text: string) => void
  readonly paste: (text: string, html: string) => Promise<void>
  readonly confirm: (proposal: Proposal) => void
  readonly copy: () => { readonly text: string; readonly html: string }
  readonly drop: (rowId: string, columnId: string) => void
  readonly takeTheirs: (rowId: string, columnId: string) => void
}

/** What can be done to the cells, from what the grid knows at this moment. */
export function createActions(now: Surroundings): GridActions {
  const { source, store, saver, rows, nav, decimalComma } = now
  const { cellAt, isLocked, idsAt, markAt, editText, parse } = now
  const isReadOnly = source.readOnly === true || !source.onSave
  const selected = selectedRange(nav)
  const plan = (block: Block, range = selected): BlockPlan =>
    planBlock(block, range, {
      rows,
      columns: source.columns,
      cellAt: (rowId, columnId) => seenCell(store.get(), cellKey(rowId, columnId), cellAt(rowId, columnId)),
      isLocked,
      parse,
      validate: source.validate,
    })

  const enter = (rowId: string, columnId: string, text: string, kind: SaveKind = 'edit') => {
    const key = cellKey(rowId, columnId)
    const mark = store.get().marks[key]
    const seen = seenCell(store.get(), key, cellAt(rowId, columnId))
    const read = parse(text, rowId)
    const refuse = (problem: InputProblem) => {
      store.update((s) => rejectInputs(s, [{ rowId, columnId, text, problem }]))
      if ('message' in problem) store.say('rejected', { count: 1, message: problem.message })
      else store.say(`reason.${problem.code}`, { text })
    }
    if (isLocked(rowId, columnId)) return store.say('locked')
    if (!read.ok) return refuse({ code: read.reason })
    const isWaiting = mark?.state === 'saving' || mark?.state === 'unsaved'
    if (isWaiting ? read.value === mark.value && !read.status : isAsStored(read, seen)) {
      if (mark?.state === 'rejected' || mark?.state === 'conflict') {
        store.update((s) => dropInputs(s, [key]))
      }
      return
    }
    const verdict = source.validate?.(rowId, columnId, read.value)
    if (verdict?.level === 'error') return refuse({ message: verdict.message })
    const value = read.value === null ? '' : now.formatOf(rowId)(read.value)
    const letter = read.status ? ` ${read.status}` : ''
    const isTold = read.note && (read.value !== null || read.status)
    void saver.submit(
      [
        {
          ...{ rowId, columnId, value: read.value, text: text.trim(), seen },
          ...beside(read),
          ...(isTold ? { readAs: `${value}${letter}`.trim() } : {}),
        },
      ],
      kind,
    )
  }
  const commit: GridActions['commit'] = (point, text, kind) => {
    const { rowId, columnId } = idsAt(point)
    enter(rowId, columnId, text, kind)
  }

  /** Does what a plan says: what is refused stays in its cell, marked, unless it came from the clipboard. */
  const carryOut = (done: BlockPlan, kind: Proposal['kind']) => {
    const stale =
      kind === 'paste' ? [] : [...pointsOf(done.range)].filter((p) => markAt(p)?.state === 'rejected')
    const keys = stale.map(idsAt).map(({ rowId, columnId }) => cellKey(rowId, columnId))
    store.update((s) => ({
      ...rejectInputs(dropInputs(s, keys), kind === 'paste' ? [] : done.rejected),
      proposal: null,
    }))
    if (done.intents.length > 0) void saver.submit(done.intents, kind === 'fill' ? 'edit' : kind)
    else if (done.rejected.length > 0 && kind !== 'paste') {
      store.say('refused', { count: done.rejected.length })
    } else if (done.locked > 0) store.say('locked')
  }

  const propose = (done: BlockPlan, kind: Proposal['kind'], leftOut = 0) => {
    store.update(() => ({ proposal: { kind, plan: done, leftOut } }))
  }
  const write = (block: Block, kind: 'fill' | 'clear', range = selected) => {
    const done = plan(block, range)
    if (done.intents.length + done.rejected.length > many) propose(done, kind)
    else carryOut(done, kind)
  }

  const paste: GridActions['paste'] = async (text, html) => {
    if (isReadOnly) return store.say('locked')
    const hasTable = /<t[dh][\s>]/i.test(html)
    // Loaded when somebody pastes a table: most who look at the page never do.
    const { block, hidden } = hasTable
      ? await import('./clipboard-html').then(
          (part) => part.readClipboard(html, text, decimalComma),
          // Without a connection: the text has no hidden digits, but every figure.
          () => ({ block: parseTsv(text), hidden: 0 }),
        )
      : { block: parseTsv(text), hidden: 0 }
    const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
    if (block.length === 0) return store.say('pasteEmpty')
    if (only !== undefined && hidden === 0 && isSingle(selected)) return commit(nav.active, only, 'paste')
    propose(plan(block), 'paste', hidden)
  }

  return {
    ...{ commit, enter, paste },
    annotate: (rowId, columnId, extra) => {
      const seen = cellAt(rowId, columnId)
      const value = seen?.value ?? null
      const text = exactText(value, { decimalComma })
      if (isLocked(rowId, columnId)) return store.say('locked')
      void saver.submit([{ rowId, columnId, value, text, seen, extra }], 'edit')
    },
    clear: () => write([['']], 'clear'),
    fillDown: () => {
      // A single row takes what stands above it.
      const { top, bottom } = selected
      const from = top === bottom ? top - 1 : top
      if (from >= 0) write(fillFrom({ ...selected, top: from, bottom: from }, selected, editText), 'fill')
    },
    fillRight: () => {
      const { left, right } = selected
      const from = left === right ? left - 1 : left
      if (from >= 0) write(fillFrom({ ...selected, left: from, right: from }, selected, editText), 'fill')
    },
    fillInto: (range) => {
      write(fillFrom(selected, range, editText), 'fill', range)
    },
    fillWith: (text) => {
      if (isSingle(selected)) commit(nav.active, text)
      else write([[text]], 'fill')
    },
    confirm: ({ plan: done, kind }) => {
      if (done.intents.length > mostChanges) {
        store.update(() => ({ proposal: null }))
        return store.say('tooMany', { count: done.intents.length, most: mostChanges })
      }
      const { top, left, bottom, right } = done.range
      if (kind === 'paste') {
        const extent = { row: bottom, column: right }
        store.update(() => ({ nav: { ...standAt({ row: top, column: left }), extent } }))
      }
      carryOut(done, kind)
    },
    copy: () => {
      const { top, left, bottom, right } = selected
      const block = Array.from({ length: bottom - top + 1 }, (_, r) =>
        Array.from({ length: right - left + 1 }, (_, c) => editText({ row: top + r, column: left + c })),
      )
      store.say('copied', { rows: bottom - top + 1, columns: right - left + 1 })
      return { text: serializeTsv(block), html: serializeHtml(block) }
    },
    drop: (rowId, columnId) => {
      store.update((s) => dropInputs(s, [cellKey(rowId, columnId)]))
      store.say('dropped')
    },
    takeTheirs: (rowId, columnId) => {
      store.update((s) => keepTheirs(s, rowId, columnId))
      store.say('keptTheirs')
    },
  }
}
