const statuses = { tooLarge: 413, diskFull: 507, gone: 410, outOfStep: 409 } as const

/** A refusal with the status that fits it. */
export function refusalResponse(refusal: {
  readonly ok: false
  readonly reason: keyof typeof statuses
}): Response {
  return Response.json(refusal, { status: statuses[refusal.reason] })
}

export const gone = () => refusalResponse({ ok: false, reason: 'gone' })
