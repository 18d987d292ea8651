import { expect } from "chai";

import {
  findBareIds,
  findDivisionsBeforeProducts,
  findUnboundedCasts,
  findUnexplainedUnchecked,
  findWarnings,
  findWritesAfterCalls,
  type Finding,
  type Source,
} from "../../scripts/check/rules.ts";
import { parseLcov, percentOf } from "../../scripts/coverage/lcov.ts";
import { analyse, type AstNode } from "../../scripts/mutate/ast.ts";
import { findMutants, type Mutant } from "../../scripts/mutate/mutants.ts";
import { findTightContracts, type Size } from "../../scripts/utils/margins.ts";
import { SWITCH, SWITCH_PATH, blame, plant } from "../../scripts/mutate/schemata.ts";

const FILE = "contracts/Sample.sol";
const ROOT = new URL("../..", import.meta.url).pathname;

function parse(body: string): Source {
  const text = `pragma solidity ^0.8.37;\n${body}`;
  const { trees, errors } = analyse(ROOT, new Map([[FILE, text]]));
  expect(errors.map(({ message }) => message)).to.deep.equal([]);
  return { file: FILE, text, tree: trees.get(FILE) as AstNode };
}

const linesOf = (findings: readonly Finding[]) => findings.map(({ line }) => line);

describe("Checks of the contracts", function () {
  this.timeout(30_000); // the compiler takes seconds to load

  it("what the compiler warns of should be found, in the file that it is in", function () {
    const head = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n";
    const used = `${head}contract D { function f() external pure { uint256 unused; } }`;
    const text = `${head}import {D} from "./D.sol";\n\ncontract C is D { function g() external pure { uint256 idle; } }`;
    const sources = new Map([
      ["contracts/C.sol", text],
      ["contracts/D.sol", used],
      ["contracts/E.sol", "pragma solidity ^0.8.37;\ncontract E {}"],
    ]);
    const { trees, warnings } = analyse(ROOT, sources);
    const find = (file: string) =>
      findWarnings({ file, text: sources.get(file) ?? "", tree: trees.get(file) as AstNode }, warnings);
    const UNUSED = "Unused local variable.";
    expect(find("contracts/C.sol").map(({ line, message }) => `${line} ${message}`)).to.deep.equal([`5 ${UNUSED}`]);
    expect(find("contracts/D.sol").map(({ line, message }) => `${line} ${message}`)).to.deep.equal([`3 ${UNUSED}`]);
    expect(linesOf(find("contracts/E.sol")), "a warning of the whole file").to.deep.equal([1]);
  });

  it("an unchecked block without a reason should be found, one with a reason not", function () {
    const source = parse(`contract C {
      function a(uint256 x) external pure returns (uint256) { unchecked { return x + 1; } }
      /// @dev x is below 2^128.
      function b(uint256 x) external pure returns (uint256) { unchecked { return x + 1; } }
      function c(uint256 x) external pure returns (uint256) {
        // x is below 2^128.
        unchecked { return x + 1; }
      }
    }`);
    expect(linesOf(findUnexplainedUnchecked(source))).to.deep.equal([3]);
  });

  it("a cast to fewer bits should be found unless it is guarded, cut, or explained", function () {
    const source = parse(`contract C {
      uint8 a;
      function b(uint256 x) external { a = uint8(x); }
      function c(uint256 x) external { if (x > 255) revert(); a = uint8(x); }
      function d(uint256 x) external { a = uint8(x >> 248); }
      function e(uint256 x) external {
        a = uint8(x * 2); // at most 100
      }
      function f(uint256 x, uint256 y) external { if (y > 255) revert(); a = uint8(x); }
    }`);
    expect(linesOf(findUnboundedCasts(source))).to.deep.equal([4, 10]);
  });

  it("a quotient that is multiplied should be found, a product that is divided not", function () {
    const source = parse(`contract C {
      function a(uint256 x) external pure returns (uint256) { return (x / 3) * 2; }
      function b(uint256 x) external pure returns (uint256) { return (x * 2) / 3; }
      function c(uint256 x) external pure returns (uint256) { return x * (uint256(10) / 5); }
    }`);
    expect(linesOf(findDivisionsBeforeProducts(source))).to.deep.equal([3, 5]);
  });

  it("a comment of ids, symbols or a formula alone should be found, a sentence with an id not", function () {
    const source = parse(`/// @title A sample
    contract C {
      /// @dev JU-51.
      uint256 a;
      /// @dev D + 3 (W + A).
      uint256 b; // D
      /// @notice See {C}.
      /// @dev {c}.
      uint256 c;
      // Until the deadline D (JU-51).
      /* STORAGE */
      uint256 d; // unix seconds
      /// @dev The hard end:
      /// D + 3 (W + A).
      uint256 e;
      // \`a + b\`
      uint256 f;
    }`);
    expect(linesOf(findBareIds(source))).to.deep.equal([4, 6, 7, 9, 17]);
  });

  it("a write after a call should be found, through inner functions and pointers too, but not under a guard", function () {
    const source = parse(`interface I { function f() external; function g() external view; }
    contract C {
      mapping(uint256 => uint256) values;
      uint256[] list;
      bool locked;
      modifier nonReentrant() { require(!locked); locked = true; _; locked = false; }
      function a(I i) external { i.f(); list[0] = 1; }
      function b(I i) external { list[0] = 1; i.f(); }
      function c(I i) external { call(i); write(); }
      function d(I i) external nonReentrant { i.f(); write(); }
      function e(I i) external { i.g(); write(); }
      function f(address to) external { (bool sent, ) = to.call(""); require(sent); delete values[1]; }
      function g(I i) external view { i.g(); }
      function call(I i) internal { i.f(); }
      function write() internal { uint256[] storage pointer = list; pointer[0]++; }
    }`);
    expect(linesOf(findWritesAfterCalls([source]))).to.deep.equal([8, 10, 13]);
  });
});

describe("Room to grow", function () {
  const size = (margin: number): Size => ({ deployed: 24_576 - margin, margin });
  const ROOMY = Object.fromEntries(
    ["EdgeRegistry", "FundingPool", "Jury", "Markets", "OpeningAuction", "Rounds"].map((name) => [name, size(1_500)]),
  );

  it("a core contract with too few bytes left should be named, another contract not", function () {
    expect(findTightContracts({ ...ROOMY, Lens: size(0) })).to.deep.equal([]);
    expect(findTightContracts({ ...ROOMY, Jury: size(1_499), Markets: size(18) })).to.deep.equal([
      "Jury has 1499 bytes left, fewer than 1500: give a part of it to a linked library.",
      "Markets has 18 bytes left, fewer than 1500: give a part of it to a linked library.",
    ]);
  });

  it("a core contract that is not there should be named", function () {
    const others = Object.fromEntries(Object.entries(ROOMY).filter(([name]) => name !== "Rounds"));
    expect(findTightContracts(others)).to.deep.equal([
      "Rounds is a core contract, but the build has none of that name.",
    ]);
  });
});

describe("Mutants", function () {
  this.timeout(30_000);

  const BODY = `contract C {
    uint256 constant LIMIT = 5;
    event Grown(uint256 x);
    error C_TooLarge();
    function grow(uint256 x) external {
        if (x >= LIMIT) revert C_TooLarge();
        emit Grown(x / 2);
    }
    function isSmall(int256 x) external pure returns (bool) {
        return x < 3 && x != 0;
    }
}`;

  function mutantsOf(source: Source): Mutant[] {
    return findMutants([FILE], new Map([[FILE, source.text]]), new Map([[FILE, source.tree]]));
  }

  it("should be of every kind that the code has, each once", function () {
    const mutants = mutantsOf(parse(BODY));
    const changes = mutants.map(({ before, text }) => `${before} => ${text}`);
    expect(new Set(changes).size).to.equal(changes.length);
    expect(changes).to.include.members([
      " => return;",
      "x >= LIMIT => false",
      "x >= LIMIT => (x) > (LIMIT)",
      "LIMIT => LIMIT + 1",
      "emit Grown(x / 2); => ",
      "x / 2 => (x) * (2)",
      "x / 2 => ((x) + (2) - 1) / (2)",
      "2 => 2 + 1",
      "x < 3 && x != 0 => (x < 3) || (x != 0)",
      "x < 3 && x != 0 => !(x < 3 && x != 0)",
      "x < 3 => (x) <= (3)",
      "x != 0 => (x) == (0)",
      "3 => 3 + 1",
      "0 => 0 + 1",
    ]);
    expect(changes).to.have.lengthOf(14);
  });

  it("should compile together, and say who is to blame for one that does not", function () {
    const source = parse(BODY);
    const mutants = mutantsOf(source);
    const planted = plant(FILE, source.text, mutants);
    for (const { id } of mutants) expect(planted).to.include(`mutantIsOn(${id})`);
    expect(
      analyse(
        ROOT,
        new Map([
          [FILE, planted],
          [SWITCH_PATH, SWITCH],
        ]),
      ).errors,
    ).to.deep.equal([]);
    const [first, second] = mutants;
    if (first === undefined || second === undefined) throw new Error("There are no mutants.");
    const broken = plant(FILE, source.text, [first, { ...second, text: "nothing" }]);
    const [error] = analyse(
      ROOT,
      new Map([
        [FILE, broken],
        [SWITCH_PATH, SWITCH],
      ]),
    ).errors;
    const { start = -1, end = -1 } = error?.sourceLocation ?? {};
    expect(blame(broken, start, end)).to.equal(second.id);
  });
});

describe("Coverage", function () {
  it("should count lines that ran, and name those that did not", function () {
    const files = parseLcov(
      "TN:\nSF:a.sol\nDA:3,0\nDA:4,7\nLH:1\nLF:2\nend_of_record\nSF:b.sol\nDA:1,1\nend_of_record\n",
    );
    expect(files).to.deep.equal([
      { file: "a.sol", lines: 2, missed: [3] },
      { file: "b.sol", lines: 1, missed: [] },
    ]);
    expect(files.map((file) => percentOf([file]))).to.deep.equal([50, 100]);
    // Two of three.
    expect(Math.abs(percentOf(files) - 200 / 3)).to.be.below(1e-9);
  });
});
