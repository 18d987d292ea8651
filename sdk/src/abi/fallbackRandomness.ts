// Written by `npm run abi` from the compiled contracts; do not edit.
export const fallbackRandomnessAbi = [
  {"inputs":[{"name":"first","type":"uint256"},{"name":"second","type":"uint256"}],"name":"FallbackRandomness_NotInOrder","type":"error"},
  {"inputs":[],"name":"FIRST","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"SECOND","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"reference_","type":"uint256"}],"name":"isMissed","outputs":[{"name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"kind","outputs":[{"name":"","type":"string"}],"stateMutability":"pure","type":"function"},
  {"inputs":[{"name":"since","type":"uint256"}],"name":"next","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"reference_","type":"uint256"},{"name":"proof","type":"bytes"}],"name":"randomOf","outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"reference_","type":"uint256"}],"name":"sourceOf","outputs":[{"name":"source","type":"address"},{"name":"inner","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"reference_","type":"uint256"}],"name":"timeOf","outputs":[{"name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
] as const;
