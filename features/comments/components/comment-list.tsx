import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/form'
import { useSubmit } from '@/components/ui/use-submit'
import { formatDateTime } from '@/lib/format'
import { addCommentAction, resolveCommentAction } from '../actions'
import type { CellComment } from '../schema'

type Props = {
  readonly cell: { readonly region: string; readonly indicator: string; readonly year: number }
  /** open ones first */
  readonly comments: readonly CellComment[]
  readonly canEnter: boolean
  readonly authorName: (author: string) => string
  readonly onChanged: () => void
}

/** What was remarked on a cell, with a line to add to it. What is settled is kept below. */
export function CommentList({ cell, comments, canEnter, authorName, onChanged }: Props) {
  const t = useTranslations('entry.comments')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const added = useSubmit(() => {
    form.current?.reset()
    onChanged()
  })
  const resolved = useSubmit(onChanged)
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = String(new FormData(event.currentTarget).get('body') ?? '')
    added.submit(() => addCommentAction({ ...cell, body }))
  }
  const open = comments.filter((comment) => comment.resolved === null)
  const settled = comments.filter((comment) => comment.resolved !== null)
  const item = (comment: CellComment) => (
    <li key={comment.id} className="border-b border-line py-2 last:border-0">
      <p className="break-words whitespace-pre-line">{comment.body}</p>
      <p className="text-xs text-ink-3">
        {`${authorName(comment.author)} · `}
        <time dateTime={comment.at}>{formatDateTime(comment.at, { locale })}</time>
        {comment.resolved &&
          ` · ${t('resolvedBy', {
            author: authorName(comment.resolved.by),
            at: formatDateTime(comment.resolved.at, { locale }),
          })}`}
      </p>
      {canEnter && comment.resolved === null && (
        <Button
          className="mt-1 !min-h-7 px-2 text-xs"
          disabled={resolved.isPending}
          onClick={() => {
            // The button goes with the remark: the focus stays in its list.
            form.current?.querySelector('textarea')?.focus()
            resolved.submit(() => resolveCommentAction({ id: comment.id }))
          }}
        >
          {t('resolve')}
        </Button>
      )}
    </li>
  )
  return (
    <>
      {comments.length === 0 && <p className="mt-1 text-ink-3">{t('none')}</p>}
      {open.length > 0 && (
        <ul aria-label={t('title')} className="mt-1">
          {open.map(item)}
        </ul>
      )}
      {settled.length > 0 && (
        <details className="mt-1 text-ink-3">
          <summary>{t('resolvedCount', { count: settled.length })}</summary>
          <ul>{settled.map(item)}</ul>
        </details>
      )}
      {canEnter && (
        <form ref={form} onSubmit={add} noValidate className="mt-2 grid gap-2">
          <TextArea name="body" label={t('add')} rows={2} maxLength={4000} issue={added.issueOf('body')} />
          <div>
            <Button type="submit" disabled={added.isPending}>
              {t('send')}
            </Button>
          </div>
        </form>
      )}
      {(added.refusal || resolved.refusal) && (
        <p role="alert" className="text-danger">
          {t('refused')}
        </p>
      )}
    </>
  )
}
