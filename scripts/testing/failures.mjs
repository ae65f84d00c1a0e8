// @ts-check
// What failed, from the reports of the test runners: said at the end of a run, where a long log is read first.

/** @typedef {{ name: string, message: string }} Failure */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one.
const colours = /\u001b\[[0-9;]*m/g
const firstLines = (/** @type {string} */ text) =>
  text.replaceAll(colours, '').trim().split('\n').slice(0, 12).join('\n')

/** @returns {Failure[]} */
export function vitestFailures(/** @type {any} */ report) {
  return (report?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed')
    const tests = failed.map((/** @type {any} */ test) => ({
      name: `${file.name} › ${test.fullName}`,
      message: firstLines(test.failureMessages.join('\n')),
    }))
    const isBroken = file.status === 'failed' && tests.length === 0
    return isBroken ? [{ name: file.name, message: firstLines(file.message ?? '') }] : tests
  })
}

/** @returns {Failure[]} */
export function playwrightFailures(/** @type {any} */ report) {
  const ofSuite = (/** @type {any} */ suite) => [
    ...(suite.suites ?? []).flatMap(ofSuite),
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) => !spec.ok)
      .map((/** @type {any} */ spec) => ({
        name: `${spec.file}:${spec.line} › ${spec.title}`,
        message: firstLines(
          spec.tests
            .flatMap((/** @type {any} */ test) => test.results)
            .map((/** @type {any} */ result) => result.error?.message ?? '')
            .join('\n'),
        ),
      })),
  ]
  const broken = (report?.errors ?? []).map((/** @type {any} */ error) => ({
    name: 'before any test',
    message: firstLines(error.message ?? ''),
  }))
  return [...broken, ...(report?.suites ?? []).flatMap(ofSuite)]
}
