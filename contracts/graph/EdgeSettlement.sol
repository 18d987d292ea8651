// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {WAD} from "../shared/Limits.sol";
import {Weights} from "../shared/Weights.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {GraphState} from "./GraphState.sol";
import {References} from "./References.sol";
import {Roster} from "./Roster.sol";
import {TopWeights} from "./TopWeights.sol";

/// @title What a round makes of a node: its next list, and who is paid what of its bonds
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library EdgeSettlement {
    using GraphState for GraphState.Graph;
    using SafeCast for uint256;

    /// @dev What a round has said of a roster; the same for each of its candidates.
    struct RosterResult {
        uint256 round;
        bytes32 node;
        uint256 funded; // how many of the roster are no candidates
        uint256 kept; // bitmap of the roster
        uint256 b; // of the roster's pool
        bool asked; // whether market or jury said anything
        uint256[] weights; // of the roster
    }

    /// @notice See {IEdgeRegistry-settle}. The caller owes the compensation to the rounds and what was slashed to the
    /// jury.
    /// @param bonded b of the roster's pool that the bonds were for.
    /// @param originalityBonded b of the originality pool that the bonds were for.
    function settle(
        GraphState.Graph storage g,
        mapping(address account => uint256) storage credits,
        uint256 round,
        bytes32 node,
        IEdgeRegistry.Outcome calldata outcome,
        uint256 bonded,
        uint256 originalityBonded
    ) external returns (uint256 compensation, uint256 slashed) {
        GraphState.Node storage n = g.nodes[node];
        if (n.touched != round || n.settled >= round) revert IEdgeRegistry.EdgeRegistry_NotPending(node, round);
        RosterResult memory result = RosterResult({
            round: round,
            node: node,
            funded: Roster.fundedSize(g, round, node),
            kept: 0,
            b: outcome.liquidity < bonded ? outcome.liquidity : bonded,
            asked: outcome.weights.length != 0,
            weights: outcome.weights
        });
        _check(outcome, result.funded + g.intakes[round][node].candidates.length);
        if (result.asked) result.kept = TopWeights.keep(result.weights, result.funded);
        else _keepFunded(g, result);

        n.settled = round.toUint32();
        compensation = _settleDeclaration(
            g,
            credits,
            result,
            outcome,
            outcome.originalityLiquidity < originalityBonded ? outcome.originalityLiquidity : originalityBonded
        );
        uint256 charges;
        (charges, slashed) = _settleEdges(g, credits, result, outcome);
        compensation += charges;
        _writeList(g, result, outcome);
        emit IEdgeRegistry.Settled(round, node, compensation, slashed);
    }

    /// @dev Settles all candidates, in order of acceptance (ER-20, ER-22).
    function _settleEdges(
        GraphState.Graph storage g,
        mapping(address account => uint256) storage credits,
        RosterResult memory result,
        IEdgeRegistry.Outcome calldata outcome
    ) private returns (uint256 charges, uint256 slashed) {
        IEdgeRegistry.Candidate[] storage candidates = g.intakes[result.round][result.node].candidates;
        uint256 length = candidates.length;
        bool reported = outcome.payouts.length != 0;
        uint256 m;
        for (uint256 i; reported && i < result.funded; ++i) {
            m += outcome.payouts[i];
        }
        for (uint256 i; i < length; ++i) {
            IEdgeRegistry.Candidate memory candidate = candidates[i];
            uint256 charge;
            if (reported) {
                uint256 weight = outcome.payouts[result.funded + i];
                m += weight;
                charge = EdgeBonds.inMoney(
                    EdgeBonds.rateCharge(result.b, weight, m, candidate.rate),
                    outcome.share,
                    candidate.rateBond
                );
                charges += charge;
            }
            bool kept = (result.kept >> (result.funded + i)) & 1 != 0;
            uint256 toJury = result.asked ? _release(credits, candidate, kept, charge) : _return(credits, candidate);
            slashed += toJury;
            emit IEdgeRegistry.EdgeSettled(result.round, result.node, candidate.child, kept, charge, toJury);
        }
    }

    /// @dev Nobody was asked: keeps the funded children at their references, without candidates; if there was no list,
    /// none is written, as `UNKNOWN` stands for nobody (ER-24).
    function _keepFunded(GraphState.Graph storage g, RosterResult memory result) private view {
        if (g.checkpointBefore(result.node, result.round).list == address(0)) return;
        (, result.weights) = Roster.funded(g, result.round, result.node);
        result.kept = (1 << result.funded) - 1;
    }

    /// @dev Nobody was asked: credits bond and stake in full (ER-24).
    function _return(
        mapping(address account => uint256) storage credits,
        IEdgeRegistry.Candidate memory candidate
    ) private returns (uint256 toJury) {
        credits[candidate.proposer] += uint256(candidate.slotBond) + candidate.rateBond;
        if (candidate.challenger != address(0))
            credits[candidate.challenger] += EdgeBonds.stakeOf(uint256(candidate.slotBond) + candidate.rateBond);
        return 0;
    }

    /// @dev Credits what is left of a candidate's bond and of its challenger's stake; returns the jury's part (ER-22).
    function _release(
        mapping(address account => uint256) storage credits,
        IEdgeRegistry.Candidate memory candidate,
        bool kept,
        uint256 charge
    ) private returns (uint256 toJury) {
        uint256 back = uint256(candidate.rateBond) - charge;
        bool challenged = candidate.challenger != address(0);
        uint256 stake = challenged ? EdgeBonds.stakeOf(uint256(candidate.slotBond) + candidate.rateBond) : 0;
        if (kept) {
            back += candidate.slotBond;
            back += stake / 2; // rounded down: the jury gets the odd unit
            toJury = stake - stake / 2;
        } else {
            uint256 reward = challenged ? uint256(candidate.slotBond) / 4 : 0; // rounded down: the rest is the jury's
            toJury = uint256(candidate.slotBond) - reward;
            if (challenged) credits[candidate.challenger] += stake + reward;
        }
        if (back != 0) credits[candidate.proposer] += back;
    }

    /// @dev Charges the bonds of a declaration with what it cost, and credits the rest (ER-31).
    function _settleDeclaration(
        GraphState.Graph storage g,
        mapping(address account => uint256) storage credits,
        RosterResult memory result,
        IEdgeRegistry.Outcome calldata outcome,
        uint256 originalityB
    ) private returns (uint256 charge) {
        GraphState.Declaration memory declaration = g.intakes[result.round][result.node].declaration;
        uint256 bond = uint256(declaration.weightBond) + declaration.originalityBond;
        if (bond == 0) return 0;
        if (declaration.weightBond != 0 && outcome.payouts.length != 0) {
            (, uint256[] memory previous) = Roster.funded(g, result.round, result.node);
            charge = EdgeBonds.inMoney(
                EdgeBonds.changeCharge(result.b, outcome.payouts, previous, Roster.declared(declaration.weights)),
                outcome.share,
                declaration.weightBond
            );
        }
        if (declaration.originalityBond != 0 && outcome.originalityPayout <= WAD) {
            charge += EdgeBonds.inMoney(
                EdgeBonds.changeCharge(
                    originalityB,
                    EdgeBonds.pair(outcome.originalityPayout),
                    EdgeBonds.pair(Roster.lastOriginality(g, result.round, result.node)),
                    EdgeBonds.pair(declaration.originality)
                ),
                outcome.originalityShare,
                declaration.originalityBond
            );
        }
        credits[declaration.declarer] += bond - charge;
        emit IEdgeRegistry.DeclarationSettled(result.round, result.node, declaration.declarer, charge);
    }

    /// @dev Writes the list of those that stay, with their weights scaled to a sum of 1e18 (ER-21).
    function _writeList(
        GraphState.Graph storage g,
        RosterResult memory result,
        IEdgeRegistry.Outcome calldata outcome
    ) private {
        if (result.kept == 0) return;
        bytes32[] memory roster = Roster.children(g, result.round, result.node);
        uint256 staying;
        for (uint256 i; i < roster.length; ++i) {
            staying += (result.kept >> i) & 1;
        }
        uint256[] memory moved = References.settled(g, result.round, result.node, outcome);
        bytes32[] memory children = new bytes32[](staying);
        uint256[] memory weights = new uint256[](staying);
        uint256[] memory references = new uint256[](staying);
        uint256 k;
        for (uint256 i; i < roster.length; ++i) {
            if ((result.kept >> i) & 1 == 0) continue;
            (children[k], weights[k], references[k]) = (roster[i], result.weights[i], moved[i]);
            ++k;
        }
        g.writeList(result.node, result.round, outcome.originality, children, Weights.normalise(weights));
        References.write(g, result.round, result.node, outcome, references);
    }

    /// @dev Checks that an answer, if there is one, has a weight for each outcome and that they sum to exactly 1e18.
    function _check(IEdgeRegistry.Outcome calldata outcome, uint256 outcomes) private pure {
        // Without an answer there is nothing to check: nobody was asked.
        uint256 length = outcome.weights.length;
        if (length != 0 && length != outcomes) {
            revert IEdgeRegistry.EdgeRegistry_WrongLength(outcomes, outcome.weights.length);
        }
        _checkLength(outcome.payouts, length);
        _checkLength(outcome.verdict, outcomes);
        if (outcome.originality > WAD) revert IEdgeRegistry.EdgeRegistry_InvalidOriginality(outcome.originality);
        if (length == 0) return;
        uint256 sum = Weights.sumOf(outcome.weights);
        if (sum != WAD) revert IEdgeRegistry.EdgeRegistry_InvalidSum(sum);
    }

    function _checkLength(uint256[] calldata vector, uint256 length) private pure {
        if (vector.length == 0 || vector.length == length) return;
        revert IEdgeRegistry.EdgeRegistry_WrongLength(length, vector.length);
    }
}
