export type TipRow = {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly colour?: string
  readonly isStrong?: boolean
}

type Props = { readonly title: string; readonly rows: readonly TipRow[] }

/** What a tooltip says. Screen readers hear it when it changes. */
export function Tip({ title, rows }: Props) {
  return (
    <div className="chart-tip" role="status">
      <p>{title}</p>
      <dl>
        {rows.map((row) => (
          <div key={row.key} data-strong={row.isStrong || undefined}>
            <dt>
              {row.colour && <span aria-hidden="true" style={{ background: row.colour }} />}
              {row.label}
            </dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
