import { createTranslator } from 'next-intl'
import type { ImportIssue } from '@/features/bulk/schema'
import type { FileProblem, FileWarning, Inspection, ReadProblem } from '@/features/imports/schema'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { language, type Sentence, sentence, sentences } from './words'

type Params = Readonly<Record<string, string | number>>

// The words of the page of imports: what a file is and what stands in it is the same from a terminal.
const t = createTranslator({
  locale: language,
  messages: language === 'zh' ? zh : en,
  namespace: 'imports',
})
const said = (key: string, params: Params = {}) => t(key as 'title', params)

/** Without its full stop, to stand in a longer sentence. */
const clause = (text: string) => text.replace(/[.。]$/u, '')

/** Why a file cannot be read. */
export const fileProblemText = ({ code, params }: FileProblem): string => said(`file.${code}`, params)
/** What is worth saying of a file that is read all the same. */
export const fileWarningText = ({ code, params }: FileWarning): string => said(`warning.${code}`, params)

/** What the page answers with a choice that a terminal does not have, the command line says in words of its own. */
const ownWords: Partial<Record<ReadProblem['code'], Sentence>> = {
  unknownRegion: 'regionNotUnderstood',
  unknownIndicator: 'indicatorNotUnderstood',
  unconfirmedRegion: 'regionNotConfirmed',
  unconfirmedIndicator: 'indicatorNotConfirmed',
  unknownUnit: 'unitNotUnderstood',
}

/** Why a value of the file cannot be read. */
export function readProblemText(problem: ReadProblem, { regions, indicators }: Inspection): string {
  const { code, params, text = '' } = problem
  const own = ownWords[code]
  if (!own) return clause(said(`problem.${code}`, { text, ...params }))
  const matches = code === 'unconfirmedRegion' ? regions : indicators
  const guess = matches.find((match) => match.text === params?.name)?.code ?? ''
  return sentence(own, { guess, ...params })
}

const isSentence = (code: string): code is Sentence => Object.hasOwn(sentences.en, code)

/** Why a value cannot be written. */
export function issueText({ code, params }: ImportIssue): string {
  return isSentence(code) ? sentence(code, params) : code
}
