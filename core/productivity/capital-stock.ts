/** Investment by year and what turns it into a stock. */
export type CapitalInput = {
  /** T amounts of gross fixed capital formation at current prices, one a year without a gap in the years; null = not observed */
  readonly investment: readonly (number | null)[]
  /** T price indices of investment, 1 in the base year; null = not observed; left out: investment is at constant prices */
  readonly prices?: readonly (number | null)[]
  /** δ, the share of the stock that is used up in a year, 0..1; commonly 0.096 for China */
  readonly depreciation: number
  /** K of the first year in base-year prices */
  readonly initial: number
}

/**
 * Capital by perpetual inventory: K_t = (1 - δ)·K_{t-1} + I_t / P_t. The stock of the first year is given, so that the
 * investment of that year is part of it.
 *
 * The stock of the first year and δ are assumptions; the first wears off with the years, the second does not. With a
 * year missing, nothing is known of the stocks after it.
 *
 * @param input investment, prices, depreciation and the stock to begin with
 * @returns T stocks in base-year prices; null from the first year whose investment or price is not observed (of the
 *   first year itself neither is needed)
 * @throws {RangeError} lengths differ, δ outside 0..1, an initial stock below 0, a price not above 0, or a value that is
 *   not finite
 * @see OECD, Measuring Capital: OECD Manual (2009), chapter 15
 */
export function perpetualInventory(input: CapitalInput): (number | null)[] {
  const { investment, prices, depreciation, initial } = input
  if (!(depreciation >= 0 && depreciation <= 1)) {
    throw new RangeError(`perpetualInventory needs a depreciation in 0..1, got ${depreciation}`)
  }
  if (!(initial >= 0 && Number.isFinite(initial))) {
    throw new RangeError(`perpetualInventory needs an initial stock of at least 0, got ${initial}`)
  }
  if (prices && prices.length !== investment.length) {
    throw new RangeError(`perpetualInventory needs ${investment.length} prices, got ${prices.length}`)
  }
  let stock: number | null = initial
  return investment.map((amount, t) => {
    const price = prices ? (prices[t] ?? null) : 1
    if (amount !== null && !Number.isFinite(amount)) {
      throw new RangeError(`perpetualInventory needs finite investment, got ${amount}`)
    }
    if (price !== null && !(price > 0 && Number.isFinite(price))) {
      throw new RangeError(`perpetualInventory needs prices above 0, got ${price}`)
    }
    if (t === 0) return stock
    stock =
      stock === null || amount === null || price === null ? null : (1 - depreciation) * stock + amount / price
    return stock
  })
}

/**
 * A stock to begin with, from the first investment: K = I / (g + δ), the stock that would stand if investment had always
 * grown at g.
 *
 * @param investment   of the first year, in base-year prices, ≥ 0
 * @param growth       g, the yearly growth of investment as a share (0.05 = 5 %)
 * @param depreciation δ, 0..1
 * @returns the stock in base-year prices, or null when g + δ is not above 0: such a stock has no size
 * @throws {RangeError} a number that is not finite, investment below 0, or δ outside 0..1
 * @see Harberger (1978); OECD, Measuring Capital: OECD Manual (2009), section 15.7
 */
export function steadyStateStock(investment: number, growth: number, depreciation: number): number | null {
  if (!(investment >= 0 && Number.isFinite(investment) && Number.isFinite(growth))) {
    throw new RangeError('steadyStateStock needs an investment of at least 0 and a finite growth')
  }
  if (!(depreciation >= 0 && depreciation <= 1)) {
    throw new RangeError(`steadyStateStock needs a depreciation in 0..1, got ${depreciation}`)
  }
  const wear = growth + depreciation
  return wear > 0 ? investment / wear : null
}
