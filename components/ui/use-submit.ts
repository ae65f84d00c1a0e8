'use client'

import { useState, useTransition } from 'react'
import type { FieldIssue } from '@/lib/result'

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly issues?: readonly FieldIssue[] }

/**
 * Sends a form and holds what came back: field issues, a refusal, or that the call did not arrive. The fields keep
 * what was typed in every case but success.
 */
export function useSubmit<T>(onDone: (value: T) => void) {
  const [isPending, startTransition] = useTransition()
  const [issues, setIssues] = useState<readonly FieldIssue[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const refuse = (found: readonly FieldIssue[]) => {
    setRefusal(null)
    setIssues(found)
  }
  const submit = (call: () => Promise<Outcome<T>>) =>
    startTransition(async () => {
      refuse([])
      try {
        const outcome = await call()
        if (outcome.ok) return onDone(outcome.value)
        if (outcome.issues) setIssues(outcome.issues)
        else setRefusal(outcome.reason)
      } catch {
        setRefusal('connection')
      }
    })
  const issueOf = (path: string) =>
    issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))
  return { submit, isPending, issueOf, issues, setIssues: refuse, refusal }
}
