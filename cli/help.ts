import { language } from './words'

const general = {
  en: `pentad VERB …

  index          scores, ranks and every stage before them, from files
  recipe check   what is wrong with a recipe, or the whole of it
  import         observations from a CSV file into the database
  export         observations of the database as CSV
  report         the progress report of a region

pentad VERB --help says more. In the project's folder: npm run --silent pentad -- VERB …
`,
  zh: `pentad 子命令 ……

  index          由文件计算得分、排名及各中间步骤
  recipe check   检查计算方案，并补全省略的部分
  import         将 CSV 文件中的观测值导入数据库
  export         将数据库中的观测值导出为 CSV
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
    en: `pentad import FILE [--dry-run]

Writes observations into the database: all rows, or none when one of them is wrong.

  FILE        CSV: region,indicator,year,value[,status,source,note]; an empty value = not observed
  --dry-run   says what would be written, and writes nothing

Values that are the same already are passed over. What they were before stays in their history.
`,
    zh: `pentad import 文件 [--dry-run]

将观测值写入数据库；任何一行有误，则全部不写入。

  文件        CSV：region,indicator,year,value[,status,source,note]；value 为空表示未观测
  --dry-run   只说明将写入什么，不实际写入

与现有数值相同的行不作改动；被更改的数值保留在修订记录中。
`,
  },
  export: {
    en: `pentad export [--region CODE] [--indicator CODE] [--out FILE]

Writes observations as CSV: region,indicator,year,value,status,source,note.

  --region CODE      of this region only
  --indicator CODE   of this indicator only
  --out FILE         into a file; left out = to standard output
`,
    zh: `pentad export [--region 代码] [--indicator 代码] [--out 文件]

将观测值输出为 CSV：region,indicator,year,value,status,source,note。

  --region 代码      仅此地区
  --indicator 代码   仅此指标
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
