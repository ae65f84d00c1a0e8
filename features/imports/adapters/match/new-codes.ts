import { isHan } from './normalise-name'

/** As long as the codes of regions and indicators may be. */
const longest = 32
const pattern = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/

export const isCode = (text: string) => pattern.test(text) && text.length <= longest

/** Letters and digits of a name in capitals: "Ürümqi City" is URUMQI-CITY; '' for a name without any. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
}

/** Hands out codes that nobody has: a wish, shortened, and with a number where it is taken. Small and capital are one. */
export function codeGiver(taken: Iterable<string>) {
  const used = new Set([...taken].map((code) => code.toLowerCase()))
  const take = (code: string) => {
    used.add(code.toLowerCase())
    return code
  }
  return {
    give: (prefix: string, slug: string): string => {
      const start = `${prefix}${slug}`.slice(0, longest).replace(/[-_.]+$/u, '')
      if (slug !== '' && pattern.test(start) && !used.has(start.toLowerCase())) return take(start)
      for (let number = slug === '' ? 1 : 2; ; number += 1) {
        const end = slug === '' ? String(number).padStart(3, '0') : `-${number}`
        const code = `${`${prefix}${slug}`.slice(0, longest - end.length).replace(/[_.]+$/u, '')}${end}`
        if (pattern.test(code) && !used.has(code.toLowerCase())) return take(code)
      }
    },
  }
}

/** Which of several names is in which language; one language may be missing. */
export function bilingual(
  names: readonly { readonly text: string; readonly language: 'en' | 'zh' | null }[],
): { readonly en: string; readonly zh: string } {
  const of = (language: 'en' | 'zh') =>
    names.find((one) => one.text !== '' && (one.language ?? (isHan(one.text) ? 'zh' : 'en')) === language)
      ?.text ?? ''
  return { en: of('en').slice(0, 200), zh: of('zh').slice(0, 200) }
}
