/** One region's output and factors by year. */
export type GrowthInput = {
  /** T calendar years, ascending */
  readonly years: readonly number[]
  /** T values in constant prices; null = not observed */
  readonly output: readonly (number | null)[]
  /** T capital stocks (or services) in constant prices; null = not observed */
  readonly capital: readonly (number | null)[]
  /** T amounts of labour: persons, hours, or hours times human capital; null = not observed */
  readonly labour: readonly (number | null)[]
  /** α, the share of capital in income, 0..1: one for all years, or one a year (null = not observed) */
  readonly capitalShare: number | readonly (number | null)[]
}

/** Growth between two observed years, in logarithms over the whole span: 0.05 is about 5 %. The parts add up. */
export type GrowthStep = {
  readonly from: number
  readonly to: number
  /** Δln Y */
  readonly output: number
  /** ᾱ·Δln K */
  readonly capital: number
  /** (1 - ᾱ)·Δln L */
  readonly labour: number
  /** Δln A, the Solow residual */
  readonly productivity: number
}

/** Growth accounts of one region. */
export type GrowthAccount = {
  /** a step from each usable year to the next usable one */
  readonly steps: readonly GrowthStep[]
  /** per year A = Y / (K^α·L^(1-α)) with that year's α; null where a value is missing or not above 0 */
  readonly levels: readonly (number | null)[]
  /** per year the product of exp(Δln A) since the first usable year, which has 1; null as above */
  readonly index: readonly (number | null)[]
}

/**
 * Growth accounting, the Solow residual: Δln A = Δln Y - ᾱ·Δln K - (1 - ᾱ)·Δln L, with ᾱ the mean of the shares at both
 * ends (Törnqvist), which is α itself when one share holds for all years.
 *
 * The residual holds everything that capital and labour as measured do not explain: technology, but also errors of
 * measurement, use of capacity and the deflator. A year whose values are missing or not above 0, of which there is no
 * logarithm, is passed over; the step then spans the gap and says so by its years.
 *
 * @param input T years of one region
 * @returns steps, levels and index; no steps with fewer than 2 usable years
 * @throws {RangeError} lengths differ, years not ascending, a value is not finite, or a share outside 0..1
 * @see Solow (1957), Technical Change and the Aggregate Production Function, Review of Economics and Statistics 39(3)
 */
export function accountGrowth(input: GrowthInput): GrowthAccount {
  const { years } = input
  const shares = sharesOf(input)
  check(input)
  const usable = years.flatMap((year, t) => {
    const share = shares[t] ?? null
    const [output, capital, labour] = [
      logOf(input.output[t]),
      logOf(input.capital[t]),
      logOf(input.labour[t]),
    ]
    if (share === null || output === null || capital === null || labour === null) return []
    return [{ t, year, share, output, capital, labour }]
  })
  const steps: GrowthStep[] = []
  const levels: (number | null)[] = years.map(() => null)
  const index: (number | null)[] = years.map(() => null)
  let sum = 0
  usable.forEach((here, i) => {
    const before = usable[i - 1]
    if (before) {
      const share = before.share === here.share ? here.share : (before.share + here.share) / 2
      const output = here.output - before.output
      const capital = share * (here.capital - before.capital)
      const labour = (1 - share) * (here.labour - before.labour)
      const productivity = output - capital - labour
      steps.push({ from: before.year, to: here.year, output, capital, labour, productivity })
      sum += productivity
    }
    levels[here.t] = powerOf(here.output - here.share * here.capital - (1 - here.share) * here.labour)
    index[here.t] = powerOf(sum)
  })
  return { steps, levels, index }
}

function sharesOf({ capitalShare, years }: GrowthInput): readonly (number | null)[] {
  const shares = typeof capitalShare === 'number' ? years.map(() => capitalShare) : capitalShare
  for (const share of shares) {
    if (share !== null && !(share >= 0 && share <= 1)) {
      throw new RangeError(`accountGrowth needs shares of capital in 0..1, got ${share}`)
    }
  }
  return shares
}

function check({ years, output, capital, labour, capitalShare }: GrowthInput): void {
  const lengths = [output, capital, labour].map((one) => one.length)
  if (typeof capitalShare !== 'number') lengths.push(capitalShare.length)
  if (lengths.some((length) => length !== years.length)) {
    throw new RangeError(`accountGrowth needs ${years.length} values of each series`)
  }
  if (years.some((year, t) => t > 0 && !(year > (years[t - 1] as number)))) {
    throw new RangeError('accountGrowth needs ascending years')
  }
  for (const value of [...output, ...capital, ...labour]) {
    if (value !== null && !Number.isFinite(value))
      throw new RangeError(`accountGrowth needs finite values, got ${value}`)
  }
}

function logOf(value: number | null | undefined): number | null {
  return value == null || value <= 0 ? null : Math.log(value)
}

/** e to a power, or null where no number can hold it. */
function powerOf(exponent: number): number | null {
  const power = Math.exp(exponent)
  return Number.isFinite(power) ? power : null
}
