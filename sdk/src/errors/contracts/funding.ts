import { isAddressEqual, zeroAddress, type Address } from "viem";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a round was swept in a token. */
export class FundingPoolAlreadySweptError extends ContractError<"FundingPool_AlreadySwept"> {
  override readonly name = "FundingPoolAlreadySweptError";
  constructor(parameters: ContractErrorParameters<"FundingPool_AlreadySwept">) {
    const { round, token } = parameters;
    super(parameters, `The claims of round ${round} in ${describeToken(token)} have ended.`, {
      docsPath: "/errors#fundingpoolalreadyswepterror",
      metaMessages: ["What nobody claimed went to a later round: see its `Swept` event."],
    });
  }
}

/** Thrown when a funding pool is deployed with an impossible time to claim. */
export class FundingPoolInvalidClaimRoundsError extends ContractError<"FundingPool_InvalidClaimRounds"> {
  override readonly name = "FundingPoolInvalidClaimRoundsError";
  constructor(parameters: ContractErrorParameters<"FundingPool_InvalidClaimRounds">) {
    const { claimRounds, maximum } = parameters;
    super(parameters, `${claimRounds} rounds to claim in are not possible.`, {
      docsPath: "/errors#fundingpoolinvalidclaimroundserror",
      metaMessages: [`Pass 1 to ${maximum} rounds.`],
    });
  }
}

/** Thrown when money would be sent to nobody. */
export class FundingPoolInvalidReceiverError extends ContractError<"FundingPool_InvalidReceiver"> {
  override readonly name = "FundingPoolInvalidReceiverError";
  constructor(parameters: ContractErrorParameters<"FundingPool_InvalidReceiver">) {
    const { receiver } = parameters;
    super(parameters, `Nothing can be paid to ${receiver}.`, {
      docsPath: "/errors#fundingpoolinvalidreceivererror",
      metaMessages: ["Pass the address of an account."],
    });
  }
}

/** Thrown when nobody is paid for a project yet. */
export class FundingPoolNoPayeeError extends ContractError<"FundingPool_NoPayee"> {
  override readonly name = "FundingPoolNoPayeeError";
  constructor(parameters: ContractErrorParameters<"FundingPool_NoPayee">) {
    const { node } = parameters;
    super(parameters, `Nobody is paid for project ${node} yet.`, {
      docsPath: "/errors#fundingpoolnopayeeerror",
      metaMessages: ["Its maintainer has to be attested and to set a payee; the money waits until its round is swept."],
    });
  }
}

/** Thrown when a funding pool does not know its rounds yet. */
export class FundingPoolNotConnectedError extends ContractError<"FundingPool_NotConnected"> {
  override readonly name = "FundingPoolNotConnectedError";
  constructor(parameters: ContractErrorParameters<"FundingPool_NotConnected">) {
    super(parameters, "The funding pool is not connected to its rounds yet.", {
      docsPath: "/errors#fundingpoolnotconnectederror",
      metaMessages: [
        "Its deployer connects it with `connect`; ether that is sent until then is kept and recorded later.",
      ],
    });
  }
}

/** Thrown when nothing arrived. */
export class FundingPoolNothingReceivedError extends ContractError<"FundingPool_NothingReceived"> {
  override readonly name = "FundingPoolNothingReceivedError";
  constructor(parameters: ContractErrorParameters<"FundingPool_NothingReceived">) {
    const { token } = parameters;
    super(parameters, `Nothing of ${describeToken(token)} arrived.`, {
      docsPath: "/errors#fundingpoolnothingreceivederror",
      metaMessages: ["Pass an amount above 0, of a token that does move it."],
    });
  }
}

/** Thrown when a project has nothing to claim. */
export class FundingPoolNothingToClaimError extends ContractError<"FundingPool_NothingToClaim"> {
  override readonly name = "FundingPoolNothingToClaimError";
  constructor(parameters: ContractErrorParameters<"FundingPool_NothingToClaim">) {
    const { round, token, node } = parameters;
    super(parameters, `Project ${node} has nothing of ${describeToken(token)} to claim in round ${round} now.`, {
      docsPath: "/errors#fundingpoolnothingtoclaimerror",
      metaMessages: ["Its share may still be with its parents: pull it with `planPulls` and `pullMany` first."],
    });
  }
}

/** Thrown when the caller is not who is paid for a project. */
export class FundingPoolNotPayeeError extends ContractError<"FundingPool_NotPayee"> {
  override readonly name = "FundingPoolNotPayeeError";
  constructor(parameters: ContractErrorParameters<"FundingPool_NotPayee">) {
    const { node, caller, payee } = parameters;
    super(parameters, `For project ${node} ${payee} is paid; you are ${caller}.`, {
      docsPath: "/errors#fundingpoolnotpayeeerror",
      metaMessages: ["Send it to the payee with `claimFor`, or claim from the payee's account."],
    });
  }
}

/** Thrown when the weights of a project are not final. */
export class FundingPoolNotSettledError extends ContractError<"FundingPool_NotSettled"> {
  override readonly name = "FundingPoolNotSettledError";
  constructor(parameters: ContractErrorParameters<"FundingPool_NotSettled">) {
    const { round, node } = parameters;
    super(parameters, `The weights of project ${node} for round ${round} are not final.`, {
      docsPath: "/errors#fundingpoolnotsettlederror",
      metaMessages: ["Wait until the round has settled, and settle the project's markets."],
    });
  }
}

/** Thrown when an address is no token. */
export class FundingPoolNotTokenError extends ContractError<"FundingPool_NotToken"> {
  override readonly name = "FundingPoolNotTokenError";
  constructor(parameters: ContractErrorParameters<"FundingPool_NotToken">) {
    const { token } = parameters;
    super(parameters, `There is no token at ${token}.`, {
      docsPath: "/errors#fundingpoolnottokenerror",
      metaMessages: [
        "Pass the address of an ERC-20 on this chain; for ether use `fundEth`, and the zero address elsewhere.",
      ],
    });
  }
}

/** Thrown when a permit was refused and the allowance does not suffice. */
export class FundingPoolPermitFailedError extends ContractError<"FundingPool_PermitFailed"> {
  override readonly name = "FundingPoolPermitFailedError";
  constructor(parameters: ContractErrorParameters<"FundingPool_PermitFailed">) {
    const { token, allowance, amount } = parameters;
    super(parameters, `${token} refused the permit; the allowance is ${allowance} of ${amount} units.`, {
      docsPath: "/errors#fundingpoolpermitfailederror",
      metaMessages: ["Sign again with the present nonce and a later deadline, or call `approveAsset`."],
    });
  }
}

/** Thrown when a round cannot be swept yet. */
export class FundingPoolTooEarlyError extends ContractError<"FundingPool_TooEarly"> {
  override readonly name = "FundingPoolTooEarlyError";
  constructor(parameters: ContractErrorParameters<"FundingPool_TooEarly">) {
    const { round, from, unsettled } = parameters;
    super(
      parameters,
      `Round ${round} can be swept when round ${from} is the next to settle; that is round ${unsettled} now.`,
      {
        docsPath: "/errors#fundingpooltooearlyerror",
        metaMessages: ["Until then its projects can claim."],
      },
    );
  }
}

function describeToken(token: Address): string {
  return isAddressEqual(token, zeroAddress) ? "ether" : `token ${token}`;
}
