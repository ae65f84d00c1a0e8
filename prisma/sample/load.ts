// `npm run sample -- load|remove`, and what `npm start` calls on an empty database.
import { loadSample, removeSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'

const verb = process.argv[2] ?? 'load'
const run = verb === 'load' ? loadSample : verb === 'remove' ? removeSample : null
if (!run) {
  process.stderr.write('usage: npm run sample -- load|remove\n')
  process.exit(2)
}
const outcome = await run(systemActor('sample'), {})
if (outcome.ok) {
  process.stdout.write(
    `${verb === 'load' ? 'loaded' : 'removed'} ${outcome.value.observations} observations\n`,
  )
  process.exit(0)
}
const reasons: Record<string, string> = {
  notEmpty: 'there are observations already: nothing was loaded',
  noSample: 'there is no sample data: nothing was removed',
}
process.stderr.write(`${reasons[outcome.reason] ?? outcome.reason}\n`)
process.exit(1)
