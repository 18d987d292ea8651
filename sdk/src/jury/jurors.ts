import { concat, encodeAbiParameters, isAddressEqual, keccak256, type Address, type Hex } from "viem";

import { InvalidParameterError } from "../errors/math.ts";

/** A juror, and what keeps the juror unknown until a ballot is published. */
export type Juror = {
  readonly juror: Address;
  /** 32 random bytes, known to the juror. */
  readonly salt: Hex;
};

/** Shows that a juror is one of a round's. */
export type JurorProof = {
  readonly salt: Hex;
  readonly proof: readonly Hex[];
};

/** The jurors of a round. */
export type JurorsTree = {
  /** What `commitJurors` takes. */
  readonly root: Hex;
  /**
   * What `publishBallot` takes.
   * @throws {InvalidParameterError} when it is not one of the jurors.
   */
  readonly proofOf: (juror: Address) => JurorProof;
};

/** Hash that stands for a juror in the tree. */
export function jurorLeaf({ juror, salt }: Juror): Hex {
  return keccak256(keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [juror, salt])));
}

/**
 * Builds the Merkle tree of a round's jurors, the same as OpenZeppelin's `StandardMerkleTree` of `[address, bytes32]`.
 * Keep the salts secret until trading has ended: who knows them knows the jurors.
 * @throws {InvalidParameterError} without jurors, or when one is there twice.
 */
export function buildJurorsTree(jurors: readonly Juror[]): JurorsTree {
  const unique = new Set(jurors.map(({ juror }) => juror.toLowerCase())).size;
  if (unique === 0 || unique < jurors.length) {
    throw new InvalidParameterError({ parameter: "jurors", value: jurors, expected: "one or more, each once" });
  }
  // A complete binary tree, node i above 2i + 1 and 2i + 2: the leaves, sorted, fill it from the end.
  const leaves = jurors.map(jurorLeaf).sort((x, y) => (BigInt(x) < BigInt(y) ? -1 : 1));
  const tree = new Array<Hex>(2 * leaves.length - 1);
  leaves.forEach((leaf, i) => (tree[tree.length - 1 - i] = leaf));
  for (let i = tree.length - 1 - leaves.length; i >= 0; --i)
    tree[i] = hashPair(at(tree, 2 * i + 1), at(tree, 2 * i + 2));

  return {
    root: at(tree, 0),
    proofOf: (juror) => {
      const entry = jurors.find((other) => isAddressEqual(other.juror, juror));
      if (!entry) throw new InvalidParameterError({ parameter: "juror", value: juror, expected: "one of the jurors" });
      const proof: Hex[] = [];
      for (let i = tree.indexOf(jurorLeaf(entry)); i > 0; i = (i - 1) >> 1)
        proof.push(at(tree, i % 2 === 0 ? i - 1 : i + 1));
      return { salt: entry.salt, proof };
    },
  };
}

function hashPair(x: Hex, y: Hex): Hex {
  return keccak256(BigInt(x) < BigInt(y) ? concat([x, y]) : concat([y, x]));
}

function at(tree: readonly Hex[], i: number): Hex {
  return tree[i] as Hex;
}
