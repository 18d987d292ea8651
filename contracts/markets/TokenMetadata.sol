// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {MarketLookup} from "./MarketLookup.sol";
import {MarketState} from "./MarketState.sol";
import {OutcomeId} from "./OutcomeId.sol";

/// @title Names, symbols and decimals of a market's tokens
/// @dev It is linked, as strings are long and seldom asked for on-chain.
library TokenMetadata {
    using MarketLookup for mapping(uint256 market => MarketState.Market);
    using MarketState for MarketState.Market;

    uint8 private constant DEFAULT_DECIMALS = 18;

    /// @notice See {IERC6909Metadata-name}.
    function name(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 id
    ) external view returns (string memory) {
        // 64 bits: whoever grinds a market of his own until it has another's name needs years for it.
        string memory market = Strings.toHexString(id >> 192, 8);
        return string.concat("Deep Funding ", _kind(markets, id, " "), " of ", market);
    }

    /// @notice See {IERC6909Metadata-symbol}.
    function symbol(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 id
    ) external view returns (string memory) {
        return _kind(markets, id, "-");
    }

    /// @notice See {IERC6909Metadata-decimals}: those of the base asset, which lies below all markets that are nested.
    function decimals(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 id
    ) external view returns (uint8) {
        MarketState.Market storage m = markets.existing(OutcomeId.marketOf(id));
        while (m.isNested()) m = markets.parentOf(m);
        return _decimalsOf(m.asset);
    }

    function _decimalsOf(address asset) private view returns (uint8) {
        // `decimals` is optional in ERC-20; a `try` would not catch an answer that is no uint8.
        // solhint-disable-next-line avoid-low-level-calls
        (bool answered, bytes memory data) = asset.staticcall(abi.encodeCall(IERC20Metadata.decimals, ()));
        if (!answered || data.length < 32) return DEFAULT_DECIMALS;
        uint256 answer = abi.decode(data, (uint256));
        return answer <= type(uint8).max ? uint8(answer) : DEFAULT_DECIMALS;
    }

    function _kind(
        mapping(uint256 market => MarketState.Market) storage markets,
        uint256 id,
        string memory separator
    ) private view returns (string memory) {
        uint256 outcomes = markets[OutcomeId.marketOf(id)].outcomes;
        uint256 index = OutcomeId.indexOf(id);
        if (outcomes != 0 && index == OutcomeId.SHARES) return "LP";
        if (outcomes != 0 && index == OutcomeId.FOUNDING_SHARES) return "LP-F";
        if (!OutcomeId.isOutcome(index, outcomes)) revert IMarkets.Markets_InvalidId(id);
        bool short = index >= OutcomeId.SHORT;
        uint256 outcome = short ? index - OutcomeId.SHORT : index;
        return string.concat(short ? "SHORT" : "LONG", separator, Strings.toString(outcome));
    }
}
