// Written by `npm run abi` from the compiled contracts; do not edit.
export const drandRandomnessAbi = [
  {"inputs":[{"name":"precompile","type":"address"}],"name":"Bls12381_NoPrecompile","type":"error"},
  {"inputs":[],"name":"DrandRandomness_NoPeriod","type":"error"},
  {"inputs":[{"name":"round","type":"uint256"},{"name":"time","type":"uint256"},{"name":"timestamp","type":"uint256"}],"name":"DrandRandomness_TooEarly","type":"error"},
  {"inputs":[{"name":"expected","type":"uint256"},{"name":"actual","type":"uint256"}],"name":"DrandRandomness_WrongLength","type":"error"},
  {"inputs":[{"name":"round","type":"uint256"}],"name":"DrandRandomness_WrongSignature","type":"error"},
  {"inputs":[{"name":"bits","type":"uint8"},{"name":"value","type":"uint256"}],"name":"SafeCastOverflowedUintDowncast","type":"error"},
  {"inputs":[],"name":"CHAIN_HASH","outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"DELAY","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"GENESIS","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"PERIOD","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"","type":"uint256"}],"name":"isMissed","outputs":[{"name":"","type":"bool"}],"stateMutability":"pure","type":"function"},
  {"inputs":[],"name":"key","outputs":[{"name":"","type":"bytes"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"kind","outputs":[{"name":"","type":"string"}],"stateMutability":"pure","type":"function"},
  {"inputs":[{"name":"since","type":"uint256"}],"name":"next","outputs":[{"name":"round","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"round","type":"uint256"},{"name":"signature","type":"bytes"}],"name":"randomOf","outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"round","type":"uint256"}],"name":"timeOf","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const;
