import Link from 'next/link'

type Segment = {
  readonly key: string
  readonly symbol: string
  readonly label: string
  readonly count: number
  /** colour token, such as --status-achieved */
  readonly token: string
  /** full address with its language: the list that the segment counts */
  readonly href: string
}

type Props = { readonly label: string; readonly segments: readonly Segment[] }

/** A whole in parts: a strip in proportion, below it each part by symbol, word and count. Every part leads to its list. */
export function ShareBar({ label, segments }: Props) {
  return (
    <div className="chart-share">
      {/* The strip is for the pointer; the keyboard and screen readers have the same links in the list. */}
      <div className="chart-share-strip" aria-hidden="true">
        {segments.map((segment) => (
          <Link
            key={segment.key}
            href={segment.href}
            prefetch={false}
            tabIndex={-1}
            title={`${segment.label}: ${segment.count}`}
            style={{ flexGrow: segment.count, background: `var(${segment.token})` }}
          />
        ))}
      </div>
      <ul aria-label={label} className="chart-share-list">
        {segments.map((segment) => (
          <li key={segment.key}>
            <Link href={segment.href} prefetch={false}>
              <span
                aria-hidden="true"
                className="chart-share-symbol"
                style={{ color: `var(${segment.token})` }}
              >
                {segment.symbol}
              </span>
              {segment.label} <b>{segment.count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
