const mostSweeps = 1000
const smallestAngle = 1e-14

/**
 * Varimax: turn the first f components so that each column loads high on few of them, which makes them easier to
 * name. Maximises the variance of the squared loadings within each factor, by turning two factors at a time by the
 * angle ¼·atan2(2Σuv - 2ΣuΣv/k, Σ(u²-v²) - ((Σu)²-(Σv)²)/k), u = a²-b², v = 2ab; rows are brought to length 1 first
 * (Kaiser's normalisation) and back after.
 *
 * @param loadings k x f, column x factor: correlations with the components, i.e. eigenvectors times √λ
 * @returns k x f, turned; each factor has the sign that makes its sum positive. The sum of the squares of a row, what
 *   the factors explain of a column, stays as it is
 * @throws {RangeError} rows of different lengths, or a loading is not finite
 * @see Kaiser (1958), The varimax criterion for analytic rotation in factor analysis, Psychometrika 23(3); R's varimax
 */
export function varimax(loadings: readonly (readonly number[])[]): number[][] {
  const factors = loadings[0]?.length ?? 0
  for (const row of loadings) {
    if (row.length !== factors || !row.every(Number.isFinite)) {
      throw new RangeError(`varimax needs ${factors} finite loadings of each column`)
    }
  }
  const lengths = loadings.map((row) => Math.hypot(...row))
  const turned = loadings.map((row, i) => row.map((value) => value / (lengths[i] || 1)))
  for (let sweep = 0, widest = 1; sweep < mostSweeps && widest > smallestAngle; sweep++) {
    widest = 0
    for (let f = 0; f < factors; f++) {
      for (let g = f + 1; g < factors; g++) widest = Math.max(widest, Math.abs(turnPair(turned, f, g)))
    }
  }
  const signs = Array.from({ length: factors }, (_, f) =>
    turned.reduce((sum, row, i) => sum + (row[f] ?? 0) * (lengths[i] ?? 0), 0) < 0 ? -1 : 1,
  )
  return turned.map((row, i) => row.map((value, f) => value * (lengths[i] ?? 0) * (signs[f] ?? 1)))
}

function turnPair(rows: readonly number[][], f: number, g: number): number {
  let sumU = 0
  let sumV = 0
  let squares = 0
  let products = 0
  for (const row of rows) {
    const a = row[f] ?? 0
    const b = row[g] ?? 0
    const u = a * a - b * b
    const v = 2 * a * b
    sumU += u
    sumV += v
    squares += u * u - v * v
    products += 2 * u * v
  }
  const k = rows.length
  const angle = Math.atan2(products - (2 * sumU * sumV) / k, squares - (sumU * sumU - sumV * sumV) / k) / 4
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  for (const row of rows) {
    const a = row[f] ?? 0
    const b = row[g] ?? 0
    row[f] = a * cos + b * sin
    row[g] = b * cos - a * sin
  }
  return angle
}
