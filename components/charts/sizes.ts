/**
 * A drawing scales with its container, and its text with it. So that text stays between 11 and 15 px, every chart is
 * drawn in four widths, of which the style sheet (charts.css) shows the one that fits. No script is needed, nothing moves.
 */
export const chartWidths = { s: 320, m: 460, l: 640, xl: 920 } as const

export type ChartSize = keyof typeof chartWidths

/** Height of a drawing whose content asks for none of its own. */
export const defaultHeights: Readonly<Record<ChartSize, number>> = { s: 240, m: 270, l: 310, xl: 360 }

export function defaultHeight(width: number): number {
  if (width >= chartWidths.xl) return defaultHeights.xl
  if (width >= chartWidths.l) return defaultHeights.l
  return width >= chartWidths.m ? defaultHeights.m : defaultHeights.s
}
