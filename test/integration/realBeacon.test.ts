import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";
import { parseEther, sha256 } from "viem";

import { quicknet } from "../../deploy/beacons/quicknet.ts";
import { countOf, deployKept, keep } from "../utils/keeper.ts";
import { PARAMETERS } from "../utils/rounds.ts";

const DATA = join(import.meta.dirname, "..", "..", "..", "shared", "data", "drand", "quicknet.json");
const DELAY = 25 * 3600;

type Recorded = { readonly beacons: readonly { readonly round: number; readonly signature: string }[] };

describe("A beacon that drand published", function () {
  it("RO-10 RA-21 should draw a whole round, on a chain that is set to its time", async function () {
    if (!existsSync(DATA)) {
      console.log("      (../shared/data is absent: the recorded beacons are passed over)");
      return;
    }
    const { beacons } = JSON.parse(readFileSync(DATA, "utf8")) as Recorded;
    const beacon = beacons.at(-1);
    if (beacon === undefined) throw new Error("No beacon is recorded.");
    const due = quicknet.genesis + (beacon.round - 1) * quicknet.period;
    const start = due - DELAY - PARAMETERS.trading - PARAMETERS.registration;
    const connection = await network.create({
      override: { initialDate: new Date((start - 86_400) * 1000).toISOString() },
    });
    const kept = await deployKept(connection, { randomness: "drand", beacon: { ...quicknet, delay: DELAY } });
    await kept.mined(await kept.sponsor.sponsor({ amount: parseEther("10000") }));
    await connection.networkHelpers.time.setNextBlockTimestamp(start);
    await kept.mined(await kept.keeper.startRound({}));
    const draw = await kept.keeper.getDraw({});
    expect([draw.reference, draw.time]).to.deep.equal([BigInt(beacon.round), BigInt(due)]);

    // As drand's servers answer; the keeper has nothing else to bring.
    const sent = await keep(kept, undefined, JSON.stringify(beacon));
    expect(countOf(sent)).to.deep.include({ draw: 1, selectSeeds: 3, settleTarget: 1, settleSeed: 3 });
    expect((await kept.keeper.getRound({})).random).to.equal(sha256(`0x${beacon.signature}`));
    const { pot, budget } = await kept.keeper.getRound({});
    // Nobody traded: all is back but the shares that each pool locks for ever, and rounding.
    expect(budget - pot < 6_000n).to.equal(true);
  });
});
