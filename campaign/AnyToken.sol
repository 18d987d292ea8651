// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title A token that can be any token: what it does to its users changes from one call to the next
/// @notice Any number of decimals; a fee on transfers; balances that grow and shrink; false or nothing instead of true;
/// transfers that only seem to happen; accounts that are blocked; a call back in the middle of a transfer.
/// @dev Nothing is declared to be returned, as {_answer} returns what the mode says.
contract AnyToken {
    error AnyToken_Insufficient(address account, uint256 balance, uint256 amount);
    error AnyToken_Blocked(address account);

    uint256 private constant ONE = 1e18;
    uint256 private constant BPS = 10_000;

    // solhint-disable-next-line immutable-vars-naming
    uint8 public immutable decimals;
    /// @dev Whether transfers return nothing, as those of some old tokens.
    bool public immutable SILENT;

    uint256 public feeBps;
    bool public refusing;
    bool public pretending;
    address public blocked;

    /// @notice Whether balances ever shrank, be it by a part of a unit: then nobody owes anybody this token.
    bool public spoilt;
    /// @notice Whether somebody may hold more of it than was sent there: balances grew, or what was said to be paid
    /// never left.
    bool public swollen;
    /// @notice How often a contract let itself be called back.
    uint256 public entered;
    uint256 public callsBack;

    address private _hookTarget;
    bytes private _hookData;
    uint256 private _index = ONE;
    mapping(address account => uint256) private _parts;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    constructor(uint8 decimals_, bool silent) {
        (decimals, SILENT) = (decimals_, silent);
    }

    /* WHAT USERS SEE */

    function symbol() external pure returns (string memory) {
        return "ANY";
    }

    function balanceOf(address account) public view returns (uint256) {
        return (_parts[account] * _index) / ONE;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
        _answer(true);
    }

    function transfer(address to, uint256 amount) external {
        _transfer(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed < amount) revert AnyToken_Insufficient(from, allowed, amount);
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - amount;
        _transfer(from, to, amount);
    }

    /* WHAT ITS OWNER DOES */

    function mint(address to, uint256 amount) external {
        _parts[to] += (amount * ONE) / _index;
    }

    function setFee(uint256 bps) external {
        feeBps = bps;
    }

    function setRefusing(bool refusing_) external {
        refusing = refusing_;
    }

    function setPretending(bool pretending_) external {
        pretending = pretending_;
    }

    function setBlocked(address account) external {
        blocked = account;
    }

    /// @notice Multiplies all balances.
    function rebase(uint256 bps) external {
        if (bps < BPS) spoilt = true;
        swollen = true;
        _index = (_index * bps) / BPS;
    }

    /// @notice Calls `target` once, in the middle of the next transfer.
    function setHook(address target, bytes calldata data) external {
        (_hookTarget, _hookData) = (target, data);
    }

    /* PRIVATE */

    function _transfer(address from, address to, uint256 amount) private {
        if (from == blocked || to == blocked) revert AnyToken_Blocked(blocked);
        _callBack();
        if (refusing) _answer(false);
        if (!pretending) _move(from, to, amount);
        else swollen = true;
        _answer(true);
    }

    /// @dev Rounds against the sender, so that who keeps books in whole units is not short; the fee is the receiver's.
    function _move(address from, address to, uint256 amount) private {
        uint256 parts = (amount * ONE + _index - 1) / _index;
        uint256 held = _parts[from];
        if (held < parts) revert AnyToken_Insufficient(from, balanceOf(from), amount);
        // Where a unit has no exact number of parts, the sender's other units may lose one part.
        if (_index != ONE) spoilt = true;
        _parts[from] = held - parts;
        _parts[to] += parts - (parts * feeBps) / BPS;
    }

    function _callBack() private {
        address target = _hookTarget;
        if (target == address(0)) return;
        _hookTarget = address(0);
        ++callsBack;
        // solhint-disable-next-line avoid-low-level-calls
        (bool ok, ) = target.call(_hookData);
        // A contract that moves this token now must not be moved itself.
        if (ok && target == msg.sender) ++entered;
    }

    /// @dev Ends the call.
    function _answer(bool yes) private view {
        bool silent = SILENT;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            if silent {
                return(0, 0)
            }
            mstore(0, yes)
            return(0, 32)
        }
    }
}
