import type { Vintage } from '../schema'

/** In the order in which figures are published. The schema's own list would bring its checks to the browser. */
export const vintages = ['preliminary', 'verified', 'final'] as const satisfies readonly Vintage[]
