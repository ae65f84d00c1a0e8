/** A text in both languages. An empty Chinese text falls back to the English one, and the other way round. */
export type Bilingual = { readonly en: string; readonly zh: string }

export function pick(text: Bilingual, locale: string): string {
  return locale === 'zh' ? text.zh || text.en : text.en || text.zh
}
