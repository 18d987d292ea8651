import { formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { contractError } from "./base.ts";

/** Thrown when a bond or a stake is above the caller's maximum. */
export class EdgeRegistryAboveMaximumError extends contractError("EdgeRegistry_AboveMaximum", {
  says: ({ amount, maximum }) => `It costs ${amount} units of money; at most ${maximum} were to be paid.`,
  next: "Read the price again with `getBond`: each edge that is accepted before yours makes it dearer.",
}) {}

/** Thrown when a candidate was challenged already. */
export class EdgeRegistryAlreadyChallengedError extends contractError("EdgeRegistry_AlreadyChallenged", {
  says: ({ parent, child, challenger }) =>
    `The edge from ${parent} to ${child} was challenged by ${challenger} already.`,
  next: "An edge has one challenger.",
}) {}

/** Thrown when a node declared in the round already. */
export class EdgeRegistryAlreadyDeclaredError extends contractError("EdgeRegistry_AlreadyDeclared", {
  says: ({ node, round }) => `The node ${node} declared in round ${round} already.`,
  next: "Once a round: wait for the next. A node that declared its children freely can be proposed as a seed then.",
}) {}

/** Thrown when the import is complete already. */
export class EdgeRegistryAlreadySealedError extends contractError("EdgeRegistry_AlreadySealed", {
  says: "The import is complete.",
  next: "Propose edges from now on, in Registration.",
}) {}

/** Thrown when a child is on the list already. */
export class EdgeRegistryDuplicateChildError extends contractError("EdgeRegistry_DuplicateChild", {
  says: ({ parent, child }) => `${child} is a child of ${parent} already.`,
  next: "Name each child once; `canonicalProject` gives the one spelling of a project.",
}) {}

/** Thrown when an attestation can no longer be submitted. */
export class EdgeRegistryExpiredError extends contractError("EdgeRegistry_Expired", {
  says: ({ deadline, timestamp }) =>
    `The attestation could be submitted until ${formatTime(deadline)}; the block's time is ${formatTime(timestamp)}.`,
  next: "Ask the registrar for another one.",
}) {}

/** Thrown when a node's weights are what its market says. */
export class EdgeRegistryHasMarketError extends contractError("EdgeRegistry_HasMarket", {
  says: ({ node }) => `The node ${node} has a market, or takes part in this round.`,
  next: "A seed declares base rates with `declare`; its list is what the round makes of it.",
}) {}

/** Thrown when a registry is deployed with an address that cannot be right. */
export class EdgeRegistryInvalidAddressError extends contractError("EdgeRegistry_InvalidAddress", {
  says: ({ account }) => `${account} cannot be used here.`,
  next: "The registrar must not be zero; money and jury must be contracts, and the jury must take the same money.",
}) {}

/** Thrown when a node cannot be a child there. */
export class EdgeRegistryInvalidChildError extends contractError("EdgeRegistry_InvalidChild", {
  says: ({ parent, child }) => `${child} cannot be below ${parent}.`,
  next: "The target, the parent itself and UNKNOWN cannot be proposed, and the target cannot be raised.",
}) {}

/** Thrown when a registry is deployed without a target or with free bonds. */
export class EdgeRegistryInvalidGenesisError extends contractError("EdgeRegistry_InvalidGenesis", {
  says: ({ target, bondBase }) => `A registry of target ${target} with bonds from ${bondBase} is not possible.`,
  next: "Name a target that is neither zero nor UNKNOWN, and a bond above 0.",
}) {}

/** Thrown when an index is beyond a list. */
export class EdgeRegistryInvalidIndexError extends contractError("EdgeRegistry_InvalidIndex", {
  says: ({ index, length }) => `There is no entry ${index}: there are ${length}.`,
  next: "Read the length first; indexes start at 0.",
}) {}

/** Thrown when an attestation names nobody, or a node without maintainer. */
export class EdgeRegistryInvalidMaintainerError extends contractError("EdgeRegistry_InvalidMaintainer", {
  says: ({ node, maintainer }) => `${maintainer} cannot maintain ${node}.`,
  next: "Name somebody; the target and UNKNOWN have no maintainer.",
}) {}

/** Thrown when an attestation is not the next one of its node. */
export class EdgeRegistryInvalidNonceError extends contractError("EdgeRegistry_InvalidNonce", {
  says: ({ node, expected, actual }) => `The next attestation of ${node} has nonce ${expected}, not ${actual}.`,
  next: "Each works once. Have the registrar sign another one: `signAttestation` reads the nonce.",
}) {}

/** Thrown when an originality is out of bounds. */
export class EdgeRegistryInvalidOriginalityError extends contractError("EdgeRegistry_InvalidOriginality", {
  says: ({ originality }) => `An originality of ${formatWad(originality)} is not possible.`,
  next: "Pass 0 to 1 in WAD; 0 for the target.",
}) {}

/** Thrown when a project's name is empty or too long. */
export class EdgeRegistryInvalidProjectError extends contractError("EdgeRegistry_InvalidProject", {
  says: ({ length }) => `A project's name of ${length} bytes is not possible.`,
  next: ({ maximum }) => `Pass its URL, of 1 to ${maximum} bytes.`,
}) {}

/** Thrown when a base rate is out of bounds. */
export class EdgeRegistryInvalidRateError extends contractError("EdgeRegistry_InvalidRate", {
  says: ({ rate, minimum, maximum }) =>
    `A base rate of ${formatWad(rate)} is not between ${formatWad(minimum)} and ${formatWad(maximum)}.`,
  next: "With 128 funded children the least of their weights is the minimum.",
}) {}

/** Thrown when an attestation was not signed by the registrar. */
export class EdgeRegistryInvalidSignatureError extends contractError("EdgeRegistry_InvalidSignature", {
  says: ({ registrar }) => `The attestation was not signed by the registrar ${registrar}.`,
  next: "Sign with `signAttestation`: chain, contract, node, maintainer, nonce and deadline must be those submitted.",
}) {}

/** Thrown when a node is raised by an impossible number of levels. */
export class EdgeRegistryInvalidStepsError extends contractError("EdgeRegistry_InvalidSteps", {
  says: ({ steps }) => `A node cannot be raised by ${steps} steps.`,
  next: ({ maximum }) => `Pass 1 to ${maximum}.`,
}) {}

/** Thrown when weights do not sum to exactly 1. */
export class EdgeRegistryInvalidSumError extends contractError("EdgeRegistry_InvalidSum", {
  says: ({ sum }) => `The weights sum to ${formatWad(sum)}, not to exactly 1.`,
  next: "Scale them with `floorWeights`: they must sum to 1000000000000000000.",
}) {}

/** Thrown when an edge would not lead to a deeper level. */
export class EdgeRegistryLevelViolationError extends contractError("EdgeRegistry_LevelViolation", {
  says: ({ parent, child, parentLevel, childLevel }) =>
    `The edge from ${parent} (level ${parentLevel}) to ${child} (level ${childLevel}) does not lead deeper.`,
  next: "Raise the child's own children first, deepest first, with `raiseLevel`. If the child leads to the parent, it would be a cycle.",
}) {}

/** Thrown when a seed without children declares. */
export class EdgeRegistryNoChildrenError extends contractError("EdgeRegistry_NoChildren", {
  says: ({ node }) => `The seed ${node} has no children.`,
  next: "Propose children with `proposeEdge`; there is nothing to declare before.",
}) {}

/** Thrown when an edge is no candidate of the round. */
export class EdgeRegistryNotCandidateError extends contractError("EdgeRegistry_NotCandidate", {
  says: ({ round, parent, child }) => `The edge from ${parent} to ${child} is no candidate of round ${round}.`,
  next: "Read them with `getCandidates`.",
}) {}

/** Thrown when a node is not a child that could be taken off. */
export class EdgeRegistryNotChildError extends contractError("EdgeRegistry_NotChild", {
  says: ({ parent, child }) => `${child} is not on the list of ${parent}.`,
  next: "Read the list with `getRoster` or `getChildren`.",
}) {}

/** Thrown when the caller is not the maintainer. */
export class EdgeRegistryNotMaintainerError extends contractError("EdgeRegistry_NotMaintainer", {
  says: ({ node, caller, maintainer }) =>
    `Only the maintainer ${maintainer} of ${node} may do this; you are ${caller}.`,
  next: "A maintainer is in office 14 days after the registrar's attestation was submitted; zero: nobody is.",
}) {}

/** Thrown when a project did not opt out, or only for a later round. */
export class EdgeRegistryNotOptedOutError extends contractError("EdgeRegistry_NotOptedOut", {
  says: ({ node, from }) =>
    `The project ${node} ${from === 0n ? "did not opt out" : `opted out from round ${from} on`}.`,
  next: "It can be taken off lists from then on.",
}) {}

/** Thrown when a node does not wait to be settled. */
export class EdgeRegistryNotPendingError extends contractError("EdgeRegistry_NotPending", {
  says: ({ node, round }) => `The node ${node} does not wait to be settled for round ${round}.`,
  next: "Only what took part in a round is settled, once.",
}) {}

/** Thrown when less money arrived than was asked for. */
export class EdgeRegistryNotReceivedError extends contractError("EdgeRegistry_NotReceived", {
  says: ({ expected, received }) => `Of ${expected} units of money only ${received} arrived.`,
  next: "Tokens that take a fee on transfer cannot be used for bonds.",
}) {}

/** Thrown when the import is not complete. */
export class EdgeRegistryNotSealedError extends contractError("EdgeRegistry_NotSealed", {
  says: "The import of the graph is not complete.",
  next: "The deployer imports the rest and calls `seal`.",
}) {}

/** Thrown when a node is not in the target's roster. */
export class EdgeRegistryNotSeedError extends contractError("EdgeRegistry_NotSeed", {
  says: ({ node }) => `The node ${node} is not a seed.`,
  next: "Only the target and its children have markets. Propose it to the target first.",
}) {}

/** Thrown when a node has to be settled first. */
export class EdgeRegistryNotSettledError extends contractError("EdgeRegistry_NotSettled", {
  says: ({ node, round }) => `The weights of ${node} for round ${round} are not known yet.`,
  next: "They are when the round has settled the node; anyone may settle it.",
}) {}

/** Thrown when no attestation waits. */
export class EdgeRegistryNothingToVetoError extends contractError("EdgeRegistry_NothingToVeto", {
  says: ({ node }) => `No attestation of ${node} waits.`,
  next: "After 14 days it is in effect and cannot be vetoed any more.",
}) {}

/** Thrown when an account has no credits. */
export class EdgeRegistryNothingToWithdrawError extends contractError("EdgeRegistry_NothingToWithdraw", {
  says: ({ account }) => `There is nothing to withdraw for ${account}.`,
  next: "Credits appear when a round settles the node that the bond was for.",
}) {}

/** Thrown when a project opted out. */
export class EdgeRegistryOptedOutError extends contractError("EdgeRegistry_OptedOut", {
  says: ({ node }) => `The project ${node} opted out.`,
  next: "It cannot be proposed or listed any more; take it off its parent's list with `applyOptOut`.",
}) {}

/** Thrown when an edge is proposed too late to be challenged. */
export class EdgeRegistryProposalsEndedError extends contractError("EdgeRegistry_ProposalsEnded", {
  says: ({ round, end, timestamp }) =>
    `Edges of round ${round} were proposed before ${formatTime(end)}; the block's time is ${formatTime(timestamp)}.`,
  next: "The last eighth of Registration is for challenges: propose it in the next round.",
}) {}

/** Thrown when a parent takes no more candidates in a round. */
export class EdgeRegistryQuotaFullError extends contractError("EdgeRegistry_QuotaFull", {
  says: ({ candidates, rates }) =>
    `With this one there would be ${candidates} candidates, of rates that sum to ${formatWad(rates)}.`,
  next: "A round takes fewer than 128 new edges of a parent, and rates below 1/8 together: pass a lower rate, or wait for the next.",
}) {}

/** Thrown when a node is not in the graph. */
export class EdgeRegistryUnknownNodeError extends contractError("EdgeRegistry_UnknownNode", {
  says: ({ node }) => `The node ${node} is not in the graph.`,
  next: "Its id is the hash of the canonical URL: `nodeId`. An edge must lead to it first.",
}) {}

/** Thrown when lists that belong together differ in length, or are too long. */
export class EdgeRegistryWrongLengthError extends contractError("EdgeRegistry_WrongLength", {
  says: ({ expected, actual }) => `${actual} entries were passed instead of ${expected}.`,
  next: "Pass one weight for each child, and at most 128 children.",
}) {}

/** Thrown when an import is out of order. */
export class EdgeRegistryWrongOrderError extends contractError("EdgeRegistry_WrongOrder", {
  says: ({ node }) => `The node ${node} cannot be imported now.`,
  next: "Import the target first, then each node once, after all its parents: `genesis` orders them.",
}) {}

/** Thrown when a round is in another phase than the call needs. */
export class EdgeRegistryWrongPhaseError extends contractError("EdgeRegistry_WrongPhase", {
  says: ({ round, phase }) => `Round ${round} is in ${describePhase(phase)}.`,
  next: "Edges and declarations are taken in Registration, challenges in Registration and Opening.",
}) {}

/** Thrown when the import is not what the deployment committed to. */
export class EdgeRegistryWrongRootError extends contractError("EdgeRegistry_WrongRoot", {
  says: ({ expected, actual }) => `The import hashes to ${actual}; the deployment committed to ${expected}.`,
  next: "Import exactly what `genesis` returned, in its order, or the rest of it.",
}) {}

/** Thrown when a child has no weight. */
export class EdgeRegistryZeroWeightError extends contractError("EdgeRegistry_ZeroWeight", {
  says: ({ index }) => `Child ${index} has no weight.`,
  next: "Leave it out, or give it a weight above 0.",
}) {}

const PHASES = ["no phase", "Registration", "Opening", "Trading", "Evaluation", "Challenge", "Settled"];

/** The contract's `Phase` in words. */
function describePhase(phase: number): string {
  return PHASES[phase] ?? `phase ${phase}`;
}
