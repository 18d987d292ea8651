// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Audits} from "./Audits.sol";
import {BallotBox} from "./BallotBox.sol";
import {JuryState} from "./JuryState.sol";
import {Postings} from "./Postings.sol";

/// @title Jury
/// @notice See {IJury}, which has the rules and the documentation.
/// @dev Proof of the hard end (JU-11). Postings of a market are numbered 0, 1, 2: `post` makes the first, `amend` the
/// others, and only out of the status Challenged. Let t_k be the time of posting k. JU-2: t_0 <= D. A posting is
/// challenged before t_k + W and amended before A has passed since, so t_{k+1} < t_k + W + A, hence
/// t_2 < D + 2 (W + A). Posting k is final at t_k + W if nobody challenged it and at the latest A after a challenge
/// otherwise, in both cases not later than t_k + W + A <= D + 3 (W + A); there is no posting 3. Waiting for ballots and
/// for who verifies them ends at D + W, before that. After the interval in which the Safe can act, no step needs it:
/// {finalize} is open to anyone, and reports payouts that {IMarkets} accepts (JU-3 was checked when they were posted
/// and neither the market's length nor its resolver can change).
///
/// Nobody can leave ballots out: they are published until D, a walk ends after D, and it takes each at its index.
/// Nobody can make a walk impossible: a call takes as few ballots as fit, each with at most 64 comparisons.
///
/// Money is in one of five places, and every function moves it between two of them or between one and the outside:
/// stakes of open challenges, credits, the reward pot, audits, and what a distribution has allotted.
contract Jury is Postings, BallotBox, Audits {
    constructor(Parameters memory p) JuryState(p) {}
}
