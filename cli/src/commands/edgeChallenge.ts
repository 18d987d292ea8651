import { challengeEdgeCall, getCandidates, getRegistry, getRound, parseChallengeEdgeLogs } from "deepfunding/actions";
import { canonicalProject } from "deepfunding/csv";
import { nodeId } from "deepfunding/graph";
import { ceilDiv } from "deepfunding/math";
import { zeroAddress } from "viem";

import { readToken } from "../chain/token.ts";
import { defineCommand } from "../command.ts";
import { CandidateNotFoundError } from "../errors.ts";
import { PROJECT } from "../kinds.ts";
import { required } from "../options.ts";
import { formatMoney, formatPercent } from "../output/format.ts";
import { renderFacts } from "../output/table.ts";

export const edgeChallenge = defineCommand({
  name: "edge challenge",
  summary: "stake half of a proposal's bond against it",
  notes: [
    "Until Trading begins, each proposal of the round can be challenged once. If the project leaves the list, you get " +
      "your stake and a quarter of the bond for the place; if it stays, the proposer gets half of the stake.",
  ],
  scope: "send",
  args: {
    parent: required(PROJECT, "the seed to whose list the project was proposed"),
    child: required(PROJECT, "the project that should not be there"),
  },
  options: {},
  examples: [{ line: "deepfunding edge challenge ethereum/solidity left-pad/left-pad", does: "after asking you" }],
  run: async (context, { parent, child }) => {
    const { client } = context;
    const registry = context.addressOf("registry");
    const [parentNode, childNode] = [nodeId(parent), nodeId(child)];
    const [{ round }, { money }] = await Promise.all([
      getRound(client, { rounds: context.addressOf("rounds") }),
      getRegistry(client, { registry }),
    ]);
    const [token, candidates] = await Promise.all([
      readToken(client, money),
      getCandidates(client, { registry, round, parent: parentNode }),
    ]);
    const candidate = candidates.find((each) => each.child === childNode);
    if (candidate === undefined) throw new CandidateNotFoundError({ parent, child, round });
    // As the contract rounds it.
    const stake = ceilDiv(candidate.slotBond + candidate.rateBond, 2n);
    const call = challengeEdgeCall({ registry, parent: parentNode, child: childNode, maxStake: stake });
    const { logs } = await context.send({ calls: [call] });
    const { proposer, rate, challenger } = candidate;
    return {
      round,
      parent: canonicalProject(parent),
      child: canonicalProject(child),
      proposer,
      rate,
      ...token,
      challenger: challenger === zeroAddress ? undefined : challenger,
      stake,
      paid: parseChallengeEdgeLogs({ logs, registry })[0]?.args.stake,
    };
  },
  view: ({ round, parent, child, proposer, rate, stake, paid, ...token }) =>
    renderFacts([
      ["Round", String(round)],
      ["Parent", parent],
      ["Child", child],
      ["Proposed by", proposer],
      ["At a base rate of", formatPercent(rate)],
      [paid === undefined ? "Stake" : "Paid", formatMoney(paid ?? stake, token)],
    ]),
});
