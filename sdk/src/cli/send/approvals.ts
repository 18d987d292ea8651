import { erc20Abi, formatUnits, type Address } from "viem";

import { approveAssetCall } from "../../actions/asset/approveAsset.ts";
import type { ReadClient } from "../../internal/client.ts";
import { read } from "../../internal/read.ts";
import type { DescribedCall, SendRequest } from "./types.ts";

/** Describes the approvals that the calls of a request need and the account has not given yet. */
export async function missingApprovals(
  client: ReadClient,
  owner: Address,
  spends: NonNullable<SendRequest["spends"]>,
): Promise<readonly DescribedCall[]> {
  const described = await Promise.all(
    spends.map(async ({ asset, spender, amount }) => {
      const token = { address: asset, abi: erc20Abi } as const;
      const allowance = await read(client, { ...token, functionName: "allowance", args: [owner, spender] });
      if (allowance >= amount) return [];
      const [symbol, decimals] = await Promise.all([
        read(client, { ...token, functionName: "symbol" }),
        read(client, { ...token, functionName: "decimals" }),
      ]);
      const description = `Let ${spender} take ${formatUnits(amount, decimals)} ${symbol} of yours.`;
      return [{ description, call: approveAssetCall({ asset, spender, amount }) }];
    }),
  );
  return described.flat();
}
