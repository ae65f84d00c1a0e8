import type { ReactNode } from 'react'

type Props = {
  readonly title: ReactNode
  readonly kicker?: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}

/** The head of a page: what it is (kicker), what it says (title), what that rests on (lead), what can be done. */
export function PageHead({ title, kicker, lead, actions }: Props) {
  return (
    <header className="mb-6">
      {kicker && <p className="mb-1 text-sm text-ink-2">{kicker}</p>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="max-w-[34ch] flex-1 basis-80 md:max-w-[44ch]">{title}</h1>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && <div className="prose-width mt-2 text-ink-2">{lead}</div>}
    </header>
  )
}
