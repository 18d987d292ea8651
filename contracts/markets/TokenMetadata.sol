// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {OutcomeId} from "./OutcomeId.sol";

/// @title Names and symbols of a market's tokens
/// @dev Linked, as strings are long and seldom asked for on-chain.
library TokenMetadata {
    uint8 private constant DEFAULT_DECIMALS = 18;

    function name(uint256 id, uint256 outcomes) external pure returns (string memory) {
        // The first four bytes of a market are enough for a person to tell two markets apart.
        string memory market = Strings.toHexString(id >> 224, 4);
        return string.concat("Deep Funding ", _kind(id, outcomes, " "), " of ", market);
    }

    function symbol(uint256 id, uint256 outcomes) external pure returns (string memory) {
        return _kind(id, outcomes, "-");
    }

    function decimalsOf(address asset) external view returns (uint8) {
        // `decimals` is optional in ERC-20; a `try` would not catch an answer that is no uint8.
        // solhint-disable-next-line avoid-low-level-calls
        (bool answered, bytes memory data) = asset.staticcall(abi.encodeCall(IERC20Metadata.decimals, ()));
        if (!answered || data.length < 32) return DEFAULT_DECIMALS;
        uint256 decimals = abi.decode(data, (uint256));
        return decimals <= type(uint8).max ? uint8(decimals) : DEFAULT_DECIMALS;
    }

    function _kind(uint256 id, uint256 outcomes, string memory separator) private pure returns (string memory) {
        uint256 index = OutcomeId.indexOf(id);
        if (outcomes != 0 && index == OutcomeId.SHARES) return "LP";
        if (outcomes != 0 && index == OutcomeId.FOUNDING_SHARES) return "LP-F";
        if (!OutcomeId.isOutcome(index, outcomes)) revert IMarkets.Markets_InvalidId(id);
        bool short = index >= OutcomeId.SHORT;
        uint256 outcome = short ? index - OutcomeId.SHORT : index;
        return string.concat(short ? "SHORT" : "LONG", separator, Strings.toString(outcome));
    }
}
