import {
  isAddressEqual,
  parseEventLogs,
  type Abi,
  type Address,
  type ContractEventName,
  type Log,
  type ParseEventLogsReturnType,
} from "viem";

/** Logs, and whose count. */
export type LogsOf<contract extends string> = {
  /** Logs of a receipt or of a filter, of any contracts. */
  readonly logs: readonly Log[];
} & {
  /** Address of the contract; the same events of others are ignored. */
  readonly [name in contract]: Address;
};

/** Decodes the logs of one event of one contract. A hostile token may emit what looks alike in the same transaction. */
export function parseLogs<const abi extends Abi, name extends ContractEventName<abi>>(
  abi: abi,
  eventName: name,
  address: Address,
  logs: readonly Log[],
): ParseEventLogsReturnType<abi, name, true> {
  const own = logs.filter((log) => isAddressEqual(log.address, address));
  return parseEventLogs<abi, true, name>({ abi, eventName, logs: own });
}
