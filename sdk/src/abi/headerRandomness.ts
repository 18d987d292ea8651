// Written by `npm run abi` from the compiled contracts; do not edit.
export const headerRandomnessAbi = [
  {"inputs":[{"name":"","type":"uint8"}],"name":"FieldNotPresentInBlockHeader","type":"error"},
  {"inputs":[{"name":"time","type":"uint256"},{"name":"missedAt","type":"uint256"}],"name":"HeaderRandomness_Missed","type":"error"},
  {"inputs":[{"name":"expected","type":"bytes32"},{"name":"actual","type":"bytes32"}],"name":"HeaderRandomness_NoHistory","type":"error"},
  {"inputs":[{"name":"blockNumber","type":"uint256"},{"name":"prevRandao","type":"uint256"}],"name":"HeaderRandomness_NotRandom","type":"error"},
  {"inputs":[{"name":"time","type":"uint256"},{"name":"parentTimestamp","type":"uint256"},{"name":"timestamp","type":"uint256"}],"name":"HeaderRandomness_NotTheFirst","type":"error"},
  {"inputs":[{"name":"expected","type":"bytes32"},{"name":"actual","type":"bytes32"}],"name":"HeaderRandomness_NotTheParent","type":"error"},
  {"inputs":[{"name":"time","type":"uint256"},{"name":"timestamp","type":"uint256"}],"name":"HeaderRandomness_TooEarly","type":"error"},
  {"inputs":[{"name":"blockNumber","type":"uint256"},{"name":"expected","type":"bytes32"},{"name":"actual","type":"bytes32"}],"name":"HeaderRandomness_UnknownHeader","type":"error"},
  {"inputs":[],"name":"RLPInvalidEncoding","type":"error"},
  {"inputs":[],"name":"DELAY","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"WINDOW","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"time","type":"uint256"}],"name":"isMissed","outputs":[{"name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"kind","outputs":[{"name":"","type":"string"}],"stateMutability":"pure","type":"function"},
  {"inputs":[{"name":"since","type":"uint256"}],"name":"next","outputs":[{"name":"time","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"time","type":"uint256"},{"name":"proof","type":"bytes"}],"name":"randomOf","outputs":[{"name":"random","type":"bytes32"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"time","type":"uint256"}],"name":"timeOf","outputs":[{"name":"","type":"uint256"}],"stateMutability":"pure","type":"function"},
] as const;
