import { language } from './words'

const general = {
  en: `pentad VERB …

  index          scores, ranks and every stage before them, from files
  recipe check   what is wrong with a recipe, or the whole of it
  import         observations of a file into the database
  export         observations of the database as CSV, XLSX or SDMX-CSV
  report         the progress report of a region

pentad VERB --help says more. In the project's folder: npm run --silent pentad -- VERB …
`,
  zh: `pentad 子命令 ……

  index          由文件计算得分、排名及各中间步骤
  recipe check   检查计算方案，并补全省略的部分
  import         将文件中的观测值导入数据库
  export         将数据库中的观测值导出为 CSV、XLSX 或 SDMX-CSV
  report         生成一个地区的进展报告

详细说明见 pentad 子命令 --help。在项目文件夹中：npm run --silent pentad -- 子命令 ……
`,
}

const verbs = {
  index: {
    en: `pentad index --data FILE --framework FILE --recipe FILE [--regions FILE] --out FOLDER

Carries out a recipe on files; no database is needed.

  --data FILE        CSV: region,indicator,year,value; an empty value = not observed
  --framework FILE   CSV: code,parent,direction,weight[,goalpost_low,goalpost_high,target];
                     what has nothing below it is an indicator, with direction 1 or -1
  --recipe FILE      JSON; every key may be left out (see pentad recipe check)
  --regions FILE     CSV: code,group; for group imputation
  --out FOLDER       scores.csv, normalised.csv, treated.csv, imputed.csv, weights.csv, trace.json,
                     and intervals.csv when the recipe asks for runs; files of these names are replaced
`,
    zh: `pentad index --data 文件 --framework 文件 --recipe 文件 [--regions 文件] --out 文件夹

按计算方案处理文件中的数据，无需数据库。

  --data 文件        CSV：region,indicator,year,value；value 为空表示未观测
  --framework 文件   CSV：code,parent,direction,weight[,goalpost_low,goalpost_high,target]；
                     没有下级的节点为指标，direction 取 1 或 -1
  --recipe 文件      JSON；各项均可省略（参见 pentad recipe check）
  --regions 文件     CSV：code,group；用于分组插补
  --out 文件夹       scores.csv、normalised.csv、treated.csv、imputed.csv、weights.csv、trace.json，
                     方案要求模拟时另有 intervals.csv；同名文件将被替换
`,
  },
  'recipe check': {
    en: `pentad recipe check FILE

Prints the recipe with everything that was left out, or says what is wrong with it and where.
`,
    zh: `pentad recipe check 文件

输出补全后的计算方案，或指出错误及其位置。
`,
  },
  import: {
    en: `pentad import FILE [--dry-run] [--partial] [--json] [--sheet NAME] [--range A3:H40]
                  [--encoding NAME] [--vintage NAME] [--settings FILE]

Writes the observations of a file into the database, as the page of imports does: in one batch, all of them, or
none when one is wrong.

  FILE              CSV and other separated text, XLSX, SDMX-CSV, JSON-stat, and the layouts of the World Bank,
                    Eurostat, Our World in Data and statistical bureaus; also compressed with gzip
  --dry-run         says what would be written, and writes nothing
  --partial         leaves out what is wrong and writes the rest
  --json            prints one object on standard output and nothing else
  --sheet, --range  which sheet of a workbook, and which part of it
  --encoding NAME   utf-8, utf-16le, utf-16be or gb18030; left out = recognised
  --vintage NAME    preliminary, verified or final
  --settings FILE   JSON: how the file is read and what its names stand for (see docs/cli.md)

Values that are the same already are passed over. What they were before stays in their history. The exit code is 1
when something was rejected and --partial was not given.
`,
    zh: `pentad import 文件 [--dry-run] [--partial] [--json] [--sheet 名称] [--range A3:H40]
                  [--encoding 名称] [--vintage 名称] [--settings 文件]

与导入页面相同，将文件中的观测值作为一个批次写入数据库；任何一个值有误，则全部不写入。

  文件              CSV 等分隔文本、XLSX、SDMX-CSV、JSON-stat，以及世界银行、Eurostat、Our World in Data
                    和统计部门的表式；也可为 gzip 压缩文件
  --dry-run         只说明将写入什么，不实际写入
  --partial         略去有误的值，写入其余的值
  --json            仅在标准输出上输出一个 JSON 对象
  --sheet、--range  工作簿中的工作表及其区域
  --encoding 名称   utf-8、utf-16le、utf-16be 或 gb18030；省略则自动识别
  --vintage 名称    preliminary（初步）、verified（核实）或 final（最终）
  --settings 文件   JSON：文件的读取方式及其中名称的含义（参见 docs/cli.md）

与现有数值相同的值不作改动；被更改的数值保留在修订记录中。有值被拒绝且未给出 --partial 时，退出码为 1。
`,
  },
  export: {
    en: `pentad export [--region CODES] [--indicator CODES] [--from YEAR] [--to YEAR] [--status CODES]
              [--format NAME] [--lang en|zh] [--out FILE]

Writes observations as a file that pentad import reads back to the same. Several codes stand with commas.

  --region CODES     of these regions only
  --indicator CODES  of these indicators only
  --from, --to YEAR  of these years only
  --status CODES     with these status codes only
  --format NAME      csv, xlsx, sdmx-csv (2.0) or sdmx-csv-1; left out = by the ending of the file
                     (.csv, .xlsx, .sdmx.csv)
  --lang             the language of a workbook; left out = that of the terminal
  --out FILE         into a file; left out = to standard output
`,
    zh: `pentad export [--region 代码] [--indicator 代码] [--from 年份] [--to 年份] [--status 代码]
              [--format 名称] [--lang en|zh] [--out 文件]

将观测值输出为文件，pentad import 可原样读回。多个代码以逗号分隔。

  --region 代码      仅这些地区
  --indicator 代码   仅这些指标
  --from、--to 年份  仅这些年份
  --status 代码      仅这些状态代码
  --format 名称      csv、xlsx、sdmx-csv（2.0）或 sdmx-csv-1；省略则由扩展名决定
                     （.csv、.xlsx、.sdmx.csv）
  --lang             工作簿的语言；省略则与终端语言相同
  --out 文件         写入文件；省略则写到标准输出
`,
  },
  report: {
    en: `pentad report --region CODE --year YEAR --out FILE [--peers CODE,CODE] [--lang en|zh]

Makes the progress report of a region.

  --out FILE     its ending chooses the format: .pdf, .docx or .xlsx
  --peers CODES  the regions to compare with; left out = those of the same group
  --lang         the language of the report; left out = that of the terminal
`,
    zh: `pentad report --region 代码 --year 年份 --out 文件 [--peers 代码,代码] [--lang en|zh]

生成一个地区的进展报告。

  --out 文件     由扩展名决定格式：.pdf、.docx 或 .xlsx
  --peers 代码   对比地区；省略则为同组地区
  --lang         报告语言；省略则与终端语言相同
`,
  },
}

/** The help of a verb, or the general one. */
export function helpOf(verb?: keyof typeof verbs): string {
  return (verb ? verbs[verb] : general)[language]
}
