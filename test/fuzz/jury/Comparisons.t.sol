// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../../../contracts/interfaces/IJury.sol";
import {Ballots} from "../../../contracts/jury/Ballots.sol";
import {Comparisons} from "../../../contracts/jury/Comparisons.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice The loss, its gradient, and the bounds that a small gradient proves.
contract ComparisonsTest is FuzzTest {
    using Ballots for Ballots.Tally;
    using Ballots for Ballots.Walk;
    using Comparisons for uint256[];

    int256 private constant WAD = 1e18;
    /// @dev ln 1000, rounded up.
    int256 private constant LN_1000 = 6907755278982137053;

    Ballots.Tally private _tally;
    Ballots.Walk private _whole;
    Ballots.Walk private _parts;

    /* SAMPLES */

    function testFuzz_target_isSymmetricAndBounded(uint256 seed) external pure {
        IJury.Comparison memory comparison = _comparison(seed, 2);
        comparison.winner = 1;
        int256 up = Comparisons.target(comparison);
        comparison.winner = 0;
        _eq("c of the reverse", Comparisons.target(comparison), -up);
        _between("c", up, 0, LN_1000);
    }

    function testFuzz_target_growsWithTheMultiplier(uint256 seed) external pure {
        IJury.Comparison memory comparison = _comparison(seed, 2);
        comparison.winner = 1;
        if (comparison.multiplier == Comparisons.MAX_MULTIPLIER) return;
        int256 before = Comparisons.target(comparison);
        ++comparison.multiplier;
        // The least step, from 1000 - 1e-6 to 1000, is 1e-9.
        _between("step", Comparisons.target(comparison) - before, WAD / 1e9 - 2, WAD / 1e6);
    }

    function testFuzz_slope_isWithinDeltaAndLipschitz(int128 residual, uint256 step, uint256 delta) external pure {
        int256 most = int256(_bound(delta, 1, 100e18));
        int256 by = int256(_bound(step, 0, 1e18));
        int256 slope = Comparisons.slope(residual, most);
        _between("slope", slope, -most, most);
        _between("step", Comparisons.slope(int256(residual) + by, most) - slope, 0, by);
        _eq("squares", Comparisons.slope(residual, 0), residual);
    }

    /* BOUNDS */

    /// @notice The bound is `epsilon n^2.5 / 4`, rounded up by less than the root and the division may cost.
    function testFuzz_errorBound_withoutAnchor(uint256 n, uint256 epsilon) external pure {
        n = _bound(n, 2, 256);
        epsilon = _bound(epsilon, 1, 1e12);
        uint256 bound = 4 * Comparisons.errorBound(n, epsilon, 0);
        _between("above", bound ** 2, epsilon ** 2 * n ** 5, type(uint256).max);
        uint256 less = bound - epsilon - 4;
        _between("below", less ** 2, 0, epsilon ** 2 * n ** 5);
    }

    /// @notice The bound is `sqrt(n) epsilon / tau`, rounded up by less than two units and epsilon / tau.
    function testFuzz_errorBound_withAnchor(uint256 n, uint256 epsilon, uint256 tau) external pure {
        n = _bound(n, 2, 256);
        epsilon = _bound(epsilon, 1, 1e12);
        tau = _bound(tau, 1e9, 1e24);
        uint256 bound = Comparisons.errorBound(n, epsilon, tau);
        uint256 square = n * epsilon ** 2 * 1e36;
        _between("above", (bound * tau) ** 2, square, type(uint256).max);
        uint256 slack = 2 + epsilon / tau;
        if (bound > slack) _between("below", ((bound - slack) * tau) ** 2, 0, square);
    }

    /// @notice Of two outcomes the optimum is the mean of all c: x is never further from it than a gradient says.
    function testFuzz_gradient_boundsTheDistanceToTheOptimum(uint256 seed, uint256 count, int64 offset) external {
        count = _bound(count, 1, Ballots.MAX_COMPARISONS);
        int256 sum;
        IJury.Comparison[] memory ballot = new IJury.Comparison[](count);
        for (uint256 i; i < count; ++i) {
            ballot[i] = _comparison(uint256(keccak256(abi.encode(seed, i))), 2);
            sum += Comparisons.target(ballot[i]);
        }
        int256[] memory x = new int256[](2);
        x[1] = sum / int256(count) / 2 + offset;
        x[0] = -x[1];
        int256[] memory gradient = _walk(ballot, x, 0);
        _eq("the sum of the gradient", gradient[0] + gradient[1], 0);

        uint256 size = uint256(gradient[1] < 0 ? -gradient[1] : gradient[1]);
        uint256 bound = Comparisons.errorBound(2, size + Comparisons.gradientError(count, 0), 0);
        // Each coordinate is off by half of the distance of the differences; the mean is rounded by one unit.
        int256 distance = 2 * x[1] - sum / int256(count);
        _between("distance", distance ** 2, 0, 2 * int256(bound + 2) ** 2);
    }

    /* THE WALK */

    /// @notice Whatever the chunks, the gradients and the groups are the same.
    function testFuzz_advance_doesNotDependOnChunks(uint256 seed, uint256 n, uint256 ballots, uint256 delta) external {
        n = _bound(n, 2, 40);
        ballots = _bound(ballots, 1, 6);
        Ballots.Loss memory loss = Ballots.Loss(seed % 2 == 0 ? 0 : _bound(delta, 1e16, 100e18), 0, 1);
        int256[] memory x = _logWeights(seed, n);
        IJury.Comparison[][] memory all = new IJury.Comparison[][](ballots);
        for (uint256 i; i < ballots; ++i) {
            all[i] = _ballot(uint256(keccak256(abi.encode(seed, "ballot", i))), n);
            _tally.add(1, all[i]);
        }
        _whole.advance(_tally, 1, x, all, loss);
        for (uint256 i; i < ballots; ++i) {
            IJury.Comparison[][] memory one = new IJury.Comparison[][](1);
            one[0] = all[i];
            _parts.advance(_tally, 1, x, one, loss);
        }
        int256[] memory whole = _whole.gradientsOf(n);
        int256[] memory parts = _parts.gradientsOf(n);
        int256 sum;
        for (uint256 i; i < n; ++i) {
            _eq("gradient", parts[i], whole[i]);
            sum += whole[i];
        }
        _eq("sum of the gradient", sum, 0);
        _eq("groups", uint256(_parts.groups), uint256(_whole.groups));
        _eq("comparisons", uint256(_parts.comparisons), uint256(_tally.comparisons));
    }

    /// @notice The forest takes several words: a join of the second word is kept from chunk to chunk.
    function test_advance_joinsAcrossWords() external {
        Ballots.Loss memory loss = Ballots.Loss(0, 0, 1);
        int256[] memory x = new int256[](34);
        IJury.Comparison[][][2] memory chunks;
        for (uint256 i; i < 2; ++i) {
            chunks[i] = new IJury.Comparison[][](1);
            chunks[i][0] = new IJury.Comparison[](1);
            chunks[i][0][0] = IJury.Comparison({a: 0, b: i == 0 ? 1 : 32, winner: 0, multiplier: 1e6});
            _tally.add(1, chunks[i][0]);
        }
        for (uint256 i; i < 2; ++i) _parts.advance(_tally, 1, x, chunks[i], loss);
        _eq("groups", uint256(_parts.groups), 32);
    }

    /// @notice Groups are the connected ones, as flooding labels over all edges finds them.
    function testFuzz_join_countsGroups(uint256 seed, uint256 n, uint256 edges) external pure {
        n = _bound(n, 2, 60);
        edges = _bound(edges, 0, 80);
        (uint256[] memory parents, uint256[] memory labels) = (new uint256[](n), new uint256[](n));
        for (uint256 i; i < n; ++i) (parents[i], labels[i]) = (i, i);
        uint256 groups = n;
        uint256 expected = n;
        for (uint256 i; i < edges; ++i) {
            uint256 hash = uint256(keccak256(abi.encode(seed, i)));
            (uint256 a, uint256 b) = (hash % n, (hash >> 128) % n);
            if (parents.join(a, b)) --groups;
            if (_relabel(labels, labels[a], labels[b])) --expected;
        }
        _eq("groups", groups, expected);
        for (uint256 i; i < n; ++i) {
            bool together = parents.find(i) == parents.find(0);
            _eq("together with 0", together ? 1 : 0, labels[i] == labels[0] ? uint256(1) : 0);
        }
    }

    function test_gradientError_roundsUp() external pure {
        _eq("squares", Comparisons.gradientError(5, 0), 10);
        _eq("a whole anchor", Comparisons.gradientError(5, 1e18), 13);
        _eq("just above", Comparisons.gradientError(0, 1e18 + 1), 4);
    }

    function testFuzz_softmax_sumsToOneAndKeepsTheOrder(uint256 seed, uint256 n) external view {
        n = _bound(n, 2, 256);
        int256[] memory x = _logWeights(seed, n);
        uint256[] memory weights = this.softmax(x);
        uint256 sum;
        for (uint256 i; i < n; ++i) {
            sum += weights[i];
            if (i > 0 && x[i] > x[i - 1]) _between("order", int256(weights[i]), int256(weights[i - 1]), WAD);
        }
        _eq("sum", sum, uint256(WAD));
    }

    /// @dev Where the greatest stands matters to overflow alone: e^4000 is beyond every word.
    function test_softmax_ofTheFarthestApart() external view {
        int256[] memory x = new int256[](3);
        (x[0], x[1], x[2]) = (-Comparisons.MAX_LOG, Comparisons.MAX_LOG, Comparisons.MAX_LOG);
        uint256[] memory weights = this.softmax(x);
        _eq("least", weights[0], 0);
        _eq("greatest", weights[1], uint256(WAD) / 2);
        _eq("as great", weights[2], uint256(WAD) / 2);
    }

    function softmax(int256[] calldata x) external pure returns (uint256[] memory) {
        return Comparisons.softmax(x);
    }

    /* PRIVATE */

    function _walk(
        IJury.Comparison[] memory ballot,
        int256[] memory x,
        uint256 delta
    ) private returns (int256[] memory gradient) {
        _tally.add(1, ballot);
        IJury.Comparison[][] memory all = new IJury.Comparison[][](1);
        all[0] = ballot;
        _whole.advance(_tally, 1, x, all, Ballots.Loss(delta, 0, 1));
        return _whole.gradientsOf(x.length);
    }

    function _relabel(uint256[] memory labels, uint256 from, uint256 to) private pure returns (bool) {
        if (from == to) return false;
        for (uint256 i; i < labels.length; ++i) {
            if (labels[i] == from) labels[i] = to;
        }
        return true;
    }

    function _logWeights(uint256 seed, uint256 n) private pure returns (int256[] memory x) {
        x = new int256[](n);
        for (uint256 i; i < n; ++i) {
            uint256 hash = uint256(keccak256(abi.encode(seed, "x", i)));
            x[i] = int256(hash % 4000e18) - 2000e18;
            if (seed % 3 != 0) x[i] /= 400; // within 5, as weights mostly are
        }
    }

    function _ballot(uint256 seed, uint256 n) private pure returns (IJury.Comparison[] memory ballot) {
        ballot = new IJury.Comparison[](1 + (seed % 20));
        for (uint256 i; i < ballot.length; ++i) {
            ballot[i] = _comparison(uint256(keccak256(abi.encode(seed, i))), n);
        }
    }

    function _comparison(uint256 seed, uint256 n) private pure returns (IJury.Comparison memory comparison) {
        comparison.a = uint16(seed % (n - 1));
        comparison.b = uint16(comparison.a + 1 + ((seed >> 16) % (n - 1 - comparison.a)));
        comparison.winner = (seed >> 32) % 2 == 0 ? comparison.a : comparison.b;
        comparison.multiplier = uint64(_bound(seed >> 40, Comparisons.MIN_MULTIPLIER, Comparisons.MAX_MULTIPLIER));
    }
}
