import { useTranslations } from 'next-intl'
import type { LedgerBatch } from '../schema'

type Props = { readonly batch: Pick<LedgerBatch, 'kind' | 'fileName' | 'vintage' | 'undoes'> }

/** How values came in: kind, file and vintage, and what is taken back. */
export function BatchWords({ batch }: Props) {
  const t = useTranslations('history')
  const { kind, fileName, vintage, undoes } = batch
  return (
    <>
      {t(`kind.${kind}`)}
      {fileName && <span className="block break-all text-xs text-ink-2">{fileName}</span>}
      {vintage && <span className="block text-xs text-ink-2">{t(`vintage.${vintage}`)}</span>}
      {undoes && <span className="block text-xs text-ink-2">{t('ledger.undoes', { id: undoes })}</span>}
    </>
  )
}
