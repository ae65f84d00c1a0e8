'use client'

import { useId, useRef } from 'react'
import { Button } from './button'

type Props = {
  /** on the button, and again on the one that does it */
  readonly label: string
  readonly title: string
  readonly text: string
  readonly cancel: string
  readonly onConfirm: () => void
  readonly disabled?: boolean
  readonly className?: string
}

/** A button for what cannot be taken back: it asks first. */
export function ConfirmButton({ label, title, text, cancel, onConfirm, disabled, className }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const close = () => dialog.current?.close()
  return (
    <>
      <Button
        tone="danger"
        className={className}
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="w-[min(30rem,94vw)] rounded border border-line p-5 text-sm"
      >
        <h2 id={titleId} className="break-words">
          {title}
        </h2>
        <p className="mt-2">{text}</p>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={close}>{cancel}</Button>
          <Button
            tone="danger"
            onClick={() => {
              close()
              onConfirm()
            }}
          >
            {label}
          </Button>
        </div>
      </dialog>
    </>
  )
}
