/** Replaces every `var(--token)` of a drawing by its colour, so that it can leave the page (file, report). */
export function resolveTokens(markup: string, colourOf: (token: string) => string): string {
  return markup.replaceAll(/var\((--[\w-]+)\)/g, (_, token: string) => colourOf(token))
}
