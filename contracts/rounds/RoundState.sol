// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOpening} from "../interfaces/IOpening.sol";
import {IRounds} from "../interfaces/IRounds.sol";
import {EvaluationSet} from "./EvaluationSet.sol";

/// @title What is stored of the rounds, and how to read it
/// @dev One struct, so that the linked libraries {Openings} and {Settlement} can be given all of it.
library RoundState {
    using EvaluationSet for uint256;

    /// @dev What opening a pool with b = 1 costs at the least base rate there can be, rounded up: ln(1 / 0.99e-5) for
    /// weights, ln(1 / 0.01) for originality. See {IEdgeRegistry} for the bounds of rates.
    uint256 private constant WEIGHTS_COST = 11.53e18;
    uint256 private constant ORIGINALITY_COST = 4.61e18;
    /// @dev The same for a pool that opens by auction: bids move prices down to 1e-5 at the least, where {IOpening}
    /// stops them, and one more is the sponsor's own bid.
    uint256 private constant AUCTION_COST = 12.53e18;

    /// @dev Slot 0: 40 + 16 = 56 of 256 bits. What a round has of each kind of question is in the selections.
    struct Round {
        uint40 startedAt; // unix seconds; 0: not started
        uint16 seeds; // in the target's roster; 0 before the seeds are opened
        bytes32 random; // 0: not drawn
        uint256 budget; // what the sponsors gave
        uint256 pot; // what came back for them
    }

    /// @dev What a market asks. One slot.
    struct Question {
        uint32 round; // 0: the market is not one of a round
        IRounds.Kind kind;
        uint16 index; // of the seed that it is about; 0 in the market of all seeds
    }

    /// @dev What one account gave for a round, and what it was paid of it.
    struct Sponsorship {
        uint256 given;
        uint256 paid;
    }

    struct State {
        uint256 current;
        IRounds.Config config; // written by the constructor alone
        mapping(uint256 round => Round) rounds;
        mapping(uint256 market => Question) questions;
        mapping(uint256 round => mapping(IRounds.Kind kind => IRounds.Selection)) selections;
        mapping(uint256 round => mapping(IRounds.Kind kind => mapping(uint256 index => uint256 market))) nodeMarkets;
        mapping(uint256 round => mapping(address account => Sponsorship)) sponsorships;
    }

    /// @dev Whom a round works with. The contract has them in its code, which a linked library cannot read: it is told.
    struct Wiring {
        IMarkets markets;
        IEdgeRegistry registry;
        IJury jury;
        IOpening opening;
        IERC20 money;
        bytes32 target;
    }

    /// @notice Returns whether pools of `kind` open by auction, through {IOpening}, unless nobody calls in time.
    function opensByAuction(State storage s, IRounds.Kind kind) internal view returns (bool) {
        return (s.config.openingKinds >> uint256(kind)) & 1 == 1;
    }

    /// @notice Returns what a pool of `kind` with b = 1 may cost to open, in WAD.
    function costOf(State storage s, IRounds.Kind kind) internal view returns (uint256) {
        if (opensByAuction(s, kind)) return AUCTION_COST;
        return kind == IRounds.Kind.Originality ? ORIGINALITY_COST : WEIGHTS_COST;
    }

    /// @notice Returns the market in which seed `index` is judged as to `kind`; 0 if it was not created.
    function marketOf(
        State storage s,
        uint256 round,
        IRounds.Kind kind,
        uint256 index
    ) internal view returns (uint256) {
        return kind == IRounds.Kind.Weight ? s.selections[round][kind].market : s.nodeMarkets[round][kind][index];
    }

    /// @notice Returns the id of the selection token of seed `index`, which is eligible.
    function tokenOf(IRounds.Selection storage selection, uint256 index) internal view returns (uint256) {
        return selection.market | selection.eligible.rank(index);
    }

    /// @notice Returns whether the evaluation set will not change any more: it is known or given up.
    function isFixed(IRounds.Selection storage selection) internal view returns (bool) {
        return selection.done || selection.fellBack;
    }
}
