import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when the contract is connected already. */
export class ConnectedAlreadyConnectedError extends ContractError<"Connected_AlreadyConnected"> {
  override readonly name = "ConnectedAlreadyConnectedError";
  constructor(parameters: ContractErrorParameters<"Connected_AlreadyConnected">) {
    const { rounds } = parameters;
    super(parameters, `The contract is connected to the rounds ${rounds} for ever.`, {
      docsPath: "/errors#connectedalreadyconnectederror",
      metaMessages: ["Deploy another one to change that."],
    });
  }
}

/** Thrown when the rounds are no contract. */
export class ConnectedNotContractError extends ContractError<"Connected_NotContract"> {
  override readonly name = "ConnectedNotContractError";
  constructor(parameters: ContractErrorParameters<"Connected_NotContract">) {
    const { rounds } = parameters;
    super(parameters, `There is no contract at ${rounds}.`, {
      docsPath: "/errors#connectednotcontracterror",
      metaMessages: ["Deploy the rounds first."],
    });
  }
}

/** Thrown when the caller is not the deployer. */
export class ConnectedNotDeployerError extends ContractError<"Connected_NotDeployer"> {
  override readonly name = "ConnectedNotDeployerError";
  constructor(parameters: ContractErrorParameters<"Connected_NotDeployer">) {
    const { caller, deployer } = parameters;
    super(parameters, `Only the deployer ${deployer} may do this; you are ${caller}.`, {
      docsPath: "/errors#connectednotdeployererror",
      metaMessages: ["Send it from the deployer's account."],
    });
  }
}

/** Thrown when the caller is not the rounds. */
export class ConnectedNotRoundsError extends ContractError<"Connected_NotRounds"> {
  override readonly name = "ConnectedNotRoundsError";
  constructor(parameters: ContractErrorParameters<"Connected_NotRounds">) {
    const { caller, rounds } = parameters;
    super(parameters, `Only the rounds ${rounds} may do this; you are ${caller}.`, {
      docsPath: "/errors#connectednotroundserror",
      metaMessages: ["Call the rounds, which call this contract."],
    });
  }
}
