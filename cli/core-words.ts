import { language } from './words'

// What the core says in English when it stops, in Chinese. A sentence that is not here stays as it is.

type Table = readonly (readonly [RegExp, string])[]

/** What `completeRecipe` may say of a key. */
const ofKeys: Table = [
  [/^is not known$/, '不是可用的名称'],
  [/^must be an object$/, '须为对象'],
  [/^must be one of (.+), got (.+)$/, '须为 $1 之一，现为 $2'],
  [/^must be a number, got (.+)$/, '须为数字，现为 $1'],
  [/^must be a number of at least (\S+), got (.+)$/, '须为不小于 $1 的数字，现为 $2'],
  [/^must be a number above (\S+), got (.+)$/, '须为大于 $1 的数字，现为 $2'],
  [/^must be a whole number of at least (\S+), got (.+)$/, '须为不小于 $1 的整数，现为 $2'],
  [/^must be a share between 0 and 1, got (.+)$/, '须为 0 至 1 之间的比例，现为 $1'],
  [
    /^must be a method \((.+)\) per level, the lowest being "1", got (.+)$/,
    '须为各层级指定方法（$1），最低层级为 "1"，现为 $2',
  ],
  [/^must be below upper, got (\S+) and (\S+)$/, '须小于 upper，现为 $1 和 $2'],
  [
    /^(\S+) needs values in their unit, which recipe\.treat (\S+) takes away$/,
    '$1 需要原单位的数值，而 treat 中的 $2 会改变单位',
  ],
]

/** What data may lack that a method needs. */
const ofMethods: Table = [
  [
    /^recipe\.impute\.method (\S+) needs the group of each region$/,
    'impute.method 为 $1 时，须用 --regions 给出各地区的组别',
  ],
  [
    /^(\S+) needs scores above 0, got (\S+):.*$/,
    '$1 要求得分大于 0，现有 $2；请归一化到大于 0 的区间，如 1 至 100',
  ],
  [
    /^(\S+) needs scores of at least 0, got (\S+):.*$/,
    '$1 要求得分不小于 0，现有 $2；请归一化到不小于 0 的区间，如采用 min-max',
  ],
  [/^(\S+) needs a mean above 0, got (\S+):.*$/, '$1 要求均值大于 0，现为 $2；请先处理异常值'],
  [/^(\S+) needs the scores of at least two units$/, '$1 至少需要两个地区年份的得分'],
  [/^.* goes beyond what a number can hold$/, '数值超出计算机可表示的范围'],
]

function translated(words: string, table: Table, wanted: 'en' | 'zh'): string {
  const known = wanted === 'zh' ? table.find(([pattern]) => pattern.test(words)) : undefined
  return known ? words.replace(...known) : words
}

/** What is wrong with a recipe: the path of the key, '' = the whole, and the words. */
export type RecipeProblem = { readonly path: string; readonly problem: string }

/** Takes apart what `completeRecipe` throws: `recipe.weights.method must be one of …`. */
export function recipeProblem(message: string, wanted: 'en' | 'zh' = language): RecipeProblem {
  const [, path = '', words = message] = /^recipe(?:\.(\S+))? (.+)$/s.exec(message) ?? []
  return { path, problem: `${path || 'recipe'} ${translated(words, ofKeys, wanted)}` }
}

/** Why a calculation cannot be done. */
export function calculationProblem(message: string, wanted: 'en' | 'zh' = language): string {
  return translated(message, ofMethods, wanted)
}
