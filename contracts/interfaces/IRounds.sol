// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IEdgeRegistry} from "./IEdgeRegistry.sol";
import {IJury} from "./IJury.sol";
import {IMarkets} from "./IMarkets.sol";

/// @title Rounds: the clock, the markets of a round, the draw, and what they come to
interface IRounds {
    /// @notice Where a round stands, by the clock.
    enum Phase {
        None,
        Registration,
        Opening,
        Trading,
        Evaluation,
        Challenge,
        Settled
    }

    /// @notice What is asked about a seed: its weight, its originality, the weights of its children.
    enum Kind {
        Weight,
        Originality,
        Children
    }

    /// @notice When the phases of a round begin, in unix seconds; each ends where the next begins.
    struct Schedule {
        uint40 registrationAt;
        uint40 openingAt;
        uint40 tradingAt;
        uint40 closesAt;
        uint40 evaluatedAt;
        uint40 settlesAt;
    }

    /// @notice Token that everything is paid in: trading, bonds, audits.
    function MONEY() external view returns (IERC20);

    /// @notice The markets.
    function MARKETS() external view returns (IMarkets);

    /// @notice The graph.
    function REGISTRY() external view returns (IEdgeRegistry);

    /// @notice The resolver of what is judged.
    function JURY() external view returns (IJury);

    /// @notice Returns the number of the last round that was started, from 1; 0: none yet.
    function current() external view returns (uint256 round);

    /// @notice Returns the round whose settlement comes next: the current one, or the one after it once it is settled.
    function unsettled() external view returns (uint256 round);

    /// @notice Returns where `round` stands now; `None` if it was not started.
    function phaseOf(uint256 round) external view returns (Phase);

    /// @notice Returns the clock of `round`.
    function scheduleOf(uint256 round) external view returns (Schedule memory);

    /// @notice Returns b of the pools of `kind` in `round`, fixed before its Registration: in units of money for
    /// `Weight`, of the selection tokens for the others.
    function liquidityOf(uint256 round, Kind kind) external view returns (uint256 b);

    /// @notice Returns the market in which seed `index` is judged as to `kind`; for `Weight` that of all seeds. 0 if it
    /// was not created yet.
    function marketOf(uint256 round, Kind kind, uint256 index) external view returns (uint256 market);

    /// @notice Returns the round that `market` belongs to; 0 if it is not one of a round.
    function roundOf(uint256 market) external view returns (uint256 round);

    /// @notice Returns whether seed `index` is of `kind`'s eligible ones: any for `Weight`, those with children for
    /// `Originality`, those with at least two for `Children`.
    function isEligible(uint256 round, Kind kind, uint256 index) external view returns (bool);

    /// @notice Returns whether the evaluation set of `kind` is known.
    function isSelectionDone(uint256 round, Kind kind) external view returns (bool);

    /// @notice Returns whether seed `index` is in the evaluation set of `kind`; for `Weight`: whether it was audited.
    function isSelected(uint256 round, Kind kind, uint256 index) external view returns (bool);
}
