// @ts-check
// What the set-up says to a person, in the language of the terminal.

const sentences = {
  en: {
    nodeTooOld: 'Pentad needs Node.js 20.19 or later; this is {version}.',
    installing: 'Installing the packages (once, and when they change) …',
    generating: 'Preparing the database client …',
    hydrating: 'Preparing the private PostgreSQL …',
    building: 'Building Pentad (once, and when its source changes) …',
    initialising: 'Creating the private database in {folder} …',
    startingDatabase: 'Starting the private database …',
    adopted: 'The private database was still running and is taken over.',
    guest: 'The private database is already running for another Pentad and is shared.',
    movedHome:
      'The project stands in a folder that the database user cannot enter; the data are kept in {folder}.',
    migrating: 'Bringing the database up to date ({count} step(s)) …',
    loadingSample: 'Loading the sample data into the empty database …',
    ready: 'Pentad is ready: {address}',
    stopHint: 'Ctrl-C stops it.',
    stopping: 'Stopping …',
    stopped: 'Stopped. Nothing was lost.',
    portInvalid: 'PORT is "{port}", which is not a port: give a number from 1 to 65535.',
    portInUse:
      'Port {port} is in use: stop the other program, or choose another port, such as PORT={next} npm start.',
    portForbidden:
      'Port {port} may not be opened by this user: choose one above 1023, such as PORT=3000 npm start.',
    diskFull:
      'The disk that holds {folder} is full: free at least {needed} MB, then start again. Nothing was changed.',
    notWritable:
      'There is no permission to write to {folder}: correct the permission, or choose another folder with PENTAD_HOME.',
    homeUnreachable:
      '{folder} stands in a folder that the database user "nobody" cannot enter: choose another one with PENTAD_HOME, such as /var/lib/pentad.',
    notAFolder: '{folder} is not a folder: remove the file, or choose another folder with PENTAD_HOME.',
    urlInvalid: 'DATABASE_URL is not an address of the form postgresql://user:password@host:port/database.',
    databaseUnreachable:
      'No PostgreSQL answers at {host} (DATABASE_URL): check host and port, and that the server is running.',
    databaseDenied: 'PostgreSQL at {host} refused the user or the password of DATABASE_URL: correct them.',
    databaseMissing:
      'The database "{database}" of DATABASE_URL does not exist at {host}: create it, or correct the name.',
    databaseNoRights:
      'The user of DATABASE_URL may not create tables in the database "{database}": grant it the right, or use another user.',
    databaseTooOld: 'PostgreSQL at {host} has version {version}; Pentad needs 15 or later.',
    databaseNewer:
      'The database was made by a newer version of Pentad (step {step} is unknown here): update Pentad, or use another database.',
    databaseBroken:
      'The step {step} of the database was interrupted before: restore a backup, or see "A step was interrupted" in docs/operations.md.',
    postgresMissing:
      'There is no private PostgreSQL for this system ({system}): set DATABASE_URL to a PostgreSQL 15 or later.',
    postgresFailed: 'The private database did not start; its log is {log}. The last line: {line}',
    migrationFailed: 'The database could not be brought up to date: {reason}',
    stepFailed: '"{command}" ended with an error (shown above).',
    webFailed: 'The web server ended by itself (code {code}); see above.',
    installingBrowser: 'Installing {packages} for the tests …',
    downloadingBrowser: 'Downloading a Chromium for the tests …',
    browserFound: 'Browser: {file}',
    chineseFontMissing: 'No Chinese font was found: Chinese pages are tested with boxes for characters.',
    browserMissing:
      'No Chromium was found and none could be installed: install one, or name it with PENTAD_CHROMIUM.',
    browserNotThere: 'PENTAD_CHROMIUM is "{file}", where there is no file.',
    oracleMissing: 'The reference results are missing: put them into {folder}.',
    unexpected: 'Something unexpected happened: {reason}',
  },
  zh: {
    nodeTooOld: 'Pentad 需要 Node.js 20.19 或更高版本；当前版本为 {version}。',
    installing: '正在安装依赖包（仅首次及依赖变化时）……',
    generating: '正在准备数据库客户端……',
    hydrating: '正在准备内置 PostgreSQL……',
    building: '正在构建 Pentad（仅首次及源码变化时）……',
    initialising: '正在 {folder} 中创建内置数据库……',
    startingDatabase: '正在启动内置数据库……',
    adopted: '内置数据库仍在运行，已接管。',
    guest: '内置数据库正由另一个 Pentad 使用，将共用该数据库。',
    movedHome: '数据库用户无法进入项目所在文件夹，数据改存于 {folder}。',
    migrating: '正在更新数据库结构（{count} 步）……',
    loadingSample: '数据库为空，正在载入示例数据……',
    ready: 'Pentad 已就绪：{address}',
    stopHint: '按 Ctrl-C 停止。',
    stopping: '正在停止……',
    stopped: '已停止，数据完好。',
    portInvalid: 'PORT 的值“{port}”不是有效端口：请填写 1 至 65535 之间的数字。',
    portInUse: '端口 {port} 已被占用：请停止占用它的程序，或改用其他端口，例如 PORT={next} npm start。',
    portForbidden: '当前用户无权使用端口 {port}：请选择 1023 以上的端口，例如 PORT=3000 npm start。',
    diskFull: '{folder} 所在磁盘空间不足：请至少腾出 {needed} MB 后重新启动。未作任何更改。',
    notWritable: '没有写入 {folder} 的权限：请更正权限，或用 PENTAD_HOME 指定其他文件夹。',
    homeUnreachable:
      '数据库用户“nobody”无法进入 {folder} 所在的文件夹：请用 PENTAD_HOME 指定其他文件夹，例如 /var/lib/pentad。',
    notAFolder: '{folder} 不是文件夹：请移走该文件，或用 PENTAD_HOME 指定其他文件夹。',
    urlInvalid: 'DATABASE_URL 的格式不正确，应为 postgresql://用户:密码@主机:端口/数据库。',
    databaseUnreachable:
      '{host} 上没有 PostgreSQL 应答（DATABASE_URL）：请检查主机与端口，并确认服务正在运行。',
    databaseDenied: '{host} 上的 PostgreSQL 拒绝了 DATABASE_URL 中的用户或密码：请更正。',
    databaseMissing: '{host} 上不存在 DATABASE_URL 所指的数据库“{database}”：请先创建，或更正名称。',
    databaseNoRights: 'DATABASE_URL 的用户无权在数据库“{database}”中建表：请授予权限，或改用其他用户。',
    databaseTooOld: '{host} 上的 PostgreSQL 版本为 {version}；Pentad 需要 15 或更高版本。',
    databaseNewer:
      '该数据库由更新版本的 Pentad 创建（本版本不认识步骤 {step}）：请升级 Pentad，或改用其他数据库。',
    databaseBroken:
      '数据库更新步骤 {step} 曾被中断：请恢复备份，或参阅 docs/operations.md 中“A step was interrupted”一节。',
    postgresMissing:
      '没有适用于本系统（{system}）的内置 PostgreSQL：请将 DATABASE_URL 设为 PostgreSQL 15 或更高版本。',
    postgresFailed: '内置数据库未能启动，日志见 {log}。最后一行：{line}',
    migrationFailed: '数据库结构更新失败：{reason}',
    stepFailed: '“{command}”执行出错（见上）。',
    webFailed: 'Web 服务自行退出（代码 {code}），见上。',
    installingBrowser: '正在为测试安装 {packages} ……',
    downloadingBrowser: '正在为测试下载 Chromium ……',
    browserFound: '浏览器：{file}',
    chineseFontMissing: '未找到中文字体：测试中文页面时字符将显示为方框。',
    browserMissing: '未找到 Chromium，也无法安装：请自行安装，或用 PENTAD_CHROMIUM 指定。',
    browserNotThere: 'PENTAD_CHROMIUM 的值“{file}”不是已有文件。',
    oracleMissing: '缺少对照结果：请将其放入 {folder}。',
    unexpected: '发生意外错误：{reason}',
  },
}

/** @typedef {keyof typeof sentences.en} Sentence */

/** The language of the terminal. @type {'en' | 'zh'} */
export const locale = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  ? 'zh'
  : 'en'

/**
 * A sentence in the language of the terminal.
 * @param {Sentence} key
 * @param {Record<string, string | number>} [params]
 */
export function sentence(key, params = {}) {
  return sentences[locale][key].replaceAll(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole))
}

/** @type {NodeJS.WritableStream | null} */
let spoken = process.stdout

/** Where `say` speaks, for a command whose standard output is its result; null = nowhere. */
export function speakOn(/** @type {NodeJS.WritableStream | null} */ stream) {
  spoken = stream
}

/**
 * Says a sentence, on standard output unless a command has chosen otherwise.
 * @param {Sentence} key
 * @param {Record<string, string | number>} [params]
 */
export function say(key, params) {
  spoken?.write(`${sentence(key, params)}\n`)
}

/** A reason to stop that a person can do something about: one sentence, exit code 1. */
export class SetupError extends Error {
  /**
   * @param {Sentence} key
   * @param {Record<string, string | number>} [params]
   */
  constructor(key, params) {
    super(sentence(key, params))
    this.name = 'SetupError'
  }
}

/**
 * Ends the process with one sentence and exit code 1.
 * @param {unknown} error
 * @returns {never}
 */
export function endWith(error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${error instanceof SetupError ? reason : sentence('unexpected', { reason })}\n`)
  process.exit(1)
}
