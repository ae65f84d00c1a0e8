import { connection } from 'next/server'
import { getSampleState } from '@/features/sample/queries'
import { logError } from '@/server/log'
import { currentActor } from '@/server/session'

/** Whether the database answered last time, so that an outage is in the log once and not at every question. */
let isAnswering = true

/** 200 when the database answers, else 503. Says nothing about the data. */
export async function GET(): Promise<Response> {
  await connection()
  try {
    await getSampleState(await currentActor(), {})
    isAnswering = true
    return Response.json({ status: 'ok' })
  } catch (error) {
    if (isAnswering) logError('the database does not answer', error)
    isAnswering = false
    return Response.json({ status: 'unavailable' }, { status: 503 })
  }
}
