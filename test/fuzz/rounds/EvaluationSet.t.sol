// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {EvaluationSet} from "../../../contracts/rounds/EvaluationSet.sol";
import {FuzzTest, vm} from "../../utils/Cheats.sol";

/// @notice Sets of seeds: what the draw takes, and what quotas and scores demand (RO-11, RO-12, RO-13).
contract EvaluationSetTest is FuzzTest {
    using EvaluationSet for uint256;

    uint256 private constant WAD = 1e18;

    function check(uint256 set, uint256 allowed, uint256 quota, uint256[] calldata scores) external pure {
        set.check(allowed, quota, scores);
    }

    /// @dev RO-11: as many as wanted, of the eligible, the same for the same randomness.
    function testFuzz_draw(uint256 eligible, uint256 count, bytes32 random) external pure {
        count = _bound(count, 0, 300);
        uint256 set = eligible.draw(count, random);
        _eq("only eligible ones", set & ~eligible, 0);
        uint256 size = eligible.size();
        _eq("size", set.size(), count < size ? count : size);
        _eq("again", eligible.draw(count, random), set);
    }

    /// @dev Every seed is drawn about as often as any other: 64 of 128 draws of 4 out of 8, six standard deviations.
    function testFuzz_drawIsFair(uint256 seed) external pure {
        uint256[8] memory counts;
        for (uint256 i; i < 128; ++i) {
            uint256 set = uint256(0xff).draw(4, bytes32(_random(seed, i)));
            for (uint256 j; j < 8; ++j) {
                if (set.has(j)) ++counts[j];
            }
        }
        for (uint256 j; j < 8; ++j) {
            _between("draws", counts[j], 30, 98);
        }
    }

    function testFuzz_listAndRank(uint256 set) external pure {
        uint256[] memory seeds = set.list();
        uint256 all;
        for (uint256 i; i < seeds.length; ++i) {
            _eq("rank", set.rank(seeds[i]), i);
            all |= 1 << seeds[i];
        }
        _eq("list", all, set);
        if (set != 0) _eq("first", set.first(), seeds[0]);
    }

    /// @dev RO-12: the set that a plain sort gives is accepted, and no other of those next to it.
    function testFuzz_onlyTheBestSetIsAccepted(uint256 allowed, uint256 quota, uint256 seed, uint256 other) external {
        quota = _bound(quota, 0, 12);
        uint256[] memory scores = _scores(seed);
        uint256 best = _best(allowed, quota, scores);
        this.check(best, allowed, quota, scores);

        uint256 changed = best ^ (1 << (other & 0xff)) ^ (other >> 255 == 1 ? 1 << ((other >> 8) & 0xff) : 0);
        if (changed == best) return;
        vm.expectRevert();
        this.check(changed, allowed, quota, scores);
    }

    function testFuzz_aBetterSeedLeftOutIsNamed(uint256 seed, uint256 index) external {
        uint256[] memory scores = new uint256[](256);
        index = _bound(index, 0, 255);
        uint256 other = (index + 1 + (seed % 255)) % 256;
        (scores[index], scores[other]) = (2, 1);
        vm.expectRevert(abi.encodeWithSelector(EvaluationSet.Rounds_BetterSeedLeftOut.selector, index, 2, other, 1));
        this.check(1 << other, type(uint256).max, 1, scores);
    }

    function test_roomLeftOrZeroScore() external {
        uint256[] memory scores = new uint256[](256);
        scores[7] = 5;
        vm.expectRevert(
            abi.encodeWithSelector(EvaluationSet.Rounds_BetterSeedLeftOut.selector, 7, 5, type(uint256).max, 0)
        );
        this.check(0, 0xff, 1, scores);
        vm.expectRevert(abi.encodeWithSelector(EvaluationSet.Rounds_ZeroScore.selector, 3));
        this.check(1 << 3, 0xff, 1, scores);
        vm.expectRevert(abi.encodeWithSelector(EvaluationSet.Rounds_QuotaExceeded.selector, 1, 0));
        this.check(1 << 7, 0xff, 0, scores);
        vm.expectRevert(abi.encodeWithSelector(EvaluationSet.Rounds_InvalidSet.selector, 1 << 7, 0x7f));
        this.check(1 << 7, 0x7f, 1, scores);
    }

    /// @dev RO-13: selection tokens pay exactly 1 in total, 1/s each but for one wei.
    function testFuzz_equalParts(uint256 eligible, uint256 chosen) external pure {
        chosen &= eligible;
        vm.assume(chosen != 0);
        uint256[] memory payouts = eligible.equalParts(chosen);
        _eq("number", payouts.length, eligible.size());
        uint256 part = WAD / chosen.size();
        uint256 sum;
        for (uint256 i; i < payouts.length; ++i) {
            sum += payouts[i];
            if (payouts[i] != 0) _between("part", payouts[i], part, part + 1);
        }
        _eq("sum", sum, WAD);
        for (uint256 set = chosen; set != 0; set &= set - 1) {
            _between("chosen", payouts[eligible.rank(set.first())], part, part + 1);
        }
    }

    /// @dev Few different scores, so that there are ties and zeros.
    function _scores(uint256 seed) private pure returns (uint256[] memory scores) {
        scores = new uint256[](256);
        for (uint256 i; i < 256; ++i) {
            scores[i] = _random(seed, i) % 4;
        }
    }

    function _best(uint256 allowed, uint256 quota, uint256[] memory scores) private pure returns (uint256 set) {
        for (uint256 n; n < quota; ++n) {
            uint256 best = 256;
            for (uint256 i; i < 256; ++i) {
                if (!allowed.has(i) || set.has(i) || scores[i] == 0) continue;
                if (best == 256 || scores[i] > scores[best]) best = i;
            }
            if (best < 256) set |= 1 << best;
        }
    }
}
