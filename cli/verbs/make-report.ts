import { makeReport } from '@/app/api/reports/make'
import { readArguments } from '@/cli/arguments'
import { namedFile } from '@/cli/files'
import { commandLine, withInstallation } from '@/cli/installation'
import { showProgress } from '@/cli/progress'
import { language, misuse, refusal, sentence } from '@/cli/words'
import { writeWhole } from '@/cli/write-whole'
import { reportFormats, reportLanguages } from '@/features/reports/schema'

/** `pentad report`: the file that the page of reports makes. */
export async function makeReportFile(args: readonly string[], from: string): Promise<void> {
  const { values } = readArguments(args, {
    verb: 'report',
    values: ['region', 'year', 'out', 'peers', 'lang'],
    needed: ['region', 'year', 'out'],
  })
  const file = namedFile(values.get('out') ?? '', from)
  const format = reportFormats.find((one) => file.name.toLowerCase().endsWith(`.${one}`))
  if (!format) throw misuse('reportFormat', { file: file.name })
  const wanted = values.get('lang') ?? language
  const lang = reportLanguages.find((one) => one === wanted)
  if (!lang) throw misuse('reportLanguage', { text: wanted })
  const text = values.get('year') ?? ''
  if (!/^\d{4}$/.test(text)) throw misuse('notAYear', { text })
  const region = values.get('region') ?? ''
  const year = Number(text)
  const asked = { region, year, peers: values.get('peers'), lang, format }
  const outcome = await withInstallation(() =>
    makeReport(commandLine, asked, async (stage, done, total) =>
      showProgress(total > 1 ? 'reportCharts' : 'reportStage', { stage: sentence(stage), done, total }),
    ),
  )
  showProgress(null)
  if (!outcome.ok) {
    const { reason } = outcome
    throw refusal(reason === 'unknownRegion' ? 'noSuchRegion' : reason, { region, year })
  }
  const { bytes } = outcome.value
  writeWhole(file, bytes)
  const kilobytes = Math.ceil(bytes.byteLength / 1000)
  process.stdout.write(`${sentence('reportMade', { file: file.name, kilobytes })}\n`)
}
