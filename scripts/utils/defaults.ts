/**
 * The parameters of a market unless somebody chooses others: what the demo, the benchmark and the local network use.
 * Rates are in 1e-8: a fee of 0.3% of turnover, of which about half deepens the pool.
 */
export const DEFAULT_MARKET = { feeRate: 300_000, alpha: 12_500, twapWindow: 2 * 86_400 } as const;

/** Known to everybody: Hardhat's accounts come from it, and the demo's after them. For local chains only. */
export const MNEMONIC = "test test test test test test test test test test test junk";

/** Trading time of a local market, in seconds. */
export const TRADING_PERIOD = 30 * 86_400;
