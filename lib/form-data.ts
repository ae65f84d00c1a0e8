import type { FieldIssue } from './result'

/** Reads the fields of a form and collects what is not a number where one belongs. */
export function formReader(data: FormData) {
  const issues: FieldIssue[] = []
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const optionalNumber = (name: string): number | null => {
    const typed = text(name)
    if (typed === '') return null
    const value = plainNumber(typed)
    if (Number.isFinite(value)) return value
    issues.push({ path: name, code: 'notANumber' })
    return null
  }
  return {
    issues,
    text,
    optionalText: (name: string) => text(name) || null,
    optionalNumber,
    /** 0 stands in when the field is empty or no number; then there is an issue and nothing is sent. */
    number: (name: string): number => {
      const value = optionalNumber(name)
      if (value !== null) return value
      if (!issues.some((issue) => issue.path === name)) issues.push({ path: name, code: 'required' })
      return 0
    },
  }
}

/** Full-width forms count as their half-width twins; a comma only as a thousands mark. NaN = not a number. */
function plainNumber(typed: string): number {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '').replace('−', '-')
  const isGrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)
  const digits = isGrouped ? plain.replaceAll(',', '') : plain
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : Number.NaN
}
