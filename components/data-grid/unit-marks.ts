const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }
const leading = /^(万亿|千万|百万|亿|万|千)/u

/**
 * The unit marks that make sense after a number in a unit, each with the power of ten it stands for in that unit:
 * in 亿元 "1.2万亿" is 12,000 and "5000万" is 0.5; in % "3‰" is 0.3. A per-capita 万 such as in 件/万人 says nothing of
 * the number itself.
 *
 * @param unit the unit in Chinese or English
 */
export function marksOfUnit(unit: string): Readonly<Record<string, number>> {
  if (/^[%％]/u.test(unit)) return { '%': 0, '‰': -1, '‱': -2 }
  if (/^‰|^千分|^per thousand/iu.test(unit)) return { '‰': 0, '%': 1 }
  const own = powers[leading.exec(unit)?.[0] ?? ''] ?? 0
  return Object.fromEntries(Object.entries(powers).map(([mark, power]) => [mark, power - own]))
}
