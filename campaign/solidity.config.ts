import { configureSolidityTests } from "../test/solidity.config.ts";

export default configureSolidityTests("campaign");
