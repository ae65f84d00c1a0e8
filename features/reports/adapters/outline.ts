import type { ReportDocument } from './document'

/** A chapter as the preview lists it. */
export type OutlineEntry = {
  readonly title: string
  readonly token: string | null
  /** the sentence that the chapter begins with */
  readonly lead: string | null
  readonly tables: number
  readonly figures: number
}

/** The chapters of a report with their first words and how much stands in them. */
export function outlineOf(report: ReportDocument): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  for (const block of report.parts.flatMap((part) => part.blocks)) {
    const current = entries.at(-1)
    if (block.kind === 'heading' && block.level === 1) {
      entries.push({ title: block.text, token: block.token ?? null, lead: null, tables: 0, figures: 0 })
    } else if (current) {
      entries[entries.length - 1] = {
        ...current,
        lead: current.lead ?? (block.kind === 'text' ? block.text : null),
        tables: current.tables + (block.kind === 'table' ? 1 : 0),
        figures: current.figures + (block.kind === 'figure' ? 1 : 0),
      }
    }
  }
  return entries
}
