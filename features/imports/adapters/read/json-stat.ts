import type { Encoding, FileChoice, RawCell, RawRow, SheetInfo } from '../../schema'
import type { JsonStatCategory, JsonStatDimension, JsonStatSet, OpenedFile } from './opened-file'
import { limits, refuse } from './problem'
import { RowBlocks } from './row-blocks'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const bad = (part: string) => refuse('badJson', { part, row: 0 })

/** What the text of a JSON file says. @throws {FileProblemError} it is none */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const position = / position (\d+)/.exec(error.message)?.[1]
    const row = position === undefined ? 0 : text.slice(0, Number(position)).split('\n').length
    return refuse('badJson', { part: 'none', row })
  }
}

/**
 * Opens a JSON-stat data set: version 2, the bundles of version 1, and collections that hold their data sets.
 *
 * @throws {FileProblemError} it is other JSON, or its parts contradict each other
 * @see https://json-stat.org/full/
 */
export function openJsonStat(root: unknown, encoding: Encoding, choice: FileChoice): OpenedFile {
  const sets = dataSets(root)
  const [first] = sets
  const chosen = choice.sheet === undefined ? first : sets.find(({ name }) => name === choice.sheet)
  if (!first) return refuse('notAFile', { found: 'json' })
  if (!chosen) return refuse('noSuchSheet', { sheet: choice.sheet ?? '' })
  const set = readSet(chosen.content)
  const sheets = sets.length === 1 ? [] : sets.map(({ name, content }) => sheetInfo(name, content))
  return {
    kind: 'json-stat',
    encoding,
    separator: null,
    sheets,
    sheet: sets.length === 1 ? null : chosen.name,
    range: null,
    json: set.json,
    warnings: () => [],
    rows: () => readRows(set),
  }
}

type NamedSet = { readonly name: string; readonly content: Json }

const asSet = (value: unknown): Json | null =>
  isObject(value) && isObject(value.dimension) && 'value' in value ? value : null

function dataSets(root: unknown): readonly NamedSet[] {
  if (!isObject(root)) return []
  const only = asSet(root)
  if (only) return [{ name: String(only.label ?? 'dataset'), content: only }]
  const link = isObject(root.link) ? root.link : {}
  const items: readonly unknown[] = Array.isArray(link.item) ? link.item : []
  const named = items.map((item, i) => [isObject(item) ? String(item.label ?? i + 1) : '', item] as const)
  const all = root.class === 'collection' ? named : Object.entries(root)
  return all.flatMap(([name, item]) => {
    const content = asSet(item)
    return content ? [{ name, content }] : []
  })
}

function sheetInfo(name: string, content: Json): SheetInfo {
  const columns = ids(content).length + 2
  const rows = isObject(content.value)
    ? Object.keys(content.value).length
    : Array.isArray(content.value)
      ? content.value.length
      : 0
  return { name, rows: rows + 1, columns }
}

type Values = { at(i: number): unknown }
type ReadSet = {
  readonly json: JsonStatSet
  readonly values: Values
  readonly statuses: Values
  readonly size: number
}

/** In version 1 the order and the sizes of the dimensions stand inside `dimension`. */
const ids = (set: Json): readonly string[] => {
  const inside = isObject(set.dimension) ? set.dimension.id : undefined
  const found: unknown = set.id ?? inside
  return Array.isArray(found) ? found.map(String) : []
}

const mostDimensions = 100

function readSet(set: Json): ReadSet {
  const names = ids(set)
  const dimensions = isObject(set.dimension) ? set.dimension : {}
  const sizes: unknown = set.size ?? dimensions.size
  if (names.length === 0 || names.length > mostDimensions) return bad('id')
  if (!Array.isArray(sizes) || sizes.length !== names.length) return bad('size')
  const roles = isObject(set.role) ? set.role : isObject(dimensions.role) ? dimensions.role : {}
  let size = 1
  const read = names.map((id, i) => {
    const count: unknown = sizes[i]
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) return bad('size')
    size *= count
    // Sparse values may leave most places empty, but each of them is visited.
    if (size > 10 * limits.textRows) refuse('tooManyRows', { max: limits.textRows })
    return readDimension(id, dimensions[id], count, roles)
  })
  const values = valuesOf(set.value, size, 'value')
  const label = typeof set.label === 'string' ? set.label : null
  const source = typeof set.source === 'string' ? set.source : null
  const statuses =
    typeof set.status === 'string' ? { at: () => set.status } : valuesOf(set.status ?? {}, size, 'status')
  return { json: { label, source, dimensions: read }, values, statuses, size }
}

function valuesOf(source: unknown, size: number, part: string): Values {
  if (Array.isArray(source)) {
    // A status list of one element holds for all values.
    if (part === 'status' && source.length === 1) return { at: () => source[0] }
    if (source.length !== size) return bad(part)
    return { at: (i) => source[i] }
  }
  if (!isObject(source)) return bad(part)
  for (const key of Object.keys(source)) if (!(/^\d{1,10}$/.test(key) && Number(key) < size)) return bad(part)
  return { at: (i) => (Object.hasOwn(source, i) ? source[i] : null) }
}

const roleNames = ['time', 'geo', 'metric'] as const

function readDimension(id: string, content: unknown, count: number, roles: Json): JsonStatDimension {
  if (!isObject(content) || !isObject(content.category)) return bad(id)
  const { category } = content
  const codes = codesOf(category, count, id)
  const labels = isObject(category.label) ? category.label : {}
  const units = isObject(category.unit) ? category.unit : {}
  const role = roleNames.find((name) => Array.isArray(roles[name]) && roles[name].includes(id)) ?? null
  return {
    id,
    label: typeof content.label === 'string' && content.label.trim() !== '' ? content.label : id,
    role,
    categories: codes.map((code): JsonStatCategory => {
      const label = Object.hasOwn(labels, code) ? labels[code] : undefined
      const unit = Object.hasOwn(units, code) ? units[code] : undefined
      return {
        code,
        label: typeof label === 'string' ? label : code,
        unit: isObject(unit) ? unitText(unit) : null,
      }
    }),
  }
}

function unitText(unit: Json): string | null {
  const name = unit.label ?? unit.symbol ?? unit.base
  const { multiplier } = unit
  const power = typeof multiplier === 'number' && multiplier !== 0 ? `10^${multiplier} ` : ''
  return typeof name === 'string' ? `${power}${name}` : null
}

/** The order is a list, an object of places, or, with a single category, that of its labels. */
function codesOf(category: Json, count: number, id: string): readonly string[] {
  const { index, label } = category
  if (Array.isArray(index)) return index.length === count ? index.map(String) : bad(id)
  if (!isObject(index)) {
    const codes = isObject(label) ? Object.keys(label) : []
    return codes.length === count && count === 1 ? codes : bad(id)
  }
  const codes: string[] = []
  for (const [code, place] of Object.entries(index)) {
    if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place >= count) return bad(id)
    codes[place] = code
  }
  // Two codes in one place leave another empty.
  return Object.keys(index).length === count && Object.keys(codes).length === count ? codes : bad(id)
}

async function* readRows({ json, values, statuses, size }: ReadSet): AsyncGenerator<readonly RawRow[]> {
  const names = json.dimensions.map(namesOf)
  const blocks = new RowBlocks()
  blocks.add({ row: 1, cells: [...json.dimensions.map(({ label }) => label), 'value', 'status'] })
  const place = names.map(() => 0)
  for (let i = 0; i < size; i++) {
    const value = cellOf(values.at(i))
    const status = statuses.at(i)
    const isStated = typeof status === 'string' && status !== ''
    if (value !== null || isStated) {
      const cells: RawCell[] = names.map((labels, d) => labels[place[d] ?? 0] ?? null)
      cells.push(value)
      if (isStated) cells.push(status)
      blocks.add({ row: blocks.count + 1, cells })
      if (blocks.count > limits.textRows) refuse('tooManyRows', { max: limits.textRows })
      yield* blocks.take()
    }
    advance(place, names)
  }
  if (blocks.count === 1) refuse('empty')
  blocks.close()
  yield* blocks.take()
}

/** The labels, or the codes where two labels are the same. */
function namesOf({ categories }: JsonStatDimension): readonly string[] {
  const isUnique = new Set(categories.map(({ label }) => label)).size === categories.length
  return categories.map(({ code, label }) => (isUnique ? label : code))
}

/** To the next value: the last dimension runs fastest. */
function advance(place: number[], names: readonly (readonly string[])[]): void {
  for (let d = place.length - 1; d >= 0; d--) {
    place[d] = (place[d] ?? 0) + 1
    if ((place[d] ?? 0) < (names[d]?.length ?? 0)) return
    place[d] = 0
  }
}

function cellOf(value: unknown): RawCell {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value === '' ? null : value
  return value === null || value === undefined ? null : bad('value')
}
