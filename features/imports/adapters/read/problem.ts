import { type FileProblem, largestFile } from '../../schema'

/**
 * A file that cannot be read to its end. `openFile` returns the problem; `rows()` throws it when it is met on the way.
 * Every code has the same params wherever it comes from, so that its sentence can rely on them; row 0 = not known.
 */
export class FileProblemError extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.code)
    this.name = 'FileProblemError'
    this.problem = problem
  }
}

/** @throws {FileProblemError} always */
export function refuse(code: FileProblem['code'], params: FileProblem['params'] = {}): never {
  throw new FileProblemError({ code, params })
}

const megabyte = 1_000_000

/** Sizes are bytes. What goes beyond is refused with a problem that names the limit. */
export const limits = {
  textFile: largestFile,
  workbookFile: 200 * megabyte,
  jsonFile: 50 * megabyte,
  /** all parts of a workbook together, or a gzip file, unpacked */
  unpacked: 1000 * megabyte,
  /** beyond this size a part may be `unpackedRatio` times as large as it is packed: data seldom reaches 50 */
  unpackedFree: 100 * megabyte,
  unpackedRatio: 200,
  /** what a workbook says besides its sheets (styles, names) is small; its shared texts are counted in characters */
  workbookPart: 50 * megabyte,
  sharedCharacters: 64 * megabyte,
  textRows: 5_000_000,
  sheetRows: 1_048_576,
  columns: 16_384,
  cellCharacters: 32_767,
  rowCharacters: 16_000_000,
} as const

export const inMegabytes = (bytes: number) => Math.ceil(bytes / megabyte)

export const rowsPerBlock = 5000
