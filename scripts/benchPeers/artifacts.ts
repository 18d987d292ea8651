import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Address, Hex } from "viem";

const require = createRequire(import.meta.url);

const CONDITIONAL_TOKENS = "@gnosis.pm/conditional-tokens-contracts/build/contracts";
const MARKET_MAKERS = "@gnosis.pm/conditional-tokens-market-makers/build/contracts";

/** Where the peers' packages have what their authors compiled. */
const FILES = {
  ConditionalTokens: `${CONDITIONAL_TOKENS}/ConditionalTokens.json`,
  Fixed192x64Math: `${MARKET_MAKERS}/Fixed192x64Math.json`,
  LMSRMarketMakerFactory: `${MARKET_MAKERS}/LMSRMarketMakerFactory.json`,
  FixedProductMarketMakerFactory: `${MARKET_MAKERS}/FixedProductMarketMakerFactory.json`,
  UniswapV3Factory: "@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json",
  PoolManager: "@uniswap/v4-core/out/PoolManager.sol/PoolManager.json",
} as const;

/** Truffle and Hardhat write the code itself, Foundry an object around it. */
type Artifact = { readonly bytecode: string | { readonly object: string } };

/**
 * Reads the creation code of a peer's contract from the peer's npm package.
 *
 * @param name Contract.
 * @param libraries Addresses of the libraries that it links to, by name.
 * @throws Error if a library is missing.
 */
export function readPeer(name: keyof typeof FILES, libraries: Readonly<Record<string, Address>> = {}): Hex {
  const { bytecode } = JSON.parse(readFileSync(require.resolve(FILES[name]), "utf8")) as Artifact;
  let code = typeof bytecode === "string" ? bytecode : bytecode.object;
  // Truffle's placeholder: two underscores, the name, underscores up to the 40 characters of an address.
  for (const [library, address] of Object.entries(libraries)) {
    code = code.replaceAll(`__${library}`.padEnd(40, "_"), address.slice(2));
  }
  const missing = /__[A-Za-z0-9]+/.exec(code);
  if (missing) throw new Error(`${name} is not linked to ${missing[0].slice(2)}`);
  return code as Hex;
}
