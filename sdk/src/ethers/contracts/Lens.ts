// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContract, TypedContractMethod } from "./common.ts";

export interface LensInterface extends Interface {
  getFunction(nameOrSignature: "MARKETS" | "getSnapshot"): FunctionFragment;

  encodeFunctionData(functionFragment: "MARKETS", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "getSnapshot",
    values: [BigNumberish, AddressLike]
  ): string;

  decodeFunctionResult(functionFragment: "MARKETS", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "getSnapshot",
    data: BytesLike
  ): Result;
}

export interface Lens extends TypedContract {
  connect(runner?: ContractRunner | null): Lens;
  waitForDeployment(): Promise<this>;

  interface: LensInterface;

  MARKETS: TypedContractMethod<[], [string], "view">;

  getSnapshot: TypedContractMethod<
    [market: BigNumberish, account: AddressLike],
    [
      [
        [
          string,
          bigint,
          string,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          boolean,
          boolean,
          bigint
        ] & {
          asset: string;
          assetId: bigint;
          resolver: string;
          outcomes: bigint;
          closesAt: bigint;
          twapWindow: bigint;
          feeRate: bigint;
          alpha: bigint;
          pooled: boolean;
          resolved: boolean;
          pot: bigint;
        },
        string,
        bigint,
        [
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] & {
          b: bigint;
          reserve: bigint;
          cash: bigint;
          sum: bigint;
          minLogWeight: bigint;
          totalShares: bigint;
          extraReserve: bigint;
          releasedAt: bigint;
          volatility: bigint;
          tradedBlock: bigint;
          logSumBefore: bigint;
          twapIntegral: bigint;
          twapUpdatedAt: bigint;
        },
        [
          boolean,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] &
          {
            touched: boolean;
            openingPrice: bigint;
            logWeight: bigint;
            weight: bigint;
            sold: bigint;
            anchor: bigint;
            tradedBlock: bigint;
            twapArea: bigint;
            twapIntegral: bigint;
          }[],
        bigint[],
        bigint[],
        bigint[],
        bigint[],
        bigint,
        bigint,
        bigint,
        bigint
      ] & {
        market: [
          string,
          bigint,
          string,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          boolean,
          boolean,
          bigint
        ] & {
          asset: string;
          assetId: bigint;
          resolver: string;
          outcomes: bigint;
          closesAt: bigint;
          twapWindow: bigint;
          feeRate: bigint;
          alpha: bigint;
          pooled: boolean;
          resolved: boolean;
          pot: bigint;
        };
        baseAsset: string;
        decimals: bigint;
        pool: [
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] & {
          b: bigint;
          reserve: bigint;
          cash: bigint;
          sum: bigint;
          minLogWeight: bigint;
          totalShares: bigint;
          extraReserve: bigint;
          releasedAt: bigint;
          volatility: bigint;
          tradedBlock: bigint;
          logSumBefore: bigint;
          twapIntegral: bigint;
          twapUpdatedAt: bigint;
        };
        outcomes: [
          boolean,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] &
          {
            touched: boolean;
            openingPrice: bigint;
            logWeight: bigint;
            weight: bigint;
            sold: bigint;
            anchor: bigint;
            tradedBlock: bigint;
            twapArea: bigint;
            twapIntegral: bigint;
          }[];
        twap: bigint[];
        payouts: bigint[];
        longs: bigint[];
        shorts: bigint[];
        shares: bigint;
        foundingShares: bigint;
        assets: bigint;
        allowance: bigint;
      }
    ],
    "view"
  >;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "MARKETS"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "getSnapshot"
  ): TypedContractMethod<
    [market: BigNumberish, account: AddressLike],
    [
      [
        [
          string,
          bigint,
          string,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          boolean,
          boolean,
          bigint
        ] & {
          asset: string;
          assetId: bigint;
          resolver: string;
          outcomes: bigint;
          closesAt: bigint;
          twapWindow: bigint;
          feeRate: bigint;
          alpha: bigint;
          pooled: boolean;
          resolved: boolean;
          pot: bigint;
        },
        string,
        bigint,
        [
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] & {
          b: bigint;
          reserve: bigint;
          cash: bigint;
          sum: bigint;
          minLogWeight: bigint;
          totalShares: bigint;
          extraReserve: bigint;
          releasedAt: bigint;
          volatility: bigint;
          tradedBlock: bigint;
          logSumBefore: bigint;
          twapIntegral: bigint;
          twapUpdatedAt: bigint;
        },
        [
          boolean,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] &
          {
            touched: boolean;
            openingPrice: bigint;
            logWeight: bigint;
            weight: bigint;
            sold: bigint;
            anchor: bigint;
            tradedBlock: bigint;
            twapArea: bigint;
            twapIntegral: bigint;
          }[],
        bigint[],
        bigint[],
        bigint[],
        bigint[],
        bigint,
        bigint,
        bigint,
        bigint
      ] & {
        market: [
          string,
          bigint,
          string,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          boolean,
          boolean,
          bigint
        ] & {
          asset: string;
          assetId: bigint;
          resolver: string;
          outcomes: bigint;
          closesAt: bigint;
          twapWindow: bigint;
          feeRate: bigint;
          alpha: bigint;
          pooled: boolean;
          resolved: boolean;
          pot: bigint;
        };
        baseAsset: string;
        decimals: bigint;
        pool: [
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] & {
          b: bigint;
          reserve: bigint;
          cash: bigint;
          sum: bigint;
          minLogWeight: bigint;
          totalShares: bigint;
          extraReserve: bigint;
          releasedAt: bigint;
          volatility: bigint;
          tradedBlock: bigint;
          logSumBefore: bigint;
          twapIntegral: bigint;
          twapUpdatedAt: bigint;
        };
        outcomes: [
          boolean,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint
        ] &
          {
            touched: boolean;
            openingPrice: bigint;
            logWeight: bigint;
            weight: bigint;
            sold: bigint;
            anchor: bigint;
            tradedBlock: bigint;
            twapArea: bigint;
            twapIntegral: bigint;
          }[];
        twap: bigint[];
        payouts: bigint[];
        longs: bigint[];
        shorts: bigint[];
        shares: bigint;
        foundingShares: bigint;
        assets: bigint;
        allowance: bigint;
      }
    ],
    "view"
  >;

  filters: {};
}
