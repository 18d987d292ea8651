import { parseAbi } from "viem";

/** The functions of the peers that are called, as their sources declare them. */
export const conditionalTokensAbi = parseAbi([
  "function prepareCondition(address oracle, bytes32 questionId, uint256 outcomeSlotCount)",
  "function reportPayouts(bytes32 questionId, uint256[] payouts)",
  "function splitPosition(address collateralToken, bytes32 parentCollectionId, bytes32 conditionId, uint256[] partition, uint256 amount)",
  "function mergePositions(address collateralToken, bytes32 parentCollectionId, bytes32 conditionId, uint256[] partition, uint256 amount)",
  "function redeemPositions(address collateralToken, bytes32 parentCollectionId, bytes32 conditionId, uint256[] indexSets)",
  "function getConditionId(address oracle, bytes32 questionId, uint256 outcomeSlotCount) pure returns (bytes32)",
  "function getCollectionId(bytes32 parentCollectionId, bytes32 conditionId, uint256 indexSet) view returns (bytes32)",
  "function getPositionId(address collateralToken, bytes32 collectionId) pure returns (uint256)",
  "function balanceOfBatch(address[] owners, uint256[] ids) view returns (uint256[])",
  "function safeTransferFrom(address from, address to, uint256 id, uint256 value, bytes data)",
  "function setApprovalForAll(address operator, bool approved)",
]);

export const lmsrFactoryAbi = parseAbi([
  "function createLMSRMarketMaker(address pmSystem, address collateralToken, bytes32[] conditionIds, uint64 fee, address whitelist, uint256 funding) returns (address)",
  "event LMSRMarketMakerCreation(address indexed creator, address lmsrMarketMaker, address pmSystem, address collateralToken, bytes32[] conditionIds, uint64 fee, uint256 funding)",
]);

export const lmsrAbi = parseAbi([
  "function trade(int256[] outcomeTokenAmounts, int256 collateralLimit) returns (int256 netCost)",
  "function calcNetCost(int256[] outcomeTokenAmounts) view returns (int256 netCost)",
  "function calcMarginalPrice(uint8 outcomeTokenIndex) view returns (uint256 price)",
]);

export const fixedProductFactoryAbi = parseAbi([
  "function createFixedProductMarketMaker(address conditionalTokens, address collateralToken, bytes32[] conditionIds, uint256 fee) returns (address)",
  "event FixedProductMarketMakerCreation(address indexed creator, address fixedProductMarketMaker, address indexed conditionalTokens, address indexed collateralToken, bytes32[] conditionIds, uint256 fee)",
]);

export const fixedProductAbi = parseAbi([
  "function addFunding(uint256 addedFunds, uint256[] distributionHint)",
  "function buy(uint256 investmentAmount, uint256 outcomeIndex, uint256 minOutcomeTokensToBuy)",
  "function calcBuyAmount(uint256 investmentAmount, uint256 outcomeIndex) view returns (uint256)",
]);

export const v3FactoryAbi = parseAbi([
  "function getPool(address tokenA, address tokenB, uint24 fee) view returns (address pool)",
]);

export const v3PoolAbi = parseAbi([
  "function slot0() view returns (uint160 sqrtPriceX96, int24 tick, uint16 observationIndex, uint16 observationCardinality, uint16 observationCardinalityNext, uint8 feeProtocol, bool unlocked)",
  "function liquidity() view returns (uint128)",
]);

export const v4ManagerAbi = parseAbi(["function extsload(bytes32 slot) view returns (bytes32)"]);
