// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IJury} from "../interfaces/IJury.sol";
import {IMarkets} from "../interfaces/IMarkets.sol";
import {WAD} from "../shared/Limits.sol";
import {Comparisons} from "./Comparisons.sol";

/// @title Published ballots, and the walk over all of them that proves weights
/// @dev Linked, so that `Jury` stays below the limit of a contract's size.
library Ballots {
    using Comparisons for uint256[];
    using SafeCast for int256;
    using SafeCast for uint256;

    /// @dev What was published for one market. Slot 0: 32 + 40 + 128 + 8 = 208 of 256 bits.
    struct Tally {
        uint32 count; // ballots
        uint40 comparisons; // in them
        uint128 round; // of the first ballot, which is that of the market; 0: none
        bool accepted; // counted for rewards
        bytes32[] hashes; // of each ballot's comparisons, in order of publication
    }

    /// @dev One submitter's walk for one x. Slot 0: 32 + 40 + 16 = 88 of 256 bits.
    struct Walk {
        uint32 cursor; // ballots walked
        uint40 comparisons; // in them
        uint16 groups; // of outcomes not connected yet; 0: not begun
        uint256[128] gradients; // two int128 to a word, in WAD
        uint256[8] parents; // 32 bytes to a word: the forest of {Comparisons-join}
    }

    /// @dev What a deployment fixes of the loss: the delta of Huber's (0: squares), the weight tau of the anchor (0:
    /// none), and the largest gradient that still proves an optimum.
    struct Loss {
        uint256 huberDelta;
        uint256 anchor;
        uint256 tolerance;
    }

    uint256 internal constant MAX_COMPARISONS = 64;

    bytes32 private constant COMPARISON_TYPE = keccak256(
        "Comparison(uint16 a,uint16 b,uint16 winner,uint64 multiplier)"
    );
    bytes32 private constant BALLOT_TYPE = keccak256(
        "Ballot(uint256 round,uint256 market,address juror,Comparison[] comparisons)"
        "Comparison(uint16 a,uint16 b,uint16 winner,uint64 multiplier)"
    );

    /* PUBLICATION */

    /// @notice Checks that a ballot has 1 to {MAX_COMPARISONS} valid comparisons of `outcomes` outcomes.
    function check(IJury.Comparison[] calldata comparisons, uint256 outcomes) external pure {
        uint256 count = comparisons.length;
        if (count == 0 || count > MAX_COMPARISONS) revert IJury.Jury_InvalidBallotSize(count, MAX_COMPARISONS);
        for (uint256 i; i < count; ++i) {
            if (!Comparisons.isValid(comparisons[i], outcomes)) revert IJury.Jury_InvalidComparison(i);
        }
    }

    /// @notice Stores a ballot's hash at the next index, and counts it.
    function add(
        Tally storage tally,
        uint256 round,
        IJury.Comparison[] calldata comparisons
    ) external returns (uint256 index) {
        index = tally.count;
        tally.count = (index + 1).toUint32();
        tally.comparisons += comparisons.length.toUint40();
        tally.round = round.toUint128();
        tally.hashes.push(hashOf(comparisons));
    }

    /// @notice Returns EIP-712's hash of a ballot, without the domain.
    function structHash(IJury.Ballot calldata ballot) external pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](ballot.comparisons.length);
        for (uint256 i; i < hashes.length; ++i) {
            hashes[i] = keccak256(abi.encode(COMPARISON_TYPE, ballot.comparisons[i]));
        }
        bytes32 list = keccak256(abi.encodePacked(hashes));
        return keccak256(abi.encode(BALLOT_TYPE, ballot.round, ballot.market, ballot.juror, list));
    }

    /// @notice Whether `juror`, with `salt`, is a leaf of the tree with `root`.
    function isJuror(bytes32 root, address juror, bytes32 salt, bytes32[] calldata proof) external pure returns (bool) {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(juror, salt))));
        return MerkleProof.verifyCalldata(proof, root, leaf);
    }

    /* THE WALK */

    /// @notice Adds the next `ballots` to the gradients of a walk.
    function advance(
        Walk storage walk,
        Tally storage tally,
        uint256 market,
        int256[] calldata x,
        IJury.Comparison[][] calldata ballots,
        Loss calldata loss
    ) external returns (uint256 cursor) {
        cursor = walk.cursor;
        if (cursor + ballots.length > tally.count) revert IJury.Jury_NoSuchBallot(market, tally.count);
        if (walk.groups == 0) _begin(walk, x);

        int256[] memory gradients = _loadGradients(walk, x.length);
        uint256[] memory parents = _loadParents(walk, x.length);
        uint256 groups = walk.groups;
        uint256 count;
        for (uint256 i; i < ballots.length; ++i) {
            _checkHash(tally, market, cursor, ballots[i]);
            groups -= _add(x, ballots[i], loss, gradients, parents);
            count += ballots[i].length;
            ++cursor;
        }
        walk.cursor = uint32(cursor); // at most `tally.count`
        walk.comparisons += count.toUint40();
        walk.groups = uint16(groups); // at most 256
        _storeGradients(walk, gradients);
        _storeParents(walk, parents);
    }

    /// @notice Checks that a walk is complete and that it proves x; returns the weights and the bound of the error.
    function finish(
        Walk storage walk,
        Tally storage tally,
        uint256 market,
        int256[] calldata x,
        Loss calldata loss,
        IMarkets markets
    ) external view returns (uint256[] memory payouts, uint256 errorBound) {
        if (walk.cursor != tally.count) revert IJury.Jury_BallotsLeft(market, walk.cursor, tally.count);
        int256[] memory gradients = _loadGradients(walk, x.length);
        if (loss.anchor == 0) {
            if (walk.groups != 1) revert IJury.Jury_NotUnique(market, walk.groups);
            _checkSum(x);
        } else {
            _addAnchor(gradients, x, loss.anchor, market, markets);
        }
        _checkGradients(gradients, Comparisons.gradientError(walk.comparisons, loss.anchor), loss.tolerance);
        return (Comparisons.softmax(x), Comparisons.errorBound(x.length, loss.tolerance, loss.anchor));
    }

    /// @notice Returns the gradient of a walk, without its anchor.
    function gradientsOf(Walk storage walk, uint256 outcomes) external view returns (int256[] memory) {
        return _loadGradients(walk, outcomes);
    }

    /// @notice Returns what a ballot is known by after its publication.
    function hashOf(IJury.Comparison[] calldata comparisons) public pure returns (bytes32) {
        return keccak256(abi.encode(comparisons));
    }

    /* PRIVATE */

    function _begin(Walk storage walk, int256[] calldata x) private {
        for (uint256 i; i < x.length; ++i) {
            int256 value = x[i];
            if (value > Comparisons.MAX_LOG || value < -Comparisons.MAX_LOG) {
                revert IJury.Jury_LogWeightOutOfRange(i, value, Comparisons.MAX_LOG);
            }
        }
        walk.groups = uint16(x.length); // at most 256
        uint256[] memory parents = new uint256[](x.length);
        for (uint256 i; i < parents.length; ++i) parents[i] = i;
        _storeParents(walk, parents);
    }

    function _checkHash(
        Tally storage tally,
        uint256 market,
        uint256 index,
        IJury.Comparison[] calldata comparisons
    ) private view {
        (bytes32 expected, bytes32 actual) = (tally.hashes[index], hashOf(comparisons));
        if (expected != actual) revert IJury.Jury_WrongBallot(market, index, expected, actual);
    }

    /// @dev Adds the comparisons of one ballot to the gradients; returns how many groups of outcomes they joined.
    /// Nothing overflows, as a residual is below 2^72 and there are less than 2^39 comparisons.
    function _add(
        int256[] calldata x,
        IJury.Comparison[] calldata comparisons,
        Loss calldata loss,
        int256[] memory gradients,
        uint256[] memory parents
    ) private pure returns (uint256 joined) {
        int256 delta = int256(loss.huberDelta);
        int256 limit = Comparisons.certifiable(x.length, loss.tolerance, loss.huberDelta);
        for (uint256 i; i < comparisons.length; ++i) {
            IJury.Comparison memory comparison = comparisons[i];
            (uint256 a, uint256 b) = (comparison.a, comparison.b);
            int256 residual = x[b] - x[a] - Comparisons.target(comparison);
            int256 pull = Comparisons.slope(residual, delta);
            gradients[b] += pull;
            gradients[a] -= pull;
            if (residual <= limit && residual >= -limit && parents.join(a, b)) ++joined;
        }
    }

    function _addAnchor(
        int256[] memory gradients,
        int256[] calldata x,
        uint256 anchor,
        uint256 market,
        IMarkets markets
    ) private view {
        bool pooled = markets.getMarket(market).pooled;
        IMarkets.OutcomeView[] memory outcomes = pooled ? markets.getOutcomes(market) : new IMarkets.OutcomeView[](0);
        for (uint256 i; i < x.length; ++i) {
            uint256 rate = pooled ? outcomes[i].openingPrice : WAD / x.length;
            gradients[i] += Comparisons.anchorPull(x[i], rate, anchor);
        }
    }

    /// @dev Requires that x sums to 0, within a unit for each. All x that differ by a constant have the same gradient
    /// and the same weights; this leaves one of them (JU-41).
    function _checkSum(int256[] calldata x) private pure {
        int256 sum;
        for (uint256 i; i < x.length; ++i) sum += x[i];
        int256 most = int256(x.length);
        if (sum > most || sum < -most) revert IJury.Jury_InvalidLogSum(sum, x.length);
    }

    function _checkGradients(int256[] memory gradients, uint256 uncertainty, uint256 tolerance) private pure {
        for (uint256 i; i < gradients.length; ++i) {
            int256 gradient = gradients[i];
            uint256 size = uint256(gradient < 0 ? -gradient : gradient) + uncertainty;
            if (size > tolerance) revert IJury.Jury_NotOptimal(i, gradient, uncertainty, tolerance);
        }
    }

    function _loadGradients(Walk storage walk, uint256 length) private view returns (int256[] memory gradients) {
        gradients = new int256[](length);
        for (uint256 i; i < length; i += 2) {
            uint256 word = walk.gradients[i >> 1];
            gradients[i] = int128(uint128(word)); // the lower half of the word
            if (i + 1 < length) gradients[i + 1] = int128(uint128(word >> 128));
        }
    }

    function _storeGradients(Walk storage walk, int256[] memory gradients) private {
        for (uint256 i; i < gradients.length; i += 2) {
            uint256 word = uint128(gradients[i].toInt128());
            if (i + 1 < gradients.length) word |= uint256(uint128(gradients[i + 1].toInt128())) << 128;
            walk.gradients[i >> 1] = word;
        }
    }

    function _loadParents(Walk storage walk, uint256 length) private view returns (uint256[] memory parents) {
        parents = new uint256[](length);
        uint256 word;
        for (uint256 i; i < length; ++i) {
            if (i & 31 == 0) word = walk.parents[i >> 5];
            parents[i] = uint8(word >> ((i & 31) << 3));
        }
    }

    function _storeParents(Walk storage walk, uint256[] memory parents) private {
        uint256 word;
        for (uint256 i; i < parents.length; ++i) {
            word |= parents[i] << ((i & 31) << 3); // a parent is below 256
            if (i & 31 == 31 || i + 1 == parents.length) {
                walk.parents[i >> 5] = word;
                word = 0;
            }
        }
    }
}
