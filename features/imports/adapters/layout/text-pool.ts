const start = 1 << 16

/**
 * Many short texts in one piece of memory. A million numbers as they stand in a file take some 14 MB here, and three
 * to ten times that as strings, each of which would also hold on to the part of the file it was cut from.
 */
export function textPool() {
  let bytes = new Uint8Array(start)
  let ends = new Uint32Array(1024)
  let used = 0
  let count = 0
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()

  const room = (more: number) => {
    if (used + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(used + more, Math.ceil(bytes.length * 1.6)))
    larger.set(bytes.subarray(0, used))
    bytes = larger
  }

  return {
    /** @returns its place */
    add: (text: string): number => {
      room(text.length * 3)
      let isAscii = true
      for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i)
        if (code > 127) {
          isAscii = false
          break
        }
        bytes[used + i] = code
      }
      used += isAscii ? text.length : encoder.encodeInto(text, bytes.subarray(used)).written
      if (count === ends.length) {
        const larger = new Uint32Array(Math.ceil(ends.length * 1.6))
        larger.set(ends)
        ends = larger
      }
      ends[count] = used
      count += 1
      return count - 1
    },
    at: (place: number): string =>
      decoder.decode(bytes.subarray(place === 0 ? 0 : ends[place - 1], ends[place])),
  }
}
