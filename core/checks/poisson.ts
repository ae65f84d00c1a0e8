/**
 * Probability of at least k events where λ are expected, P(N ≥ k) = 1 - Σ_{i<k} e^-λ λ^i / i!, summed from its own end so
 * that small probabilities keep their digits.
 *
 * @param k      a whole number
 * @param lambda expected number, ≥ 0
 * @returns a probability, 1 for k ≤ 0
 */
export function poissonTail(k: number, lambda: number): number {
  if (k <= 0) return 1
  if (lambda === 0) return 0
  let term = Math.exp(-lambda)
  for (let i = 1; i <= k; i++) term *= lambda / i
  let sum = 0
  for (let i = k; term > sum * 1e-16; i++) {
    sum += term
    term *= lambda / (i + 1)
  }
  return Math.min(1, sum)
}
