import { formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a bond or a stake is above the caller's maximum. */
export class EdgeRegistryAboveMaximumError extends ContractError<"EdgeRegistry_AboveMaximum"> {
  override readonly name = "EdgeRegistryAboveMaximumError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_AboveMaximum">) {
    const { amount, maximum } = parameters;
    super(parameters, `It costs ${amount} units of money; at most ${maximum} were to be paid.`, {
      docsPath: "/errors#edgeregistryabovemaximumerror",
      metaMessages: ["Read the price again with `getBond`: each edge that is accepted before yours makes it dearer."],
    });
  }
}

/** Thrown when a candidate was challenged already. */
export class EdgeRegistryAlreadyChallengedError extends ContractError<"EdgeRegistry_AlreadyChallenged"> {
  override readonly name = "EdgeRegistryAlreadyChallengedError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_AlreadyChallenged">) {
    const { parent, child, challenger } = parameters;
    super(parameters, `The edge from ${parent} to ${child} was challenged by ${challenger} already.`, {
      docsPath: "/errors#edgeregistryalreadychallengederror",
      metaMessages: ["An edge has one challenger."],
    });
  }
}

/** Thrown when a node declared in the round already. */
export class EdgeRegistryAlreadyDeclaredError extends ContractError<"EdgeRegistry_AlreadyDeclared"> {
  override readonly name = "EdgeRegistryAlreadyDeclaredError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_AlreadyDeclared">) {
    const { node, round } = parameters;
    super(parameters, `The node ${node} declared in round ${round} already.`, {
      docsPath: "/errors#edgeregistryalreadydeclarederror",
      metaMessages: [
        "Once a round: wait for the next. A node that declared its children freely can be proposed as a seed then.",
      ],
    });
  }
}

/** Thrown when the import is complete already. */
export class EdgeRegistryAlreadySealedError extends ContractError<"EdgeRegistry_AlreadySealed"> {
  override readonly name = "EdgeRegistryAlreadySealedError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_AlreadySealed">) {
    super(parameters, "The import is complete.", {
      docsPath: "/errors#edgeregistryalreadysealederror",
      metaMessages: ["Propose edges from now on, in Registration."],
    });
  }
}

/** Thrown when a child is on the list already. */
export class EdgeRegistryDuplicateChildError extends ContractError<"EdgeRegistry_DuplicateChild"> {
  override readonly name = "EdgeRegistryDuplicateChildError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_DuplicateChild">) {
    const { parent, child } = parameters;
    super(parameters, `${child} is a child of ${parent} already.`, {
      docsPath: "/errors#edgeregistryduplicatechilderror",
      metaMessages: ["Name each child once; `canonicalProject` gives the one spelling of a project."],
    });
  }
}

/** Thrown when an attestation can no longer be submitted. */
export class EdgeRegistryExpiredError extends ContractError<"EdgeRegistry_Expired"> {
  override readonly name = "EdgeRegistryExpiredError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_Expired">) {
    const { deadline, timestamp } = parameters;
    super(
      parameters,
      `The attestation could be submitted until ${formatTime(deadline)}; the block's time is ${formatTime(timestamp)}.`,
      {
        docsPath: "/errors#edgeregistryexpirederror",
        metaMessages: ["Ask the registrar for another one."],
      },
    );
  }
}

/** Thrown when a node's weights are what its market says. */
export class EdgeRegistryHasMarketError extends ContractError<"EdgeRegistry_HasMarket"> {
  override readonly name = "EdgeRegistryHasMarketError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_HasMarket">) {
    const { node } = parameters;
    super(parameters, `The node ${node} has a market, or takes part in this round.`, {
      docsPath: "/errors#edgeregistryhasmarketerror",
      metaMessages: ["A seed declares base rates with `declare`; its list is what the round makes of it."],
    });
  }
}

/** Thrown when a registry is deployed with an address that cannot be right. */
export class EdgeRegistryInvalidAddressError extends ContractError<"EdgeRegistry_InvalidAddress"> {
  override readonly name = "EdgeRegistryInvalidAddressError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidAddress">) {
    const { account } = parameters;
    super(parameters, `${account} cannot be used here.`, {
      docsPath: "/errors#edgeregistryinvalidaddresserror",
      metaMessages: [
        "The registrar must not be zero; money and jury must be contracts, and the jury must take the same money.",
      ],
    });
  }
}

/** Thrown when a node cannot be a child there. */
export class EdgeRegistryInvalidChildError extends ContractError<"EdgeRegistry_InvalidChild"> {
  override readonly name = "EdgeRegistryInvalidChildError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidChild">) {
    const { parent, child } = parameters;
    super(parameters, `${child} cannot be below ${parent}.`, {
      docsPath: "/errors#edgeregistryinvalidchilderror",
      metaMessages: ["The target, the parent itself and UNKNOWN cannot be proposed, and the target cannot be raised."],
    });
  }
}

/** Thrown when a registry is deployed without a target or with free bonds. */
export class EdgeRegistryInvalidGenesisError extends ContractError<"EdgeRegistry_InvalidGenesis"> {
  override readonly name = "EdgeRegistryInvalidGenesisError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidGenesis">) {
    const { target, bondBase } = parameters;
    super(parameters, `A registry of target ${target} with bonds from ${bondBase} is not possible.`, {
      docsPath: "/errors#edgeregistryinvalidgenesiserror",
      metaMessages: ["Name a target that is neither zero nor UNKNOWN, and a bond above 0."],
    });
  }
}

/** Thrown when an index is beyond a list. */
export class EdgeRegistryInvalidIndexError extends ContractError<"EdgeRegistry_InvalidIndex"> {
  override readonly name = "EdgeRegistryInvalidIndexError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidIndex">) {
    const { index, length } = parameters;
    super(parameters, `There is no entry ${index}: there are ${length}.`, {
      docsPath: "/errors#edgeregistryinvalidindexerror",
      metaMessages: ["Read the length first; indexes start at 0."],
    });
  }
}

/** Thrown when an attestation names nobody, or a node without maintainer. */
export class EdgeRegistryInvalidMaintainerError extends ContractError<"EdgeRegistry_InvalidMaintainer"> {
  override readonly name = "EdgeRegistryInvalidMaintainerError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidMaintainer">) {
    const { node, maintainer } = parameters;
    super(parameters, `${maintainer} cannot maintain ${node}.`, {
      docsPath: "/errors#edgeregistryinvalidmaintainererror",
      metaMessages: ["Name somebody; the target and UNKNOWN have no maintainer."],
    });
  }
}

/** Thrown when an attestation is not the next one of its node. */
export class EdgeRegistryInvalidNonceError extends ContractError<"EdgeRegistry_InvalidNonce"> {
  override readonly name = "EdgeRegistryInvalidNonceError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidNonce">) {
    const { node, expected, actual } = parameters;
    super(parameters, `The next attestation of ${node} has nonce ${expected}, not ${actual}.`, {
      docsPath: "/errors#edgeregistryinvalidnonceerror",
      metaMessages: ["Each works once. Have the registrar sign another one: `signAttestation` reads the nonce."],
    });
  }
}

/** Thrown when an originality is out of bounds. */
export class EdgeRegistryInvalidOriginalityError extends ContractError<"EdgeRegistry_InvalidOriginality"> {
  override readonly name = "EdgeRegistryInvalidOriginalityError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidOriginality">) {
    const { originality } = parameters;
    super(parameters, `An originality of ${formatWad(originality)} is not possible.`, {
      docsPath: "/errors#edgeregistryinvalidoriginalityerror",
      metaMessages: ["Pass 0 to 1 in WAD; 0 for the target."],
    });
  }
}

/** Thrown when a project's name is empty or too long. */
export class EdgeRegistryInvalidProjectError extends ContractError<"EdgeRegistry_InvalidProject"> {
  override readonly name = "EdgeRegistryInvalidProjectError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidProject">) {
    const { length, maximum } = parameters;
    super(parameters, `A project's name of ${length} bytes is not possible.`, {
      docsPath: "/errors#edgeregistryinvalidprojecterror",
      metaMessages: [`Pass its URL, of 1 to ${maximum} bytes.`],
    });
  }
}

/** Thrown when a base rate is out of bounds. */
export class EdgeRegistryInvalidRateError extends ContractError<"EdgeRegistry_InvalidRate"> {
  override readonly name = "EdgeRegistryInvalidRateError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidRate">) {
    const { rate, minimum, maximum } = parameters;
    super(
      parameters,
      `A base rate of ${formatWad(rate)} is not between ${formatWad(minimum)} and ${formatWad(maximum)}.`,
      {
        docsPath: "/errors#edgeregistryinvalidrateerror",
        metaMessages: ["With 128 funded children the least of their weights is the minimum."],
      },
    );
  }
}

/** Thrown when an attestation was not signed by the registrar. */
export class EdgeRegistryInvalidSignatureError extends ContractError<"EdgeRegistry_InvalidSignature"> {
  override readonly name = "EdgeRegistryInvalidSignatureError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidSignature">) {
    const { registrar } = parameters;
    super(parameters, `The attestation was not signed by the registrar ${registrar}.`, {
      docsPath: "/errors#edgeregistryinvalidsignatureerror",
      metaMessages: [
        "Sign with `signAttestation`: chain, contract, node, maintainer, nonce and deadline must be those submitted.",
      ],
    });
  }
}

/** Thrown when a node is raised by an impossible number of levels. */
export class EdgeRegistryInvalidStepsError extends ContractError<"EdgeRegistry_InvalidSteps"> {
  override readonly name = "EdgeRegistryInvalidStepsError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidSteps">) {
    const { steps, maximum } = parameters;
    super(parameters, `A node cannot be raised by ${steps} steps.`, {
      docsPath: "/errors#edgeregistryinvalidstepserror",
      metaMessages: [`Pass 1 to ${maximum}.`],
    });
  }
}

/** Thrown when weights do not sum to exactly 1. */
export class EdgeRegistryInvalidSumError extends ContractError<"EdgeRegistry_InvalidSum"> {
  override readonly name = "EdgeRegistryInvalidSumError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_InvalidSum">) {
    const { sum } = parameters;
    super(parameters, `The weights sum to ${formatWad(sum)}, not to exactly 1.`, {
      docsPath: "/errors#edgeregistryinvalidsumerror",
      metaMessages: ["Scale them with `floorWeights`: they must sum to 1000000000000000000."],
    });
  }
}

/** Thrown when an edge would not lead to a deeper level. */
export class EdgeRegistryLevelViolationError extends ContractError<"EdgeRegistry_LevelViolation"> {
  override readonly name = "EdgeRegistryLevelViolationError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_LevelViolation">) {
    const { parent, child, parentLevel, childLevel } = parameters;
    super(
      parameters,
      `The edge from ${parent} (level ${parentLevel}) to ${child} (level ${childLevel}) does not lead deeper.`,
      {
        docsPath: "/errors#edgeregistrylevelviolationerror",
        metaMessages: [
          "Raise the child's own children first, deepest first, with `raiseLevel`. If the child leads to the parent, it would be a cycle.",
        ],
      },
    );
  }
}

/** Thrown when a seed without children declares. */
export class EdgeRegistryNoChildrenError extends ContractError<"EdgeRegistry_NoChildren"> {
  override readonly name = "EdgeRegistryNoChildrenError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NoChildren">) {
    const { node } = parameters;
    super(parameters, `The seed ${node} has no children.`, {
      docsPath: "/errors#edgeregistrynochildrenerror",
      metaMessages: ["Propose children with `proposeEdge`; there is nothing to declare before."],
    });
  }
}

/** Thrown when an edge is no candidate of the round. */
export class EdgeRegistryNotCandidateError extends ContractError<"EdgeRegistry_NotCandidate"> {
  override readonly name = "EdgeRegistryNotCandidateError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotCandidate">) {
    const { round, parent, child } = parameters;
    super(parameters, `The edge from ${parent} to ${child} is no candidate of round ${round}.`, {
      docsPath: "/errors#edgeregistrynotcandidateerror",
      metaMessages: ["Read them with `getCandidates`."],
    });
  }
}

/** Thrown when a node is not a child that could be taken off. */
export class EdgeRegistryNotChildError extends ContractError<"EdgeRegistry_NotChild"> {
  override readonly name = "EdgeRegistryNotChildError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotChild">) {
    const { parent, child } = parameters;
    super(parameters, `${child} is not on the list of ${parent}.`, {
      docsPath: "/errors#edgeregistrynotchilderror",
      metaMessages: ["Read the list with `getRoster` or `getChildren`."],
    });
  }
}

/** Thrown when the caller is not the maintainer. */
export class EdgeRegistryNotMaintainerError extends ContractError<"EdgeRegistry_NotMaintainer"> {
  override readonly name = "EdgeRegistryNotMaintainerError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotMaintainer">) {
    const { node, caller, maintainer } = parameters;
    super(parameters, `Only the maintainer ${maintainer} of ${node} may do this; you are ${caller}.`, {
      docsPath: "/errors#edgeregistrynotmaintainererror",
      metaMessages: [
        "A maintainer is in office 14 days after the registrar's attestation was submitted; zero: nobody is.",
      ],
    });
  }
}

/** Thrown when a project did not opt out, or only for a later round. */
export class EdgeRegistryNotOptedOutError extends ContractError<"EdgeRegistry_NotOptedOut"> {
  override readonly name = "EdgeRegistryNotOptedOutError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotOptedOut">) {
    const { node, from } = parameters;
    super(parameters, `The project ${node} ${from === 0n ? "did not opt out" : `opted out from round ${from} on`}.`, {
      docsPath: "/errors#edgeregistrynotoptedouterror",
      metaMessages: ["It can be taken off lists from then on."],
    });
  }
}

/** Thrown when a node does not wait to be settled. */
export class EdgeRegistryNotPendingError extends ContractError<"EdgeRegistry_NotPending"> {
  override readonly name = "EdgeRegistryNotPendingError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotPending">) {
    const { node, round } = parameters;
    super(parameters, `The node ${node} does not wait to be settled for round ${round}.`, {
      docsPath: "/errors#edgeregistrynotpendingerror",
      metaMessages: ["Only what took part in a round is settled, once."],
    });
  }
}

/** Thrown when less money arrived than was asked for. */
export class EdgeRegistryNotReceivedError extends ContractError<"EdgeRegistry_NotReceived"> {
  override readonly name = "EdgeRegistryNotReceivedError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotReceived">) {
    const { expected, received } = parameters;
    super(parameters, `Of ${expected} units of money only ${received} arrived.`, {
      docsPath: "/errors#edgeregistrynotreceivederror",
      metaMessages: ["Tokens that take a fee on transfer cannot be used for bonds."],
    });
  }
}

/** Thrown when the import is not complete. */
export class EdgeRegistryNotSealedError extends ContractError<"EdgeRegistry_NotSealed"> {
  override readonly name = "EdgeRegistryNotSealedError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotSealed">) {
    super(parameters, "The import of the graph is not complete.", {
      docsPath: "/errors#edgeregistrynotsealederror",
      metaMessages: ["The deployer imports the rest and calls `seal`."],
    });
  }
}

/** Thrown when a node is not in the target's roster. */
export class EdgeRegistryNotSeedError extends ContractError<"EdgeRegistry_NotSeed"> {
  override readonly name = "EdgeRegistryNotSeedError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotSeed">) {
    const { node } = parameters;
    super(parameters, `The node ${node} is not a seed.`, {
      docsPath: "/errors#edgeregistrynotseederror",
      metaMessages: ["Only the target and its children have markets. Propose it to the target first."],
    });
  }
}

/** Thrown when a node has to be settled first. */
export class EdgeRegistryNotSettledError extends ContractError<"EdgeRegistry_NotSettled"> {
  override readonly name = "EdgeRegistryNotSettledError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NotSettled">) {
    const { node, round } = parameters;
    super(parameters, `The weights of ${node} for round ${round} are not known yet.`, {
      docsPath: "/errors#edgeregistrynotsettlederror",
      metaMessages: ["They are when the round has settled the node; anyone may settle it."],
    });
  }
}

/** Thrown when no attestation waits. */
export class EdgeRegistryNothingToVetoError extends ContractError<"EdgeRegistry_NothingToVeto"> {
  override readonly name = "EdgeRegistryNothingToVetoError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NothingToVeto">) {
    const { node } = parameters;
    super(parameters, `No attestation of ${node} waits.`, {
      docsPath: "/errors#edgeregistrynothingtovetoerror",
      metaMessages: ["After 14 days it is in effect and cannot be vetoed any more."],
    });
  }
}

/** Thrown when an account has no credits. */
export class EdgeRegistryNothingToWithdrawError extends ContractError<"EdgeRegistry_NothingToWithdraw"> {
  override readonly name = "EdgeRegistryNothingToWithdrawError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_NothingToWithdraw">) {
    const { account } = parameters;
    super(parameters, `There is nothing to withdraw for ${account}.`, {
      docsPath: "/errors#edgeregistrynothingtowithdrawerror",
      metaMessages: ["Credits appear when a round settles the node that the bond was for."],
    });
  }
}

/** Thrown when a project opted out. */
export class EdgeRegistryOptedOutError extends ContractError<"EdgeRegistry_OptedOut"> {
  override readonly name = "EdgeRegistryOptedOutError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_OptedOut">) {
    const { node } = parameters;
    super(parameters, `The project ${node} opted out.`, {
      docsPath: "/errors#edgeregistryoptedouterror",
      metaMessages: ["It cannot be proposed or listed any more; take it off its parent's list with `applyOptOut`."],
    });
  }
}

/** Thrown when an edge is proposed too late to be challenged. */
export class EdgeRegistryProposalsEndedError extends ContractError<"EdgeRegistry_ProposalsEnded"> {
  override readonly name = "EdgeRegistryProposalsEndedError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_ProposalsEnded">) {
    const { round, end, timestamp } = parameters;
    super(
      parameters,
      `Edges of round ${round} were proposed before ${formatTime(end)}; the block's time is ${formatTime(timestamp)}.`,
      {
        docsPath: "/errors#edgeregistryproposalsendederror",
        metaMessages: ["The last eighth of Registration is for challenges: propose it in the next round."],
      },
    );
  }
}

/** Thrown when a parent takes no more candidates in a round. */
export class EdgeRegistryQuotaFullError extends ContractError<"EdgeRegistry_QuotaFull"> {
  override readonly name = "EdgeRegistryQuotaFullError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_QuotaFull">) {
    const { candidates, rates } = parameters;
    super(
      parameters,
      `With this one there would be ${candidates} candidates, of rates that sum to ${formatWad(rates)}.`,
      {
        docsPath: "/errors#edgeregistryquotafullerror",
        metaMessages: [
          "A round takes fewer than 128 new edges of a parent, and rates below 1/8 together: pass a lower rate, or wait for the next.",
        ],
      },
    );
  }
}

/** Thrown when a node is not in the graph. */
export class EdgeRegistryUnknownNodeError extends ContractError<"EdgeRegistry_UnknownNode"> {
  override readonly name = "EdgeRegistryUnknownNodeError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_UnknownNode">) {
    const { node } = parameters;
    super(parameters, `The node ${node} is not in the graph.`, {
      docsPath: "/errors#edgeregistryunknownnodeerror",
      metaMessages: ["Its id is the hash of the canonical URL: `nodeId`. An edge must lead to it first."],
    });
  }
}

/** Thrown when lists that belong together differ in length, or are too long. */
export class EdgeRegistryWrongLengthError extends ContractError<"EdgeRegistry_WrongLength"> {
  override readonly name = "EdgeRegistryWrongLengthError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_WrongLength">) {
    const { expected, actual } = parameters;
    super(parameters, `${actual} entries were passed instead of ${expected}.`, {
      docsPath: "/errors#edgeregistrywronglengtherror",
      metaMessages: ["Pass one weight for each child, and at most 128 children."],
    });
  }
}

/** Thrown when an import is out of order. */
export class EdgeRegistryWrongOrderError extends ContractError<"EdgeRegistry_WrongOrder"> {
  override readonly name = "EdgeRegistryWrongOrderError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_WrongOrder">) {
    const { node } = parameters;
    super(parameters, `The node ${node} cannot be imported now.`, {
      docsPath: "/errors#edgeregistrywrongordererror",
      metaMessages: ["Import the target first, then each node once, after all its parents: `genesis` orders them."],
    });
  }
}

/** Thrown when a round is in another phase than the call needs. */
export class EdgeRegistryWrongPhaseError extends ContractError<"EdgeRegistry_WrongPhase"> {
  override readonly name = "EdgeRegistryWrongPhaseError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_WrongPhase">) {
    const { round, phase } = parameters;
    super(parameters, `Round ${round} is in ${describePhase(phase)}.`, {
      docsPath: "/errors#edgeregistrywrongphaseerror",
      metaMessages: ["Edges and declarations are taken in Registration, challenges in Registration and Opening."],
    });
  }
}

/** Thrown when the import is not what the deployment committed to. */
export class EdgeRegistryWrongRootError extends ContractError<"EdgeRegistry_WrongRoot"> {
  override readonly name = "EdgeRegistryWrongRootError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_WrongRoot">) {
    const { expected, actual } = parameters;
    super(parameters, `The import hashes to ${actual}; the deployment committed to ${expected}.`, {
      docsPath: "/errors#edgeregistrywrongrooterror",
      metaMessages: ["Import exactly what `genesis` returned, in its order, or the rest of it."],
    });
  }
}

/** Thrown when a child has no weight. */
export class EdgeRegistryZeroWeightError extends ContractError<"EdgeRegistry_ZeroWeight"> {
  override readonly name = "EdgeRegistryZeroWeightError";
  constructor(parameters: ContractErrorParameters<"EdgeRegistry_ZeroWeight">) {
    const { index } = parameters;
    super(parameters, `Child ${index} has no weight.`, {
      docsPath: "/errors#edgeregistryzeroweighterror",
      metaMessages: ["Leave it out, or give it a weight above 0."],
    });
  }
}

const PHASES = ["no phase", "Registration", "Opening", "Trading", "Evaluation", "Challenge", "Settled"];

/** The contract's `Phase` in words. */
function describePhase(phase: number): string {
  return PHASES[phase] ?? `phase ${phase}`;
}
