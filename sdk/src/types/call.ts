import type { Abi, Address, ContractFunctionArgs, ContractFunctionName } from "viem";

/** A call that changes state, described but not sent: what viem's `writeContract` and `encodeFunctionData` take. */
export type Call<
  abi extends Abi = Abi,
  name extends ContractFunctionName<abi, "nonpayable"> = ContractFunctionName<abi, "nonpayable">,
> = {
  /** The contract to call. */
  readonly address: Address;
  /** Its ABI. */
  readonly abi: abi;
  /** The function to call. */
  readonly functionName: name;
  /** What to call it with. */
  readonly args: ContractFunctionArgs<abi, "nonpayable", name>;
};

/** A call that may bring ether. */
export type PayableCall<
  abi extends Abi = Abi,
  name extends ContractFunctionName<abi, "payable"> = ContractFunctionName<abi, "payable">,
> = {
  /** The contract to call. */
  readonly address: Address;
  /** Its ABI. */
  readonly abi: abi;
  /** The function to call. */
  readonly functionName: name;
  /** What to call it with. */
  readonly args: ContractFunctionArgs<abi, "payable", name>;
  /** Ether to send, in wei. */
  readonly value: bigint;
};

/** A call whose types have done their work: what `tradeCall` and its like return. */
export type AnyCall = {
  /** The contract to call. */
  readonly address: Address;
  /** Its ABI. */
  readonly abi: Abi | readonly unknown[];
  /** The function to call. */
  readonly functionName: string;
  /** What to call it with. */
  readonly args: readonly unknown[];
  /** Ether to send, in wei. */
  readonly value?: bigint;
};
