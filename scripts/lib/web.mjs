// @ts-check
// The web server's own process: Next.js, which ends when the process that started it is gone, however that ended. Its
// standard input is a pipe that nobody writes to; the system closes it even when the other side was killed.
import { createRequire } from 'node:module'

process.stdin.resume()
for (const event of ['end', 'error']) process.stdin.once(event, () => process.exit(1))

const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
process.argv[1] = next
await import(next)
