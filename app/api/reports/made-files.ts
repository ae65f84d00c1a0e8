/** A finished file. */
export type MadeFile = {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** false for a PDF that holds a character no font can show, and so is not PDF/UA-1 */
  readonly isUniversal: boolean
}

const mostFiles = 12

// Reloading a module in development must not forget what was made a second ago.
const held = globalThis as { pentadReports?: Map<string, MadeFile> }

function files(): Map<string, MadeFile> {
  held.pentadReports ??= new Map()
  return held.pentadReports
}

/** A file that was made from the same data, or undefined. */
export function findMade(key: string): MadeFile | undefined {
  return files().get(key)
}

/** Keeps the last few files, so that the download that follows the making does not make the file again. */
export function keepMade(key: string, file: MadeFile): void {
  const kept = files()
  kept.delete(key)
  kept.set(key, file)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostFiles) return
    kept.delete(oldest)
  }
}
