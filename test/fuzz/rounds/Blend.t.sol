// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Blend} from "../../../contracts/rounds/Blend.sol";
import {Estimate} from "../../../contracts/rounds/Estimate.sol";
import {Weights} from "../../../contracts/shared/Weights.sol";
import {FuzzTest} from "../../utils/Cheats.sol";

/// @notice Final weights are weights, whatever jury, market and reference say.
contract BlendTest is FuzzTest {
    uint256 private constant WAD = 1e18;

    /// @notice RO-25: a median lies between any two of the three; three times the same is the same.
    function testFuzz_RO25_median(uint256 seed, uint256 length) external pure {
        length = _bound(length, 2, 255);
        (uint256[] memory t, uint256[] memory c, uint256[] memory p) = (
            _weights(seed, length),
            _weights(~seed, length),
            _weights(seed ^ 1, length)
        );
        uint256[] memory e = Estimate.median(t, c, p);
        _checkSum(e);
        uint256[] memory same = Estimate.median(p, p, p);
        for (uint256 k; k < length; ++k) {
            // Flooring raises up to 255 of them by 1e-7, and normalising takes it from all.
            _between("fixed point", same[k], (p[k] * 99) / 100, (p[k] * 101) / 100);
        }
        // In any order.
        _eq("order", _hash(e), _hash(Estimate.median(p, t, c)));
    }

    /// @notice RO-26: the sum is exact, audited outcomes have the jury's word, J = E is a fixed point.
    function testFuzz_RO26_judged(uint256 seed, uint256 length, uint256 compared, uint256 audited) external pure {
        length = _bound(length, 2, 255);
        (uint256[] memory j, uint256[] memory e) = (_verdict(seed, length), _weights(~seed, length));
        uint256[] memory w = Blend.judged(j, e, compared, audited);
        _checkSum(w);
        compared &= (1 << length) - 1;
        if (compared == 0) return _eq("RO-27", _hash(w), _hash(e));
        for (uint256 k; k < length; ++k) {
            // Rounding is below a unit an outcome, and the remainder goes to the largest.
            if (((audited & compared) >> k) & 1 == 1)
                _between("audited", w[k], j[k] < 600 ? 0 : j[k] - 600, j[k] + 600);
        }
        uint256[] memory same = Blend.judged(e, e, compared, audited);
        for (uint256 k; k < length; ++k) {
            // The floor of J raises some of them by 1e-7, and normalising takes it from all.
            _between("fixed point", same[k], (e[k] * 99) / 100, (e[k] * 101) / 100);
        }
    }

    /// @notice RO-28: the sum is exact, every weight within its bounds, P = E is a fixed point.
    function testFuzz_RO28_within(uint256 seed, uint256 length, uint256 factor, uint256 step) external pure {
        length = _bound(length, 2, 255);
        (factor, step) = (_bound(factor, (11 * WAD) / 10, 100 * WAD), _bound(step, 1e6, WAD));
        (uint256[] memory p, uint256[] memory e) = (_weights(seed, length), _weights(~seed, length));
        uint256[] memory w = Blend.within(p, e, factor, step);
        _checkSum(w);
        for (uint256 k; k < length; ++k) {
            uint256 least = (p[k] * WAD) / factor;
            if (p[k] > step && p[k] - step > least) least = p[k] - step;
            uint256 most = (p[k] * factor) / WAD;
            if (p[k] + step < most) most = p[k] + step;
            _between("within", w[k], least, most);
        }
        _eq("fixed point", _hash(Blend.within(p, p, factor, step)), _hash(p));
    }

    /// @dev Weights of any magnitudes, none below 0.99e-5, as references and estimates are.
    function _weights(uint256 seed, uint256 length) private pure returns (uint256[] memory weights) {
        weights = _verdict(seed, length);
        for (uint256 k; k < length; ++k) {
            if (weights[k] < 1e13) weights[k] = 1e13;
        }
        return Weights.normalise(weights);
    }

    /// @dev Weights of any magnitudes; some are 0.
    function _verdict(uint256 seed, uint256 length) private pure returns (uint256[] memory weights) {
        weights = new uint256[](length);
        for (uint256 k; k < length; ++k) {
            uint256 random = _random(seed, k);
            weights[k] = random % 5 == 0 ? 0 : _spread(random, 1, WAD);
        }
        weights[seed % length] += 1;
        return Weights.normalise(weights);
    }

    function _checkSum(uint256[] memory weights) private pure {
        _eq("sum", Weights.sumOf(weights), WAD);
    }

    function _hash(uint256[] memory weights) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(weights)));
    }
}
