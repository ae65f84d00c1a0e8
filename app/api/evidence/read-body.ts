/**
 * The body of a request, or null when it is longer than allowed: then the rest is not even read.
 *
 * @param most in bytes
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const blocks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.byteLength
    if (length > most) {
      await reader?.cancel()
      return null
    }
    blocks.push(next.value)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const block of blocks) {
    body.set(block, at)
    at += block.byteLength
  }
  return body
}
