type Props = {
  readonly symbol: string
  readonly word: string
  /** colour token, such as --status-achieved */
  readonly token: string
}

/** A state said three ways: symbol, word and colour. The word is in ink, so that it can be read on any ground. */
export function Mark({ symbol, word, token }: Props) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <span aria-hidden className="inline-block w-4 text-center font-bold" style={{ color: `var(${token})` }}>
        {symbol}
      </span>
      {word}
    </span>
  )
}
