// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {EdgeBonds} from "./EdgeBonds.sol";
import {GraphState} from "./GraphState.sol";
import {Weights} from "../shared/Weights.sol";
import {Roster} from "./Roster.sol";
import {TopWeights} from "./TopWeights.sol";

/// @title What a round makes of a node: its next list, and who is paid what of its bonds
/// @dev Linked, so that `EdgeRegistry` stays below the limit of a contract's size.
library EdgeSettlement {
    using GraphState for GraphState.Graph;
    using SafeCast for uint256;

    uint256 private constant WAD = 1e18;

    /// @dev What is known of all candidates while each is settled.
    struct Cut {
        uint256 round;
        bytes32 node;
        uint256 funded; // how many of the roster are no candidates
        uint256 kept; // bitmap of the roster
        uint256 b; // of the roster's pool
        bool asked; // whether market or jury said anything
        uint256[] weights; // of the roster
    }

    /// @notice See {IEdgeRegistry-settle}. The caller pays the compensation to the rounds and what was slashed to the
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
        Cut memory cut = Cut({
            round: round,
            node: node,
            funded: Roster.fundedSize(g, round, node),
            kept: 0,
            b: outcome.liquidity < bonded ? outcome.liquidity : bonded,
            asked: outcome.weights.length != 0,
            weights: outcome.weights
        });
        _check(outcome, cut.funded + g.intakes[round][node].candidates.length);
        if (cut.asked) cut.kept = TopWeights.keep(cut.weights, cut.funded);
        else _keepFunded(g, cut);

        n.settled = round.toUint32();
        compensation = _settleDeclaration(
            g,
            credits,
            cut,
            outcome,
            outcome.originalityLiquidity < originalityBonded ? outcome.originalityLiquidity : originalityBonded
        );
        uint256 charges;
        (charges, slashed) = _settleEdges(g, credits, cut, outcome);
        compensation += charges;
        _writeList(g, cut, outcome);
        emit IEdgeRegistry.Settled(round, node, compensation, slashed);
    }

    /// @dev ER-20, ER-22: all candidates, in order of acceptance.
    function _settleEdges(
        GraphState.Graph storage g,
        mapping(address account => uint256) storage credits,
        Cut memory cut,
        IEdgeRegistry.Outcome calldata outcome
    ) private returns (uint256 charges, uint256 slashed) {
        IEdgeRegistry.Candidate[] storage candidates = g.intakes[cut.round][cut.node].candidates;
        uint256 length = candidates.length;
        bool reported = outcome.payouts.length != 0;
        uint256 m;
        for (uint256 i; reported && i < cut.funded; ++i) {
            m += outcome.payouts[i];
        }
        for (uint256 i; i < length; ++i) {
            IEdgeRegistry.Candidate memory candidate = candidates[i];
            uint256 charge;
            if (reported) {
                uint256 weight = outcome.payouts[cut.funded + i];
                m += weight;
                charge = EdgeBonds.inMoney(
                    EdgeBonds.rateCharge(cut.b, weight, m, candidate.rate),
                    outcome.share,
                    candidate.rateBond
                );
                charges += charge;
            }
            bool kept = (cut.kept >> (cut.funded + i)) & 1 != 0;
            uint256 toJury = cut.asked ? _release(credits, candidate, kept, charge) : _return(credits, candidate);
            slashed += toJury;
            emit IEdgeRegistry.EdgeSettled(cut.round, cut.node, candidate.child, kept, charge, toJury);
        }
    }

    /// @dev ER-24: the roster is what it was, without candidates; `UNKNOWN` stands for nobody.
    function _keepFunded(GraphState.Graph storage g, Cut memory cut) private view {
        if (g.checkpointBefore(cut.node, cut.round).list == address(0)) return;
        address declared = g.intakes[cut.round][cut.node].declaration.weights;
        if (declared != address(0)) cut.weights = Roster.declared(declared);
        else (, cut.weights) = Roster.funded(g, cut.round, cut.node);
        cut.kept = (1 << cut.funded) - 1;
    }

    /// @dev ER-24: bond and stake come back.
    function _return(
        mapping(address account => uint256) storage credits,
        IEdgeRegistry.Candidate memory candidate
    ) private returns (uint256 toJury) {
        credits[candidate.proposer] += uint256(candidate.slotBond) + candidate.rateBond;
        if (candidate.challenger != address(0)) credits[candidate.challenger] += stakeOf(candidate);
        return 0;
    }

    /// @dev Credits what is left of a candidate's bond and of its challenger's stake; returns what the jury gets.
    function _release(
        mapping(address account => uint256) storage credits,
        IEdgeRegistry.Candidate memory candidate,
        bool kept,
        uint256 charge
    ) private returns (uint256 toJury) {
        uint256 back = uint256(candidate.rateBond) - charge;
        bool challenged = candidate.challenger != address(0);
        uint256 stake = challenged ? stakeOf(candidate) : 0;
        if (kept) {
            back += candidate.slotBond;
            back += stake / 2; // rounded down: the jury gets the odd unit
            toJury = stake - stake / 2;
        } else {
            uint256 reward = challenged ? uint256(candidate.slotBond) / 4 : 0; // rounded down, likewise
            toJury = uint256(candidate.slotBond) - reward;
            if (challenged) credits[candidate.challenger] += stake + reward;
        }
        if (back != 0) credits[candidate.proposer] += back;
    }

    /// @dev ER-31.
    function _settleDeclaration(
        GraphState.Graph storage g,
        mapping(address account => uint256) storage credits,
        Cut memory cut,
        IEdgeRegistry.Outcome calldata outcome,
        uint256 originalityB
    ) private returns (uint256 charge) {
        GraphState.Declaration memory declaration = g.intakes[cut.round][cut.node].declaration;
        uint256 bond = uint256(declaration.weightBond) + declaration.originalityBond;
        if (bond == 0) return 0;
        if (declaration.weightBond != 0 && outcome.payouts.length != 0) {
            (, uint256[] memory previous) = Roster.funded(g, cut.round, cut.node);
            charge = EdgeBonds.inMoney(
                EdgeBonds.changeCharge(cut.b, outcome.payouts, previous, Roster.declared(declaration.weights)),
                outcome.share,
                declaration.weightBond
            );
        }
        if (declaration.originalityBond != 0 && outcome.originalityPayout <= WAD) {
            charge += EdgeBonds.inMoney(
                EdgeBonds.changeCharge(
                    originalityB,
                    pair(outcome.originalityPayout),
                    pair(Roster.lastOriginality(g, cut.round, cut.node)),
                    pair(declaration.originality)
                ),
                outcome.originalityShare,
                declaration.originalityBond
            );
        }
        credits[declaration.declarer] += bond - charge;
        emit IEdgeRegistry.DeclarationSettled(cut.round, cut.node, declaration.declarer, charge);
    }

    /// @dev ER-21: those that stay, with their weights scaled to a sum of 1e18.
    function _writeList(GraphState.Graph storage g, Cut memory cut, IEdgeRegistry.Outcome calldata outcome) private {
        if (cut.kept == 0) return;
        bytes32[] memory roster = Roster.children(g, cut.round, cut.node);
        uint256 staying;
        for (uint256 i; i < roster.length; ++i) {
            staying += (cut.kept >> i) & 1;
        }
        bytes32[] memory children = new bytes32[](staying);
        uint256[] memory weights = new uint256[](staying);
        uint256 k;
        for (uint256 i; i < roster.length; ++i) {
            if ((cut.kept >> i) & 1 == 0) continue;
            (children[k], weights[k]) = (roster[i], cut.weights[i]);
            ++k;
        }
        g.writeList(cut.node, cut.round, outcome.originality, children, Weights.normalise(weights));
    }

    function _check(IEdgeRegistry.Outcome calldata outcome, uint256 outcomes) private pure {
        // Without an answer there is nothing to check: nobody was asked.
        uint256 length = outcome.weights.length;
        if (length != 0 && length != outcomes) {
            revert IEdgeRegistry.EdgeRegistry_WrongLength(outcomes, outcome.weights.length);
        }
        if (outcome.payouts.length != 0 && outcome.payouts.length != length) {
            revert IEdgeRegistry.EdgeRegistry_WrongLength(outcomes, outcome.payouts.length);
        }
        if (outcome.originality > WAD) revert IEdgeRegistry.EdgeRegistry_InvalidOriginality(outcome.originality);
        if (length == 0) return;
        uint256 sum;
        for (uint256 i; i < length; ++i) {
            sum += outcome.weights[i];
        }
        if (sum != WAD) revert IEdgeRegistry.EdgeRegistry_InvalidSum(sum);
    }

    /// @notice Returns what challenging a candidate costs: half of its bond, rounded up.
    function stakeOf(IEdgeRegistry.Candidate memory candidate) internal pure returns (uint256) {
        return (uint256(candidate.slotBond) + candidate.rateBond + 1) / 2;
    }

    /// @notice Returns `x` and its complement.
    function pair(uint256 x) internal pure returns (uint256[] memory both) {
        both = new uint256[](2);
        (both[0], both[1]) = (x, WAD - x);
    }
}
