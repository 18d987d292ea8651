// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "../../contracts/interfaces/IMarkets.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {InvariantTest, deploy} from "../utils/Cheats.sol";
import {PoolChecks} from "./checks/PoolChecks.sol";
import {MarketsHandler} from "./handlers/MarketsHandler.sol";

/// @notice The rules of {IMarkets} that must hold whatever is done, in whatever order: on a market of four outcomes
/// over money, and a binary one over LONG_0 of it.
contract MarketsInvariants is InvariantTest, PoolChecks {
    uint256 private constant B = 1e9;
    address private constant SPONSOR = address(0x5905);

    IMarkets private _markets;
    TestToken private _token;
    MarketsHandler private _handler;
    uint256 private _parent;
    uint256 private _child;

    function setUp() external {
        _markets = IMarkets(deploy("Markets", ""));
        _token = new TestToken("Money", "MNY", 6);
        _token.mint(address(this), 1e15);
        _token.approve(address(_markets), type(uint256).max);

        _parent = _create(address(_token), 0, 4);
        uint256[] memory prices = new uint256[](4);
        (prices[0], prices[1], prices[2], prices[3]) = (0.5e18, 0.3e18, 0.199e18, 0.001e18);
        _markets.openPool(_parent, prices, B, SPONSOR);

        _markets.split(_parent, 1e13, address(this));
        _child = _create(address(_markets), _parent | 0, 2);
        prices = new uint256[](2);
        (prices[0], prices[1]) = (0.7e18, 0.3e18);
        _markets.openPool(_child, prices, B, SPONSOR);

        _handler = new MarketsHandler(_markets, _token, _parent, _child);
        _target(address(_handler));
    }

    function _create(address asset, uint256 assetId, uint16 outcomes) private returns (uint256) {
        return
            _markets.createMarket(
                IMarkets.MarketParams({
                    asset: asset,
                    assetId: assetId,
                    resolver: address(this),
                    opener: address(this),
                    outcomes: outcomes,
                    closesAt: uint40(block.timestamp + 5 days),
                    twapWindow: 2 days,
                    feeRate: 300_000,
                    alpha: 50_000_00,
                    context: bytes32(assetId)
                })
            );
    }

    /// @notice MK-2: the pot is what the tokens and the pool are owed, at every vertex of the payout vectors.
    function invariant_MK2_solvency() external view {
        _solvent(_markets, _parent, 4);
        _solvent(_markets, _child, 2);
    }

    /// @notice MK-3, MK-5, MK-6: what is held is the pots and the donations.
    function invariant_MK3_isolation() external view {
        uint256 pot = _markets.getMarket(_parent).pot;
        _equal("MK-3", _parent, 0, pot + _handler.donatedMoney(), _token.balanceOf(address(_markets)));
        pot = _markets.getMarket(_child).pot;
        uint256 held = _markets.balanceOf(address(_markets), _parent | 0);
        _equal("MK-3", _child, 0, pot + _handler.donatedTokens(), held);
    }

    /// @notice MK-10, MK-11: prices are a distribution, and S is a fresh sum of the weights to the last bit.
    function invariant_MK11_sum() external view {
        _sums(_markets, _parent);
        _sums(_markets, _child);
    }

    /// @notice MK-12: inventory_j + b ln p_j >= reserve, with every rounding of the check against it.
    function invariant_MK12_funded() external view {
        _funded(_markets, _parent);
        _funded(_markets, _child);
    }

    /// @notice MK-21: the TWAP is a distribution at any time.
    function invariant_MK21_twap() external view {
        _equal("MK-21", _parent, 0, 1e18, _total(_markets.getTwap(_parent)));
        _equal("MK-21", _child, 0, 1e18, _total(_markets.getTwap(_child)));
    }

    /// @notice The campaign is worth something only if trades go through.
    function afterInvariant() external view {
        assert(_handler.tradesDone() > 0);
    }

    /// @dev Everybody who can hold a token.
    function _supply(uint256 id) internal view override returns (uint256 supply) {
        supply = _markets.balanceOf(address(this), id) + _markets.balanceOf(address(_markets), id);
        supply += _markets.balanceOf(SPONSOR, id);
        for (uint256 i; i < _handler.ACTORS(); ++i) {
            supply += _markets.balanceOf(_handler.actorAt(i), id);
        }
    }

    function _total(uint256[] memory parts) private pure returns (uint256 total) {
        for (uint256 i; i < parts.length; ++i) {
            total += parts[i];
        }
    }
}
