import type { ContractFunctionName } from "viem";

import type { edgeRegistryAbi } from "../abi/edgeRegistry.ts";
import type { fundingPoolAbi } from "../abi/fundingPool.ts";
import type { juryAbi } from "../abi/jury.ts";
import type { marketsAbi } from "../abi/markets.ts";
import type { openingAuctionAbi } from "../abi/openingAuction.ts";
import type { outcomeERC20Abi } from "../abi/outcomeERC20.ts";
import type { outcomeERC20FactoryAbi } from "../abi/outcomeERC20Factory.ts";
import type { roundsAbi } from "../abi/rounds.ts";
import type { Call, PayableCall } from "../types/call.ts";

type FundingPoolAbi = typeof fundingPoolAbi;
type MarketsAbi = typeof marketsAbi;
type JuryAbi = typeof juryAbi;
type RegistryAbi = typeof edgeRegistryAbi;
type WrapperAbi = typeof outcomeERC20Abi;
type FactoryAbi = typeof outcomeERC20FactoryAbi;
type RoundsAbi = typeof roundsAbi;
type OpeningAuctionAbi = typeof openingAuctionAbi;

/** A call of `Markets`. */
export type MarketsCall<
  name extends ContractFunctionName<MarketsAbi, "nonpayable"> = ContractFunctionName<MarketsAbi, "nonpayable">,
> = Call<MarketsAbi, name>;
/** A call of a `Jury`. */
export type JuryCall<name extends ContractFunctionName<JuryAbi, "nonpayable">> = Call<JuryAbi, name>;
/** A call of an `EdgeRegistry`. */
export type RegistryCall<name extends ContractFunctionName<RegistryAbi, "nonpayable">> = Call<RegistryAbi, name>;
/** A call of an `OutcomeERC20`. */
export type WrapperCall<name extends ContractFunctionName<WrapperAbi, "nonpayable">> = Call<WrapperAbi, name>;
/** A call of the `OutcomeERC20Factory`. */
export type FactoryCall<name extends ContractFunctionName<FactoryAbi, "nonpayable">> = Call<FactoryAbi, name>;
/** A call of `Rounds`. */
export type RoundsCall<name extends ContractFunctionName<RoundsAbi, "nonpayable">> = Call<RoundsAbi, name>;
/** A call of the `OpeningAuction`. */
export type OpeningAuctionCall<name extends ContractFunctionName<OpeningAuctionAbi, "nonpayable">> = Call<
  OpeningAuctionAbi,
  name
>;
/** A call of the `FundingPool`. */
export type FundingPoolCall<name extends ContractFunctionName<FundingPoolAbi, "nonpayable">> = Call<
  FundingPoolAbi,
  name
>;
/** A call of the `FundingPool` that brings ether. */
export type FundingPoolPayableCall<name extends ContractFunctionName<FundingPoolAbi, "payable">> = PayableCall<
  FundingPoolAbi,
  name
>;
