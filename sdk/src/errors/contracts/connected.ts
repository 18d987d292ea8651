import { contractError } from "./base.ts";

/** Thrown when a contract is connected to its rounds already. */
export class ConnectedAlreadyConnectedError extends contractError("Connected_AlreadyConnected", {
  says: ({ rounds }) => `The contract is connected to ${rounds} already, for ever.`,
  next: "Deploy another one for other rounds.",
}) {}

/** Thrown when a contract is deployed so that nobody could connect it. */
export class ConnectedNoDeployerError extends contractError("Connected_NoDeployer", {
  says: "The deployer is the zero address: nobody could connect the contract.",
  next: "Pass the account that will call `connect`.",
}) {}

/** Thrown when the rounds to connect to are not a contract. */
export class ConnectedNotContractError extends contractError("Connected_NotContract", {
  says: ({ rounds }) => `There is no contract at ${rounds}.`,
  next: "Deploy the rounds first, and pass their address.",
}) {}

/** Thrown when another account than the deployer connects a contract. */
export class ConnectedNotDeployerError extends contractError("Connected_NotDeployer", {
  says: ({ caller, deployer }) => `Only the deployer ${deployer} can connect the contract; you are ${caller}.`,
  next: "Send it from the account that deployed the contract.",
}) {}

/** Thrown when the rounds to connect to work with other contracts. */
export class ConnectedNotKnownError extends contractError("Connected_NotKnown", {
  says: ({ rounds, part }) => `The rounds ${rounds} do not work with ${part}.`,
  next: "Connect the registry, jury and funding pool that the rounds were deployed with.",
}) {}

/** Thrown when a call is for the rounds alone. */
export class ConnectedNotRoundsError extends contractError("Connected_NotRounds", {
  says: ({ caller, rounds }) => `Only the rounds ${rounds} may do this; you are ${caller}.`,
  next: "The rounds call it themselves.",
}) {}
