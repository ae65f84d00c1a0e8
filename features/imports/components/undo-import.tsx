'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TableScroll } from '@/components/ui/table-scroll'
import { useRouter } from '@/i18n/navigation'
import type { UndoEffect } from '../schema'
import { send } from './send'

type Props = { readonly batch: string; readonly name: string }

type State = {
  readonly kind: 'looking' | 'ready' | 'undoing' | 'failed'
  readonly preview: UndoEffect | null
}

/** Takes an import back as a whole. First it is shown what that means: what was edited later stays. */
export function UndoImport({ batch, name }: Props) {
  const t = useTranslations('imports.undo')
  const locale = useLocale()
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [state, setState] = useState<State>({ kind: 'looking', preview: null })
  const { kind, preview } = state
  const address = `/api/imports/batches/${batch}?lang=${locale}`

  const open = async () => {
    dialog.current?.showModal()
    setState({ kind: 'looking', preview: null })
    const answer = await send<UndoEffect>('GET', address, undefined)
    const isHere = answer.state === 'answered' && answer.status === 200
    setState(isHere ? { kind: 'ready', preview: answer.body } : { kind: 'failed', preview: null })
  }
  const undo = async () => {
    setState({ kind: 'undoing', preview })
    const answer = await send<unknown>('POST', address, {})
    if (answer.state === 'offline' || answer.status !== 200) return setState({ kind: 'failed', preview })
    dialog.current?.close()
    router.refresh()
  }
  const close = () => dialog.current?.close()
  return (
    <>
      <Button className="needs-script" onClick={open}>
        {t('button')}
        <span className="sr-only"> {name}</span>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="w-[min(40rem,94vw)] rounded border border-line p-5 text-start text-sm whitespace-normal"
      >
        <h2 id={titleId} className="[overflow-wrap:anywhere]">
          {t('title', { name })}
        </h2>
        <div role="status" className="mt-2 min-h-12">
          {kind === 'looking' && <p className="text-ink-2">{t('looking')}</p>}
          {kind === 'undoing' && <p className="text-ink-2">{t('undoing')}</p>}
          {kind === 'ready' && preview && <Effect preview={preview} />}
        </div>
        {kind === 'failed' && (
          <Notice tone="danger" role="alert" className="mt-2">
            {t('failed')}
          </Notice>
        )}
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={close}>{t('keep')}</Button>
          {kind === 'ready' && preview && preview.cells > 0 && (
            <Button tone="danger" onClick={undo}>
              {t('confirm', { count: preview.cells })}
            </Button>
          )}
        </div>
      </dialog>
    </>
  )
}

function Effect({ preview }: { readonly preview: UndoEffect }) {
  const t = useTranslations('imports.undo')
  const { cells, kept, keptCount } = preview
  return (
    <>
      <p>{cells > 0 ? t('effect', { count: cells }) : t('nothing')}</p>
      {keptCount > 0 && (
        <>
          <p className="mt-2">{t('kept', { count: keptCount })}</p>
          <div className="mt-1 flex max-h-52 flex-col">
            <TableScroll label={t('keptLabel')}>
              <ul className="border-y border-line">
                {kept.map((cell) => (
                  <li
                    key={`${cell.indicator}|${cell.region}|${cell.year}`}
                    className="border-b border-line py-1 last:border-0"
                  >
                    {t('keptCell', {
                      region: cell.region,
                      indicator: cell.indicator,
                      year: String(cell.year),
                    })}
                  </li>
                ))}
              </ul>
            </TableScroll>
          </div>
          {keptCount > kept.length && (
            <p className="mt-1 text-ink-2">{t('keptMore', { count: keptCount - kept.length })}</p>
          )}
        </>
      )}
    </>
  )
}
