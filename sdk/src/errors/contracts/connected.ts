import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a contract is connected to its rounds already. */
export class ConnectedAlreadyConnectedError extends ContractError<"Connected_AlreadyConnected"> {
  override readonly name = "ConnectedAlreadyConnectedError";
  constructor(parameters: ContractErrorParameters<"Connected_AlreadyConnected">) {
    const { rounds } = parameters;
    super(parameters, `The contract is connected to ${rounds} already, for ever.`, {
      docsPath: "/errors#connectedalreadyconnectederror",
      metaMessages: ["Deploy another one for other rounds."],
    });
  }
}

/** Thrown when a contract is deployed so that nobody could connect it. */
export class ConnectedNoDeployerError extends ContractError<"Connected_NoDeployer"> {
  override readonly name = "ConnectedNoDeployerError";
  constructor(parameters: ContractErrorParameters<"Connected_NoDeployer">) {
    super(parameters, "The deployer is the zero address: nobody could connect the contract.", {
      docsPath: "/errors#connectednodeployererror",
      metaMessages: ["Pass the account that will call `connect`."],
    });
  }
}

/** Thrown when the rounds to connect to are not a contract. */
export class ConnectedNotContractError extends ContractError<"Connected_NotContract"> {
  override readonly name = "ConnectedNotContractError";
  constructor(parameters: ContractErrorParameters<"Connected_NotContract">) {
    const { rounds } = parameters;
    super(parameters, `There is no contract at ${rounds}.`, {
      docsPath: "/errors#connectednotcontracterror",
      metaMessages: ["Deploy the rounds first, and pass their address."],
    });
  }
}

/** Thrown when another account than the deployer connects a contract. */
export class ConnectedNotDeployerError extends ContractError<"Connected_NotDeployer"> {
  override readonly name = "ConnectedNotDeployerError";
  constructor(parameters: ContractErrorParameters<"Connected_NotDeployer">) {
    const { caller, deployer } = parameters;
    super(parameters, `Only the deployer ${deployer} can connect the contract; you are ${caller}.`, {
      docsPath: "/errors#connectednotdeployererror",
      metaMessages: ["Send it from the account that deployed the contract."],
    });
  }
}

/** Thrown when a call is for the rounds alone. */
export class ConnectedNotRoundsError extends ContractError<"Connected_NotRounds"> {
  override readonly name = "ConnectedNotRoundsError";
  constructor(parameters: ContractErrorParameters<"Connected_NotRounds">) {
    const { caller, rounds } = parameters;
    super(parameters, `Only the rounds ${rounds} may do this; you are ${caller}.`, {
      docsPath: "/errors#connectednotroundserror",
      metaMessages: ["The rounds call it themselves."],
    });
  }
}
