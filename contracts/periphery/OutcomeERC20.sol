// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOutcomeERC20} from "../interfaces/IOutcomeERC20.sol";

/// @title OutcomeERC20
/// @notice See {IOutcomeERC20}. The code that the clones of {OutcomeERC20Factory} share; the id is an immutable
/// argument of the clone. The implementation itself reads a piece of its own code as the id: no market can have it.
/// @dev {IMarkets} calls nobody back, so no order of the calls below can be reentered.
contract OutcomeERC20 is IOutcomeERC20, ERC20 {
    /* IMMUTABLES */

    /// @inheritdoc IOutcomeERC20
    IMarkets public immutable MARKETS;

    /* CONSTRUCTOR */

    constructor(IMarkets markets) ERC20("", "") {
        MARKETS = markets;
    }

    /* EXTERNAL */

    /// @inheritdoc IOutcomeERC20
    function deposit(uint256 amount, address receiver) external {
        bool moved = MARKETS.transferFrom(msg.sender, address(this), id(), amount);
        if (!moved) revert OutcomeERC20_TransferFailed(msg.sender, address(this), amount);
        _mint(receiver, amount);
        emit Deposited(msg.sender, receiver, amount);
    }

    /// @inheritdoc IOutcomeERC20
    function withdraw(uint256 amount, address receiver) external {
        if (receiver == address(this)) revert OutcomeERC20_InvalidReceiver(receiver);
        _burn(msg.sender, amount);
        emit Withdrawn(msg.sender, receiver, amount);
        bool moved = MARKETS.transfer(receiver, id(), amount);
        if (!moved) revert OutcomeERC20_TransferFailed(address(this), receiver, amount);
    }

    /* PUBLIC VIEW */

    /// @inheritdoc IOutcomeERC20
    function id() public view returns (uint256) {
        return abi.decode(Clones.fetchCloneArgs(address(this)), (uint256));
    }

    /// @inheritdoc IERC20Metadata
    function name() public view override(ERC20, IERC20Metadata) returns (string memory) {
        return MARKETS.name(id());
    }

    /// @inheritdoc IERC20Metadata
    function symbol() public view override(ERC20, IERC20Metadata) returns (string memory) {
        return MARKETS.symbol(id());
    }

    /// @inheritdoc IERC20Metadata
    function decimals() public view override(ERC20, IERC20Metadata) returns (uint8) {
        return MARKETS.decimals(id());
    }
}
