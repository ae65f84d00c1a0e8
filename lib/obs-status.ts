/**
 * Status of an observation.
 *
 * @see SDMX code list CL_OBS_STATUS 2.2 (SDMX Statistical Working Group)
 */
export const obsStatusCodes = [
  'A',
  'B',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'S',
  'U',
  'V',
  'W',
] as const

export type ObsStatus = (typeof obsStatusCodes)[number]

/** The codes that say why there is no value; an observation carries one of them exactly when its value is null. */
const missing: ReadonlySet<string> = new Set(['H', 'L', 'M', 'O', 'Q'])

export function isMissingStatus(status: string): boolean {
  return missing.has(status)
}

/** Normal, or missing without a reason: nothing that a letter beside the value would have to say. */
export function isPlainStatus(status: string): boolean {
  return status === 'A' || status === 'O'
}
