import type { Command } from "../command.ts";
import { audit } from "./audit.ts";
import { claim } from "./claim.ts";
import { completion } from "./completion.ts";
import { credit } from "./credit.ts";
import { edgeChallenge } from "./edgeChallenge.ts";
import { edgePropose } from "./edgePropose.ts";
import { fund } from "./fund.ts";
import { graphFromLockfile } from "./graphFromLockfile.ts";
import { graphGenesis } from "./graphGenesis.ts";
import { juryAggregate } from "./juryAggregate.ts";
import { juryPost } from "./juryPost.ts";
import { juryVerify } from "./juryVerify.ts";
import { keystoreAddress, keystoreImport, keystoreNew } from "./keystore.ts";
import { liquidityAdd, liquidityRemove } from "./liquidity.ts";
import { market } from "./market.ts";
import { plan } from "./plan.ts";
import { pnl } from "./pnl.ts";
import { positions } from "./positions.ts";
import { redeem } from "./redeem.ts";
import { roundAdvance } from "./roundAdvance.ts";
import { roundDraw } from "./roundDraw.ts";
import { roundStatus } from "./roundStatus.ts";
import { trade } from "./trade.ts";
import { weightsTemplate } from "./weightsTemplate.ts";

/**
 * All commands, in the order of the help. A new one is a file beside this with `defineCommand`, and its place here: its
 * help, its completion and `--json` come from its description, and the tests parse its examples.
 * - `scope` says what `run` is given: files (`offline`), a chain (`read`), or a chain and an account (`send`).
 * - `run` returns plain data, amounts in units as `bigint`, and passes what is to be sent to `context.send`:
 *   `--dry-run`, `--unsigned`, `--safe`, `--yes` and the keys are its business. What an event says is read from the
 *   `logs` that it returns, none if nothing was sent.
 * - `view` writes the data for people; what was sent is written below it.
 */
export const COMMANDS: readonly Command[] = [
  market,
  weightsTemplate,
  plan,
  trade,
  positions,
  pnl,
  redeem,
  liquidityAdd,
  liquidityRemove,
  edgePropose,
  edgeChallenge,
  audit,
  juryAggregate,
  juryPost,
  juryVerify,
  fund,
  claim,
  credit,
  roundStatus,
  roundAdvance,
  roundDraw,
  graphFromLockfile,
  graphGenesis,
  keystoreNew,
  keystoreImport,
  keystoreAddress,
  completion,
];
