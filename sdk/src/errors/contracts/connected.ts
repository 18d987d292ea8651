import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a contract is connected already. */
export class ConnectedAlreadyConnectedError extends ContractError<"Connected_AlreadyConnected"> {
  override readonly name = "ConnectedAlreadyConnectedError";
  constructor(parameters: ContractErrorParameters<"Connected_AlreadyConnected">) {
    const { rounds } = parameters;
    super(parameters, `The contract is connected to ${rounds}, for ever.`, {
      docsPath: "/errors#connectedalreadyconnectederror",
      metaMessages: ["Deploy another one for other rounds."],
    });
  }
}

/** Thrown when the rounds are not a contract. */
export class ConnectedNotContractError extends ContractError<"Connected_NotContract"> {
  override readonly name = "ConnectedNotContractError";
  constructor(parameters: ContractErrorParameters<"Connected_NotContract">) {
    const { rounds } = parameters;
    super(parameters, `There is no contract at ${rounds}.`, {
      docsPath: "/errors#connectednotcontracterror",
      metaMessages: ["Pass the address of the deployed `Rounds`."],
    });
  }
}

/** Thrown when the caller is not the deployer. */
export class ConnectedNotDeployerError extends ContractError<"Connected_NotDeployer"> {
  override readonly name = "ConnectedNotDeployerError";
  constructor(parameters: ContractErrorParameters<"Connected_NotDeployer">) {
    const { caller, deployer } = parameters;
    super(parameters, `Only the deployer ${deployer} may connect the contract; you are ${caller}.`, {
      docsPath: "/errors#connectednotdeployererror",
      metaMessages: ["Send it from the account that deployed the contract."],
    });
  }
}

/** Thrown when the caller is not the rounds. */
export class ConnectedNotRoundsError extends ContractError<"Connected_NotRounds"> {
  override readonly name = "ConnectedNotRoundsError";
  constructor(parameters: ContractErrorParameters<"Connected_NotRounds">) {
    const { caller, rounds } = parameters;
    super(parameters, `Only the rounds at ${rounds} may do this; you are ${caller}.`, {
      docsPath: "/errors#connectednotroundserror",
      metaMessages: [
        "It happens when a round opens or settles; the zero address means that there is no connection yet.",
      ],
    });
  }
}
