import { readRoundContracts } from "deepfunding";
import { getAudit, getJury, getRoster, getRound, parseRequestAuditLogs, requestAuditCall } from "deepfunding/actions";
import { canonicalProject } from "deepfunding/csv";
import { nodeId } from "deepfunding/graph";

import { readToken, unitsOf } from "../chain/token.ts";
import { defineCommand, type SendContext } from "../command.ts";
import { ProjectNotFoundError } from "../errors.ts";
import { AMOUNT, PROJECT, ROUND_KIND } from "../kinds.ts";
import { required, withDefault } from "../options.ts";
import { formatMoney } from "../output/format.ts";
import { renderFacts } from "../output/table.ts";

export const audit = defineCommand({
  name: "audit",
  summary: "pay for the jury to look at a project",
  notes: [
    "From the end of trading on, until audits end. The projects for which most was paid are judged; what was paid for " +
      "the others can be taken back.",
  ],
  scope: "send",
  args: { project: required(PROJECT, "a seed of the current round"), amount: required(AMOUNT, "what to pay") },
  options: { kind: withDefault(ROUND_KIND, "what to judge it for", "weight") },
  examples: [
    {
      line: "deepfunding audit ethereum/solidity 50 --kind originality",
      does: "what it does itself, and what it owes",
    },
    { line: "deepfunding audit ethereum/solidity 50 --dry-run --json", does: "what is paid for it so far" },
  ],
  run: async (context, { project, amount, kind }) => {
    const { client, account } = context;
    const jury = context.addressOf("jury");
    const { round, index } = await findSeed(context, project);
    const { stakeToken } = await getJury(client, { jury });
    const token = await readToken(client, stakeToken);
    const { total: before } = await getAudit(client, { jury, round, kind, index, payer: account });
    const units = unitsOf(amount, token);
    const { logs } = await context.send({ calls: [requestAuditCall({ jury, round, kind, index, amount: units })] });
    const paid = parseRequestAuditLogs({ logs, jury })[0]?.args.amount;
    return { round, project: canonicalProject(project), kind, ...token, before, amount: units, paid };
  },
  view: ({ round, project, kind, before, amount, paid, ...token }) =>
    renderFacts([
      ["Project", project],
      ["Judged for", `${kind}, in round ${round}`],
      ["Paid before, by all", formatMoney(before, token)],
      [paid === undefined ? "To pay" : "Paid", formatMoney(paid ?? amount, token)],
    ]),
});

async function findSeed({ client, addressOf }: SendContext, project: string) {
  const rounds = addressOf("rounds");
  const [{ round }, { registry, target }] = await Promise.all([
    getRound(client, { rounds }),
    readRoundContracts(client, { rounds }),
  ]);
  const { children } = await getRoster(client, { registry, round, node: target });
  const index = children.indexOf(nodeId(project));
  if (index < 0) throw new ProjectNotFoundError({ project, where: `a seed of round ${round}` });
  return { round, index };
}
