// Run by tests in a process of its own: reads the file that is named and says what that took.
import { openFile } from './open-file'

const [file = ''] = process.argv.slice(2)
const before = process.memoryUsage().rss
const start = performance.now()
const opened = await openFile(file, file, {})
if (!opened.ok) throw new Error(opened.problem.code)
let rows = 0
let most = before
for await (const block of opened.value.rows()) {
  rows += block.length
  most = Math.max(most, process.memoryUsage().rss)
}
const megabytes = Math.round((most - before) / 1e6)
const seconds = Math.round(performance.now() - start) / 1000
process.stdout.write(JSON.stringify({ rows, megabytes, seconds }))
