// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IJury} from "../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../contracts/interfaces/IMarkets.sol";
import {IRounds} from "../../contracts/interfaces/IRounds.sol";
import {MockRoundsJury} from "../../contracts/mocks/MockRoundsJury.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {InvariantTest, deploy, vm} from "../utils/Cheats.sol";
import {JuryHandler, MarketsDouble} from "./handlers/JuryHandler.sol";

/// @notice The rules of {IJury} that must hold whatever is done, in whatever order.
contract JuryInvariants is InvariantTest {
    error JuryInvariants_Broken(string rule, uint256 expected, uint256 actual);

    IJury private _jury;
    JuryHandler private _handler;
    MarketsDouble private _markets;
    TestToken private _token;

    function setUp() external {
        _token = new TestToken("Money", "MNY", 18);
        _markets = new MarketsDouble();
        _jury = IJury(
            deploy(
                "Jury",
                abi.encode(
                    IJury.Parameters({
                        deployer: address(this),
                        markets: IMarkets(address(_markets)),
                        safe: address(0x5afe),
                        stakeToken: _token,
                        stake: 1000,
                        stakeRecipient: address(0xf0d),
                        evaluationPeriod: 3 days,
                        challengeWindow: 2 days,
                        answerPeriod: 2 days,
                        huberDelta: 0,
                        anchor: 0,
                        tolerance: 1e6,
                        minBallots: 2
                    })
                )
            )
        );
        _markets.setJury(address(_jury));
        MockRoundsJury rounds = new MockRoundsJury();
        _jury.connect(address(rounds));
        _handler = new JuryHandler(_jury, _markets, rounds, _token);
        for (uint256 i; i < _handler.MARKET_COUNT(); ++i) {
            uint40 closesAt = uint40(block.timestamp + 1 hours + i * 1 days);
            _markets.create(_handler.marketOf(i), uint16(2 + 3 * i), closesAt, i % 2 == 0);
            _startRound(rounds, _handler.marketOf(i), closesAt);
        }
        _target(address(_handler));
    }

    /// @notice JU-22: balance = open stakes + credits + reward pot + audits + rewards to claim + plain transfers.
    /// forge-config: default.invariant.depth = 192
    function invariant_JU22_balance() external view {
        _equal("JU-22", _handler.owed() + _handler.donated(), _token.balanceOf(address(_jury)));
    }

    /// @notice JU-23: what went out and what is still there is what came in.
    /// forge-config: default.invariant.depth = 192
    function invariant_JU23_conservation() external view {
        _equal("JU-23", _handler.moneyIn(), _handler.moneyOut() + _token.balanceOf(address(_jury)));
    }

    /// @notice JU-13: every market that came to an end was reported, once.
    /// forge-config: default.invariant.depth = 192
    function invariant_JU13_reportedOnce() external view {
        _equal("JU-13", _handler.finals(), _markets.reports());
    }

    /// @notice JU-8, JU-11: at most two amendments, and no posting becomes final after the hard end.
    /// forge-config: default.invariant.depth = 192
    function invariant_JU11_hardEnd() external view {
        uint256 tail = 3 * (_jury.CHALLENGE_WINDOW() + _jury.ANSWER_PERIOD());
        for (uint256 i; i < _handler.MARKET_COUNT(); ++i) {
            uint256 market = _handler.marketOf(i);
            IJury.PostingView memory posting = _jury.getPosting(market);
            uint256 hardEnd = _jury.deadline(market) + tail;
            if (posting.amendments > 2) revert JuryInvariants_Broken("JU-8", 2, posting.amendments);
            if (posting.finalFrom > hardEnd) revert JuryInvariants_Broken("JU-11", hardEnd, posting.finalFrom);
        }
    }

    /// @notice JU-60, JU-61: what is claimed for was accepted; accepted are the ballots of accepted markets.
    /// forge-config: default.invariant.depth = 192
    function invariant_JU60_claimedIsAccepted() external view {
        for (uint256 i; i < _handler.MARKET_COUNT(); ++i) {
            uint256 market = _handler.marketOf(i);
            IJury.TallyView memory tally = _jury.tallyOf(market);
            IJury.RewardsView memory rewards = _jury.rewardsOf(_handler.roundOf(market));
            _equal("JU-60", tally.accepted ? tally.comparisons : 0, rewards.accepted);
            uint256 claimed;
            for (uint256 j; j < 2; ++j) {
                (uint256 comparisons, bool isClaimed) = _jury.ballotOf(market, _handler.jurorOf(j));
                if (isClaimed) claimed += comparisons;
            }
            _equal("JU-61", claimed, rewards.claimed);
        }
    }

    /// @dev Settled four days after the evaluation, before the hard end: some things come late.
    function _startRound(MockRoundsJury rounds, uint256 market, uint40 closesAt) private {
        uint40 now_ = uint40(block.timestamp);
        uint40 evaluatedAt = uint40(_jury.deadline(market));
        uint256 round = _handler.roundOf(market);
        rounds.setSchedule(
            round,
            IRounds.Schedule(now_, now_ + 1, now_ + 2, closesAt, evaluatedAt, evaluatedAt, evaluatedAt + 4 days)
        );
        rounds.addMarket(round, IRounds.Kind.Weight, 0, market);
        bytes32 root = _handler.jurorsRoot();
        vm.prank(_jury.SAFE());
        _jury.commitJurors(round, root);
    }

    function _equal(string memory rule, uint256 expected, uint256 actual) private pure {
        if (expected != actual) revert JuryInvariants_Broken(rule, expected, actual);
    }
}
