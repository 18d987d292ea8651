import { configureSolidityTests } from "../test/solidity.ts";

export default configureSolidityTests("campaign", "direct");
