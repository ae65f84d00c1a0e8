/** What a form carries on without showing it; null and empty texts are left out. */
export function HiddenFields({ values }: { readonly values: Readonly<Record<string, string | null>> }) {
  return Object.entries(values).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  )
}
