import { parseNumber } from '@/lib/parse-number'
import type { FieldIssue } from '@/lib/result'

/** Reads the fields of a form and collects what is not a number where one belongs. */
export function formReader(data: FormData) {
  const issues: FieldIssue[] = []
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const optionalNumber = (name: string): number | null => {
    const typed = text(name)
    if (typed === '') return null
    const read = parseNumber(typed, { marks: {} })
    if (read.ok && read.value !== null && !read.status) return read.value
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
