// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Proof of MK-12: no step lowers `inventory_j + b ln p_j - reserve`
/// @notice The bookkeeping of a trade, of growth out of its fee, and of liquidity that joins, given what the functions of
/// {Lmsr} guarantee of logarithms. These guarantees are the assumptions here; they are measured by test/fuzz/markets/Lmsr.t.sol
/// on the real functions, enumerated by test/exhaustive on small numbers, and the roundings among them are proved in
/// Rounding.sol.
/// @dev In units of 1e-18 of a unit: `backed = (cash - q_j) 1e18 + b ln p_j`, so that products are single unknowns.
contract Solvency {
    int256 private constant WAD = 1e18;
    int256 private constant BOUND = 2 ** 180;

    function _small(int256 x) private pure returns (bool) {
        return x > -BOUND && x < BOUND;
    }

    /// @dev {Pool-store}, the outcome that is traded and any other.
    /// @param step `b (l' - l)`: at least the amount sold, as {Lmsr-logStep} rounds up.
    /// @param exact `b ln(S'/S)`, rounded up to the next 1e-18.
    /// @param cost In units: at least the exact cost, by {Lmsr-cost}.
    function trade(
        int256[2] memory backed,
        int256 reserve,
        int256 amount,
        int256 step,
        int256 exact,
        int256 cost,
        int256 fee
    ) external pure {
        require(_small(backed[0]) && _small(backed[1]) && _small(reserve) && _small(amount) && _small(step));
        require(_small(exact) && _small(cost) && fee >= 0 && fee < BOUND);
        require(backed[0] >= reserve * WAD && backed[1] >= reserve * WAD);
        require(step >= amount * WAD);
        require(cost * WAD >= exact);
        // ln p moves by (l' - l) - ln(S'/S), or without the former.
        backed[0] += (cost + fee - amount) * WAD + step - exact;
        backed[1] += (cost + fee) * WAD - exact;
        reserve += fee;
        assert(backed[0] >= reserve * WAD);
        assert(backed[1] >= reserve * WAD);
    }

    /// @dev Growth of b by g: `b ln p_j` falls by at most g Lambda, which the reserve pays ({Lmsr-growth}).
    /// @param fall `-g ln p_j`: at most `g Lambda`.
    /// @param gLambda `g Lambda`.
    /// @param charge In units: at least `g Lambda`, and at most the funds.
    function grow(int256 backed, int256 reserve, int256 fall, int256 gLambda, int256 charge) external pure {
        require(_small(backed) && _small(reserve) && _small(fall) && _small(gLambda) && _small(charge));
        require(backed >= reserve * WAD);
        require(fall >= 0 && fall <= gLambda);
        require(charge * WAD >= gLambda && charge <= reserve);
        backed -= fall;
        reserve -= charge;
        assert(backed >= reserve * WAD);
        assert(reserve >= 0 || charge > reserve + charge);
    }

    /// @dev As ln p_j <= 0, the pool can pay every vertex of the payout vectors, and so every payout vector.
    function payable_(int256 inventory, int256 bLogPrice, int256 reserve) external pure {
        require(_small(inventory) && _small(bLogPrice) && bLogPrice <= 0 && reserve >= 0 && reserve < BOUND);
        require(inventory * WAD + bLogPrice >= reserve * WAD);
        assert(inventory >= reserve);
    }
}
