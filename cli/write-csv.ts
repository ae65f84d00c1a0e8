import { closeSync, openSync, writeFileSync } from 'node:fs'

const charactersAtOnce = 1 << 18

/** A text file that is written in large pieces. */
export type TextWriter = {
  readonly write: (text: string) => void
  readonly close: () => void
}

export function openText(path: string): TextWriter {
  const descriptor = openSync(path, 'w')
  let held = ''
  const flush = () => {
    writeFileSync(descriptor, held)
    held = ''
  }
  return {
    write: (text) => {
      held += text
      if (held.length >= charactersAtOnce) flush()
    },
    close: () => {
      flush()
      closeSync(descriptor)
    },
  }
}

/** A number as the shortest text that reads back as the same double; NaN, the mark for "none", is an empty cell. */
export function numberCell(value: number): string {
  return Number.isNaN(value) ? '' : String(value)
}

/** Codes as cells by RFC 4180, exactly as they were read. */
export function codeCells(codes: readonly string[]): string[] {
  return codes.map((code) => (/[",\r\n]/.test(code) ? `"${code.replaceAll('"', '""')}"` : code))
}
