/** More citations than this are a list for a page of their own, not a line under a chart. */
const fewCitations = 2

/** Citations as the source line of a chart; the first of many, and an ellipsis for the rest. */
export function cited(citations: readonly string[], separator: string): string {
  const shown = citations.slice(0, fewCitations).join(separator)
  return citations.length > fewCitations ? `${shown} …` : shown
}
