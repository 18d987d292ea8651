// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {WAD} from "../shared/Limits.sol";
import {EvaluationSet} from "./EvaluationSet.sol";
import {RoundState} from "./RoundState.sol";

/// @title How the markets of a round are created, and their pools opened (RO-3 to RO-6)
/// @dev Linked, so that `Rounds` stays below the limit of a contract's size.
library Openings {
    using EvaluationSet for uint256;
    using RoundState for RoundState.State;
    using SafeERC20 for IERC20;

    /// @dev Where the current round stands.
    struct Moment {
        uint256 round;
        IRounds.Phase phase;
        uint40 tradingAt;
        uint40 closesAt;
    }

    /// @dev What a market is about, and what it pays in.
    struct Subject {
        IRounds.Kind kind;
        uint256 index; // of the seed; 0 in the market of all seeds
        bytes32 node;
        address asset;
        uint256 assetId; // of a selection token; 0: the asset is money
        uint256 outcomes;
    }

    /* STEPS */

    /// @notice See {IRounds-openSeeds}.
    function openSeeds(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        Moment calldata moment
    ) external returns (uint256 market) {
        uint256 round = moment.round;
        IRounds.Selection storage selection = s.selections[round][IRounds.Kind.Weight];
        _requireOpen(s, moment, IRounds.Kind.Weight);
        if (selection.opened) revert IRounds.Rounds_AlreadyOpened(round, IRounds.Kind.Weight, selection.market);
        // Seeds are named by their index, so the roster must be final: the target is settled as to earlier rounds.
        wiring.registry.touch(wiring.target);
        (bytes32[] memory seeds, uint256[] memory rates) = wiring.registry.roster(round, wiring.target);

        selection.opened = true;
        selection.eligible = type(uint256).max >> (256 - seeds.length);
        s.rounds[round].seeds = uint16(seeds.length); // at most 255
        if (seeds.length > 1) {
            Subject memory subject = Subject({
                kind: IRounds.Kind.Weight,
                index: 0,
                node: wiring.target,
                asset: address(wiring.money),
                assetId: 0,
                outcomes: seeds.length
            });
            market = _createMarket(s, wiring, moment, subject);
            selection.market = market;
            selection.reserve -= _openPool(s, wiring, moment, subject, market, rates);
        }
        emit IRounds.SeedsOpened(round, market, seeds.length);
    }

    /// @notice See {IRounds-openSelection}.
    function openSelection(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        Moment calldata moment,
        IRounds.Kind kind
    ) external returns (uint256 market) {
        uint256 round = moment.round;
        if (kind == IRounds.Kind.Weight) revert IRounds.Rounds_NotEligible(round, kind, 0);
        if (moment.phase != IRounds.Phase.Opening && moment.phase != IRounds.Phase.Trading) {
            revert IRounds.Rounds_WrongPhase(round, moment.phase);
        }
        IRounds.Selection storage selection = s.selections[round][kind];
        if (selection.opened) revert IRounds.Rounds_AlreadyOpened(round, kind, selection.market);

        wiring.registry.touch(wiring.target); // seeds are named by their index, so the roster must be final
        uint256 eligible = _eligible(wiring, round, kind);
        selection.opened = true;
        selection.eligible = eligible;
        uint256 outcomes = eligible.size();
        if (outcomes > 1) {
            market = _createSelectionMarket(s, wiring, moment, kind, outcomes);
            selection.market = market;
            uint256 amount = selection.reserve;
            selection.reserve = 0;
            wiring.money.forceApprove(address(wiring.markets), amount);
            wiring.markets.split(market, amount, address(this));
        }
        emit IRounds.SelectionOpened(round, kind, market, eligible);
    }

    /// @notice See {IRounds-openNode}.
    /// @param asset What the market of the seed pays in, see {IRounds-assetOf}.
    function openNode(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        Moment calldata moment,
        IRounds.Kind kind,
        uint256 index,
        address asset,
        uint256 assetId
    ) external returns (uint256 market) {
        uint256 round = moment.round;
        IRounds.Selection storage selection = s.selections[round][kind];
        // In Evaluation it is too late for a pool, but the jury needs a market to judge.
        bool pooled = moment.phase != IRounds.Phase.Evaluation || !selection.selected.has(index);
        if (pooled) _requireOpen(s, moment, kind);
        market = s.nodeMarkets[round][kind][index];
        if (market != 0) revert IRounds.Rounds_AlreadyOpened(round, kind, market);
        bytes32 node = wiring.registry.rosterAt(round, wiring.target, index);
        wiring.registry.touch(node);
        uint256[] memory rates = _ratesOf(wiring, round, kind, node);
        // A child may have left while the node waited for an earlier settlement.
        if (rates.length < 2) revert IRounds.Rounds_Nothing();

        Subject memory subject = Subject(kind, index, node, asset, assetId, rates.length);
        market = _createMarket(s, wiring, moment, subject);
        s.nodeMarkets[round][kind][index] = market;
        if (pooled) {
            uint256 spent = _openPool(s, wiring, moment, subject, market, rates);
            if (assetId == 0) selection.reserve -= spent;
        }
        emit IRounds.NodeOpened(round, kind, market, index, node, pooled ? selection.b : 0);
    }

    /* PRIVATE: MARKETS */

    /// @dev Creates a market that the jury resolves. Its id commits to who opens its pool: the auction or these rounds.
    function _createMarket(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        Moment calldata moment,
        Subject memory subject
    ) private returns (uint256 market) {
        address opener = _isAuctioned(s, moment, subject.kind) ? address(wiring.opening) : address(this);
        market = wiring.markets.createMarket(_params(s, moment, subject, address(wiring.jury), opener));
        // A round takes longer than a second, so its number fits 32 bits; an index is that of a seed and fits 16.
        s.questions[market] = RoundState.Question(uint32(moment.round), subject.kind, uint16(subject.index));
    }

    /// @dev Creates the market of which seeds are selected. Nobody but the rounds is to report it, or to open a pool.
    function _createSelectionMarket(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        Moment calldata moment,
        IRounds.Kind kind,
        uint256 outcomes
    ) private returns (uint256 market) {
        Subject memory subject = Subject(kind, 0, wiring.target, address(wiring.money), 0, outcomes);
        return wiring.markets.createMarket(_params(s, moment, subject, address(this), address(this)));
    }

    /// @dev Opens the pool at `rates`, or gives its budget to the auction that will. Returns what was spent, in units
    /// of the market's asset.
    function _openPool(
        RoundState.State storage s,
        RoundState.Wiring calldata wiring,
        Moment calldata moment,
        Subject memory subject,
        uint256 market,
        uint256[] memory rates
    ) private returns (uint256 spent) {
        uint256 b = s.selections[moment.round][subject.kind].b;
        uint256 budget = (b * s.costOf(subject.kind)) / WAD; // rounded down: it is spent from a reserve of as much
        bool auctioned = _isAuctioned(s, moment, subject.kind);
        address spender = auctioned ? address(wiring.opening) : address(wiring.markets);
        if (subject.assetId == 0) wiring.money.forceApprove(spender, budget);
        else if (auctioned) wiring.markets.approve(spender, subject.assetId, budget);

        if (auctioned) {
            bytes32 context = _contextOf(moment.round, subject);
            wiring.opening.prepare(market, context, rates, b, budget, moment.tradingAt);
            spent = budget;
        } else {
            spent = wiring.markets.openPool(market, rates, b, address(this));
            if (subject.assetId == 0) wiring.money.forceApprove(spender, 0);
        }
    }

    function _params(
        RoundState.State storage s,
        Moment calldata moment,
        Subject memory subject,
        address resolver,
        address opener
    ) private view returns (IMarkets.MarketParams memory) {
        return
            IMarkets.MarketParams({
                asset: subject.asset,
                assetId: subject.assetId,
                resolver: resolver,
                opener: opener,
                outcomes: uint16(subject.outcomes), // at most 256
                closesAt: moment.closesAt,
                twapWindow: s.config.twapWindow,
                feeRate: s.config.feeRate,
                alpha: s.config.alpha,
                context: _contextOf(moment.round, subject)
            });
    }

    function _contextOf(uint256 round, Subject memory subject) private pure returns (bytes32) {
        return keccak256(abi.encode(round, subject.kind, subject.node));
    }

    /* PRIVATE: QUESTIONS */

    /// @dev Returns the seeds with children, for `Children` with at least two.
    function _eligible(
        RoundState.Wiring calldata wiring,
        uint256 round,
        IRounds.Kind kind
    ) private view returns (uint256 eligible) {
        uint256 least = kind == IRounds.Kind.Children ? 2 : 1;
        (bytes32[] memory seeds, ) = wiring.registry.roster(round, wiring.target);
        for (uint256 j; j < seeds.length; ++j) {
            if (wiring.registry.rosterSize(round, seeds[j]) >= least) eligible |= 1 << j;
        }
    }

    /// @dev Returns the base rates of a question about a single seed.
    function _ratesOf(
        RoundState.Wiring calldata wiring,
        uint256 round,
        IRounds.Kind kind,
        bytes32 node
    ) private view returns (uint256[] memory rates) {
        if (kind == IRounds.Kind.Children) {
            (, rates) = wiring.registry.roster(round, node);
            return rates;
        }
        rates = new uint256[](2);
        rates[0] = wiring.registry.originalityRate(round, node);
        rates[1] = WAD - rates[0];
    }

    /* PRIVATE: PHASES */

    /// @dev Whether pools of `kind` that are opened now open by auction. If nobody called in Opening they open at their
    /// base rates, as the pools of all other kinds.
    function _isAuctioned(
        RoundState.State storage s,
        Moment calldata moment,
        IRounds.Kind kind
    ) private view returns (bool) {
        return moment.phase == IRounds.Phase.Opening && s.opensByAuction(kind);
    }

    /// @dev Pools open in Trading; those of kinds that open by auction are prepared in Opening.
    function _requireOpen(RoundState.State storage s, Moment calldata moment, IRounds.Kind kind) private view {
        if (moment.phase != IRounds.Phase.Trading && !_isAuctioned(s, moment, kind)) {
            revert IRounds.Rounds_WrongPhase(moment.round, moment.phase);
        }
    }
}
