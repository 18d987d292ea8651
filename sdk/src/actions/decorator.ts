import type { Account, Address, Chain, Client, Transport } from "viem";

import type { ReadClient, WriteClient } from "../internal/client.ts";
import { approveAsset, type ApproveAssetParameters } from "./asset/approveAsset.ts";
import { signPermit, type SignPermitParameters } from "./asset/signPermit.ts";
import { affirm } from "./jury/affirm.ts";
import { amend } from "./jury/amend.ts";
import { challenge } from "./jury/challenge.ts";
import { fallBack } from "./jury/fallBack.ts";
import { finalize } from "./jury/finalize.ts";
import { getCredits } from "./jury/getCredits.ts";
import { getJury } from "./jury/getJury.ts";
import { getPosting } from "./jury/getPosting.ts";
import { gift } from "./jury/gift.ts";
import { post } from "./jury/post.ts";
import { withdraw } from "./jury/withdraw.ts";
import { withdrawFor } from "./jury/withdrawFor.ts";
import { addReserve } from "./markets/addReserve.ts";
import { approveOutcome } from "./markets/approveOutcome.ts";
import { convert } from "./markets/convert.ts";
import { createMarket } from "./markets/createMarket.ts";
import { exit } from "./markets/exit.ts";
import { getBalances } from "./markets/getBalances.ts";
import { getPayouts } from "./markets/getPayouts.ts";
import { getQuote } from "./markets/getQuote.ts";
import { getSnapshot } from "./markets/getSnapshot.ts";
import { getTwap } from "./markets/getTwap.ts";
import { join } from "./markets/join.ts";
import { merge } from "./markets/merge.ts";
import { mergePair } from "./markets/mergePair.ts";
import { multicallMarkets } from "./markets/multicallMarkets.ts";
import { openPool } from "./markets/openPool.ts";
import { permit } from "./markets/permit.ts";
import { recentre } from "./markets/recentre.ts";
import { redeem } from "./markets/redeem.ts";
import { redeemTo } from "./markets/redeemTo.ts";
import { report } from "./markets/report.ts";
import { setOperator } from "./markets/setOperator.ts";
import { settleVolatility } from "./markets/settleVolatility.ts";
import { split } from "./markets/split.ts";
import { splitPair } from "./markets/splitPair.ts";
import { trade } from "./markets/trade.ts";
import { transferBatch } from "./markets/transferBatch.ts";
import { unconvert } from "./markets/unconvert.ts";
import { applyOptOut } from "./registry/applyOptOut.ts";
import { attest } from "./registry/attest.ts";
import { challengeEdge } from "./registry/challengeEdge.ts";
import { declare } from "./registry/declare.ts";
import { declareChildren } from "./registry/declareChildren.ts";
import { getBond } from "./registry/getBond.ts";
import { getBondCredits } from "./registry/getBondCredits.ts";
import { getCandidates } from "./registry/getCandidates.ts";
import { getChildren } from "./registry/getChildren.ts";
import { getDeclaration } from "./registry/getDeclaration.ts";
import { getMaintainer } from "./registry/getMaintainer.ts";
import { getNode } from "./registry/getNode.ts";
import { getRegistry } from "./registry/getRegistry.ts";
import { getRoster } from "./registry/getRoster.ts";
import { importNodes } from "./registry/importNodes.ts";
import { optOut } from "./registry/optOut.ts";
import { proposeEdge } from "./registry/proposeEdge.ts";
import { raiseLevel } from "./registry/raiseLevel.ts";
import { seal } from "./registry/seal.ts";
import { setPayee } from "./registry/setPayee.ts";
import { signAttestation } from "./registry/signAttestation.ts";
import { veto } from "./registry/veto.ts";
import { withdrawBonds } from "./registry/withdrawBonds.ts";
import { withdrawBondsFor } from "./registry/withdrawBondsFor.ts";
import { createWrapper } from "./wrapper/createWrapper.ts";
import { getWrapper } from "./wrapper/getWrapper.ts";
import { unwrap } from "./wrapper/unwrap.ts";
import { wrap } from "./wrapper/wrap.ts";

/** Where the contracts are. Actions of a contract that is left out are not there. */
export type DeepFundingContracts = {
  readonly markets: Address;
  readonly lens?: Address | undefined;
  readonly jury?: Address | undefined;
  readonly registry?: Address | undefined;
  readonly outcomeERC20Factory?: Address | undefined;
};

type MarketsReads = ReturnType<typeof marketsReads>;
type MarketsWrites = ReturnType<typeof marketsWrites>;
type LensReads = ReturnType<typeof lensReads>;
type JuryReads = ReturnType<typeof juryReads>;
type JuryWrites = ReturnType<typeof juryWrites>;
type RegistryReads = ReturnType<typeof registryReads>;
type RegistryWrites = ReturnType<typeof registryWrites>;
type WrapperReads = ReturnType<typeof wrapperReads>;
type WrapperWrites = ReturnType<typeof wrapperWrites>;

type Reads<contracts extends DeepFundingContracts> = MarketsReads &
  (contracts extends { readonly lens: Address } ? LensReads : unknown) &
  (contracts extends { readonly jury: Address } ? JuryReads : unknown) &
  (contracts extends { readonly registry: Address } ? RegistryReads : unknown) &
  (contracts extends { readonly outcomeERC20Factory: Address } ? WrapperReads : unknown);

type Writes<contracts extends DeepFundingContracts> = MarketsWrites &
  (contracts extends { readonly jury: Address } ? JuryWrites : unknown) &
  (contracts extends { readonly registry: Address } ? RegistryWrites : unknown) &
  (contracts extends { readonly outcomeERC20Factory: Address } ? WrapperWrites : unknown);

/** The actions of a client: what it can read, and with an account what it can send. */
export type DeepFundingActions<
  contracts extends DeepFundingContracts = Required<DeepFundingContracts>,
  account extends Account | undefined = Account,
> = Reads<contracts> & (account extends Account ? Writes<contracts> : unknown);

/**
 * Binds all actions to a client and to the addresses of the contracts: `client.extend(deepFundingActions({ markets }))`.
 * Bundles all of them; programs that must be small import single actions instead.
 */
export function deepFundingActions<const contracts extends DeepFundingContracts>(contracts: contracts) {
  return <account extends Account | undefined>(
    client: Client<Transport, Chain | undefined, account>,
  ): DeepFundingActions<contracts, account> => {
    const { markets, lens, jury, registry, outcomeERC20Factory: factory } = contracts;
    // Without an account the types hide what would need one.
    const writer = client as WriteClient;
    const actions = {
      ...marketsReads(client, markets),
      ...marketsWrites(writer, markets),
      ...(lens && lensReads(client, lens)),
      ...(jury && { ...juryReads(client, jury), ...juryWrites(writer, jury) }),
      ...(registry && { ...registryReads(client, registry), ...registryWrites(writer, registry) }),
      ...(factory && { ...wrapperReads(client, factory), ...wrapperWrites(writer, factory) }),
    };
    return actions as unknown as DeepFundingActions<contracts, account>;
  };
}

function marketsReads(client: ReadClient, markets: Address) {
  const fixed = { markets };
  return {
    getQuote: bind(client, fixed, getQuote),
    getTwap: bind(client, fixed, getTwap),
    getPayouts: bind(client, fixed, getPayouts),
    getBalances: bind(client, fixed, getBalances),
  };
}

function marketsWrites(client: WriteClient, markets: Address) {
  const fixed = { markets };
  return {
    createMarket: bind(client, fixed, createMarket),
    openPool: bind(client, fixed, openPool),
    split: bind(client, fixed, split),
    merge: bind(client, fixed, merge),
    splitPair: bind(client, fixed, splitPair),
    mergePair: bind(client, fixed, mergePair),
    convert: bind(client, fixed, convert),
    unconvert: bind(client, fixed, unconvert),
    transferBatch: bind(client, fixed, transferBatch),
    trade: bind(client, fixed, trade),
    join: bind(client, fixed, join),
    exit: bind(client, fixed, exit),
    addReserve: bind(client, fixed, addReserve),
    recentre: bind(client, fixed, recentre),
    settleVolatility: bind(client, fixed, settleVolatility),
    report: bind(client, fixed, report),
    redeem: bind(client, fixed, redeem),
    redeemTo: bind(client, fixed, redeemTo),
    approveOutcome: bind(client, fixed, approveOutcome),
    setOperator: bind(client, fixed, setOperator),
    permit: bind(client, fixed, permit),
    multicallMarkets: bind(client, fixed, multicallMarkets),
    /** See {@link approveAsset}; by default for `Markets`. */
    approveAsset: (parameters: WithSpender<ApproveAssetParameters>) =>
      approveAsset(client, { ...parameters, spender: parameters.spender ?? markets }),
    /** See {@link signPermit}; by default for `Markets`. */
    signPermit: (parameters: WithSpender<SignPermitParameters>) =>
      signPermit(client, { ...parameters, spender: parameters.spender ?? markets }),
  };
}

function lensReads(client: ReadClient, lens: Address) {
  return { getSnapshot: bind(client, { lens }, getSnapshot) };
}

function juryReads(client: ReadClient, jury: Address) {
  const fixed = { jury };
  return {
    getPosting: bind(client, fixed, getPosting),
    getCredits: bind(client, fixed, getCredits),
    getJury: bind(client, fixed, getJury),
  };
}

function juryWrites(client: WriteClient, jury: Address) {
  const fixed = { jury };
  return {
    post: bind(client, fixed, post),
    challenge: bind(client, fixed, challenge),
    affirm: bind(client, fixed, affirm),
    amend: bind(client, fixed, amend),
    finalize: bind(client, fixed, finalize),
    fallBack: bind(client, fixed, fallBack),
    gift: bind(client, fixed, gift),
    withdraw: bind(client, fixed, withdraw),
    withdrawFor: bind(client, fixed, withdrawFor),
  };
}

function registryReads(client: ReadClient, registry: Address) {
  const fixed = { registry };
  return {
    getNode: bind(client, fixed, getNode),
    getRoster: bind(client, fixed, getRoster),
    getChildren: bind(client, fixed, getChildren),
    getCandidates: bind(client, fixed, getCandidates),
    getDeclaration: bind(client, fixed, getDeclaration),
    getBond: bind(client, fixed, getBond),
    getMaintainer: bind(client, fixed, getMaintainer),
    getBondCredits: bind(client, fixed, getBondCredits),
    getRegistry: bind(client, fixed, getRegistry),
  };
}

function registryWrites(client: WriteClient, registry: Address) {
  const fixed = { registry };
  return {
    importNodes: bind(client, fixed, importNodes),
    seal: bind(client, fixed, seal),
    proposeEdge: bind(client, fixed, proposeEdge),
    challengeEdge: bind(client, fixed, challengeEdge),
    raiseLevel: bind(client, fixed, raiseLevel),
    attest: bind(client, fixed, attest),
    veto: bind(client, fixed, veto),
    setPayee: bind(client, fixed, setPayee),
    optOut: bind(client, fixed, optOut),
    applyOptOut: bind(client, fixed, applyOptOut),
    declare: bind(client, fixed, declare),
    declareChildren: bind(client, fixed, declareChildren),
    withdrawBonds: bind(client, fixed, withdrawBonds),
    withdrawBondsFor: bind(client, fixed, withdrawBondsFor),
    signAttestation: bind(client, fixed, signAttestation),
  };
}

function wrapperReads(client: ReadClient, factory: Address) {
  return { getWrapper: bind(client, { factory }, getWrapper) };
}

function wrapperWrites(client: WriteClient, factory: Address) {
  return {
    createWrapper: bind(client, { factory }, createWrapper),
    wrap: bind(client, {}, wrap),
    unwrap: bind(client, {}, unwrap),
  };
}

type WithSpender<parameters extends { readonly spender: Address }> = Omit<parameters, "spender"> & {
  /** Contract that may take the token; by default `Markets`. */
  readonly spender?: Address | undefined;
};

function bind<client, parameters, const fixed extends Partial<parameters>, result>(
  client: client,
  fixed: fixed,
  action: (client: client, parameters: parameters) => result,
): (parameters: Omit<parameters, keyof fixed>) => result {
  return (parameters) => action(client, { ...fixed, ...parameters } as parameters);
}
