import type { ReactNode } from 'react'
import { TableScroll } from '@/components/ui/table-scroll'

type Props = { readonly id: string; readonly title: string; readonly children: ReactNode }

/** One stage of the recipe: what it does in words, then its numbers. */
export function Step({ id, title, children }: Props) {
  return (
    <section aria-labelledby={id} className="mb-10">
      <h2 id={id} className="mb-1">
        {title}
      </h2>
      {children}
    </section>
  )
}

type TableProps = { readonly label: string; readonly children: ReactNode }

/** A table that scrolls by itself when it is wider than the page. */
export function StepTable({ label, children }: TableProps) {
  return (
    <div className="mt-3">
      <TableScroll label={label}>
        <table className="table">
          <caption className="sr-only">{label}</caption>
          {children}
        </table>
      </TableScroll>
    </div>
  )
}
