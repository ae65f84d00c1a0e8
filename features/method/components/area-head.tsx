import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { pick } from '@/lib/bilingual'
import type { MethodArea } from '../schema'

type Props = { readonly area: MethodArea['area']; readonly span: number; readonly children?: ReactNode }

/** The row above the indicators of an area; `children` are the cells after its name. */
export function AreaHead({ area, span, children }: Props) {
  const locale = useLocale()
  return (
    <tr className="break-after-avoid">
      <th scope="rowgroup" colSpan={span} className="!pt-5 font-semibold">
        <span
          aria-hidden
          className="me-2 inline-block size-2.5 rounded-full"
          style={{ background: `var(--area-${area.code.toLowerCase()})` }}
        />
        {pick(area.name, locale)}
      </th>
      {children}
    </tr>
  )
}
