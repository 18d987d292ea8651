/** x and y of the public key, a point on G2: the real part of each, then the imaginary one. */
const KEY =
  "000000000000000000000000000000000d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a" +
  "0000000000000000000000000000000003cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451" +
  "000000000000000000000000000000000e5db2b6bfbb01c867749cadffca88b36c24f3012ba09fc4d3022c5c37dce0f977d3adb5d183c7477c442b1f04515273" +
  "0000000000000000000000000000000001a714f2edb74119a2f2b0d5a7c75ba902d163700a61bc224ededd8e63aef7be1aaf8e93d7a9718b047ccddb3eb5d68b";

/** x and y of the signature of round 1,000. */
const SIGNATURE_1000 =
  "144679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39" +
  "11f92e4521ef54f047b64b85fa98db2d46f0f44add1f60b93f8a0dbddd63b34f238657c2d93aed18b90bddd60a01b6d2";

/**
 * drand's beacon "quicknet", by public constants: what `DrandRandomness` is deployed with where nothing else is said. Its
 * public key in drand's spelling is 83cf0f28…e45a, compressed and with the imaginary parts first.
 */
export const quicknet = {
  chainHash: "0x52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
  key: `0x${KEY}`,
  genesis: 1_692_803_367,
  period: 3,
  knownRound: 1000,
  knownSignature: `0x${SIGNATURE_1000}`,
} as const;
