// Written by `npm run abi` from the compiled contracts; do not edit.
export const outcomeERC20FactoryAbi = [
  {"inputs":[],"name":"CloneArgumentsTooLong","type":"error"},
  {"inputs":[],"name":"Create2EmptyBytecode","type":"error"},
  {"inputs":[],"name":"FailedDeployment","type":"error"},
  {"inputs":[{"name":"balance","type":"uint256"},{"name":"needed","type":"uint256"}],"name":"InsufficientBalance","type":"error"},
  {"anonymous":false,"inputs":[{"name":"id","type":"uint256","indexed":true},{"name":"wrapper","type":"address","indexed":true}],"name":"WrapperCreated","type":"event"},
  {"inputs":[],"name":"IMPLEMENTATION","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MARKETS","outputs":[{"name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"id","type":"uint256"}],"name":"computeAddress","outputs":[{"name":"wrapper","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"name":"id","type":"uint256"}],"name":"create","outputs":[{"name":"wrapper","type":"address"}],"stateMutability":"nonpayable","type":"function"},
] as const;
