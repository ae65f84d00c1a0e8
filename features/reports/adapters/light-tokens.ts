import { readFileSync } from 'node:fs'
import { join } from 'node:path'

let tokens: ReadonlyMap<string, string> | undefined

/** The colours of the light theme by token name, read from the one file of tokens. */
function lightTokens(): ReadonlyMap<string, string> {
  if (tokens) return tokens
  const css = readFileSync(join(process.cwd(), 'components/ui/tokens.css'), 'utf8')
  const light = css.slice(css.indexOf(':root {'), css.indexOf('}', css.indexOf(':root {')))
  tokens = new Map(
    [...light.matchAll(/(--[\w-]+):\s*(#[0-9a-fA-F]{3,8})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
  return tokens
}

/**
 * The hex value of a colour token in the light theme.
 *
 * @throws {RangeError} there is no such token
 */
export function lightColour(token: string): string {
  const hex = lightTokens().get(token)
  if (!hex) throw new RangeError(`there is no colour token ${token}`)
  return hex
}

/** A drawing whose `var(--token)` are replaced by the colours of the light theme: files know no CSS variables. */
export function withLightColours(svg: string): string {
  return svg.replaceAll(/var\((--[\w-]+)\)/g, (_, token: string) => lightColour(token))
}
