// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEdgeRegistry} from "../../../contracts/interfaces/IEdgeRegistry.sol";
import {IFundingPool} from "../../../contracts/interfaces/IFundingPool.sol";
import {IJury} from "../../../contracts/interfaces/IJury.sol";
import {IMarkets} from "../../../contracts/interfaces/IMarkets.sol";
import {IOpening} from "../../../contracts/interfaces/IOpening.sol";
import {IRounds} from "../../../contracts/interfaces/IRounds.sol";
import {MockRandomness} from "../../../contracts/mocks/MockRandomness.sol";
import {TestToken} from "../../../contracts/mocks/TestToken.sol";
import {deploy, vm} from "../../utils/Cheats.sol";
import {AnyRegistrar, RoundsHandler, System} from "../handlers/RoundsHandler.sol";

/// @notice A whole ecosystem with its handler, the rules of {IRounds} that must hold whatever is done to it, in
/// whatever order, by whom, and a way to bring it to its end.
abstract contract RoundsChecks {
    error Invariant_Broken(string rule, uint256 expected, uint256 actual);

    uint256 private constant WAD = 1e18;

    System internal _s;
    RoundsHandler internal _handler;

    /* SETUP */

    function _deploy() internal {
        _s.money = new TestToken("Money", "MNY", 18);
        _s.markets = IMarkets(deploy("Markets", ""));
        _s.randomness = new MockRandomness();
        IFundingPool pool = IFundingPool(deploy("FundingPool", abi.encode(address(this), 1)));
        IJury jury = IJury(deploy("Jury", abi.encode(_juryParameters(address(pool)))));
        IEdgeRegistry registry = _registryFor(jury);
        (_s.pool, _s.jury, _s.registry) = (pool, jury, registry);
        _s.rounds = IRounds(deploy("Rounds", abi.encode(_config())));
        pool.connect(address(_s.rounds));
        jury.connect(address(_s.rounds));
        registry.connect(address(_s.rounds));
        _handler = new RoundsHandler(_s);
        for (uint256 i = 1; i < _handler.NAMED(); ++i) {
            registry.attest(_handler.nodeAt(i), _handler.actorAt(i), 0, type(uint256).max, "");
        }
        vm.warp(block.timestamp + 14 days);
    }

    function _juryParameters(address recipient) private view returns (IJury.Parameters memory) {
        return
            IJury.Parameters({
                deployer: address(this),
                markets: _s.markets,
                safe: address(0x5afe),
                stakeToken: _s.money,
                stake: 1e15,
                stakeRecipient: recipient,
                evaluationPeriod: 3 days,
                challengeWindow: 1 days,
                answerPeriod: 1 days,
                huberDelta: 0,
                anchor: 0,
                tolerance: 1e6,
                minBallots: 2
            });
    }

    /// @dev a has three children, b two, c one, d none; x and z have two parents.
    function _registryFor(IJury jury) private returns (IEdgeRegistry registry) {
        IEdgeRegistry.Import[] memory imports = new IEdgeRegistry.Import[](4);
        imports[0] = _import("target", 0, "abcd", 4);
        imports[1] = _import("a", 3e17, "xyz", 3);
        imports[2] = _import("b", 6e17, "xu", 2);
        imports[3] = _import("c", 5e17, "z", 1);
        bytes32 root;
        for (uint256 i; i < imports.length; ++i) {
            IEdgeRegistry.Import memory entry = imports[i];
            root = keccak256(abi.encode(root, entry.node, entry.originality, entry.children, entry.weights));
        }
        registry = IEdgeRegistry(
            deploy(
                "EdgeRegistry",
                abi.encode(address(this), imports[0].node, root, address(new AnyRegistrar()), _s.money, jury, 1e16)
            )
        );
        registry.importNodes(imports);
        registry.seal();
    }

    /// @dev Children with names of one letter; the first has what is left of equal parts.
    function _import(
        string memory name,
        uint256 originality,
        bytes memory letters,
        uint256 count
    ) private pure returns (IEdgeRegistry.Import memory entry) {
        entry.node = keccak256(bytes(name));
        entry.originality = originality;
        (entry.children, entry.weights) = (new bytes32[](count), new uint256[](count));
        uint256 rest = WAD;
        for (uint256 i = count; i > 0; --i) {
            entry.children[i - 1] = keccak256(abi.encodePacked(letters[i - 1]));
            entry.weights[i - 1] = i == 1 ? rest : WAD / (2 * count);
            rest -= entry.weights[i - 1];
        }
    }

    /// @dev How pools open: at their base rates.
    function _opening() internal virtual returns (IOpening, uint40 period, uint8 kinds) {
        return (IOpening(address(0)), 0, 0);
    }

    function _config() private returns (IRounds.Config memory c) {
        (c.markets, c.registry, c.jury, c.fundingPool) = (_s.markets, _s.registry, _s.jury, _s.pool);
        c.randomness = _s.randomness;
        (c.opening, c.openingPeriod, c.openingKinds) = _opening();
        (c.registration, c.trading, c.auditPeriod, c.twapWindow) = (2 days, 5 days, 1 days, 1 days);
        (c.feeRate, c.alpha, c.minBudget) = (300_000, 12_500, 1e12);
        (c.parts[0], c.parts[1], c.parts[2]) = (6000, 1500, 2500);
        c.quotas[0] = IRounds.Quotas(0, 1);
        c.quotas[1] = IRounds.Quotas(1, 1);
        c.quotas[2] = IRounds.Quotas(1, 1);
    }

    /* CHECKS */

    /// @dev All rules of money and of the clock.
    function _checkSystem() internal {
        if (_handler.clockBroken()) revert Invariant_Broken("RO-1", 0, 1);
        _checkConservation();
        _checkRounds();
        _checkRegistry();
        _checkJury();
        _checkPool();
        _checkMarkets();
        _checkFinal(_handler.settledRound(), _handler.settledNode());
    }

    /// @dev RO-4: whatever was done, anyone can bring every round to its end, and all money out of it.
    function _bringToEnd() internal {
        if (_s.rounds.current() == 0) _start();
        vm.warp(_s.rounds.scheduleOf(_s.rounds.current()).settlesAt + 1);
        uint256 last = _s.rounds.current();
        _beforeEnd();
        for (uint256 round = 1; round <= last; ++round) _giveUp(round);
        _resolveAll();
        for (uint256 round = 1; round <= last; ++round) _settleAll(round);
        for (uint256 i; i < _handler.NODES(); ++i) {
            IEdgeRegistry.NodeView memory node = _s.registry.getNode(_handler.nodeAt(i));
            _equal("ER-8 waits for ever", node.touchedRound, node.settledRound == 0 ? 0 : node.settledRound);
            _checkFinal(last, _handler.nodeAt(i));
            _checkLevels(_handler.nodeAt(i), node.level, last + 1);
        }
        _redeemAll();
        for (uint256 round = 1; round <= last; ++round) _payOut(round);
        _withdrawAll();
        _checkEmpty();
        _start();
        _equal("RO-2", last + 1, _s.rounds.current());
    }

    function _checkConservation() private {
        uint256 sum = _balance(address(_s.markets)) + _balance(address(_s.jury)) + _balance(address(_s.registry));
        (IOpening opening, , ) = _opening();
        sum += _balance(address(_s.rounds)) + _balance(address(_s.pool)) + _balance(address(opening));
        for (uint256 i; i < _handler.ACTORS(); ++i) sum += _balance(_handler.actorAt(i));
        _equal("money", _s.money.totalSupply(), sum);
    }

    /// @dev RO-5, RO-7: the rounds have what was not spent, what came back and was not paid, and the next budget.
    function _checkRounds() private view {
        uint256 current = _s.rounds.current();
        uint256 due = _s.rounds.getRound(current + 1).budget + _handler.donated(address(_s.rounds));
        for (uint256 round = 1; round <= current; ++round) {
            IRounds.RoundView memory r = _s.rounds.getRound(round);
            uint256 paid;
            for (uint256 i; i < _handler.ACTORS(); ++i) {
                (uint256 given, uint256 paid_) = _s.rounds.sponsorshipOf(round, _handler.actorAt(i));
                paid += paid_;
                if (paid_ * r.budget > r.pot * given) revert Invariant_Broken("RO-7 share", r.pot, paid_);
            }
            due += r.pot - paid;
            for (uint256 k; k < 3; ++k) due += _checkSelection(round, IRounds.Kind(k));
        }
        _equal("RO-7", due, _balance(address(_s.rounds)));
    }

    /// @dev RO-13; returns what of the budget is not in markets.
    function _checkSelection(uint256 round, IRounds.Kind kind) private view returns (uint256) {
        IRounds.Selection memory selection = _s.rounds.getSelection(round, kind);
        if (selection.selected & ~selection.eligible != 0) {
            revert Invariant_Broken("RO-11", selection.eligible, selection.selected);
        }
        bool fixed_ = selection.done || selection.fellBack;
        if (kind == IRounds.Kind.Weight || selection.market == 0) return selection.reserve;
        if (_s.markets.getMarket(selection.market).resolved != fixed_) {
            revert Invariant_Broken("RO-13 resolved", round, uint256(kind));
        }
        if (!fixed_) return selection.reserve;
        uint256[] memory payouts = _s.markets.getPayouts(selection.market);
        uint256 chosen = selection.fellBack ? selection.eligible : selection.selected;
        uint256 sum;
        uint256 outcome;
        for (uint256 i; outcome < payouts.length; ++i) {
            if ((selection.eligible >> i) & 1 == 0) continue;
            uint256 payout = payouts[outcome++];
            if ((payout != 0) != ((chosen >> i) & 1 == 1)) revert Invariant_Broken("RO-13", i, payout);
            sum += payout;
        }
        _equal("RO-13 sum", WAD, sum);
        return selection.reserve;
    }

    /// @dev ER-51.
    function _checkRegistry() private view {
        uint256 due = _handler.donated(address(_s.registry)) + _s.registry.slashed();
        for (uint256 round = 1; round <= _s.rounds.current(); ++round) due += _s.registry.compensationOf(round);
        for (uint256 i; i < _handler.ACTORS(); ++i) due += _s.registry.credits(_handler.actorAt(i));
        for (uint256 i; i < _handler.NODES(); ++i) due += _bondsOf(_handler.nodeAt(i));
        _equal("ER-51", due, _balance(address(_s.registry)));
    }

    /// @dev A node waits for at most one settlement.
    function _bondsOf(bytes32 node) private view returns (uint256 bonds) {
        IEdgeRegistry.NodeView memory n = _s.registry.getNode(node);
        if (n.touchedRound <= n.settledRound) return 0;
        IEdgeRegistry.Candidate[] memory candidates = _s.registry.getCandidates(n.touchedRound, node);
        for (uint256 i; i < candidates.length; ++i) {
            uint256 bond = uint256(candidates[i].slotBond) + candidates[i].rateBond;
            bonds += bond + (candidates[i].challenger == address(0) ? 0 : (bond + 1) / 2);
        }
        IEdgeRegistry.DeclarationView memory declaration = _s.registry.getDeclaration(n.touchedRound, node);
        bonds += declaration.weightBond + declaration.originalityBond;
    }

    /// @dev JU-22; there are no ballots, so no rewards are allotted.
    function _checkJury() private view {
        uint256 due = _s.jury.rewardPot() + _handler.donated(address(_s.jury)) + _s.jury.credits(address(_s.pool));
        for (uint256 i; i < _handler.ACTORS(); ++i) due += _s.jury.credits(_handler.actorAt(i));
        for (uint256 i; i < _handler.marketCount(); ++i) {
            if (_statusOf(_handler.marketAt(i)) == IJury.Status.Challenged) due += _s.jury.STAKE();
        }
        for (uint256 round = 1; round <= _s.rounds.current(); ++round) {
            for (uint256 k; k < 3; ++k) {
                uint256[] memory audits = _s.jury.auditsOf(round, IRounds.Kind(k), _handler.INDICES());
                for (uint256 i; i < audits.length; ++i) due += audits[i];
            }
        }
        _equal("JU-22", due, _balance(address(_s.jury)));
    }

    /// @dev FP-14.
    function _checkPool() private view {
        address money = address(_s.money);
        uint256 sum;
        for (uint256 round = 1; round <= _s.rounds.unsettled(); ++round) {
            IFundingPool.PotView memory pot = _s.pool.potOf(round, money);
            sum += pot.allotted - pot.claimed - pot.returned - pot.swept;
        }
        _equal("FP-14 held", sum, _s.pool.held(money));
        _equal("FP-14 balance", sum + _s.pool.unrecorded(money), _balance(address(_s.pool)));
    }

    /// @dev MK-2, MK-3: the markets have what is in the pots, to the unit.
    function _checkMarkets() private view {
        uint256 due = _handler.donated(address(_s.markets));
        for (uint256 i; i < _handler.marketCount(); ++i) {
            IMarkets.MarketView memory market = _s.markets.getMarket(_handler.marketAt(i));
            if (market.assetId == 0) due += market.pot;
        }
        _equal("MK-3", due, _balance(address(_s.markets)));
    }

    /// @dev RO-22.
    function _checkFinal(uint256 round, bytes32 node) private view {
        if (round == 0 || !_s.registry.isSettled(round, node)) return;
        (bytes32[] memory children, uint256[] memory weights) = _s.registry.childrenAt(round, node);
        if (children.length == 0) return;
        uint256 sum;
        for (uint256 i; i < weights.length; ++i) sum += weights[i];
        _equal("RO-22", WAD, sum);
        if (children.length > 128) revert Invariant_Broken("RO-22 length", 128, children.length);
    }

    /// @dev ER-3: levels only grow from parent to child.
    function _checkLevels(bytes32 node, uint256 level, uint256 round) private view {
        (bytes32[] memory children, ) = _s.registry.roster(round, node);
        for (uint256 i; i < children.length; ++i) {
            if (children[i] == _s.registry.UNKNOWN()) continue;
            uint256 below = _s.registry.getNode(children[i]).level;
            if (below <= level) revert Invariant_Broken("ER-3", level, below);
        }
    }

    /// @dev What is left belongs to nobody, but for rewards and the locked shares and rounding of pools.
    function _checkEmpty() private view {
        _equal("ER-51 end", _handler.donated(address(_s.registry)), _balance(address(_s.registry)));
        _equal("JU-22 end", _s.jury.rewardPot() + _handler.donated(address(_s.jury)), _balance(address(_s.jury)));
        uint256 left = _balance(address(_s.markets)) - _handler.donated(address(_s.markets));
        uint256 most = 100_000 * _handler.marketCount();
        if (left > most) revert Invariant_Broken("MK-2 end", most, left);
        left = _balance(address(_s.rounds)) - _handler.donated(address(_s.rounds));
        left -= _s.rounds.getRound(_s.rounds.current() + 1).budget;
        most = _handler.ACTORS() * _s.rounds.current();
        if (left > most) revert Invariant_Broken("RO-7 end", most, left);
    }

    /* THE END */

    /// @dev What others still have to take out, once the last round is over.
    // solhint-disable-next-line no-empty-blocks
    function _beforeEnd() internal virtual {}

    function _start() private {
        address actor = _handler.actorAt(0);
        uint256 budget = _s.rounds.config().minBudget;
        vm.prank(actor);
        _s.rounds.sponsor(budget);
        _s.rounds.start();
    }

    function _giveUp(uint256 round) private {
        for (uint256 k; k < 3; ++k) {
            IRounds.Selection memory selection = _s.rounds.getSelection(round, IRounds.Kind(k));
            if (selection.opened && !selection.done && !selection.fellBack) {
                _s.rounds.fallBackSelection(round, IRounds.Kind(k));
            }
        }
    }

    function _resolveAll() private {
        for (uint256 i; i < _handler.marketCount(); ++i) {
            uint256 market = _handler.marketAt(i);
            if (_s.markets.getMarket(market).resolved) continue;
            if (_statusOf(market) == IJury.Status.None) _s.jury.fallBack(market);
            else _s.jury.finalize(market, _handler.postedOf(market));
        }
    }

    function _settleAll(uint256 round) private {
        bytes32 target = _s.registry.TARGET();
        if (_waits(round, target)) _s.rounds.settleTarget(round);
        for (uint256 i; i < _s.registry.rosterSize(round, target); ++i) {
            if (_waits(round, _s.registry.rosterAt(round, target, i))) _s.rounds.settleSeed(round, i);
        }
    }

    function _waits(uint256 round, bytes32 node) private view returns (bool) {
        IEdgeRegistry.NodeView memory n = _s.registry.getNode(node);
        return n.touchedRound == round && n.settledRound < round;
    }

    /// @dev Children before the selections whose tokens they pay; each redemption goes down to money.
    function _redeemAll() private {
        for (uint256 a; a < _handler.ACTORS(); ++a) {
            address actor = _handler.actorAt(a);
            for (uint256 i; i < _handler.marketCount(); ++i) {
                (uint256[] memory ids, uint256[] memory amounts) = _handler.holdings(actor, _handler.marketAt(i));
                vm.prank(actor);
                _s.markets.redeemTo(ids, amounts, actor);
            }
        }
    }

    /// @dev Every audit is refunded or collected, every question collected, every sponsor paid.
    function _payOut(uint256 round) private {
        for (uint256 k; k < 3; ++k) {
            for (uint256 i; i < _handler.INDICES(); ++i) {
                _endAudit(round, IRounds.Kind(k), i);
                try _s.rounds.collect(round, IRounds.Kind(k), i) returns (uint256) {} catch (bytes memory reason) {
                    if (bytes4(reason) != IRounds.Rounds_Nothing.selector) {
                        revert Invariant_Broken("RO-4 collect", k, i);
                    }
                }
            }
        }
        _s.rounds.collectCompensation(round);
        IRounds.RoundView memory r = _s.rounds.getRound(round);
        for (uint256 a; a < _handler.ACTORS(); ++a) {
            address actor = _handler.actorAt(a);
            (uint256 given, uint256 paid) = _s.rounds.sponsorshipOf(round, actor);
            if (given == 0 || (r.pot * given) / r.budget == paid) continue;
            vm.prank(actor);
            _s.rounds.withdrawSponsorship(round, actor);
        }
    }

    function _endAudit(uint256 round, IRounds.Kind kind, uint256 index) private {
        if (_s.jury.auditOf(round, kind, index) == 0) return;
        for (uint256 a; a < _handler.ACTORS(); ++a) {
            address payer = _handler.actorAt(a);
            if (_s.jury.auditBy(round, kind, index, payer) == 0) continue;
            try _s.jury.refundAudit(round, kind, index, payer) returns (uint256) {} catch {
                if (_s.jury.auditOf(round, kind, index) != 0) _s.jury.collectAudit(round, kind, index);
            }
        }
        _equal("JU-51", 0, _s.jury.auditOf(round, kind, index));
    }

    function _withdrawAll() private {
        _s.registry.collectSlashed();
        for (uint256 a; a <= _handler.ACTORS(); ++a) {
            address account = a == _handler.ACTORS() ? address(_s.pool) : _handler.actorAt(a);
            if (_s.jury.credits(account) != 0) _s.jury.withdrawFor(account);
            if (_s.registry.credits(account) != 0) _s.registry.withdrawFor(account);
        }
    }

    function _statusOf(uint256 market) private view returns (IJury.Status) {
        return _s.jury.getPosting(market).status;
    }

    function _balance(address account) internal view returns (uint256) {
        return _s.money.balanceOf(account);
    }

    function _equal(string memory rule, uint256 expected, uint256 actual) internal pure {
        if (expected != actual) revert Invariant_Broken(rule, expected, actual);
    }
}
