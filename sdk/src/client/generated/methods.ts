// Written by `npm run client` from the decorator and the actions; do not edit.
import type { Abi, ContractEventName } from "viem";
import type { GetClaimablesParameters, GetClaimablesReturnType } from "../../account/getClaimables.ts";
import type { GetPnlParameters, GetPnlReturnType } from "../../account/getPnl.ts";
import type { GetPositionsParameters, GetPositionsReturnType } from "../../account/getPositions.ts";
import type { ApproveAssetParameters, ApproveAssetReturnType } from "../../actions/asset/approveAsset.ts";
import type { SignPermitParameters, SignPermitReturnType } from "../../actions/asset/signPermit.ts";
import type { ClaimBidParameters, ClaimBidReturnType } from "../../actions/auction/claimBid.ts";
import type { ClearAuctionParameters, ClearAuctionReturnType } from "../../actions/auction/clearAuction.ts";
import type { CommitBidParameters, CommitBidReturnType } from "../../actions/auction/commitBid.ts";
import type { DeriveBidSaltParameters, DeriveBidSaltReturnType } from "../../actions/auction/deriveBidSalt.ts";
import type { GetAuctionParameters, GetAuctionReturnType } from "../../actions/auction/getAuction.ts";
import type { GetAuctionMoneyParameters, GetAuctionMoneyReturnType } from "../../actions/auction/getAuctionMoney.ts";
import type { GetAuctionPricesParameters, GetAuctionPricesReturnType } from "../../actions/auction/getAuctionPrices.ts";
import type { GetBidParameters, GetBidReturnType } from "../../actions/auction/getBid.ts";
import type { GetRevealedBidsParameters, GetRevealedBidsReturnType } from "../../actions/auction/getRevealedBids.ts";
import type { MulticallAuctionParameters, MulticallAuctionReturnType } from "../../actions/auction/multicallAuction.ts";
import type { PermitAuctionParameters, PermitAuctionReturnType } from "../../actions/auction/permitAuction.ts";
import type { PrepareAuctionParameters, PrepareAuctionReturnType } from "../../actions/auction/prepareAuction.ts";
import type { RefundAuctionParameters, RefundAuctionReturnType } from "../../actions/auction/refundAuction.ts";
import type { RevealBidParameters, RevealBidReturnType } from "../../actions/auction/revealBid.ts";
import type { WithdrawBidParameters, WithdrawBidReturnType } from "../../actions/auction/withdrawBid.ts";
import type { ClaimParameters, ClaimReturnType } from "../../actions/funding/claim.ts";
import type { ClaimForParameters, ClaimForReturnType } from "../../actions/funding/claimFor.ts";
import type { ClaimManyParameters, ClaimManyReturnType } from "../../actions/funding/claimMany.ts";
import type { FundParameters, FundReturnType } from "../../actions/funding/fund.ts";
import type { FundEthParameters, FundEthReturnType } from "../../actions/funding/fundEth.ts";
import type { GetAccountParameters, GetAccountReturnType } from "../../actions/funding/getAccount.ts";
import type { GetBooksParameters, GetBooksReturnType } from "../../actions/funding/getBooks.ts";
import type { GetClaimableParameters, GetClaimableReturnType } from "../../actions/funding/getClaimable.ts";
import type { GetFundingPoolParameters, GetFundingPoolReturnType } from "../../actions/funding/getFundingPool.ts";
import type { GetGraphParameters, GetGraphReturnType } from "../../actions/funding/getGraph.ts";
import type { GetPotParameters, GetPotReturnType } from "../../actions/funding/getPot.ts";
import type { MulticallFundingParameters, MulticallFundingReturnType } from "../../actions/funding/multicallFunding.ts";
import type { PermitFundingParameters, PermitFundingReturnType } from "../../actions/funding/permitFunding.ts";
import type { PullParameters, PullReturnType } from "../../actions/funding/pull.ts";
import type { PullManyParameters, PullManyReturnType } from "../../actions/funding/pullMany.ts";
import type { RecordParameters, RecordReturnType } from "../../actions/funding/record.ts";
import type { SweepParameters, SweepReturnType } from "../../actions/funding/sweep.ts";
import type { AffirmParameters, AffirmReturnType } from "../../actions/jury/affirm.ts";
import type { AmendParameters, AmendReturnType } from "../../actions/jury/amend.ts";
import type { ChallengeParameters, ChallengeReturnType } from "../../actions/jury/challenge.ts";
import type { ClaimRewardsParameters, ClaimRewardsReturnType } from "../../actions/jury/claimRewards.ts";
import type { CollectAuditParameters, CollectAuditReturnType } from "../../actions/jury/collectAudit.ts";
import type { CommitJurorsParameters, CommitJurorsReturnType } from "../../actions/jury/commitJurors.ts";
import type { DistributeRewardsParameters, DistributeRewardsReturnType } from "../../actions/jury/distributeRewards.ts";
import type { FallBackParameters, FallBackReturnType } from "../../actions/jury/fallBack.ts";
import type { FinalizeParameters, FinalizeReturnType } from "../../actions/jury/finalize.ts";
import type { GetAuditParameters, GetAuditReturnType } from "../../actions/jury/getAudit.ts";
import type { GetAuditsParameters, GetAuditsReturnType } from "../../actions/jury/getAudits.ts";
import type { GetBallotRewardParameters, GetBallotRewardReturnType } from "../../actions/jury/getBallotReward.ts";
import type { GetBallotsParameters, GetBallotsReturnType } from "../../actions/jury/getBallots.ts";
import type { GetCreditsParameters, GetCreditsReturnType } from "../../actions/jury/getCredits.ts";
import type { GetJuryParameters, GetJuryReturnType } from "../../actions/jury/getJury.ts";
import type { GetPostingParameters, GetPostingReturnType } from "../../actions/jury/getPosting.ts";
import type { GetRewardsParameters, GetRewardsReturnType } from "../../actions/jury/getRewards.ts";
import type { GetTallyParameters, GetTallyReturnType } from "../../actions/jury/getTally.ts";
import type { GetWalkParameters, GetWalkReturnType } from "../../actions/jury/getWalk.ts";
import type { GiftParameters, GiftReturnType } from "../../actions/jury/gift.ts";
import type { PostParameters, PostReturnType } from "../../actions/jury/post.ts";
import type { PostVerifiedParameters, PostVerifiedReturnType } from "../../actions/jury/postVerified.ts";
import type { PublishBallotParameters, PublishBallotReturnType } from "../../actions/jury/publishBallot.ts";
import type { RefundAuditParameters, RefundAuditReturnType } from "../../actions/jury/refundAudit.ts";
import type { RequestAuditParameters, RequestAuditReturnType } from "../../actions/jury/requestAudit.ts";
import type { SignBallotParameters, SignBallotReturnType } from "../../actions/jury/signBallot.ts";
import type { WalkBallotsParameters, WalkBallotsReturnType } from "../../actions/jury/walkBallots.ts";
import type { WithdrawParameters, WithdrawReturnType } from "../../actions/jury/withdraw.ts";
import type { WithdrawForParameters, WithdrawForReturnType } from "../../actions/jury/withdrawFor.ts";
import type { AddReserveParameters, AddReserveReturnType } from "../../actions/markets/addReserve.ts";
import type { ApproveOutcomeParameters, ApproveOutcomeReturnType } from "../../actions/markets/approveOutcome.ts";
import type { ConvertParameters, ConvertReturnType } from "../../actions/markets/convert.ts";
import type { ConvertBackParameters, ConvertBackReturnType } from "../../actions/markets/convertBack.ts";
import type { CreateMarketParameters, CreateMarketReturnType } from "../../actions/markets/createMarket.ts";
import type { ExitParameters, ExitReturnType } from "../../actions/markets/exit.ts";
import type { GetBalancesParameters, GetBalancesReturnType } from "../../actions/markets/getBalances.ts";
import type { GetLogWeightsParameters, GetLogWeightsReturnType } from "../../actions/markets/getLogWeights.ts";
import type { GetPayoutsParameters, GetPayoutsReturnType } from "../../actions/markets/getPayouts.ts";
import type { GetQuoteParameters, GetQuoteReturnType } from "../../actions/markets/getQuote.ts";
import type { GetSnapshotParameters, GetSnapshotReturnType } from "../../actions/markets/getSnapshot.ts";
import type { GetTwapParameters, GetTwapReturnType } from "../../actions/markets/getTwap.ts";
import type { JoinParameters, JoinReturnType } from "../../actions/markets/join.ts";
import type { MergeParameters, MergeReturnType } from "../../actions/markets/merge.ts";
import type { MergePairParameters, MergePairReturnType } from "../../actions/markets/mergePair.ts";
import type { MulticallMarketsParameters, MulticallMarketsReturnType } from "../../actions/markets/multicallMarkets.ts";
import type { OpenPoolParameters, OpenPoolReturnType } from "../../actions/markets/openPool.ts";
import type { PermitParameters, PermitReturnType } from "../../actions/markets/permit.ts";
import type { RecentreParameters, RecentreReturnType } from "../../actions/markets/recentre.ts";
import type { RedeemParameters, RedeemReturnType } from "../../actions/markets/redeem.ts";
import type { RedeemToParameters, RedeemToReturnType } from "../../actions/markets/redeemTo.ts";
import type { ReportParameters, ReportReturnType } from "../../actions/markets/report.ts";
import type { SetOperatorParameters, SetOperatorReturnType } from "../../actions/markets/setOperator.ts";
import type { SplitParameters, SplitReturnType } from "../../actions/markets/split.ts";
import type { SplitPairParameters, SplitPairReturnType } from "../../actions/markets/splitPair.ts";
import type { TradeParameters, TradeReturnType } from "../../actions/markets/trade.ts";
import type { TransferBatchParameters, TransferBatchReturnType } from "../../actions/markets/transferBatch.ts";
import type { ApplyOptOutParameters, ApplyOptOutReturnType } from "../../actions/registry/applyOptOut.ts";
import type { AttestParameters, AttestReturnType } from "../../actions/registry/attest.ts";
import type { ChallengeEdgeParameters, ChallengeEdgeReturnType } from "../../actions/registry/challengeEdge.ts";
import type { CollectSlashedParameters, CollectSlashedReturnType } from "../../actions/registry/collectSlashed.ts";
import type { DeclareParameters, DeclareReturnType } from "../../actions/registry/declare.ts";
import type { DeclareChildrenParameters, DeclareChildrenReturnType } from "../../actions/registry/declareChildren.ts";
import type { GetBondParameters, GetBondReturnType } from "../../actions/registry/getBond.ts";
import type { GetBondCreditsParameters, GetBondCreditsReturnType } from "../../actions/registry/getBondCredits.ts";
import type { GetCandidatesParameters, GetCandidatesReturnType } from "../../actions/registry/getCandidates.ts";
import type { GetChildrenParameters, GetChildrenReturnType } from "../../actions/registry/getChildren.ts";
import type { GetDeclarationParameters, GetDeclarationReturnType } from "../../actions/registry/getDeclaration.ts";
import type { GetMaintainerParameters, GetMaintainerReturnType } from "../../actions/registry/getMaintainer.ts";
import type { GetNodeParameters, GetNodeReturnType } from "../../actions/registry/getNode.ts";
import type { GetRegistryParameters, GetRegistryReturnType } from "../../actions/registry/getRegistry.ts";
import type { GetRosterParameters, GetRosterReturnType } from "../../actions/registry/getRoster.ts";
import type { ImportNodesParameters, ImportNodesReturnType } from "../../actions/registry/importNodes.ts";
import type { OptOutParameters, OptOutReturnType } from "../../actions/registry/optOut.ts";
import type { ProposeEdgeParameters, ProposeEdgeReturnType } from "../../actions/registry/proposeEdge.ts";
import type { RaiseLevelParameters, RaiseLevelReturnType } from "../../actions/registry/raiseLevel.ts";
import type { SealParameters, SealReturnType } from "../../actions/registry/seal.ts";
import type { SetPayeeParameters, SetPayeeReturnType } from "../../actions/registry/setPayee.ts";
import type { SignAttestationParameters, SignAttestationReturnType } from "../../actions/registry/signAttestation.ts";
import type { VetoParameters, VetoReturnType } from "../../actions/registry/veto.ts";
import type { WithdrawBondsParameters, WithdrawBondsReturnType } from "../../actions/registry/withdrawBonds.ts";
import type { WithdrawBondsForParameters, WithdrawBondsForReturnType } from "../../actions/registry/withdrawBondsFor.ts";
import type { CollectParameters, CollectReturnType } from "../../actions/rounds/collect.ts";
import type { CollectCompensationParameters, CollectCompensationReturnType } from "../../actions/rounds/collectCompensation.ts";
import type { DrawParameters, DrawReturnType } from "../../actions/rounds/draw.ts";
import type { FallBackSelectionParameters, FallBackSelectionReturnType } from "../../actions/rounds/fallBackSelection.ts";
import type { GetDrawParameters, GetDrawReturnType } from "../../actions/rounds/getDraw.ts";
import type { GetDrawProofParameters, GetDrawProofReturnType } from "../../actions/rounds/getDrawProof.ts";
import type { GetEstimateParameters, GetEstimateReturnType } from "../../actions/rounds/getEstimate.ts";
import type { GetEvaluationSetParameters, GetEvaluationSetReturnType } from "../../actions/rounds/getEvaluationSet.ts";
import type { GetMarketsParameters, GetMarketsReturnType } from "../../actions/rounds/getMarkets.ts";
import type { GetReferenceParameters, GetReferenceReturnType } from "../../actions/rounds/getReference.ts";
import type { GetRoundParameters, GetRoundReturnType } from "../../actions/rounds/getRound.ts";
import type { GetRoundMarketParameters, GetRoundMarketReturnType } from "../../actions/rounds/getRoundMarket.ts";
import type { GetSelectionParameters, GetSelectionReturnType } from "../../actions/rounds/getSelection.ts";
import type { GetSponsorshipParameters, GetSponsorshipReturnType } from "../../actions/rounds/getSponsorship.ts";
import type { OpenNodeParameters, OpenNodeReturnType } from "../../actions/rounds/openNode.ts";
import type { OpenSeedsParameters, OpenSeedsReturnType } from "../../actions/rounds/openSeeds.ts";
import type { OpenSelectionParameters, OpenSelectionReturnType } from "../../actions/rounds/openSelection.ts";
import type { SelectSeedsParameters, SelectSeedsReturnType } from "../../actions/rounds/selectSeeds.ts";
import type { SettleSeedParameters, SettleSeedReturnType } from "../../actions/rounds/settleSeed.ts";
import type { SettleTargetParameters, SettleTargetReturnType } from "../../actions/rounds/settleTarget.ts";
import type { SponsorParameters, SponsorReturnType } from "../../actions/rounds/sponsor.ts";
import type { StartRoundParameters, StartRoundReturnType } from "../../actions/rounds/startRound.ts";
import type { UnsponsorParameters, UnsponsorReturnType } from "../../actions/rounds/unsponsor.ts";
import type { WithdrawSponsorshipParameters, WithdrawSponsorshipReturnType } from "../../actions/rounds/withdrawSponsorship.ts";
import type { CreateWrapperParameters, CreateWrapperReturnType } from "../../actions/wrapper/createWrapper.ts";
import type { GetWrapperParameters, GetWrapperReturnType } from "../../actions/wrapper/getWrapper.ts";
import type { UnwrapParameters, UnwrapReturnType } from "../../actions/wrapper/unwrap.ts";
import type { WrapParameters, WrapReturnType } from "../../actions/wrapper/wrap.ts";
import type { GetPriceHistoryParameters, GetPriceHistoryReturnType } from "../../history/getPriceHistory.ts";
import type { PrepareCallsParameters, PrepareCallsReturnType } from "../../sending/prepareCalls.ts";
import type { SendPreparedParameters, SendPreparedReturnType } from "../../sending/sendPrepared.ts";
import type { GetRoundStatusParameters, GetRoundStatusReturnType } from "../../status/getRoundStatus.ts";
import type { WatchEventsParameters, WatchEventsReturnType } from "../../watch/watchEvents.ts";
import type { WatchMarketParameters, WatchMarketReturnType } from "../../watch/watchMarket.ts";
import type { WatchRoundParameters, WatchRoundReturnType } from "../../watch/watchRound.ts";
import type { WatchTradesParameters, WatchTradesReturnType } from "../../watch/watchTrades.ts";
import type { WithSpender } from "../contracts.ts";

export type MarketsReads = {
  /**
   * Recomputes every state of a market's pool from its events, with the contract's arithmetic: prices after each trade,
   * equal to the chain's to the unit. Needs no archive node, unless the range begins after the opening: then the state
   * before it is read with `lens`.
   * @throws {HistoryStartError} when the pool was opened before the range, and no `lens` is given; or never.
   * @throws {HistoryGapError} when the RPC leaves out events.
   * @throws {InvalidParameterError} when the range is empty.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {LensUnknownMarketError} when the market was not created yet at the block before the range.
   * @example
   * await client.getPriceHistory({ market });
   */
  getPriceHistory(parameters: Omit<GetPriceHistoryParameters, "markets">): Promise<GetPriceHistoryReturnType>;
  /**
   * Tells trades as they happen, each once, until it is stopped by the function that it returns: see {@link watchEvents}.
   * @throws {InvalidParameterError} when nothing would be remembered, or fewer than no blocks are to follow.
   * @example
   * client.watchTrades({ onTrades });
   */
  watchTrades(parameters: Omit<WatchTradesParameters, "markets">): WatchTradesReturnType;
  /**
   * Tells events as they happen, each once, until it is stopped by the function that it returns. A connection that breaks
   * is tried again, ever more slowly, and what happened meanwhile is told then. When a reorganisation replaces blocks,
   * their events are taken back first: whoever keeps a sum adds what comes and subtracts what goes.
   * @throws {InvalidParameterError} when nothing would be remembered, or fewer than no blocks are to follow.
   * @example
   * client.watchEvents({ address, abi, onEvents });
   */
  watchEvents<const abi extends Abi, name extends ContractEventName<abi>>(parameters: WatchEventsParameters<abi, name>): WatchEventsReturnType;
  /**
   * Asks the contract what a trade would cost. `quote` of the package's `math` says the same from a snapshot.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsClosedError} when trading has ended.
   * @throws {MarketsNoOrdersError} when the trade has no orders.
   * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
   * @throws {MarketsUnorderedOutcomesError} when orders are not strictly ascending by outcome.
   * @throws {MarketsZeroAmountError} when an order is for nothing.
   * @throws {MarketsOutOfRangeError} when a price would leave the range in which the arithmetic is exact.
   * @example
   * await client.getQuote({ market, orders });
   */
  getQuote(parameters: Omit<GetQuoteParameters, "markets">): Promise<GetQuoteReturnType>;
  /**
   * Reads the time-weighted mean prices of the window, up to now or `closesAt`; before the window the prices now.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @example
   * await client.getTwap({ market });
   */
  getTwap(parameters: Omit<GetTwapParameters, "markets">): Promise<GetTwapReturnType>;
  /**
   * Reads the log prices of some outcomes of a pool, for a storage word each (MK-22): what a contract would read.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
   * @example
   * await client.getLogWeights({ market, outcomes });
   */
  getLogWeights(parameters: Omit<GetLogWeightsParameters, "markets">): Promise<GetLogWeightsReturnType>;
  /**
   * Reads the payouts that were reported.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNotResolvedError} when a market is not resolved yet.
   * @example
   * await client.getPayouts({ market });
   */
  getPayouts(parameters: Omit<GetPayoutsParameters, "markets">): Promise<GetPayoutsReturnType>;
  /**
   * Reads balances of many tokens in one call: `Markets` batches reads itself, whatever else is on the chain.
   * @example
   * await client.getBalances({ account, ids });
   */
  getBalances(parameters: Omit<GetBalancesParameters, "markets">): Promise<GetBalancesReturnType>;
  /**
   * Says what will be signed and sent for some calls, before anything is: by the wallet's batch if it offers one; else by
   * permits, which are signatures, where token and contract take them; else by approvals of exactly what is missing. Calls
   * of one contract that follow each other go into one transaction. Nothing is signed or sent: that does `sendPrepared`.
   * @returns The steps, in order, and what the calls take.
   * @throws {ContractError} of the class of the custom error, when the first transaction would revert.
   * @throws {InvalidParameterError} when there is no call, or nobody to make it.
   * @throws {NoContractError} when a call goes to an address without a contract.
   * @example
   * await client.prepareCalls({ calls });
   */
  prepareCalls(parameters: PrepareCallsParameters): Promise<PrepareCallsReturnType>;
};

export type MarketsWrites = {
  /**
   * Creates a market; its id is what `computeMarket` predicts for the sender. Its pool, if any, is opened by `openPool`.
   * @returns Hash of the transaction.
   * @throws {MarketsInvalidOutcomeCountError} when a market would have too few or too many outcomes.
   * @throws {MarketsInvalidAssetError} when an asset is neither a contract nor an outcome token.
   * @throws {MarketsInvalidResolverError} when a market would have no resolver.
   * @throws {MarketsInvalidOpenerError} when a market would have no opener.
   * @throws {MarketsInvalidTwapWindowError} when the TWAP window is empty or begins before time 0.
   * @throws {MarketsFeeRateTooHighError} when a fee rate is above the maximum.
   * @throws {MarketsMarketExistsError} when the caller has created the same market already.
   * @example
   * await client.createMarket({ params });
   */
  createMarket(parameters: Omit<CreateMarketParameters, "markets">): Promise<CreateMarketReturnType>;
  /**
   * Opens the market's pool; the sender pays `b ln(1 / min price)`, rounded up, and gets founding shares. `openingFunds`
   * of the package's `math` says how much.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsPoolExistsError} when the pool is open already.
   * @throws {MarketsNotOpenerError} when the pool is somebody else's to open.
   * @throws {MarketsClosedError} when trading has ended.
   * @throws {MarketsWrongLengthError} when a list has the wrong length.
   * @throws {MarketsInvalidLiquidityError} when b is out of its range.
   * @throws {MarketsPriceTooLowError} when an opening price is below the minimum.
   * @throws {MarketsInvalidSumError} when weights do not sum to exactly 1.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {MarketsPotOverflowError} when a market would hold too much.
   * @example
   * await client.openPool({ market, prices, b, receiver });
   */
  openPool(parameters: Omit<OpenPoolParameters, "markets">): Promise<OpenPoolReturnType>;
  /**
   * Pays the asset and mints as much of every LONG.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {MarketsPotOverflowError} when a market would hold too much.
   * @example
   * await client.split({ market, amount, receiver });
   */
  split(parameters: Omit<SplitParameters, "markets">): Promise<SplitReturnType>;
  /**
   * Burns as much of every LONG of the sender and pays the asset.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
   * @example
   * await client.merge({ market, amount, receiver });
   */
  merge(parameters: Omit<MergeParameters, "markets">): Promise<MergeReturnType>;
  /**
   * Pays the asset and mints as much LONG and SHORT of one outcome.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {MarketsPotOverflowError} when a market would hold too much.
   * @example
   * await client.splitPair({ market, outcome, amount, receiver });
   */
  splitPair(parameters: Omit<SplitPairParameters, "markets">): Promise<SplitPairReturnType>;
  /**
   * Burns as much LONG and SHORT of one outcome of the sender and pays the asset.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
   * @example
   * await client.mergePair({ market, outcome, amount, receiver });
   */
  mergePair(parameters: Omit<MergePairParameters, "markets">): Promise<MergePairReturnType>;
  /**
   * Burns SHORT of one outcome of the sender and mints as much LONG of every other.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @example
   * await client.convert({ market, outcome, amount, receiver });
   */
  convert(parameters: Omit<ConvertParameters, "markets">): Promise<ConvertReturnType>;
  /**
   * Burns LONG of every outcome but one of the sender and mints as much SHORT of that one.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @example
   * await client.convertBack({ market, outcome, amount, receiver });
   */
  convertBack(parameters: Omit<ConvertBackParameters, "markets">): Promise<ConvertBackReturnType>;
  /**
   * Moves tokens of the sender, of any markets, in one call.
   * @returns Hash of the transaction.
   * @throws {MarketsWrongLengthError} when a list has the wrong length.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {ERC6909InvalidReceiverError} when outcome tokens would go to nobody.
   * @example
   * await client.transferBatch({ receiver, ids, amounts });
   */
  transferBatch(parameters: Omit<TransferBatchParameters, "markets">): Promise<TransferBatchReturnType>;
  /**
   * Buys and sells outcomes of one market in one step.
   * @returns Hash of the transaction.
   * @throws {MarketsExpiredError} when a call comes after its deadline.
   * @throws {MarketsNoOrdersError} when the trade has no orders.
   * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
   * @throws {MarketsUnorderedOutcomesError} when orders are not strictly ascending by outcome.
   * @throws {MarketsZeroAmountError} when an order is for nothing.
   * @throws {MarketsOutOfRangeError} when a price would leave the range in which the arithmetic is exact.
   * @throws {MarketsCostAboveMaximumError} when a trade would cost more, or pay less, than the caller accepts.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsClosedError} when trading has ended.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {MarketsPotOverflowError} when a market would hold too much.
   * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
   * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
   * @example
   * await client.trade({ market, orders, maxCost, deadline, receiver });
   */
  trade(parameters: Omit<TradeParameters, "markets">): Promise<TradeReturnType>;
  /**
   * Adds liquidity to a pool, pro rata: the sender pays assets and gets shares, and LONGs back where the pool holds
   * less. No price moves. `quoteJoin` of the package's `math` says what it costs.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsClosedError} when trading has ended.
   * @throws {MarketsNoSharesError} when `shares` is 0.
   * @throws {MarketsAssetsAboveMaximumError} when joining would cost more than the caller accepts.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {MarketsPotOverflowError} when a market would hold too much.
   * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
   * @throws {MarketsExpiredError} when a call comes after its deadline.
   * @throws {MarketsLongsBelowMinimumError} when joining would give fewer LONGs of an outcome than the caller accepts.
   * @throws {MarketsWrongLengthError} when a list has the wrong length.
   * @example
   * await client.join({ market, shares, maxAssets, minLongs, deadline, receiver });
   */
  join(parameters: Omit<JoinParameters, "markets">): Promise<JoinReturnType>;
  /**
   * Removes liquidity from a pool, pro rata: burns shares of the sender and pays assets and LONGs. No price moves. After
   * resolution `redeem` the shares instead.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @throws {MarketsNoSharesError} when `shares` is 0.
   * @throws {MarketsSharesLockedError} when founding shares would leave before trading ends.
   * @throws {MarketsAssetsBelowMinimumError} when leaving would pay less than the caller accepts.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
   * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
   * @example
   * await client.exit({ market, shares, founding, minAssets, receiver });
   */
  exit(parameters: Omit<ExitParameters, "markets">): Promise<ExitReturnType>;
  /**
   * Gives assets to the pool; they become liquidity linearly until `closesAt`. What was not released belongs to the
   * liquidity providers.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsClosedError} when trading has ended.
   * @throws {MarketsReserveTooSmallError} when it is below 1% of b.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {MarketsPotOverflowError} when a market would hold too much.
   * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
   * @example
   * await client.addReserve({ market, amount });
   */
  addReserve(parameters: Omit<AddReserveParameters, "markets">): Promise<AddReserveReturnType>;
  /**
   * Moves a pool's scale back to its opening scale. Anyone may call it until resolution; no price and no claim changes.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoPoolError} when a market has no pool.
   * @throws {MarketsOutOfRangeError} when a price would leave the range in which the arithmetic is exact.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @example
   * await client.recentre({ market });
   */
  recentre(parameters: Omit<RecentreParameters, "markets">): Promise<RecentreReturnType>;
  /**
   * Resolves a market, as its resolver. If that is a `Jury`, use `post` and `finalize`.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsAlreadyResolvedError} when the market is resolved.
   * @throws {MarketsNotResolverError} when the caller is not the resolver.
   * @throws {MarketsWrongLengthError} when a list has the wrong length.
   * @throws {MarketsInvalidSumError} when weights do not sum to exactly 1.
   * @example
   * await client.report({ market, payouts });
   */
  report(parameters: Omit<ReportParameters, "markets">): Promise<ReportReturnType>;
  /**
   * Burns tokens and shares of resolved markets and pays each market's asset, rounded down once for each run of
   * neighbouring ids of one market.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoIdsError} when there are no ids to redeem.
   * @throws {MarketsWrongLengthError} when a list has the wrong length.
   * @throws {MarketsNotResolvedError} when a market is not resolved yet.
   * @throws {MarketsInvalidIdError} when an id is not a token of a market that can be redeemed.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
   * @example
   * await client.redeem({ ids, amounts, receiver });
   */
  redeem(parameters: Omit<RedeemParameters, "markets">): Promise<RedeemReturnType>;
  /**
   * Burns tokens and shares and pays the base ERC-20 through any nesting of markets, rounded down at each level. Tokens
   * over an asset that pays 0 are burnt for nothing.
   * @returns Hash of the transaction.
   * @throws {MarketsUnknownMarketError} when there is no such market.
   * @throws {MarketsNoIdsError} when there are no ids to redeem.
   * @throws {MarketsWrongLengthError} when a list has the wrong length.
   * @throws {MarketsNotResolvedError} when a market is not resolved yet.
   * @throws {MarketsInvalidIdError} when an id is not a token of a market that can be redeemed.
   * @throws {MarketsDifferentBaseAssetError} when ids lead to more than one ERC-20.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
   * @example
   * await client.redeemTo({ ids, amounts, receiver });
   */
  redeemTo(parameters: Omit<RedeemToParameters, "markets">): Promise<RedeemToReturnType>;
  /**
   * Lets a contract, for instance a wrapper, take some of one token of the sender.
   * @returns Hash of the transaction.
   * @example
   * await client.approveOutcome({ spender, id, amount });
   */
  approveOutcome(parameters: Omit<ApproveOutcomeParameters, "markets">): Promise<ApproveOutcomeReturnType>;
  /**
   * Lets a contract move all tokens of the sender, or no longer.
   * @returns Hash of the transaction.
   * @example
   * await client.setOperator({ spender, approved });
   */
  setOperator(parameters: Omit<SetOperatorParameters, "markets">): Promise<SetOperatorReturnType>;
  /**
   * Signs an EIP-2612 permit for `Markets` and uses it. To pay in the same transaction, pass {@link permitCall} of
   * `signPermit` and the call that pays to `multicallMarkets`.
   * @returns Hash of the transaction.
   * @throws {MarketsPermitFailedError} when a permit was refused and the allowance does not suffice.
   * @example
   * await client.permit({ token, amount, deadline });
   */
  permit(parameters: Omit<PermitParameters, "markets">): Promise<PermitReturnType>;
  /**
   * Makes several calls of `Markets` in one transaction: all or none.
   * @returns Hash of the transaction.
   * @throws {ContractError} of the call that fails.
   * @throws {InvalidParameterError} when a call is for another contract.
   * @example
   * await client.multicallMarkets({ calls });
   */
  multicallMarkets(parameters: Omit<MulticallMarketsParameters, "markets">): Promise<MulticallMarketsReturnType>;
  /**
   * Signs and sends what `prepareCalls` has said, step by step: each transaction is simulated first, and mined before the
   * next step begins.
   * @returns Receipts of the transactions, in order.
   * @throws {InvalidParameterError} when the steps are another account's.
   * @throws {StepFailedError} when a step fails; it says what is done, and its `remaining` calls can be prepared again.
   * @example
   * await client.sendPrepared({ prepared });
   */
  sendPrepared(parameters: SendPreparedParameters): Promise<SendPreparedReturnType>;
  /**
   * Lets a contract take some of an ERC-20 of the sender, if it may not take as much already. Of a token that changes an
   * allowance only from 0 (USDT) the allowance is taken back first, which is waited for.
   * @returns Hash of the transaction, to wait for; `undefined` if none was needed.
   * @throws {TokenRefusedError} when the token refuses.
   * @throws {TransactionRevertedError} when taking the allowance back was mined and reverted.
   * @example
   * await client.approveAsset({ asset, amount });
   */
  approveAsset(parameters: WithSpender<ApproveAssetParameters>): Promise<ApproveAssetReturnType>;
  /**
   * Signs an EIP-2612 permit with the client's account: an allowance that costs no transaction of its own.
   * @example
   * await client.signPermit({});
   */
  signPermit(parameters: WithSpender<SignPermitParameters>): Promise<SignPermitReturnType>;
};

export type LensReads = {
  /**
   * Counts what an account has made, out of its events: money in, money out, and what it holds now. Every unit counts, so
   * `profit` is what the account's money has changed by once everything is sold at the marks. Costs of gas are left out.
   * An account that held something before the range needs an archive node.
   * @throws {InvalidParameterError} when the range is empty.
   * @throws {LensUnknownMarketError} when `lens` does not look at these markets.
   * @example
   * await client.getPnl({ money, account });
   */
  getPnl(parameters: Omit<GetPnlParameters, "lens" | "markets">): Promise<GetPnlReturnType>;
  /**
   * Tells a whole market, at first and whenever it has changed, until it is stopped by the function that it returns: also
   * after a reorganisation has taken changes back. See {@link watchEvents}.
   * @throws {InvalidParameterError} when nothing would be remembered, or fewer than no blocks are to follow.
   * @example
   * client.watchMarket({ market, onSnapshot });
   */
  watchMarket(parameters: Omit<WatchMarketParameters, "lens" | "markets">): WatchMarketReturnType;
  /**
   * Reads a whole market, and what an account has of it, in one call.
   * @throws {LensUnknownMarketError} when there is no such market.
   * @example
   * await client.getSnapshot({ market });
   */
  getSnapshot(parameters: Omit<GetSnapshotParameters, "lens">): Promise<GetSnapshotReturnType>;
  /**
   * Reads what an account has in markets, and what it is worth: marked at prices, and if it were sold now.
   * @throws {InvalidParameterError} when neither ids nor a round are given.
   * @throws {LensUnknownMarketError} when there is no such market.
   * @example
   * await client.getPositions({ account });
   */
  getPositions(parameters: Omit<GetPositionsParameters, "lens" | "markets">): Promise<GetPositionsReturnType>;
};

export type AccountReads = {
  /**
   * Lists everything that an account can take out now, of all contracts, each with the calls that pay it to the account:
   * redeemable tokens and shares, pairs and full sets, bids, the jury's credits and rewards, bonds, sponsorships, and what
   * its projects are funded with.
   * @throws {GraphTooLargeError} when the graph of projects is deeper or larger than `getGraph` reads.
   * @throws {InvalidParameterError} when the blocks to search are none, or begin after a bid to claim was revealed.
   * @throws {LensUnknownMarketError} when there is no such market.
   * @example
   * await client.getClaimables({ account });
   */
  getClaimables(parameters: Omit<GetClaimablesParameters, "lens" | "markets" | "rounds">): Promise<GetClaimablesReturnType>;
};

export type JuryReads = {
  /**
   * Reads where a market stands with its jury.
   * @example
   * await client.getPosting({ market });
   */
  getPosting(parameters: Omit<GetPostingParameters, "jury">): Promise<GetPostingReturnType>;
  /**
   * Reads what an account can withdraw from a jury.
   * @example
   * await client.getCredits({ account });
   */
  getCredits(parameters: Omit<GetCreditsParameters, "jury">): Promise<GetCreditsReturnType>;
  /**
   * Reads what a jury was deployed with, and what it has for rewards.
   * @example
   * await client.getJury({});
   */
  getJury(parameters: Omit<GetJuryParameters, "jury">): Promise<GetJuryReturnType>;
  /**
   * Reads how many ballots of a market were published.
   * @example
   * await client.getTally({ market });
   */
  getTally(parameters: Omit<GetTallyParameters, "jury">): Promise<GetTallyReturnType>;
  /**
   * Reads how far a walk over the ballots is.
   * @example
   * await client.getWalk({ market, submitter, x });
   */
  getWalk(parameters: Omit<GetWalkParameters, "jury">): Promise<GetWalkReturnType>;
  /**
   * Reads what is paid for audits of seeds 0 to `count - 1`, in units of the stake token, neither refunded nor collected.
   * @example
   * await client.getAudits({ round, kind, count });
   */
  getAudits(parameters: Omit<GetAuditsParameters, "jury">): Promise<GetAuditsReturnType>;
  /**
   * Reads what is paid for the audit of one seed.
   * @example
   * await client.getAudit({ round, kind, index, payer });
   */
  getAudit(parameters: Omit<GetAuditParameters, "jury">): Promise<GetAuditReturnType>;
  /**
   * Reads the rewards of a round.
   * @example
   * await client.getRewards({ round });
   */
  getRewards(parameters: Omit<GetRewardsParameters, "jury">): Promise<GetRewardsReturnType>;
  /**
   * Reads what a juror has said about a market, in numbers, and whether its reward was claimed.
   * @example
   * await client.getBallotReward({ market, juror });
   */
  getBallotReward(parameters: Omit<GetBallotRewardParameters, "jury">): Promise<GetBallotRewardReturnType>;
  /**
   * Reads all published ballots of a market: what `proveWeights` takes.
   * @throws {InvalidParameterError} when some were published before `fromBlock`.
   * @throws {RpcUnreachableError} when the RPC does not answer.
   * @example
   * await client.getBallots({ market });
   */
  getBallots(parameters: Omit<GetBallotsParameters, "jury">): Promise<GetBallotsReturnType>;
};

export type JuryWrites = {
  /**
   * Posts the payouts of a market, as the jurors' Safe: usually `postCall` is executed through the Safe.
   * @returns Hash of the transaction.
   * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryNotResolverError} when a market has another resolver.
   * @throws {JuryTooEarlyError} when a call comes too early.
   * @throws {JuryTooLateError} when a call comes too late.
   * @throws {JuryWrongLengthError} when there is not one payout for each outcome.
   * @throws {JuryInvalidSumError} when payouts do not sum to exactly 1.
   * @example
   * await client.post({ market, payouts, ballotsRoot, evidenceURI });
   */
  post(parameters: Omit<PostParameters, "jury">): Promise<PostReturnType>;
  /**
   * Challenges the present posting of a market. The sender pays the stake, which the `Jury` must be allowed to take:
   * `approveAsset`.
   * @returns Hash of the transaction.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryTooLateError} when a call comes too late.
   * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @example
   * await client.challenge({ market, reasonURI });
   */
  challenge(parameters: Omit<ChallengeParameters, "jury">): Promise<ChallengeReturnType>;
  /**
   * Answers a challenge, as the jurors' Safe: the posting is right, and final.
   * @returns Hash of the transaction.
   * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryTooLateError} when a call comes too late.
   * @example
   * await client.affirm({ market });
   */
  affirm(parameters: Omit<AffirmParameters, "jury">): Promise<AffirmReturnType>;
  /**
   * Answers a challenge, as the jurors' Safe: other payouts are right. They are posted and can be challenged like the
   * first; `parsePostLogs` reads them too.
   * @returns Hash of the transaction.
   * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryTooLateError} when a call comes too late.
   * @throws {JuryNoAmendmentLeftError} when a posting was amended as often as it may be.
   * @throws {JuryWrongLengthError} when there is not one payout for each outcome.
   * @throws {JuryInvalidSumError} when payouts do not sum to exactly 1.
   * @example
   * await client.amend({ market, payouts, ballotsRoot, evidenceURI });
   */
  amend(parameters: Omit<AmendParameters, "jury">): Promise<AmendReturnType>;
  /**
   * Reports the posting of a market once it is final. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryTooEarlyError} when a call comes too early.
   * @throws {JuryWrongPayoutsError} when payouts are not those that were posted last.
   * @example
   * await client.finalize({ market, payouts });
   */
  finalize(parameters: Omit<FinalizeParameters, "jury">): Promise<FinalizeReturnType>;
  /**
   * Resolves a market that nobody has posted in time: to its time-weighted prices, or to equal parts without a pool.
   * Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryNotResolverError} when a market has another resolver.
   * @throws {JuryTooEarlyError} when a call comes too early.
   * @example
   * await client.fallBack({ market });
   */
  fallBack(parameters: Omit<FallBackParameters, "jury">): Promise<FallBackReturnType>;
  /**
   * Gives to the pot from which right challenges are rewarded. The `Jury` must be allowed to take it: `approveAsset`.
   * @returns Hash of the transaction.
   * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @example
   * await client.gift({ amount });
   */
  gift(parameters: Omit<GiftParameters, "jury">): Promise<GiftReturnType>;
  /**
   * Pays the sender's credits: stakes that came back, and rewards.
   * @returns Hash of the transaction.
   * @throws {JuryNothingToWithdrawError} when an account has no credits.
   * @example
   * await client.withdraw({ receiver });
   */
  withdraw(parameters: Omit<WithdrawParameters, "jury">): Promise<WithdrawReturnType>;
  /**
   * Pays the credits of an account to that account. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {JuryNothingToWithdrawError} when an account has no credits.
   * @example
   * await client.withdrawFor({ account });
   */
  withdrawFor(parameters: Omit<WithdrawForParameters, "jury">): Promise<WithdrawForReturnType>;
  /**
   * Commits the jurors of a round, as the Safe: usually `commitJurorsCall` is executed through the Safe.
   * @returns Hash of the transaction.
   * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
   * @throws {JuryUnknownRoundError} when there is no such round.
   * @throws {JuryRoundTooLateError} when a call for a round comes too late.
   * @throws {JuryJurorsCommittedError} when the jurors of a round were committed already.
   * @throws {JuryInvalidRootError} when the root of the jurors is zero.
   * @example
   * await client.commitJurors({ round, root });
   */
  commitJurors(parameters: Omit<CommitJurorsParameters, "jury">): Promise<CommitJurorsReturnType>;
  /**
   * Publishes a juror's ballot. Anyone may call it who has it.
   * @returns Hash of the transaction.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryNotResolverError} when a market has another resolver.
   * @throws {JuryTooEarlyError} when a call comes too early.
   * @throws {JuryTooLateError} when a call comes too late.
   * @throws {JuryWrongRoundError} when a market is not one of the ballot's round.
   * @throws {JuryAlreadyPublishedError} when a juror's ballot for a market was published already.
   * @throws {JuryNotJurorError} when an account is not one of a round's jurors.
   * @throws {JuryInvalidBallotSizeError} when a ballot has no comparison, or too many.
   * @throws {JuryInvalidComparisonError} when a comparison says nothing.
   * @throws {JuryInvalidSignatureError} when a ballot's signature is not the juror's.
   * @example
   * await client.publishBallot({ ballot, signature, salt, proof });
   */
  publishBallot(parameters: Omit<PublishBallotParameters, "jury">): Promise<PublishBallotReturnType>;
  /**
   * Walks the next published ballots of a market towards a verified posting. The walk belongs to the sender and to x.
   * @returns Hash of the transaction.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryNotResolverError} when a market has another resolver.
   * @throws {JuryWrongLengthError} when there is not one payout for each outcome.
   * @throws {JuryNoSuchBallotError} when a walk goes beyond the last ballot.
   * @throws {JuryLogWeightOutOfRangeError} when a log weight is out of range.
   * @throws {JuryWrongBallotError} when what was passed as a ballot is another.
   * @example
   * await client.walkBallots({ market, x, ballots });
   */
  walkBallots(parameters: Omit<WalkBallotsParameters, "jury">): Promise<WalkBallotsReturnType>;
  /**
   * Resolves a market to what its published ballots say, whatever the Safe has posted.
   * @returns Hash of the transaction.
   * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
   * @throws {JuryNotResolverError} when a market has another resolver.
   * @throws {JuryTooEarlyError} when a call comes too early.
   * @throws {JuryTooLateError} when a call comes too late.
   * @throws {JuryTooFewBallotsError} when a market has too few ballots for a verified posting.
   * @throws {JuryBallotsLeftError} when a walk has not come to the last ballot.
   * @throws {JuryNotUniqueError} when ballots do not prove that weights are the only optimum.
   * @throws {JuryInvalidLogSumError} when log weights do not sum to 0.
   * @throws {JuryNotOptimalError} when log weights are not the optimum of the ballots.
   * @example
   * await client.postVerified({ market, x });
   */
  postVerified(parameters: Omit<PostVerifiedParameters, "jury">): Promise<PostVerifiedReturnType>;
  /**
   * Pays for the judgment of a seed. The `Jury` must be allowed to take it: `approveAsset`.
   * @returns Hash of the transaction.
   * @throws {JuryUnknownRoundError} when there is no such round.
   * @throws {JuryRoundTooEarlyError} when a call for a round comes too early.
   * @throws {JuryRoundTooLateError} when a call for a round comes too late.
   * @throws {JurySelectionDoneError} when an evaluation set is known, so that audits come too late.
   * @throws {JuryNotEligibleError} when a seed cannot be audited.
   * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @example
   * await client.requestAudit({ round, kind, index, amount });
   */
  requestAudit(parameters: Omit<RequestAuditParameters, "jury">): Promise<RequestAuditReturnType>;
  /**
   * Credits what was paid for a seed that is not judged. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {JuryNoAuditError} when nothing was paid for an audit, or nothing is left.
   * @throws {JuryNotRefundableError} when an audit cannot be refunded, or not yet.
   * @example
   * await client.refundAudit({ round, kind, index, payer });
   */
  refundAudit(parameters: Omit<RefundAuditParameters, "jury">): Promise<RefundAuditReturnType>;
  /**
   * Moves what was paid for a seed that was judged into the reward pot. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {JuryNoAuditError} when nothing was paid for an audit, or nothing is left.
   * @throws {JuryNotCollectableError} when an audit cannot be collected, or not yet.
   * @example
   * await client.collectAudit({ round, kind, index });
   */
  collectAudit(parameters: Omit<CollectAuditParameters, "jury">): Promise<CollectAuditReturnType>;
  /**
   * Shares the reward pot among the accepted comparisons of a round. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {JuryOutOfTurnError} when the rewards of another round are to be distributed first.
   * @throws {JuryUnknownRoundError} when there is no such round.
   * @throws {JuryRoundTooEarlyError} when a call for a round comes too early.
   * @example
   * await client.distributeRewards({ round });
   */
  distributeRewards(parameters: Omit<DistributeRewardsParameters, "jury">): Promise<DistributeRewardsReturnType>;
  /**
   * Credits a juror its rewards. Anyone may call it; the juror withdraws them.
   * @returns Hash of the transaction.
   * @throws {JuryNothingToClaimError} when a juror has no reward left in a market.
   * @throws {JuryNotDistributedError} when the rewards of a round were not distributed yet.
   * @example
   * await client.claimRewards({ juror, markets });
   */
  claimRewards(parameters: Omit<ClaimRewardsParameters, "jury">): Promise<ClaimRewardsReturnType>;
  /**
   * Signs a juror's ballot with the client's account, for the client's chain. Nothing is sent: whoever has the signature
   * can publish it once trading has ended. Sign one for each market: of two, the first to be published counts.
   * @example
   * await client.signBallot({ ballot });
   */
  signBallot(parameters: Omit<SignBallotParameters, "jury">): Promise<SignBallotReturnType>;
};

export type RoundsReads = {
  /**
   * Tells the phase of the current round, at first and whenever it has changed, until it is stopped by the function that
   * it returns. Phases change by the clock, as the latest block has it, without any event.
   * @example
   * client.watchRound({ onPhase });
   */
  watchRound(parameters: Omit<WatchRoundParameters, "rounds">): WatchRoundReturnType;
  /**
   * Says where the current round stands, and what can be called now and by whom. Whoever sends every `call` of the list
   * that is anyone's, and looks again at `next`, keeps an ecosystem going: nothing of a round needs a certain account.
   * The payouts that `finalize` asks for are read out of events, from `fromBlock` on.
   * @throws {HeaderHashMismatchError} when the chain's headers have fields that this package does not know.
   * @throws {InvalidBeaconError} when the beacon is not what drand answers.
   * @throws {WrongBeaconError} when the beacon is another round's.
   * @throws {InvalidParameterError} when the blocks to search are none.
   * @example
   * await client.getRoundStatus({});
   */
  getRoundStatus(parameters: Omit<GetRoundStatusParameters, "rounds">): Promise<GetRoundStatusReturnType>;
  /**
   * Reads what the draw of a round refers to and when it can be made. The schedule fixes it when the round starts; only
   * what was missed is replaced.
   * @example
   * await client.getDraw({});
   */
  getDraw(parameters: Omit<GetDrawParameters, "rounds">): Promise<GetDrawReturnType>;
  /**
   * Brings the proof that `draw` asks for. By headers it finds the first block at or after the time of the draw, and
   * encodes its header and its parent's. By a beacon it makes the proof of what you have fetched from drand: this package
   * asks nobody but the client's own RPC.
   * @throws {BeaconNeededError} when the draw is made by a beacon, and none is given.
   * @throws {WrongBeaconError} when the beacon is another round's.
   * @throws {InvalidBeaconError} when the beacon is not what drand answers.
   * @throws {DrawTooEarlyError} when the block that decides is not there yet.
   * @throws {UnknownRandomnessError} when the source of randomness is of a kind that this package does not know.
   * @throws {HeaderHashMismatchError} when the chain's headers have fields that this package does not know.
   * @example
   * await client.getDrawProof({});
   */
  getDrawProof(parameters: Omit<GetDrawProofParameters, "rounds">): Promise<GetDrawProofReturnType>;
  /**
   * Reads what a market says of its outcomes: the median of time-weighted prices, prices now and reference (DESIGN 6, rule
   * RO-25); without a pool the reference. Once trading has closed it does not change any more. `blend` of
   * `deepfunding/math` says what final weights it makes.
   * @throws {RoundsUnknownMarketError} when the market is not one of a round.
   * @example
   * await client.getEstimate({ market });
   */
  getEstimate(parameters: Omit<GetEstimateParameters, "rounds">): Promise<GetEstimateReturnType>;
  /**
   * Chooses the evaluation set of a kind as the contract demands it, from the draw and the audit payments.
   * @throws {RoundsNotDrawnError} when the draw was not made (but for `weight`, which needs none).
   * @example
   * await client.getEvaluationSet({ round, kind });
   */
  getEvaluationSet(parameters: Omit<GetEvaluationSetParameters, "rounds">): Promise<GetEvaluationSetReturnType>;
  /**
   * Reads all markets of a round, those too that nobody has opened yet. In Registration the graph may still change, and
   * with it what they ask. A client with `batch: { multicall: true }` makes it a few requests.
   * @example
   * await client.getMarkets({});
   */
  getMarkets(parameters: Omit<GetMarketsParameters, "rounds">): Promise<GetMarketsReturnType>;
  /**
   * Reads the reference of a market's outcomes: what all juries so far have made of the import, without prices and
   * declarations (DESIGN 6, rules ER-60 and ER-61). `moveReference` says what a verdict will make of it.
   * @throws {RoundsUnknownMarketError} when the market is not one of a round.
   * @example
   * await client.getReference({ market });
   */
  getReference(parameters: Omit<GetReferenceParameters, "rounds">): Promise<GetReferenceReturnType>;
  /**
   * Reads where a round stands.
   * @example
   * await client.getRound({});
   */
  getRound(parameters: Omit<GetRoundParameters, "rounds">): Promise<GetRoundReturnType>;
  /**
   * Reads which market asks a question of a round.
   * @example
   * await client.getRoundMarket({ round, kind, index });
   */
  getRoundMarket(parameters: Omit<GetRoundMarketParameters, "rounds">): Promise<GetRoundMarketReturnType>;
  /**
   * Reads what is asked of one kind in a round: its selection market, who can be selected, and who was.
   * @example
   * await client.getSelection({ round, kind });
   */
  getSelection(parameters: Omit<GetSelectionParameters, "rounds">): Promise<GetSelectionReturnType>;
  /**
   * Reads what a sponsor gave for a round, and what came back of it.
   * @example
   * await client.getSponsorship({ round, account });
   */
  getSponsorship(parameters: Omit<GetSponsorshipParameters, "rounds">): Promise<GetSponsorshipReturnType>;
};

export type RoundsWrites = {
  /**
   * Brings back to the sponsors what a question's markets owe them. Anyone may call it, any number of times, once
   * trading has closed.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
   * @example
   * await client.collect({ round, kind, index });
   */
  collect(parameters: Omit<CollectParameters, "rounds">): Promise<CollectReturnType>;
  /**
   * Brings back to the sponsors what the bonds of a round owe them so far. Anyone may call it, any number of times; if they
   * owe nothing, nothing happens.
   * @returns Hash of the transaction.
   * @example
   * await client.collectCompensation({ round });
   */
  collectCompensation(parameters: Omit<CollectCompensationParameters, "rounds">): Promise<CollectCompensationReturnType>;
  /**
   * Makes the draw, with the proof that `getDrawProof` brings. Anyone may call it, and it comes out the same for everybody.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsAlreadyDrawnError} when the draw was made already.
   * @throws {HeaderRandomnessTooEarlyError} when a draw comes before its time.
   * @throws {HeaderRandomnessMissedError} when the time of a draw was missed.
   * @throws {HeaderRandomnessUnknownHeaderError} when a header is not that of a block whose hash the chain knows.
   * @throws {HeaderRandomnessNotTheParentError} when the second header is not the parent's of the first.
   * @throws {HeaderRandomnessNotTheFirstError} when a block is not the first one at or after the time of the draw.
   * @throws {HeaderRandomnessNotRandomError} when a block has no random number.
   * @throws {DrandRandomnessTooEarlyError} when a round of the beacon is not due yet.
   * @throws {DrandRandomnessWrongLengthError} when a proof is not as long as a signature.
   * @throws {DrandRandomnessWrongSignatureError} when a proof is not the signature of the round.
   * @example
   * await client.draw({ proof });
   */
  draw(parameters: Omit<DrawParameters, "rounds">): Promise<DrawReturnType>;
  /**
   * Gives up an evaluation set that nobody fixed in time: its tokens pay equal parts. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsNotOpenedError} when a kind was not opened.
   * @throws {RoundsSelectionDoneError} when an evaluation set is known already, or was given up.
   * @example
   * await client.fallBackSelection({ round, kind });
   */
  fallBackSelection(parameters: Omit<FallBackSelectionParameters, "rounds">): Promise<FallBackSelectionReturnType>;
  /**
   * Creates the market of one seed and opens its pool; whoever wants to trade it first calls it. In Evaluation: without
   * a pool, for a selected seed.
   * @returns Hash of the transaction.
   * @throws {RoundsNotOpenedError} when a kind was not opened.
   * @throws {RoundsNotEligibleError} when a seed has no question of a kind.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsAlreadyOpenedError} when a market of a round is opened twice.
   * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
   * @example
   * await client.openNode({ kind, index });
   */
  openNode(parameters: Omit<OpenNodeParameters, "rounds">): Promise<OpenNodeReturnType>;
  /**
   * Creates the market of seed weights and opens its pool. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsAlreadyOpenedError} when a market of a round is opened twice.
   * @example
   * await client.openSeeds({});
   */
  openSeeds(parameters: Omit<OpenSeedsParameters, "rounds">): Promise<OpenSeedsReturnType>;
  /**
   * Creates the selection market of a kind, whose tokens are the assets of the seeds' own markets. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsNotEligibleError} when a seed has no question of a kind.
   * @throws {RoundsAlreadyOpenedError} when a market of a round is opened twice.
   * @example
   * await client.openSelection({ kind });
   */
  openSelection(parameters: Omit<OpenSelectionParameters, "rounds">): Promise<OpenSelectionReturnType>;
  /**
   * Fixes the evaluation set of a kind: `chooseSeeds` says which. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsTooEarlyError} when a step is for later.
   * @throws {RoundsNotOpenedError} when a kind was not opened.
   * @throws {RoundsSelectionDoneError} when an evaluation set is known already, or was given up.
   * @throws {RoundsNotDrawnError} when a draw was not made.
   * @throws {RoundsInvalidSetError} when an evaluation set takes a seed that is not eligible, or was taken already.
   * @throws {RoundsQuotaExceededError} when an evaluation set takes too many seeds.
   * @throws {RoundsZeroScoreError} when an evaluation set takes a seed without a score.
   * @throws {RoundsBetterSeedLeftOutError} when an evaluation set leaves out a seed with a better score.
   * @example
   * await client.selectSeeds({ kind, paid });
   */
  selectSeeds(parameters: Omit<SelectSeedsParameters, "rounds">): Promise<SelectSeedsReturnType>;
  /**
   * Computes the final weights and the originality of one seed and settles its bonds. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsSelectionPendingError} when an evaluation set is neither known nor given up.
   * @throws {RoundsMarketPendingError} when a market has to be resolved first.
   * @example
   * await client.settleSeed({ round, index });
   */
  settleSeed(parameters: Omit<SettleSeedParameters, "rounds">): Promise<SettleSeedReturnType>;
  /**
   * Computes the final weights of the seeds and settles the target's bonds. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsMarketPendingError} when a market has to be resolved first.
   * @example
   * await client.settleTarget({ round });
   */
  settleTarget(parameters: Omit<SettleTargetParameters, "rounds">): Promise<SettleTargetReturnType>;
  /**
   * Gives money for the liquidity of the next round: of all its pools. `Rounds` must be allowed to take it:
   * `approveAsset`.
   * @returns Hash of the transaction.
   * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
   * @throws {RoundsNotReceivedError} when less money arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @example
   * await client.sponsor({ amount });
   */
  sponsor(parameters: Omit<SponsorParameters, "rounds">): Promise<SponsorReturnType>;
  /**
   * Starts the next round: its Registration begins with the block. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {RoundsWrongPhaseError} when a step does not fit the phase.
   * @throws {RoundsBudgetTooSmallError} when a round would start with too little liquidity.
   * @throws {RoundsNoSeedsError} when a round would start without a graph.
   * @throws {RoundsNotConnectedError} when a round would start before a contract that it works with is connected.
   * @example
   * await client.startRound({});
   */
  startRound(parameters: Omit<StartRoundParameters, "rounds">): Promise<StartRoundReturnType>;
  /**
   * Takes back what the sender gave for a round that has not started yet.
   * @returns Hash of the transaction.
   * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
   * @throws {RoundsSponsorshipTooSmallError} when a sponsor takes back more than it gave.
   * @example
   * await client.unsponsor({ amount, receiver });
   */
  unsponsor(parameters: Omit<UnsponsorParameters, "rounds">): Promise<UnsponsorReturnType>;
  /**
   * Pays the sender's part of what came back for the sponsors of a round so far.
   * @returns Hash of the transaction.
   * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
   * @example
   * await client.withdrawSponsorship({ round, receiver });
   */
  withdrawSponsorship(parameters: Omit<WithdrawSponsorshipParameters, "rounds">): Promise<WithdrawSponsorshipReturnType>;
};

export type AuctionReads = {
  /**
   * Reads where an auction stands, and its money. With `getBid` it is what `bidReminder` takes.
   * @example
   * await client.getAuction({ market });
   */
  getAuction(parameters: Omit<GetAuctionParameters, "auction">): Promise<GetAuctionReturnType>;
  /**
   * Reads the money of all bids revealed so far on each outcome.
   * @throws {OpeningAuctionWrongPhaseError} when there is no auction.
   * @example
   * await client.getAuctionMoney({});
   */
  getAuctionMoney(parameters: Omit<GetAuctionMoneyParameters, "auction">): Promise<GetAuctionMoneyReturnType>;
  /**
   * Reads the prices at which the pool would open with the bids revealed so far, or opened.
   * @throws {OpeningAuctionWrongPhaseError} when there is no auction.
   * @example
   * await client.getAuctionPrices({});
   */
  getAuctionPrices(parameters: Omit<GetAuctionPricesParameters, "auction">): Promise<GetAuctionPricesReturnType>;
  /**
   * Reads the bid of an account; all zero if there is none, or it was claimed or withdrawn.
   * @example
   * await client.getBid({ market, bidder });
   */
  getBid(parameters: Omit<GetBidParameters, "auction">): Promise<GetBidReturnType>;
  /**
   * Reads the revealed bids of a market out of its events: with the sponsor's, all that `addBid` and `openingPrices` need
   * to check the opening prices.
   * @throws {InvalidParameterError} when the blocks to search are none.
   * @throws {RpcUnreachableError} when the RPC does not answer.
   * @example
   * await client.getRevealedBids({ market });
   */
  getRevealedBids(parameters: Omit<GetRevealedBidsParameters, "auction">): Promise<GetRevealedBidsReturnType>;
};

export type AuctionWrites = {
  /**
   * Prepares the auction of a market that the sender created, and bids b on the base rates. The auction must be allowed
   * to take the budget: `approveAsset` with it as the `spender`; for an outcome token `approveOutcome` or `setOperator`.
   * @returns Hash of the transaction.
   * @throws {OpeningAuctionNotCreatorError} when the sender did not create the market with the auction as its opener.
   * @throws {OpeningAuctionExistsError} when the auction was prepared before.
   * @throws {OpeningAuctionOpensTooSoonError} when there would be no hour to commit and another one to reveal.
   * @throws {OpeningAuctionOpensTooLateError} when the pool would open when trading has ended.
   * @throws {OpeningAuctionWrongLengthError} when there is not one number for each outcome.
   * @throws {OpeningAuctionLiquidityTooLowError} when b is below what a pool needs.
   * @throws {OpeningAuctionTooMuchMoneyError} when the auction would hold more than a market can.
   * @throws {OpeningAuctionBudgetTooSmallError} when the budget is below what opening can cost.
   * @throws {OpeningAuctionPriceTooLowError} when the sponsor's bid would hold less than one unit of an outcome.
   * @throws {MarketsInvalidSumError} when the weights do not sum to exactly 1.
   * @throws {OpeningAuctionNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when the auction may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when the sender has too little of an ERC-20.
   * @throws {ERC6909InsufficientAllowanceError} when the auction may not take that much of an outcome token.
   * @throws {ERC6909InsufficientBalanceError} when the sender has too few outcome tokens.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @example
   * await client.prepareAuction({ market, context, prices, b, opensAt });
   */
  prepareAuction(parameters: Omit<PrepareAuctionParameters, "auction">): Promise<PrepareAuctionReturnType>;
  /**
   * Commits the sender to a bid, or replaces its commitment; only the hash is sent. What could never be revealed, and so
   * would cost half of the deposit, is refused here. The auction must be allowed to take the deposit: `approveAsset` with
   * it as the `spender`, `permitAuction`; for an outcome token `approveOutcome` or `setOperator`.
   * @returns Hash of the transaction.
   * @throws {InvalidBudgetError} when the budget is not positive.
   * @throws {InvalidWeightsError} when a weight is negative.
   * @throws {InvalidSumError} when the weights do not sum to exactly 1.
   * @throws {LengthMismatchError} when there is not one weight for each outcome.
   * @throws {DepositTooSmallError} when the bid would be for more than its deposit.
   * @throws {OpeningAuctionWrongPhaseError} when commitments have ended, or there is no auction.
   * @throws {OpeningAuctionNoteTooLongError} when the note is longer than 4,096 bytes.
   * @throws {OpeningAuctionTooMuchMoneyError} when the auction would hold more than a market can.
   * @throws {OpeningAuctionNotReceivedError} when less of the asset arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when the auction may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when the sender has too little of an ERC-20.
   * @throws {ERC6909InsufficientAllowanceError} when the auction may not take that much of an outcome token.
   * @throws {ERC6909InsufficientBalanceError} when the sender has too few outcome tokens.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @example
   * await client.commitBid({ market, budget, weights, salt });
   */
  commitBid(parameters: Omit<CommitBidParameters, "auction">): Promise<CommitBidReturnType>;
  /**
   * Reveals a bid, between `revealsAt` and `opensAt` of `getAuction`; otherwise half of its deposit is lost. One that was
   * revealed so already, by whomever, stays as it is: nobody makes a batch of reveals fail by sending one of them first.
   * @returns Hash of the transaction.
   * @throws {OpeningAuctionWrongPhaseError} when it comes too early or too late.
   * @throws {OpeningAuctionNoBidError} when the bidder has committed none.
   * @throws {OpeningAuctionRevealedError} when it was revealed before with another budget or other weights.
   * @throws {OpeningAuctionWrongLengthError} when there is not one number for each outcome.
   * @throws {MarketsInvalidSumError} when the weights do not sum to exactly 1.
   * @throws {OpeningAuctionWrongOpeningError} when budget, weights and salt are not what was committed.
   * @throws {OpeningAuctionBudgetAboveDepositError} when the bid is for more than its deposit.
   * @example
   * await client.revealBid({ market, budget, weights, salt });
   */
  revealBid(parameters: Omit<RevealBidParameters, "auction">): Promise<RevealBidReturnType>;
  /**
   * Opens the pool at the clearing price and splits the full sets for all claims. Anyone may call it, from `opensAt` on.
   * @returns Hash of the transaction.
   * @throws {OpeningAuctionWrongPhaseError} when reveals have not ended, or it was cleared, or is void.
   * @example
   * await client.clearAuction({ market });
   */
  clearAuction(parameters: Omit<ClearAuctionParameters, "auction">): Promise<ClearAuctionReturnType>;
  /**
   * Gives the sender's revealed bid its LONGs and the rest of its deposit.
   * @returns Hash of the transaction.
   * @throws {InvalidParameterError} when the bid was revealed before `fromBlock`.
   * @throws {OpeningAuctionWrongPhaseError} when the auction is not cleared.
   * @throws {OpeningAuctionNoBidError} when the sender has no bid, or none any more.
   * @throws {OpeningAuctionNotRevealedError} when the bid was not revealed: `withdrawBid` pays half of its deposit back.
   * @throws {OpeningAuctionWrongWeightsError} when the weights are not those that were revealed.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @example
   * await client.claimBid({ market, receiver });
   */
  claimBid(parameters: Omit<ClaimBidParameters, "auction">): Promise<ClaimBidReturnType>;
  /**
   * Pays back what is left of the sender's deposit: half, rounded down, if the bid was not revealed; all of it if the
   * auction is void.
   * @returns Hash of the transaction.
   * @throws {OpeningAuctionWrongPhaseError} when the auction is neither cleared nor void.
   * @throws {OpeningAuctionNoBidError} when the sender has no bid, or none any more.
   * @throws {OpeningAuctionRevealedError} when the bid was revealed: `claimBid` pays it.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @example
   * await client.withdrawBid({ market, receiver });
   */
  withdrawBid(parameters: Omit<WithdrawBidParameters, "auction">): Promise<WithdrawBidReturnType>;
  /**
   * Pays the sponsor what opening the pool did not need of its budget; once the market is resolved also what its bid was
   * worth; all of it if the auction is void. It may be called again, and does nothing where nothing is due.
   * @returns Hash of the transaction.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @example
   * await client.refundAuction({ market });
   */
  refundAuction(parameters: Omit<RefundAuctionParameters, "auction">): Promise<RefundAuctionReturnType>;
  /**
   * Signs an EIP-2612 permit for the auction and uses it. To commit in the same transaction, pass
   * {@link permitAuctionCall} of `signPermit` and `commitBidCall` to `multicallAuction`.
   * @returns Hash of the transaction.
   * @throws {MarketsPermitFailedError} when the permit was refused and the allowance does not suffice.
   * @example
   * await client.permitAuction({ token, amount, deadline });
   */
  permitAuction(parameters: Omit<PermitAuctionParameters, "auction">): Promise<PermitAuctionReturnType>;
  /**
   * Makes several calls of the auction in one transaction, for instance `permitAuctionCall` and then `commitBidCall`, or
   * reveals in several markets; all or none of them happen.
   * @returns Hash of the transaction.
   * @throws {ContractError} of the call that fails.
   * @throws {InvalidParameterError} when a call is for another contract.
   * @example
   * await client.multicallAuction({ calls });
   */
  multicallAuction(parameters: Omit<MulticallAuctionParameters, "auction">): Promise<MulticallAuctionReturnType>;
  /**
   * Derives the salt of a bid from a signature of the client's account, for the client's chain, so that it need not be
   * kept: call it again to reveal. It signs twice and compares, because the salt of a wallet that signs differently each
   * time (contract wallets, some hardware) would be lost; such an account uses `randomSalt` and keeps it. A contract
   * wallet that signs alike twice may still do so differently once its owners change. Only sign this for programs that
   * you trust: the signature is the secret.
   * @returns 32 bytes.
   * @throws {SaltNotReproducibleError} when the two signatures differ, or are not those of one key.
   * @throws {RpcUnreachableError} when the RPC does not answer.
   * @example
   * await client.deriveBidSalt({ market });
   */
  deriveBidSalt(parameters: Omit<DeriveBidSaltParameters, "auction">): Promise<DeriveBidSaltReturnType>;
};

export type FundingReads = {
  /**
   * Reads the account of a project in a round and a token.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.getAccount({ round, token, node });
   */
  getAccount(parameters: Omit<GetAccountParameters, "fundingPool">): Promise<GetAccountReturnType>;
  /**
   * Reads what `planPulls` needs: the books of all projects of a graph but UNKNOWN. Pass a `blockNumber` to read one
   * moment; a client with `batch: { multicall: true }` makes it a few requests.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.getBooks({ round, token, graph });
   */
  getBooks(parameters: Omit<GetBooksParameters, "fundingPool">): Promise<GetBooksReturnType>;
  /**
   * Reads what a project can claim now of a round and a token.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.getClaimable({ round, token, node });
   */
  getClaimable(parameters: Omit<GetClaimableParameters, "fundingPool">): Promise<GetClaimableReturnType>;
  /**
   * Reads what a funding pool pays by, and for how long.
   * @example
   * await client.getFundingPool({});
   */
  getFundingPool(parameters: Omit<GetFundingPoolParameters, "fundingPool">): Promise<GetFundingPoolReturnType>;
  /**
   * Reads the books of a round in a token.
   * @example
   * await client.getPot({ round, token });
   */
  getPot(parameters: Omit<GetPotParameters, "fundingPool">): Promise<GetPotReturnType>;
  /**
   * Reads the graph by the final weights of a round, from the target downwards. Reads the projects of a level at once; a
   * client with `batch: { multicall: true }` makes that a few requests. Pass a `blockNumber` to read one moment.
   * @throws {GraphTooLargeError} when the graph goes beyond `maxDepth` or `maxNodes`.
   * @example
   * await client.getGraph({ registry, round });
   */
  getGraph(parameters: GetGraphParameters): Promise<GetGraphReturnType>;
};

export type FundingWrites = {
  /**
   * Gives an ERC-20 to the projects. The pool must be allowed to take it: `approveAsset`. A plain transfer does the same
   * once somebody calls `record`.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNotTokenError} when there is no token at the address.
   * @throws {FundingPoolNothingReceivedError} when nothing arrives.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @throws {ERC20InsufficientAllowanceError} when the pool may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when the sender has too little of an ERC-20.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @example
   * await client.fund({ token, amount });
   */
  fund(parameters: Omit<FundParameters, "fundingPool">): Promise<FundReturnType>;
  /**
   * Gives ether to the projects. A plain transfer does the same; with little gas it waits for `record`.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNothingReceivedError} when nothing arrives.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.fundEth({ amount });
   */
  fundEth(parameters: Omit<FundEthParameters, "fundingPool">): Promise<FundEthReturnType>;
  /**
   * Allots what plain transfers have brought to the round that settles next. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNotTokenError} when there is no token at the address.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.record({ token });
   */
  record(parameters: Omit<RecordParameters, "fundingPool">): Promise<RecordReturnType>;
  /**
   * Moves what is due from a project to one of its children. Anyone may call it; nothing happens if nothing is due.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
   * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.pull({ round, token, parent, index });
   */
  pull(parameters: Omit<PullParameters, "fundingPool">): Promise<PullReturnType>;
  /**
   * Moves what is due along several edges of a round. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
   * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.pullMany({ round, token, edges });
   */
  pullMany(parameters: Omit<PullManyParameters, "fundingPool">): Promise<PullManyReturnType>;
  /**
   * Pays what a project keeps to a receiver of the payee's choice. The sender must be the payee.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNothingToClaimError} when the project has nothing to claim now.
   * @throws {FundingPoolNotPayeeError} when the sender is not who is paid for the project.
   * @throws {FundingPoolNoPayeeError} when nobody is paid for the project yet.
   * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
   * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
   * @throws {FundingPoolInvalidReceiverError} when the receiver is the zero address.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @throws {FailedCallError} when the receiver refuses ether without a reason.
   * @example
   * await client.claim({ round, token, node, receiver });
   */
  claim(parameters: Omit<ClaimParameters, "fundingPool">): Promise<ClaimReturnType>;
  /**
   * Pays what a project keeps to its payee. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNothingToClaimError} when the project has nothing to claim now.
   * @throws {FundingPoolNoPayeeError} when nobody is paid for the project yet.
   * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
   * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @throws {FailedCallError} when the receiver refuses ether without a reason.
   * @example
   * await client.claimFor({ round, token, node });
   */
  claimFor(parameters: Omit<ClaimForParameters, "fundingPool">): Promise<ClaimForReturnType>;
  /**
   * Pays what several projects keep, of several rounds and tokens. The sender must be the payee of each.
   * @returns Hash of the transaction.
   * @throws {FundingPoolNotPayeeError} when the sender is not who is paid for the project.
   * @throws {FundingPoolNoPayeeError} when nobody is paid for the project yet.
   * @throws {FundingPoolNotSettledError} when the weights of a project are not final.
   * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
   * @throws {FundingPoolInvalidReceiverError} when the receiver is the zero address.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
   * @throws {FailedCallError} when the receiver refuses ether without a reason.
   * @example
   * await client.claimMany({ claims, receiver });
   */
  claimMany(parameters: Omit<ClaimManyParameters, "fundingPool">): Promise<ClaimManyReturnType>;
  /**
   * Ends a round's claims in a token and allots what nobody claimed to the round that settles next. Anyone may call it.
   * @returns Hash of the transaction.
   * @throws {FundingPoolTooEarlyError} when too few rounds have settled since.
   * @throws {FundingPoolAlreadySweptError} when the claims of the round in the token have ended.
   * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
   * @example
   * await client.sweep({ round, token });
   */
  sweep(parameters: Omit<SweepParameters, "fundingPool">): Promise<SweepReturnType>;
  /**
   * Signs an EIP-2612 permit for the funding pool and uses it. To give in the same transaction, pass
   * {@link permitFundingCall} of `signPermit` and `fundCall` to `multicallFunding`.
   * @returns Hash of the transaction.
   * @throws {FundingPoolPermitFailedError} when the permit was refused and the allowance does not suffice.
   * @throws {FundingPoolNotTokenError} when there is no token at the address.
   * @example
   * await client.permitFunding({ token, amount, deadline });
   */
  permitFunding(parameters: Omit<PermitFundingParameters, "fundingPool">): Promise<PermitFundingReturnType>;
  /**
   * Makes several calls of the funding pool in one transaction, for instance `pullManyCall` and then `claimCall`; all or
   * none of them happen.
   * @returns Hash of the transaction.
   * @throws {ContractError} of the call that fails.
   * @throws {InvalidParameterError} when a call is for another contract.
   * @example
   * await client.multicallFunding({ calls });
   */
  multicallFunding(parameters: Omit<MulticallFundingParameters, "fundingPool">): Promise<MulticallFundingReturnType>;
};

export type RegistryReads = {
  /**
   * Reads the record of a node.
   * @example
   * await client.getNode({ node });
   */
  getNode(parameters: Omit<GetNodeParameters, "registry">): Promise<GetNodeReturnType>;
  /**
   * Reads the outcomes of a node's market in a round, their base rates and references (ER-60); final when Registration has ended.
   * @example
   * await client.getRoster({ round, node });
   */
  getRoster(parameters: Omit<GetRosterParameters, "registry">): Promise<GetRosterReturnType>;
  /**
   * Reads the children of a node by the final weights of a round; round 0 is the genesis.
   * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
   * @example
   * await client.getChildren({ round, node });
   */
  getChildren(parameters: Omit<GetChildrenParameters, "registry">): Promise<GetChildrenReturnType>;
  /**
   * Reads the edges that were proposed to a node in a round, in order of acceptance.
   * @example
   * await client.getCandidates({ round, parent });
   */
  getCandidates(parameters: Omit<GetCandidatesParameters, "registry">): Promise<GetCandidatesReturnType>;
  /**
   * Reads what a seed's maintainer declared in a round.
   * @example
   * await client.getDeclaration({ round, node });
   */
  getDeclaration(parameters: Omit<GetDeclarationParameters, "registry">): Promise<GetDeclarationReturnType>;
  /**
   * Reads what the next edge of a parent would cost in the current round.
   * @throws {EdgeRegistryInvalidRateError} when a base rate is out of bounds.
   * @throws {EdgeRegistryQuotaFullError} when a parent takes no more candidates in a round.
   * @example
   * await client.getBond({ parent, rate });
   */
  getBond(parameters: Omit<GetBondParameters, "registry">): Promise<GetBondReturnType>;
  /**
   * Reads who maintains a project, who is paid for it, and who waits.
   * @example
   * await client.getMaintainer({ node });
   */
  getMaintainer(parameters: Omit<GetMaintainerParameters, "registry">): Promise<GetMaintainerReturnType>;
  /**
   * Reads what an account can withdraw from a registry, in units of money.
   * @example
   * await client.getBondCredits({ account });
   */
  getBondCredits(parameters: Omit<GetBondCreditsParameters, "registry">): Promise<GetBondCreditsReturnType>;
  /**
   * Reads what a registry was deployed with, and how far its import is.
   * @example
   * await client.getRegistry({});
   */
  getRegistry(parameters: Omit<GetRegistryParameters, "registry">): Promise<GetRegistryReturnType>;
};

export type RegistryWrites = {
  /**
   * Imports nodes of the genesis, as its deployer. `genesis` makes them, in order and in chunks.
   * @returns Hash of the transaction.
   * @throws {ConnectedNotDeployerError} when the caller is not the deployer.
   * @throws {EdgeRegistryAlreadySealedError} when the import is complete already.
   * @throws {EdgeRegistryWrongOrderError} when an import is out of order.
   * @throws {EdgeRegistryWrongLengthError} when lists that belong together differ in length, or are too long.
   * @throws {EdgeRegistryInvalidSumError} when weights do not sum to exactly 1.
   * @throws {EdgeRegistryZeroWeightError} when a child has no weight.
   * @throws {EdgeRegistryDuplicateChildError} when a child is on the list already.
   * @throws {EdgeRegistryInvalidChildError} when a node cannot be a child there.
   * @throws {EdgeRegistryInvalidOriginalityError} when an originality is out of bounds.
   * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
   * @example
   * await client.importNodes({ nodes });
   */
  importNodes(parameters: Omit<ImportNodesParameters, "registry">): Promise<ImportNodesReturnType>;
  /**
   * Ends the import of the genesis, as its deployer.
   * @returns Hash of the transaction.
   * @throws {ConnectedNotDeployerError} when the caller is not the deployer.
   * @throws {EdgeRegistryAlreadySealedError} when the import is complete already.
   * @throws {EdgeRegistryWrongRootError} when the import is not what the deployment committed to.
   * @throws {EdgeRegistryWrongOrderError} when an import is out of order.
   * @example
   * await client.seal({});
   */
  seal(parameters: Omit<SealParameters, "registry">): Promise<SealReturnType>;
  /**
   * Proposes an edge for the current round, in Registration. The sender pays the bond, which the registry must be
   * allowed to take: `approveAsset`; `getBond` says how much.
   * @returns Hash of the transaction.
   * @throws {InvalidProjectError} when the name of a project cannot be a URL.
   * @throws {EdgeRegistryNotSealedError} when the import is not complete.
   * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
   * @throws {EdgeRegistryNotSeedError} when a node is not in the target's roster.
   * @throws {EdgeRegistryInvalidProjectError} when a project's name is empty or too long.
   * @throws {EdgeRegistryInvalidChildError} when a node cannot be a child there.
   * @throws {EdgeRegistryDuplicateChildError} when a child is on the list already.
   * @throws {EdgeRegistryOptedOutError} when a project opted out.
   * @throws {EdgeRegistryInvalidRateError} when a base rate is out of bounds.
   * @throws {EdgeRegistryQuotaFullError} when a parent takes no more candidates in a round.
   * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
   * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
   * @throws {EdgeRegistryAlreadyDeclaredError} when a node declared in the round already.
   * @throws {EdgeRegistryAboveMaximumError} when a bond or a stake is above the caller's maximum.
   * @throws {EdgeRegistryNotReceivedError} when less money arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @example
   * await client.proposeEdge({ parent, project, rate, maxBond });
   */
  proposeEdge(parameters: Omit<ProposeEdgeParameters, "registry">): Promise<ProposeEdgeReturnType>;
  /**
   * Challenges a candidate of the current round, before Trading. The sender pays half of its bond, which the registry
   * must be allowed to take: `approveAsset`.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotSealedError} when the import is not complete.
   * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
   * @throws {EdgeRegistryNotCandidateError} when an edge is no candidate of the round.
   * @throws {EdgeRegistryAlreadyChallengedError} when a candidate was challenged already.
   * @throws {EdgeRegistryAboveMaximumError} when a bond or a stake is above the caller's maximum.
   * @throws {EdgeRegistryNotReceivedError} when less money arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @example
   * await client.challengeEdge({ parent, child, maxStake });
   */
  challengeEdge(parameters: Omit<ChallengeEdgeParameters, "registry">): Promise<ChallengeEdgeReturnType>;
  /**
   * Puts a node below another, so that an edge between them can be proposed.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotSealedError} when the import is not complete.
   * @throws {EdgeRegistryUnknownNodeError} when a node is not in the graph.
   * @throws {EdgeRegistryInvalidStepsError} when a node is raised by an impossible number of levels.
   * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
   * @example
   * await client.raiseLevel({ node, parent });
   */
  raiseLevel(parameters: Omit<RaiseLevelParameters, "registry">): Promise<RaiseLevelReturnType>;
  /**
   * Submits an attestation that the registrar signed: `signAttestation`. It takes effect after 14 days.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotSealedError} when the import is not complete.
   * @throws {EdgeRegistryInvalidMaintainerError} when an attestation names nobody, or a node without maintainer.
   * @throws {EdgeRegistryInvalidNonceError} when an attestation is not the next one of its node.
   * @throws {EdgeRegistryExpiredError} when an attestation can no longer be submitted.
   * @throws {EdgeRegistryInvalidSignatureError} when an attestation was not signed by the registrar.
   * @example
   * await client.attest({ attestation });
   */
  attest(parameters: Omit<AttestParameters, "registry">): Promise<AttestReturnType>;
  /**
   * Vetoes an attestation that waits, as the maintainer in office.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
   * @throws {EdgeRegistryNothingToVetoError} when no attestation waits.
   * @example
   * await client.veto({ node });
   */
  veto(parameters: Omit<VetoParameters, "registry">): Promise<VetoReturnType>;
  /**
   * Says who is paid for a node, as its maintainer.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
   * @example
   * await client.setPayee({ node, payee });
   */
  setPayee(parameters: Omit<SetPayeeParameters, "registry">): Promise<SetPayeeReturnType>;
  /**
   * Takes a project out of the game, for ever, from the next round, as its maintainer.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
   * @throws {EdgeRegistryOptedOutError} when a project opted out.
   * @example
   * await client.optOut({ node });
   */
  optOut(parameters: Omit<OptOutParameters, "registry">): Promise<OptOutReturnType>;
  /**
   * Takes a project that opted out off a list: of the target and of seeds in Registration, of other nodes from Opening
   * to the end of the Challenge phase. Anyone may do it.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotSealedError} when the import is not complete.
   * @throws {EdgeRegistryNotOptedOutError} when a project did not opt out, or only for a later round.
   * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
   * @throws {EdgeRegistryNotChildError} when a node is not a child that could be taken off.
   * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
   * @throws {EdgeRegistryHasMarketError} when a node's weights are what its market says.
   * @example
   * await client.applyOptOut({ parent, child });
   */
  applyOptOut(parameters: Omit<ApplyOptOutParameters, "registry">): Promise<ApplyOptOutReturnType>;
  /**
   * Declares base rates of a seed, as its maintainer, in Registration. If one changes by more than a factor of 2 the
   * sender pays a bond, which the registry must be allowed to take: `approveAsset`.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
   * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
   * @throws {EdgeRegistryNotSeedError} when a node is not in the target's roster.
   * @throws {EdgeRegistryNoChildrenError} when a seed without children declares.
   * @throws {EdgeRegistryAlreadyDeclaredError} when a node declared in the round already.
   * @throws {EdgeRegistryOptedOutError} when a project opted out.
   * @throws {EdgeRegistryWrongLengthError} when lists that belong together differ in length, or are too long.
   * @throws {EdgeRegistryZeroWeightError} when a child has no weight.
   * @throws {EdgeRegistryInvalidSumError} when weights do not sum to exactly 1.
   * @throws {EdgeRegistryInvalidOriginalityError} when an originality is out of bounds.
   * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
   * @throws {EdgeRegistryAboveMaximumError} when a bond or a stake is above the caller's maximum.
   * @throws {EdgeRegistryNotReceivedError} when less money arrived than was asked for.
   * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @example
   * await client.declare({ node, maxBond });
   */
  declare(parameters: Omit<DeclareParameters, "registry">): Promise<DeclareReturnType>;
  /**
   * Sets the children of a node that has no market, as its maintainer, in Registration.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
   * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
   * @throws {EdgeRegistryUnknownNodeError} when a node is not in the graph.
   * @throws {EdgeRegistryHasMarketError} when a node's weights are what its market says.
   * @throws {EdgeRegistryAlreadyDeclaredError} when a node declared in the round already.
   * @throws {EdgeRegistryOptedOutError} when a project opted out.
   * @throws {EdgeRegistryWrongLengthError} when lists that belong together differ in length, or are too long.
   * @throws {EdgeRegistryZeroWeightError} when a child has no weight.
   * @throws {EdgeRegistryInvalidSumError} when weights do not sum to exactly 1.
   * @throws {EdgeRegistryInvalidChildError} when a node cannot be a child there.
   * @throws {EdgeRegistryDuplicateChildError} when a child is on the list already.
   * @throws {EdgeRegistryInvalidOriginalityError} when an originality is out of bounds.
   * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
   * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
   * @example
   * await client.declareChildren({ node, children, weights, originality });
   */
  declareChildren(parameters: Omit<DeclareChildrenParameters, "registry">): Promise<DeclareChildrenReturnType>;
  /**
   * Gives what was slashed of bonds so far to the jurors' rewards. Anyone may call it; if nothing was, nothing happens.
   * @returns Hash of the transaction.
   * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
   * @example
   * await client.collectSlashed({});
   */
  collectSlashed(parameters: Omit<CollectSlashedParameters, "registry">): Promise<CollectSlashedReturnType>;
  /**
   * Pays the sender's credits: bonds and stakes that came back, and rewards.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNothingToWithdrawError} when an account has no credits.
   * @example
   * await client.withdrawBonds({ receiver });
   */
  withdrawBonds(parameters: Omit<WithdrawBondsParameters, "registry">): Promise<WithdrawBondsReturnType>;
  /**
   * Pays an account's credits to it. Anyone may do it.
   * @returns Hash of the transaction.
   * @throws {EdgeRegistryNothingToWithdrawError} when an account has no credits.
   * @example
   * await client.withdrawBondsFor({ account });
   */
  withdrawBondsFor(parameters: Omit<WithdrawBondsForParameters, "registry">): Promise<WithdrawBondsForReturnType>;
  /**
   * Signs an attestation with the client's account, which must be the registry's registrar. Sends nothing.
   * @example
   * await client.signAttestation({ node, maintainer, deadline });
   */
  signAttestation(parameters: Omit<SignAttestationParameters, "registry">): Promise<SignAttestationReturnType>;
};

export type WrapperReads = {
  /**
   * Reads the address of a token's ERC-20 wrapper, whether or not it was created.
   * @example
   * await client.getWrapper({ id });
   */
  getWrapper(parameters: Omit<GetWrapperParameters, "factory">): Promise<GetWrapperReturnType>;
};

export type WrapperWrites = {
  /**
   * Creates the ERC-20 of an outcome token, at the address that `getWrapper` predicts; without effect if it exists.
   * @returns Hash of the transaction.
   * @throws {FailedDeploymentError} when a deployment failed.
   * @example
   * await client.createWrapper({ id });
   */
  createWrapper(parameters: Omit<CreateWrapperParameters, "factory">): Promise<CreateWrapperReturnType>;
  /**
   * Turns outcome tokens of the sender into as many ERC-20 ones. Allow the wrapper to take them first: `approveOutcome`
   * or `setOperator`.
   * @returns Hash of the transaction.
   * @throws {ERC6909InsufficientAllowanceError} when a spender may not move that much of an outcome token.
   * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
   * @throws {OutcomeERC20TransferFailedError} when outcome tokens did not change hands.
   * @example
   * await client.wrap({ wrapper, amount, receiver });
   */
  wrap(parameters: WrapParameters): Promise<WrapReturnType>;
  /**
   * Turns wrapped tokens of the sender back into as many outcome tokens.
   * @returns Hash of the transaction.
   * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
   * @throws {OutcomeERC20InvalidReceiverError} when outcome tokens would be withdrawn to their wrapper.
   * @throws {OutcomeERC20TransferFailedError} when outcome tokens did not change hands.
   * @example
   * await client.unwrap({ wrapper, amount, receiver });
   */
  unwrap(parameters: UnwrapParameters): Promise<UnwrapReturnType>;
};
