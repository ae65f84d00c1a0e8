import type { ReactNode } from 'react'
import { DataTabs } from '@/features/shell/components/data-tabs'

export default function DataLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <DataTabs />
      {children}
    </>
  )
}
