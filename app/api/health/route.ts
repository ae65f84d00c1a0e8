import { connection } from 'next/server'
import { getSampleState } from '@/features/sample/queries'
import { currentActor } from '@/server/session'

/** 200 when the database answers, else 503. Says nothing about the data. */
export async function GET(): Promise<Response> {
  await connection()
  try {
    await getSampleState(await currentActor(), {})
    return Response.json({ status: 'ok' })
  } catch {
    return Response.json({ status: 'unavailable' }, { status: 503 })
  }
}
