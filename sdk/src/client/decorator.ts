import type { Abi, Account, Address, Chain, Client, ContractEventName, Transport } from "viem";

import { getClaimables } from "../account/getClaimables.ts";
import { getPnl } from "../account/getPnl.ts";
import { getPositions } from "../account/getPositions.ts";
import { approveAsset, type ApproveAssetParameters } from "../actions/asset/approveAsset.ts";
import { signPermit, type SignPermitParameters } from "../actions/asset/signPermit.ts";
import { claimBid } from "../actions/auction/claimBid.ts";
import { clearAuction } from "../actions/auction/clearAuction.ts";
import { commitBid } from "../actions/auction/commitBid.ts";
import { deriveBidSalt } from "../actions/auction/deriveBidSalt.ts";
import { getAuction } from "../actions/auction/getAuction.ts";
import { getAuctionMoney } from "../actions/auction/getAuctionMoney.ts";
import { getAuctionPrices } from "../actions/auction/getAuctionPrices.ts";
import { getBid } from "../actions/auction/getBid.ts";
import { getRevealedBids } from "../actions/auction/getRevealedBids.ts";
import { multicallAuction } from "../actions/auction/multicallAuction.ts";
import { permitAuction } from "../actions/auction/permitAuction.ts";
import { prepareAuction } from "../actions/auction/prepareAuction.ts";
import { refundAuction } from "../actions/auction/refundAuction.ts";
import { revealBid } from "../actions/auction/revealBid.ts";
import { withdrawBid } from "../actions/auction/withdrawBid.ts";
import { claim } from "../actions/funding/claim.ts";
import { claimFor } from "../actions/funding/claimFor.ts";
import { claimMany } from "../actions/funding/claimMany.ts";
import { fund } from "../actions/funding/fund.ts";
import { fundEth } from "../actions/funding/fundEth.ts";
import { getAccount } from "../actions/funding/getAccount.ts";
import { getBooks } from "../actions/funding/getBooks.ts";
import { getClaimable } from "../actions/funding/getClaimable.ts";
import { getFundingPool } from "../actions/funding/getFundingPool.ts";
import { getGraph } from "../actions/funding/getGraph.ts";
import { getPot } from "../actions/funding/getPot.ts";
import { multicallFunding } from "../actions/funding/multicallFunding.ts";
import { permitFunding } from "../actions/funding/permitFunding.ts";
import { pull } from "../actions/funding/pull.ts";
import { pullMany } from "../actions/funding/pullMany.ts";
import { record } from "../actions/funding/record.ts";
import { sweep } from "../actions/funding/sweep.ts";
import { affirm } from "../actions/jury/affirm.ts";
import { amend } from "../actions/jury/amend.ts";
import { challenge } from "../actions/jury/challenge.ts";
import { claimRewards } from "../actions/jury/claimRewards.ts";
import { collectAudit } from "../actions/jury/collectAudit.ts";
import { commitJurors } from "../actions/jury/commitJurors.ts";
import { distributeRewards } from "../actions/jury/distributeRewards.ts";
import { fallBack } from "../actions/jury/fallBack.ts";
import { finalize } from "../actions/jury/finalize.ts";
import { getAudit } from "../actions/jury/getAudit.ts";
import { getAudits } from "../actions/jury/getAudits.ts";
import { getBallotReward } from "../actions/jury/getBallotReward.ts";
import { getBallots } from "../actions/jury/getBallots.ts";
import { getCredits } from "../actions/jury/getCredits.ts";
import { getJury } from "../actions/jury/getJury.ts";
import { getPosting } from "../actions/jury/getPosting.ts";
import { getRewards } from "../actions/jury/getRewards.ts";
import { getTally } from "../actions/jury/getTally.ts";
import { getWalk } from "../actions/jury/getWalk.ts";
import { gift } from "../actions/jury/gift.ts";
import { post } from "../actions/jury/post.ts";
import { postVerified } from "../actions/jury/postVerified.ts";
import { publishBallot } from "../actions/jury/publishBallot.ts";
import { refundAudit } from "../actions/jury/refundAudit.ts";
import { requestAudit } from "../actions/jury/requestAudit.ts";
import { signBallot } from "../actions/jury/signBallot.ts";
import { walkBallots } from "../actions/jury/walkBallots.ts";
import { withdraw } from "../actions/jury/withdraw.ts";
import { withdrawFor } from "../actions/jury/withdrawFor.ts";
import { addReserve } from "../actions/markets/addReserve.ts";
import { approveOutcome } from "../actions/markets/approveOutcome.ts";
import { convert } from "../actions/markets/convert.ts";
import { createMarket } from "../actions/markets/createMarket.ts";
import { exit } from "../actions/markets/exit.ts";
import { getBalances } from "../actions/markets/getBalances.ts";
import { getLogWeights } from "../actions/markets/getLogWeights.ts";
import { getPayouts } from "../actions/markets/getPayouts.ts";
import { getQuote } from "../actions/markets/getQuote.ts";
import { getSnapshot } from "../actions/markets/getSnapshot.ts";
import { getTwap } from "../actions/markets/getTwap.ts";
import { join } from "../actions/markets/join.ts";
import { merge } from "../actions/markets/merge.ts";
import { mergePair } from "../actions/markets/mergePair.ts";
import { multicallMarkets } from "../actions/markets/multicallMarkets.ts";
import { openPool } from "../actions/markets/openPool.ts";
import { permit } from "../actions/markets/permit.ts";
import { recentre } from "../actions/markets/recentre.ts";
import { redeem } from "../actions/markets/redeem.ts";
import { redeemTo } from "../actions/markets/redeemTo.ts";
import { report } from "../actions/markets/report.ts";
import { setOperator } from "../actions/markets/setOperator.ts";
import { split } from "../actions/markets/split.ts";
import { splitPair } from "../actions/markets/splitPair.ts";
import { trade } from "../actions/markets/trade.ts";
import { transferBatch } from "../actions/markets/transferBatch.ts";
import { convertBack } from "../actions/markets/convertBack.ts";
import { applyOptOut } from "../actions/registry/applyOptOut.ts";
import { attest } from "../actions/registry/attest.ts";
import { challengeEdge } from "../actions/registry/challengeEdge.ts";
import { collectSlashed } from "../actions/registry/collectSlashed.ts";
import { declare } from "../actions/registry/declare.ts";
import { declareChildren } from "../actions/registry/declareChildren.ts";
import { getBond } from "../actions/registry/getBond.ts";
import { getBondCredits } from "../actions/registry/getBondCredits.ts";
import { getCandidates } from "../actions/registry/getCandidates.ts";
import { getChildren } from "../actions/registry/getChildren.ts";
import { getDeclaration } from "../actions/registry/getDeclaration.ts";
import { getMaintainer } from "../actions/registry/getMaintainer.ts";
import { getNode } from "../actions/registry/getNode.ts";
import { getRegistry } from "../actions/registry/getRegistry.ts";
import { getRoster } from "../actions/registry/getRoster.ts";
import { importNodes } from "../actions/registry/importNodes.ts";
import { optOut } from "../actions/registry/optOut.ts";
import { proposeEdge } from "../actions/registry/proposeEdge.ts";
import { raiseLevel } from "../actions/registry/raiseLevel.ts";
import { seal } from "../actions/registry/seal.ts";
import { setPayee } from "../actions/registry/setPayee.ts";
import { signAttestation } from "../actions/registry/signAttestation.ts";
import { veto } from "../actions/registry/veto.ts";
import { withdrawBonds } from "../actions/registry/withdrawBonds.ts";
import { withdrawBondsFor } from "../actions/registry/withdrawBondsFor.ts";
import { collect } from "../actions/rounds/collect.ts";
import { collectCompensation } from "../actions/rounds/collectCompensation.ts";
import { draw } from "../actions/rounds/draw.ts";
import { fallBackSelection } from "../actions/rounds/fallBackSelection.ts";
import { getDraw } from "../actions/rounds/getDraw.ts";
import { getDrawProof } from "../actions/rounds/getDrawProof.ts";
import { getEstimate } from "../actions/rounds/getEstimate.ts";
import { getEvaluationSet } from "../actions/rounds/getEvaluationSet.ts";
import { getMarkets } from "../actions/rounds/getMarkets.ts";
import { getReference } from "../actions/rounds/getReference.ts";
import { getRound } from "../actions/rounds/getRound.ts";
import { getRoundMarket } from "../actions/rounds/getRoundMarket.ts";
import { getSelection } from "../actions/rounds/getSelection.ts";
import { getSponsorship } from "../actions/rounds/getSponsorship.ts";
import { openNode } from "../actions/rounds/openNode.ts";
import { openSeeds } from "../actions/rounds/openSeeds.ts";
import { openSelection } from "../actions/rounds/openSelection.ts";
import { selectSeeds } from "../actions/rounds/selectSeeds.ts";
import { settleSeed } from "../actions/rounds/settleSeed.ts";
import { settleTarget } from "../actions/rounds/settleTarget.ts";
import { sponsor } from "../actions/rounds/sponsor.ts";
import { startRound } from "../actions/rounds/startRound.ts";
import { unsponsor } from "../actions/rounds/unsponsor.ts";
import { withdrawSponsorship } from "../actions/rounds/withdrawSponsorship.ts";
import { createWrapper } from "../actions/wrapper/createWrapper.ts";
import { getWrapper } from "../actions/wrapper/getWrapper.ts";
import { unwrap } from "../actions/wrapper/unwrap.ts";
import { wrap } from "../actions/wrapper/wrap.ts";
import { getPriceHistory } from "../history/getPriceHistory.ts";
import { prepareCalls } from "../sending/prepareCalls.ts";
import { sendPrepared } from "../sending/sendPrepared.ts";
import { getRoundStatus } from "../status/getRoundStatus.ts";
import type { ReadClient, WriteClient } from "../types/client.ts";
import { watchEvents, type WatchEventsParameters, type WatchEventsReturnType } from "../watch/watchEvents.ts";
import { watchMarket } from "../watch/watchMarket.ts";
import { watchRound } from "../watch/watchRound.ts";
import { watchTrades } from "../watch/watchTrades.ts";
import type { DeepFundingContracts, With, WithSpender } from "./contracts.ts";
import type {
  AccountReads,
  AuctionReads,
  AuctionWrites,
  FundingReads,
  FundingWrites,
  JuryReads,
  JuryWrites,
  LensReads,
  MarketsReads,
  MarketsWrites,
  RegistryReads,
  RegistryWrites,
  RoundsReads,
  RoundsWrites,
  WrapperReads,
  WrapperWrites,
} from "./generated/methods.ts";

type Reads<contracts extends DeepFundingContracts> = MarketsReads &
  ([contracts] extends [{ readonly lens: Address }] ? LensReads : unknown) &
  ([contracts] extends [{ readonly lens: Address; readonly rounds: Address }] ? AccountReads : unknown) &
  ([contracts] extends [{ readonly jury: Address }] ? JuryReads : unknown) &
  ([contracts] extends [{ readonly rounds: Address }] ? RoundsReads : unknown) &
  ([contracts] extends [{ readonly openingAuction: Address }] ? AuctionReads : unknown) &
  ([contracts] extends [{ readonly fundingPool: Address }] ? FundingReads : unknown) &
  ([contracts] extends [{ readonly registry: Address }] ? RegistryReads : unknown) &
  ([contracts] extends [{ readonly outcomeERC20Factory: Address }] ? WrapperReads : unknown);

type Writes<contracts extends DeepFundingContracts> = MarketsWrites &
  ([contracts] extends [{ readonly jury: Address }] ? JuryWrites : unknown) &
  ([contracts] extends [{ readonly rounds: Address }] ? RoundsWrites : unknown) &
  ([contracts] extends [{ readonly openingAuction: Address }] ? AuctionWrites : unknown) &
  ([contracts] extends [{ readonly fundingPool: Address }] ? FundingWrites : unknown) &
  ([contracts] extends [{ readonly registry: Address }] ? RegistryWrites : unknown) &
  ([contracts] extends [{ readonly outcomeERC20Factory: Address }] ? WrapperWrites : unknown);

/** The actions of a client: what it can read, and with an account what it can send. */
export type DeepFundingActions<
  contracts extends DeepFundingContracts = Required<DeepFundingContracts>,
  account extends Account | undefined = Account,
> = Reads<contracts> & ([account] extends [Account] ? Writes<contracts> : unknown);

/**
 * Binds all actions to a client and to the addresses of the contracts: `client.extend(deepFundingActions({ markets }))`.
 * Bundles all of them; programs that must be small import single actions instead.
 */
export function deepFundingActions<const contracts extends DeepFundingContracts>(contracts: contracts) {
  return <account extends Account | undefined>(
    client: Client<Transport, Chain | undefined, account>,
  ): DeepFundingActions<contracts, account> => {
    const { markets, lens, jury, registry, rounds, fundingPool } = contracts;
    const { openingAuction: auction, outcomeERC20Factory: factory } = contracts;
    // Without an account the types hide what would need one.
    const writer = client as WriteClient;
    const actions = {
      ...marketsReads(client, markets, lens),
      ...marketsWrites(writer, markets),
      ...(lens && lensReads(client, { ...contracts, lens })),
      ...(lens && rounds && accountReads(client, { ...contracts, lens, rounds })),
      ...(jury && { ...juryReads(client, jury), ...juryWrites(writer, jury) }),
      ...(rounds && { ...roundsReads(client, { ...contracts, rounds }), ...roundsWrites(writer, rounds) }),
      ...(auction && { ...auctionReads(client, auction), ...auctionWrites(writer, auction) }),
      ...(fundingPool && { ...fundingReads(client, fundingPool), ...fundingWrites(writer, fundingPool) }),
      ...(registry && { ...registryReads(client, registry), ...registryWrites(writer, registry) }),
      ...(factory && { ...wrapperReads(client, factory), ...wrapperWrites(writer, factory) }),
    };
    return actions as unknown as DeepFundingActions<contracts, account>;
  };
}

function marketsReads(client: ReadClient, markets: Address, lens: Address | undefined): MarketsReads {
  const fixed = { markets };
  return {
    getPriceHistory: bindWith(client, { markets }, { lens }, getPriceHistory),
    watchTrades: bind(client, fixed, watchTrades),
    /** See {@link watchEvents}. */
    watchEvents: <const abi extends Abi, name extends ContractEventName<abi>>(
      parameters: WatchEventsParameters<abi, name>,
    ): WatchEventsReturnType => watchEvents(client, parameters),
    getQuote: bind(client, fixed, getQuote),
    getTwap: bind(client, fixed, getTwap),
    getLogWeights: bind(client, fixed, getLogWeights),
    getPayouts: bind(client, fixed, getPayouts),
    getBalances: bind(client, fixed, getBalances),
    prepareCalls: bind(client, {}, prepareCalls),
  };
}

function marketsWrites(client: WriteClient, markets: Address): MarketsWrites {
  const fixed = { markets };
  return {
    createMarket: bind(client, fixed, createMarket),
    openPool: bind(client, fixed, openPool),
    split: bind(client, fixed, split),
    merge: bind(client, fixed, merge),
    splitPair: bind(client, fixed, splitPair),
    mergePair: bind(client, fixed, mergePair),
    convert: bind(client, fixed, convert),
    convertBack: bind(client, fixed, convertBack),
    transferBatch: bind(client, fixed, transferBatch),
    trade: bind(client, fixed, trade),
    join: bind(client, fixed, join),
    exit: bind(client, fixed, exit),
    addReserve: bind(client, fixed, addReserve),
    recentre: bind(client, fixed, recentre),
    report: bind(client, fixed, report),
    redeem: bind(client, fixed, redeem),
    redeemTo: bind(client, fixed, redeemTo),
    approveOutcome: bind(client, fixed, approveOutcome),
    setOperator: bind(client, fixed, setOperator),
    permit: bind(client, fixed, permit),
    multicallMarkets: bind(client, fixed, multicallMarkets),
    sendPrepared: bind(client, {}, sendPrepared),
    /** See {@link approveAsset}; by default for `Markets`. */
    approveAsset: (parameters: WithSpender<ApproveAssetParameters>) =>
      approveAsset(client, withSpender(parameters, markets)),
    /** See {@link signPermit}; by default for `Markets`. */
    signPermit: (parameters: WithSpender<SignPermitParameters>) => signPermit(client, withSpender(parameters, markets)),
  };
}

function lensReads(client: ReadClient, { lens, markets, rounds, openingAuction }: With<"lens">): LensReads {
  return {
    getPnl: bindWith(client, { lens, markets }, { auction: openingAuction }, getPnl),
    watchMarket: bind(client, { lens, markets }, watchMarket),
    getSnapshot: bind(client, { lens }, getSnapshot),
    getPositions: bindWith(client, { lens, markets }, { rounds }, getPositions),
  };
}

function accountReads(
  client: ReadClient,
  { lens, markets, rounds, fundingPool }: With<"lens" | "rounds">,
): AccountReads {
  return { getClaimables: bindWith(client, { lens, markets, rounds }, { fundingPool }, getClaimables) };
}

function juryReads(client: ReadClient, jury: Address): JuryReads {
  const fixed = { jury };
  return {
    getPosting: bind(client, fixed, getPosting),
    getCredits: bind(client, fixed, getCredits),
    getJury: bind(client, fixed, getJury),
    getTally: bind(client, fixed, getTally),
    getWalk: bind(client, fixed, getWalk),
    getAudits: bind(client, fixed, getAudits),
    getAudit: bind(client, fixed, getAudit),
    getRewards: bind(client, fixed, getRewards),
    getBallotReward: bind(client, fixed, getBallotReward),
    getBallots: bind(client, fixed, getBallots),
  };
}

function juryWrites(client: WriteClient, jury: Address): JuryWrites {
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
    commitJurors: bind(client, fixed, commitJurors),
    publishBallot: bind(client, fixed, publishBallot),
    walkBallots: bind(client, fixed, walkBallots),
    postVerified: bind(client, fixed, postVerified),
    requestAudit: bind(client, fixed, requestAudit),
    refundAudit: bind(client, fixed, refundAudit),
    collectAudit: bind(client, fixed, collectAudit),
    distributeRewards: bind(client, fixed, distributeRewards),
    claimRewards: bind(client, fixed, claimRewards),
    signBallot: bind(client, fixed, signBallot),
  };
}

function roundsReads(client: ReadClient, { rounds, fundingPool }: With<"rounds">): RoundsReads {
  const fixed = { rounds };
  return {
    watchRound: bind(client, fixed, watchRound),
    getRoundStatus: bindWith(client, fixed, { fundingPool }, getRoundStatus),
    getDraw: bind(client, fixed, getDraw),
    getDrawProof: bind(client, fixed, getDrawProof),
    getEstimate: bind(client, fixed, getEstimate),
    getEvaluationSet: bind(client, fixed, getEvaluationSet),
    getMarkets: bind(client, fixed, getMarkets),
    getReference: bind(client, fixed, getReference),
    getRound: bind(client, fixed, getRound),
    getRoundMarket: bind(client, fixed, getRoundMarket),
    getSelection: bind(client, fixed, getSelection),
    getSponsorship: bind(client, fixed, getSponsorship),
  };
}

function roundsWrites(client: WriteClient, rounds: Address): RoundsWrites {
  const fixed = { rounds };
  return {
    collect: bind(client, fixed, collect),
    collectCompensation: bind(client, fixed, collectCompensation),
    draw: bind(client, fixed, draw),
    fallBackSelection: bind(client, fixed, fallBackSelection),
    openNode: bind(client, fixed, openNode),
    openSeeds: bind(client, fixed, openSeeds),
    openSelection: bind(client, fixed, openSelection),
    selectSeeds: bind(client, fixed, selectSeeds),
    settleSeed: bind(client, fixed, settleSeed),
    settleTarget: bind(client, fixed, settleTarget),
    sponsor: bind(client, fixed, sponsor),
    startRound: bind(client, fixed, startRound),
    unsponsor: bind(client, fixed, unsponsor),
    withdrawSponsorship: bind(client, fixed, withdrawSponsorship),
  };
}

function auctionReads(client: ReadClient, auction: Address): AuctionReads {
  const fixed = { auction };
  return {
    getAuction: bind(client, fixed, getAuction),
    getAuctionMoney: bind(client, fixed, getAuctionMoney),
    getAuctionPrices: bind(client, fixed, getAuctionPrices),
    getBid: bind(client, fixed, getBid),
    getRevealedBids: bind(client, fixed, getRevealedBids),
  };
}

function auctionWrites(client: WriteClient, auction: Address): AuctionWrites {
  const fixed = { auction };
  return {
    prepareAuction: bind(client, fixed, prepareAuction),
    commitBid: bind(client, fixed, commitBid),
    revealBid: bind(client, fixed, revealBid),
    clearAuction: bind(client, fixed, clearAuction),
    claimBid: bind(client, fixed, claimBid),
    withdrawBid: bind(client, fixed, withdrawBid),
    refundAuction: bind(client, fixed, refundAuction),
    permitAuction: bind(client, fixed, permitAuction),
    multicallAuction: bind(client, fixed, multicallAuction),
    deriveBidSalt: bind(client, fixed, deriveBidSalt),
  };
}

function fundingReads(client: ReadClient, fundingPool: Address): FundingReads {
  const fixed = { fundingPool };
  return {
    getAccount: bind(client, fixed, getAccount),
    getBooks: bind(client, fixed, getBooks),
    getClaimable: bind(client, fixed, getClaimable),
    getFundingPool: bind(client, fixed, getFundingPool),
    getPot: bind(client, fixed, getPot),
    getGraph: bind(client, {}, getGraph),
  };
}

function fundingWrites(client: WriteClient, fundingPool: Address): FundingWrites {
  const fixed = { fundingPool };
  return {
    fund: bind(client, fixed, fund),
    fundEth: bind(client, fixed, fundEth),
    record: bind(client, fixed, record),
    pull: bind(client, fixed, pull),
    pullMany: bind(client, fixed, pullMany),
    claim: bind(client, fixed, claim),
    claimFor: bind(client, fixed, claimFor),
    claimMany: bind(client, fixed, claimMany),
    sweep: bind(client, fixed, sweep),
    permitFunding: bind(client, fixed, permitFunding),
    multicallFunding: bind(client, fixed, multicallFunding),
  };
}

function registryReads(client: ReadClient, registry: Address): RegistryReads {
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

function registryWrites(client: WriteClient, registry: Address): RegistryWrites {
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
    collectSlashed: bind(client, fixed, collectSlashed),
    withdrawBonds: bind(client, fixed, withdrawBonds),
    withdrawBondsFor: bind(client, fixed, withdrawBondsFor),
    signAttestation: bind(client, fixed, signAttestation),
  };
}

function wrapperReads(client: ReadClient, factory: Address): WrapperReads {
  return { getWrapper: bind(client, { factory }, getWrapper) };
}

function wrapperWrites(client: WriteClient, factory: Address): WrapperWrites {
  return {
    createWrapper: bind(client, { factory }, createWrapper),
    wrap: bind(client, {}, wrap),
    unwrap: bind(client, {}, unwrap),
  };
}

/** As {@link bind}; `usual` addresses are those of the other contracts, which a call may name itself. */
function bindWith<client, parameters, const fixed extends Partial<parameters>, result>(
  client: client,
  fixed: fixed,
  usual: Partial<Omit<parameters, keyof fixed>>,
  action: (client: client, parameters: parameters) => result,
): (parameters: Omit<parameters, keyof fixed>) => result {
  return (parameters) => action(client, { ...usual, ...fixed, ...parameters } as parameters);
}

function bind<client, parameters, const fixed extends Partial<parameters>, result>(
  client: client,
  fixed: fixed,
  action: (client: client, parameters: parameters) => result,
): (parameters: Omit<parameters, keyof fixed>) => result {
  return (parameters) => action(client, { ...fixed, ...parameters } as parameters);
}

/** Plain JavaScript may leave the parameters out: the action then says which are missing. */
function withSpender<parameters extends { readonly spender?: Address | undefined }>(
  parameters: parameters | undefined,
  usual: Address,
) {
  return { ...(parameters as parameters), spender: parameters?.spender ?? usual };
}
