// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice What the router below calls of the factory of Uniswap v3.
interface IV3Factory {
    function createPool(address tokenA, address tokenB, uint24 fee) external returns (address pool);
}

/// @notice What the router below calls of a pool of Uniswap v3.
interface IV3Pool {
    function initialize(uint160 sqrtPriceX96) external;
    function mint(
        address recipient,
        int24 tickLower,
        int24 tickUpper,
        uint128 amount,
        bytes calldata data
    ) external returns (uint256 amount0, uint256 amount1);
    function swap(
        address recipient,
        bool zeroForOne,
        int256 amountSpecified,
        uint160 sqrtPriceLimitX96,
        bytes calldata data
    ) external returns (int256 amount0, int256 amount1);
}

/// @notice What the router below calls of the manager of all pools of Uniswap v4.
interface IV4Manager {
    struct PoolKey {
        address currency0;
        address currency1;
        uint24 fee;
        int24 tickSpacing;
        address hooks;
    }

    struct ModifyLiquidityParams {
        int24 tickLower;
        int24 tickUpper;
        int256 liquidityDelta;
        bytes32 salt;
    }

    struct SwapParams {
        bool zeroForOne;
        int256 amountSpecified;
        uint160 sqrtPriceLimitX96;
    }

    function initialize(PoolKey memory key, uint160 sqrtPriceX96) external returns (int24 tick);
    function unlock(bytes calldata data) external returns (bytes memory);
    function modifyLiquidity(
        PoolKey memory key,
        ModifyLiquidityParams memory params,
        bytes calldata hookData
    ) external returns (int256 callerDelta, int256 feesAccrued);
    function swap(PoolKey memory key, SwapParams memory params, bytes calldata hookData) external returns (int256);
    function sync(address currency) external;
    function settle() external payable returns (uint256 paid);
    function take(address currency, address to, uint256 amount) external;
}

/// @title A router for the comparison of gas: many pools in one call, one for each outcome, all against one money
/// @dev For local chains only. It omits what a router must not (that a caller is a pool, limits, deadlines), so it
/// costs less than one that could be used: the comparison errs in favour of Uniswap.
contract MockUniswapRouter {
    /// @param zeroForOne Which way the swap goes.
    /// @param amount To pay (positive) or to get (negative), in units.
    /// @param limit Price at which it stops.
    struct Swap {
        address token;
        bool zeroForOne;
        int256 amount;
        uint160 limit;
    }

    /// @param sqrtPrice Opening price.
    /// @param liquidity Between `lower` and `upper`.
    struct Position {
        address token;
        uint160 sqrtPrice;
        int24 lower;
        int24 upper;
        uint128 liquidity;
    }

    uint24 private constant FEE = 3000;
    int24 private constant TICK_SPACING = 60;

    address private immutable MONEY;
    IV3Factory private immutable FACTORY;
    IV4Manager private immutable MANAGER;

    constructor(address money, IV3Factory factory, IV4Manager manager) {
        MONEY = money;
        FACTORY = factory;
        MANAGER = manager;
    }

    /* VERSION 3 */

    function openV3(Position[] calldata positions) external {
        for (uint256 i = 0; i < positions.length; ++i) {
            Position calldata position = positions[i];
            IV3Pool pool = IV3Pool(FACTORY.createPool(position.token, MONEY, FEE));
            pool.initialize(position.sqrtPrice);
            bytes memory data = _payment(position.token);
            pool.mint(msg.sender, position.lower, position.upper, position.liquidity, data);
        }
    }

    function swapV3(IV3Pool[] calldata pools, Swap[] calldata swaps) external {
        for (uint256 i = 0; i < swaps.length; ++i) {
            Swap calldata one = swaps[i];
            pools[i].swap(msg.sender, one.zeroForOne, one.amount, one.limit, _payment(one.token));
        }
    }

    function uniswapV3MintCallback(uint256 owed0, uint256 owed1, bytes calldata data) external {
        _pay(int256(owed0), int256(owed1), data);
    }

    function uniswapV3SwapCallback(int256 delta0, int256 delta1, bytes calldata data) external {
        _pay(delta0, delta1, data);
    }

    /* VERSION 4 */

    function openV4(Position[] calldata positions) external {
        for (uint256 i = 0; i < positions.length; ++i) {
            MANAGER.initialize(_keyOf(positions[i].token), positions[i].sqrtPrice);
        }
        MANAGER.unlock(abi.encode(msg.sender, positions, new Swap[](0)));
    }

    function swapV4(Swap[] calldata swaps) external {
        MANAGER.unlock(abi.encode(msg.sender, new Position[](0), swaps));
    }

    /// @dev The money of all pools is settled once, at the end.
    function unlockCallback(bytes calldata data) external returns (bytes memory) {
        (address payer, Position[] memory positions, Swap[] memory swaps) = abi.decode(
            data,
            (address, Position[], Swap[])
        );
        int256 money;
        for (uint256 i = 0; i < positions.length; ++i) {
            money += _settleOutcome(payer, positions[i].token, _modify(positions[i]));
        }
        for (uint256 i = 0; i < swaps.length; ++i) {
            money += _settleOutcome(payer, swaps[i].token, _swap(swaps[i]));
        }
        _settle(payer, MONEY, money);
        return "";
    }

    function _modify(Position memory position) private returns (int256 delta) {
        IV4Manager.ModifyLiquidityParams memory params = IV4Manager.ModifyLiquidityParams(
            position.lower,
            position.upper,
            int256(uint256(position.liquidity)),
            0
        );
        (delta, ) = MANAGER.modifyLiquidity(_keyOf(position.token), params, "");
    }

    /// @dev Version 4 counts what is paid as negative.
    function _swap(Swap memory one) private returns (int256) {
        IV4Manager.SwapParams memory params = IV4Manager.SwapParams(one.zeroForOne, -one.amount, one.limit);
        return MANAGER.swap(_keyOf(one.token), params, "");
    }

    /// @return money What is left to settle of the money.
    function _settleOutcome(address payer, address token, int256 delta) private returns (int256 money) {
        (int256 delta0, int256 delta1) = (delta >> 128, int128(delta));
        (money, delta) = token < MONEY ? (delta1, delta0) : (delta0, delta1);
        _settle(payer, token, delta);
    }

    function _settle(address account, address token, int256 delta) private {
        if (delta > 0) {
            MANAGER.take(token, account, uint256(delta));
        } else if (delta < 0) {
            MANAGER.sync(token);
            IERC20(token).transferFrom(account, address(MANAGER), uint256(-delta));
            MANAGER.settle();
        }
    }

    /* BOTH */

    function _keyOf(address token) private view returns (IV4Manager.PoolKey memory) {
        (address token0, address token1) = _sort(token);
        return IV4Manager.PoolKey(token0, token1, FEE, TICK_SPACING, address(0));
    }

    function _payment(address token) private view returns (bytes memory) {
        (address token0, address token1) = _sort(token);
        return abi.encode(msg.sender, token0, token1);
    }

    function _sort(address token) private view returns (address, address) {
        return token < MONEY ? (token, MONEY) : (MONEY, token);
    }

    function _pay(int256 owed0, int256 owed1, bytes calldata data) private {
        (address payer, address token0, address token1) = abi.decode(data, (address, address, address));
        if (owed0 > 0) IERC20(token0).transferFrom(payer, msg.sender, uint256(owed0));
        if (owed1 > 0) IERC20(token1).transferFrom(payer, msg.sender, uint256(owed1));
    }
}
