import { ExpressionError } from './syntax'

export type Token = {
  readonly kind: 'number' | 'name' | 'code' | 'sign' | 'end'
  /** the word, the sign in its plain form, or the code between brackets */
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Signs as people write them, and the plain form that the parser knows. */
const plainSigns: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '<>': '!=',
  '==': '=',
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '（': '(',
  '）': ')',
  '，': ',',
  '＋': '+',
  '－': '-',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '％': '%',
}
const sign = /^(<=|>=|<>|!=|==|[-+*/^=<>(),%≤≥≠×·÷−–（），＋－＝＜＞％])/u
const number = /^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/
const name = /^[\p{L}_][\p{L}\p{N}_]*/u
const space = /^\s+/u

/**
 * Cuts an expression into numbers, names, codes in brackets and signs.
 *
 * @param text what somebody wrote; full-width and typographic signs are understood
 * @returns tokens with their places, an `end` token last
 * @throws {ExpressionError} unknownCharacter, openBracket, badNumber
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const push = (kind: Token['kind'], raw: string, plain = raw) => {
    tokens.push({ kind, text: plain, from: at, to: at + raw.length })
    at += raw.length
  }
  while (at < text.length) {
    const rest = text.slice(at)
    const blank = space.exec(rest)?.[0]
    if (blank) {
      at += blank.length
      continue
    }
    const digits = number.exec(rest)?.[0]
    if (digits) {
      const after = rest.slice(digits.length, digits.length + 1)
      if (!Number.isFinite(Number(digits)) || /[\p{L}\p{N}_.]/u.test(after)) {
        throw new ExpressionError({
          code: 'badNumber',
          from: at,
          to: at + digits.length + after.length,
          text: digits + after,
        })
      }
      push('number', digits)
      continue
    }
    const word = name.exec(rest)?.[0]
    if (word) {
      push('name', word)
      continue
    }
    if (rest.startsWith('[')) {
      const end = rest.indexOf(']')
      if (end < 0) throw new ExpressionError({ code: 'openBracket', from: at, to: text.length, text: '[' })
      push('code', rest.slice(0, end + 1), rest.slice(1, end).trim())
      continue
    }
    const found = sign.exec(rest)?.[0]
    if (!found) {
      const [character = ''] = rest
      throw new ExpressionError({
        code: 'unknownCharacter',
        from: at,
        to: at + character.length,
        text: character,
      })
    }
    push('sign', found, plainSigns[found] ?? found)
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length })
  return tokens
}
