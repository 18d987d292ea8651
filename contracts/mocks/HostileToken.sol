// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A token that does what tokens should not: takes fees, lies about transfers, blocks accounts, calls back
contract HostileToken is ERC20 {
    error HostileToken_Blocked(address account);

    uint256 public feeBps;
    uint256 public surchargeBps;
    bool public lying;
    bool public refusing;
    mapping(address account => bool) public blocked;
    address public hookTarget;
    bytes public hookData;
    bool public hookSucceeded;
    bytes public hookResult;

    constructor() ERC20("Hostile", "HOST") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Takes `bps` of 10,000 out of every transfer.
    function setFee(uint256 bps) external {
        feeBps = bps;
    }

    /// @notice Takes `bps` of 10,000 of every transfer from the sender, on top of it.
    function setSurcharge(uint256 bps) external {
        surchargeBps = bps;
    }

    /// @notice Says yes to every `transferFrom` and moves nothing.
    function setLying(bool lying_) external {
        lying = lying_;
    }

    /// @notice Returns false from every transfer, and moves nothing.
    function setRefusing(bool refusing_) external {
        refusing = refusing_;
    }

    /// @notice Refuses every transfer from and to `account`.
    function setBlocked(address account, bool blocked_) external {
        blocked[account] = blocked_;
    }

    /// @notice Calls `target` once, in the middle of the next transfer.
    function setHook(address target, bytes calldata data) external {
        (hookTarget, hookData) = (target, data);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        return !refusing && super.transfer(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (refusing) return false;
        return lying || super.transferFrom(from, to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (blocked[from]) revert HostileToken_Blocked(from);
        if (blocked[to]) revert HostileToken_Blocked(to);
        _callBack();
        uint256 fee = from == address(0) || to == address(0) ? 0 : (amount * feeBps) / 10_000;
        if (fee != 0) super._update(from, address(0), fee);
        super._update(from, to, amount - fee);
        uint256 surcharge = from == address(0) || to == address(0) ? 0 : (amount * surchargeBps) / 10_000;
        if (surcharge != 0) super._update(from, address(0), surcharge);
    }

    function _callBack() private {
        address target = hookTarget;
        if (target == address(0)) return;
        hookTarget = address(0);
        // solhint-disable-next-line avoid-low-level-calls
        (hookSucceeded, hookResult) = target.call(hookData);
    }
}
