'use client'

import { clsx } from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useRouter } from '@/i18n/navigation'
import { formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import { ProgressLine } from './progress-line'
import { useUpload } from './use-upload'

const endings = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,.gz'

/** Where a file comes in: dropped, chosen, or pasted as text. */
export function UploadDrop() {
  const t = useTranslations('imports.upload')
  const locale = useLocale()
  const router = useRouter()
  const { uploading, start, cancel } = useUpload((id) => router.push(`${routes.dataImport}?file=${id}`))
  const [isOver, setIsOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const isSending = uploading.state === 'sending'

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file && !isSending) void start(file)
  }

  return (
    <section aria-label={t('label')} className="needs-script mb-10">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={clsx(
          'flex min-h-44 flex-col items-center justify-center gap-3 rounded border border-dashed px-4 py-8 text-center',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-panel',
        )}
      >
        <input
          ref={chooser}
          type="file"
          accept={endings}
          className="sr-only"
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void start(file)
          }}
        />
        {isSending ? (
          <div className="w-full max-w-md text-start text-sm">
            <ProgressLine
              label={t('sending', { name: uploading.name })}
              done={uploading.sent}
              total={uploading.size}
              detail={t('size', { size: megabytes(uploading.size, locale) })}
              cancel={t('cancel')}
              onCancel={cancel}
            />
          </div>
        ) : (
          <>
            <p className="hidden text-base text-ink-2 sm:block">{t('drop')}</p>
            <Button tone="primary" onClick={() => chooser.current?.click()}>
              {t('choose')}
            </Button>
            <p className="max-w-prose text-xs text-ink-3">{t('kinds')}</p>
          </>
        )}
      </div>
      <div role="status" className="text-sm">
        {uploading.state === 'cancelled' && <p className="mt-2 text-ink-2">{t('cancelled')}</p>}
      </div>
      {uploading.state === 'failed' && (
        <Notice tone="danger" role="alert" className="mt-3">
          {t(`failed.${uploading.reason}`)}
        </Notice>
      )}
      {!isSending && <PasteText onFile={(file) => void start(file)} />}
    </section>
  )
}

export function megabytes(bytes: number, locale: string): string {
  return formatNumber(bytes / 1e6, { locale, decimals: bytes < 1e6 ? 2 : 1, unit: 'MB' })
}

/** A table copied in another program: it becomes a file like any other. */
function PasteText({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useTranslations('imports.upload')
  const id = useId()
  const [text, setText] = useState('')
  return (
    <details className="mt-3 text-sm">
      <summary className="inline-block py-1 text-accent">{t('paste')}</summary>
      <label htmlFor={id} className="mt-2 block font-medium">
        {t('pasteLabel')}
      </label>
      <textarea
        id={id}
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${inputClass} mt-1 font-mono`}
        spellCheck={false}
      />
      <Button
        className="mt-2"
        disabled={text.trim() === ''}
        onClick={() => onFile(new File([text], t('pastedName'), { type: 'text/plain' }))}
      >
        {t('pasteGo')}
      </Button>
    </details>
  )
}
