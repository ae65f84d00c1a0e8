// What the command line says, in the language of the terminal.
import { formatNumber } from '@/lib/format'
import { locale } from '@/scripts/lib/words.mjs'

const en = {
  unknownVerb: 'There is no verb "{verb}": see pentad --help.',
  unknownOption: 'pentad {verb} has no option "{option}": see pentad {verb} --help.',
  missingOption: 'pentad {verb} needs {option}: see pentad {verb} --help.',
  missingValue: 'The option {option} needs a value: see pentad {verb} --help.',
  flagWithValue: 'The option {option} takes no value: see pentad {verb} --help.',
  optionTwice: 'The option {option} is given twice.',
  missingArgument: 'pentad {verb} needs {argument}: see pentad {verb} --help.',
  tooManyArguments: 'pentad {verb} does not expect "{argument}": see pentad {verb} --help.',
  notAYear: '"{text}" is not a year.',
  reportFormat: 'The name of the report must end in .pdf, .docx or .xlsx, got {file}.',
  reportLanguage: 'Reports are made in en and zh, got "{text}".',

  fileMissing: 'There is no file {file}.',
  fileIsFolder: '{file} is a folder, a file is needed.',
  fileUnreadable: '{file} may not be read: correct its permission.',
  folderIsFile: '{file} is a file, the results need a folder.',
  notWritable: 'There is no permission to write to {file}.',
  diskFull: 'The disk is full, {file} was not written.',

  at: '{file}, line {line}, column {column}: {problem}.',
  atLine: '{file}, line {line}: {problem}.',
  columnMissing: 'there is no column {column}; needed are {needed}',
  columnTwice: 'there are two columns of this name',
  columnUnknown: 'this column is not known; known are {known}',
  noHeader: 'the file is empty; its first line must name the columns {needed}',
  noRows: 'there is no row below the header',
  fieldCount: 'the row has {count} fields, the header {expected}',
  badQuote: 'a quotation mark stands where none may, or is not closed',
  notUtf8: '"{text}" is not UTF-8; save the file as CSV UTF-8',
  empty: 'a code is needed, the cell is empty',
  notANumber: '"{text}" is not a number; an empty cell means "not observed"',
  notFinite: '{text} is too large for a number',
  notWhole: '"{text}" is not a year, a whole number from 1 to 9999',
  valueTwice: '{region}, {indicator}, {year} has a value on line {before} already',
  rowTwice: '{code} stands on line {before} already',
  unknownParent: 'no row has the code {parent}',
  circle: '{code} is its own ancestor',
  directionMissing: '{code} has nothing below it, so it is an indicator and needs the direction 1 or -1',
  directionInvalid: 'the direction must be 1 or -1, got "{text}"',
  directionAbove: '{code} has other nodes below it, so that it cannot have the direction -1',
  weightInvalid: 'the weight must be a number of at least 0, got "{text}"',
  onlyIndicators: 'only an indicator has it, and {code} has other nodes below it',
  goalpostAlone: 'goalpost_low and goalpost_high must both be given',
  goalpostsReversed: 'goalpost_low must be below goalpost_high, got {low} and {high}',
  regionWithoutGroup: '{region} has no row in {groups}',
  noIndicators: '{file} has no row whose indicator is in {framework}.',
  statusUnknown: '"{text}" is not a status code; known are {known}',
  tooManyCells:
    '{file} spans {cells} cells (regions × years × indicators), more than {most}: check the years and codes.',
  notJson: 'from here on this is not JSON: {text}',
  jsonEnds: 'the JSON ends too early',
  recipeProblem: '{problem}',

  cannotCalculate: 'The calculation cannot be done: {reason}.',
  passedOver: '{count} indicator(s) of {data} are not in {framework} and take no part: {codes}.',
  unused: '{count} indicator(s) without any value take no part: {codes}.',
  unscored: '{count} indicator(s) have values but no scores in some frame; trace.json says why: {codes}.',
  reading: 'Reading {file}: {rows} rows …',
  calculating: 'Calculating …',
  uncertainty: 'Calculating rank intervals from {runs} runs …',
  writing: 'Writing {file} …',
  indexWritten: '{regions} regions, {years} years, {nodes} nodes: {files} files in {folder}.',

  noObservations: 'There are no observations to export.',
  noObservationsOf: 'There are no observations of {codes}: check the codes.',
  exported: '{count} observations: {file}.',
  exportFormat: 'The format "{text}" is not known; known are {known}.',
  notAccepted: '{column} holds something that is not known there.',
  exportTooLarge: 'A sheet of Excel holds at most {most} rows: choose fewer observations, or another format.',
  xlsxNeedsFile: 'A workbook cannot be written to standard output: name a file with --out.',
  exporting: 'Writing the observations …',
  importProblem: '{file}, line {row}: {region}, {indicator}, {year}: {problem}.',
  importProblemAt: '{file}, line {row}: {problem}.',
  importProblemInSheet: '{file}, row {row}: {region}, {indicator}, {year}: {problem}.',
  importProblemAtRow: '{file}, row {row}: {problem}.',
  importMore: 'and {count} more.',
  importRefused:
    'Nothing was imported: correct {count} value(s) of {file} first, or leave them out with --partial.',
  importWarning: '{file}: {warning}',
  importing: 'Importing {file}: {done} of {total} steps …',
  imported: '{file}: {added} new, {changed} changed, {same} unchanged.',
  importedPartly:
    '{file}: {added} new, {changed} changed, {same} unchanged; {rejected} rejected and left out (--partial).',
  importTried: '{file}: {added} new, {changed} changed, {same} unchanged. Nothing was written (--dry-run).',
  importConflict:
    '{count} value(s) were changed by somebody else at this moment; nothing was imported. Import again.',
  notAddable:
    'These codes cannot be added, because they are taken by now or what they belong to is not there: {codes}.',
  encodingUnknown: 'The encoding "{text}" is not known; known are {known}.',
  vintageUnknown: 'The vintage "{text}" is not known; known are {known}.',
  settingsInvalid: '{file} holds no settings of an import: {path}.',
  settingsNotJson: '{file} is not JSON.',
  regionNotUnderstood: '"{name}" is no region that is known; say with --settings what it stands for',
  indicatorNotUnderstood: '"{name}" is no indicator that is known; say with --settings what it stands for',
  regionNotConfirmed: '"{name}" may be {guess}; confirm it with --settings',
  indicatorNotConfirmed: '"{name}" may be {guess}; confirm it with --settings',
  unitNotUnderstood:
    'nobody knows how the unit "{from}" leads to "{to}"; say with --settings which one the file uses',
  belowHardMin: 'the smallest allowed value is {limit}',
  aboveHardMax: 'the largest allowed value is {limit}',
  notALevel: 'this milestone has the levels {levels}',
  outsideValidity: 'the region does not exist in this year',
  twice: 'the same cell is given twice',
  textTooLong: 'the source or the note is too long',
  missingStatusWithValue: 'the status says that there is no value, but there is one',
  valueStatusWithoutValue: 'the status needs a value',

  noSuchRegion: 'There is no region with the code {region}.',
  yearWithoutData: 'There are no data for {year}.',
  regionWithoutData: '{region} has no values up to {year}, so that there is no report.',
  data: 'reading the data',
  words: 'composing the text',
  charts: 'drawing the charts',
  file: 'writing the file',
  reportStage: 'Making the report: {stage} …',
  reportCharts: 'Making the report: {stage}, {done} of {total} …',
  reportMade: '{file} ({kilobytes} KB)',
  unexpected: 'Something unexpected happened: {reason}',
}

export type Sentence = keyof typeof en

const zh: Record<Sentence, string> = {
  unknownVerb: '没有“{verb}”这个子命令，请查看 pentad --help。',
  unknownOption: 'pentad {verb} 没有选项“{option}”，请查看 pentad {verb} --help。',
  missingOption: 'pentad {verb} 需要 {option}，请查看 pentad {verb} --help。',
  missingValue: '选项 {option} 需要取值，请查看 pentad {verb} --help。',
  flagWithValue: '选项 {option} 不带取值，请查看 pentad {verb} --help。',
  optionTwice: '选项 {option} 重复给出。',
  missingArgument: 'pentad {verb} 需要 {argument}，请查看 pentad {verb} --help。',
  tooManyArguments: 'pentad {verb} 不需要“{argument}”，请查看 pentad {verb} --help。',
  notAYear: '“{text}”不是年份。',
  reportFormat: '报告文件名须以 .pdf、.docx 或 .xlsx 结尾，现为 {file}。',
  reportLanguage: '报告语言为 en 或 zh，现为“{text}”。',

  fileMissing: '找不到文件 {file}。',
  fileIsFolder: '{file} 是文件夹，此处需要文件。',
  fileUnreadable: '没有读取 {file} 的权限，请更正权限。',
  folderIsFile: '{file} 是文件，结果须写入文件夹。',
  notWritable: '没有写入 {file} 的权限。',
  diskFull: '磁盘已满，{file} 未写入。',

  at: '{file} 第 {line} 行 {column} 列：{problem}。',
  atLine: '{file} 第 {line} 行：{problem}。',
  columnMissing: '缺少 {column} 列；须有 {needed}',
  columnTwice: '此列名出现两次',
  columnUnknown: '不认识此列；可用的列为 {known}',
  noHeader: '文件为空；首行须为列名 {needed}',
  noRows: '表头之下没有数据行',
  fieldCount: '该行有 {count} 个字段，表头有 {expected} 个',
  badQuote: '引号位置有误或没有闭合',
  notUtf8: '“{text}”不是 UTF-8 编码，请将文件另存为 UTF-8 格式的 CSV',
  empty: '此处需要代码，单元格为空',
  notANumber: '“{text}”不是数字；未观测的值请留空',
  notFinite: '{text} 超出数字范围',
  notWhole: '“{text}”不是年份，年份须为 1 至 9999 的整数',
  valueTwice: '{region}、{indicator}、{year} 的值已在第 {before} 行给出',
  rowTwice: '{code} 已在第 {before} 行出现',
  unknownParent: '没有代码为 {parent} 的行',
  circle: '{code} 是自身的上级',
  directionMissing: '{code} 没有下级，因而是指标，须给出方向 1 或 -1',
  directionInvalid: '方向须为 1 或 -1，现为“{text}”',
  directionAbove: '{code} 有下级，方向不能为 -1',
  weightInvalid: '权重须为不小于 0 的数字，现为“{text}”',
  onlyIndicators: '只有指标才有此项，而 {code} 有下级',
  goalpostAlone: 'goalpost_low 与 goalpost_high 须同时给出',
  goalpostsReversed: 'goalpost_low 须小于 goalpost_high，现为 {low} 和 {high}',
  regionWithoutGroup: '{groups} 中没有 {region} 这一行',
  noIndicators: '{file} 中没有任何一行的指标出现在 {framework} 中。',
  statusUnknown: '“{text}”不是状态代码；可用的代码为 {known}',
  tooManyCells: '{file} 共涉及 {cells} 个单元格（地区 × 年份 × 指标），超过上限 {most}，请检查年份与代码。',
  notJson: '从此处起不是有效的 JSON：{text}',
  jsonEnds: 'JSON 不完整',
  recipeProblem: '{problem}',

  cannotCalculate: '无法计算：{reason}。',
  passedOver: '{data} 中有 {count} 个指标不在 {framework} 中，不参与计算：{codes}。',
  unused: '有 {count} 个指标没有任何数值，不参与计算：{codes}。',
  unscored: '有 {count} 个指标虽有数值，但在某些比较范围内无法计分，原因见 trace.json：{codes}。',
  reading: '正在读取 {file}：{rows} 行……',
  calculating: '正在计算……',
  uncertainty: '正在由 {runs} 次模拟计算排名区间……',
  writing: '正在写入 {file} ……',
  indexWritten: '{regions} 个地区、{years} 个年份、{nodes} 个节点：{files} 个文件已写入 {folder}。',

  noObservations: '没有可导出的观测值。',
  noObservationsOf: '没有 {codes} 的观测值，请检查代码。',
  exported: '{count} 条观测值：{file}。',
  exportFormat: '不认识格式“{text}”；可用的格式为 {known}。',
  notAccepted: '{column} 中有不认识的内容。',
  exportTooLarge: 'Excel 工作表最多容纳 {most} 行：请减少导出内容，或改用其他格式。',
  xlsxNeedsFile: '工作簿不能写到标准输出，请用 --out 指定文件。',
  exporting: '正在写出观测值……',
  importProblem: '{file} 第 {row} 行：{region}、{indicator}、{year}：{problem}。',
  importProblemAt: '{file} 第 {row} 行：{problem}。',
  importProblemInSheet: '{file} 第 {row} 行：{region}、{indicator}、{year}：{problem}。',
  importProblemAtRow: '{file} 第 {row} 行：{problem}。',
  importMore: '另有 {count} 处。',
  importRefused: '未导入任何数据：请先更正 {file} 中的 {count} 个值，或用 --partial 略去这些值。',
  importWarning: '{file}：{warning}',
  importing: '正在导入 {file}：{done}/{total} 步……',
  imported: '{file}：新增 {added}，更改 {changed}，未变 {same}。',
  importedPartly:
    '{file}：新增 {added}，更改 {changed}，未变 {same}；{rejected} 个值被拒绝，已略去（--partial）。',
  importTried: '{file}：新增 {added}，更改 {changed}，未变 {same}。未写入任何数据（--dry-run）。',
  importConflict: '有 {count} 个值此刻被他人更改，未导入任何数据，请重新导入。',
  notAddable: '以下代码无法新增，可能已被占用，或其所属对象不存在：{codes}。',
  encodingUnknown: '不认识编码“{text}”；可用的编码为 {known}。',
  vintageUnknown: '不认识版次“{text}”；可用的版次为 {known}。',
  settingsInvalid: '{file} 不是导入设置：{path}。',
  settingsNotJson: '{file} 不是 JSON。',
  regionNotUnderstood: '“{name}”不是已知的地区，请用 --settings 指明其含义',
  indicatorNotUnderstood: '“{name}”不是已知的指标，请用 --settings 指明其含义',
  regionNotConfirmed: '“{name}”可能是 {guess}，请用 --settings 确认',
  indicatorNotConfirmed: '“{name}”可能是 {guess}，请用 --settings 确认',
  unitNotUnderstood: '无法由单位“{from}”换算为“{to}”，请用 --settings 指明文件所用单位',
  belowHardMin: '允许的最小值为 {limit}',
  aboveHardMax: '允许的最大值为 {limit}',
  notALevel: '该里程碑的等级为 {levels}',
  outsideValidity: '该地区在这一年不存在',
  twice: '同一单元格重复给出',
  textTooLong: '来源或备注过长',
  missingStatusWithValue: '状态表示没有数值，但给出了数值',
  valueStatusWithoutValue: '该状态需要数值',

  noSuchRegion: '没有代码为 {region} 的地区。',
  yearWithoutData: '{year} 年没有数据。',
  regionWithoutData: '{region} 在 {year} 年及以前没有数值，无法生成报告。',
  data: '读取数据',
  words: '组织文字',
  charts: '绘制图表',
  file: '写入文件',
  reportStage: '正在生成报告：{stage}……',
  reportCharts: '正在生成报告：{stage}（{done}/{total}）……',
  reportMade: '{file}（{kilobytes} KB）',
  unexpected: '发生意外错误：{reason}',
}

/** All sentences in both languages. */
export const sentences: Readonly<Record<'en' | 'zh', Readonly<Record<Sentence, string>>>> = { en, zh }

export const language = locale

type Params = Readonly<Record<string, string | number>>

/** A sentence in the language of the terminal. */
export function sentence(key: Sentence, params: Params = {}): string {
  return sentences[language][key].replaceAll(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole))
}

/** A count as a person writes it. */
export const counted = (count: number): string =>
  formatNumber(count, { locale: language === 'zh' ? 'zh-CN' : 'en-GB', decimals: 0 })

/** The first few of many codes. */
export function listed(codes: readonly string[]): string {
  const most = 5
  const shown = codes.slice(0, most).join(language === 'zh' ? '、' : ', ')
  return codes.length > most ? `${shown}, …` : shown
}

/** A reason to stop that a person can do something about: one sentence on standard error, exit code 1. */
export class CommandError extends Error {
  /** which sentence it is, for programs that call this one */
  readonly code: string

  constructor(text: string, code = 'refused') {
    super(text)
    this.name = 'CommandError'
    this.code = code
  }
}

/** The command was not understood: exit code 2. */
export class UsageError extends CommandError {}

export const refusal = (key: Sentence, params?: Params) => new CommandError(sentence(key, params), key)
export const misuse = (key: Sentence, params?: Params) => new UsageError(sentence(key, params), key)
