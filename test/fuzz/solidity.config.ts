import { configureSolidityTests } from "../solidity.ts";

export default configureSolidityTests("test/fuzz", "yul");
