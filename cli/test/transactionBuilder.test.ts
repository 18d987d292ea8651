import { expect } from "chai";
import { keccak256, stringToHex } from "viem";

import { toTransactionBuilderFile } from "../src/send/transactionBuilder.ts";

describe("CLI: a file for the Transaction Builder of a Safe", function () {
  const safe = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
  const to = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
  const transaction = { chainId: 1, from: safe, to, value: 7n, data: "0x12", description: "Do it." } as never;

  it("has the checksum that the Transaction Builder computes: keys sorted, without the name of the batch", function () {
    const { meta, ...file } = toTransactionBuilderFile(safe, [transaction], 5);
    expect({ ...file, meta }).to.deep.include({ version: "1.0", chainId: "1", createdAt: 5 });
    // The text that it hashes, written out.
    const hashed =
      '{["chainId","createdAt","meta","transactions","version"]"1",5,' +
      `{["createdFromSafeAddress","description","name"]"${safe}","Do it.",null,},` +
      `[{["contractInputsValues","contractMethod","data","to","value"]null,null,"0x12","${to}","7",}],"1.0",}`;
    expect(meta.checksum).to.equal(keccak256(stringToHex(hashed)));
  });

  it("has another one once anything but its name is changed", function () {
    const one = toTransactionBuilderFile(safe, [transaction], 5).meta.checksum;
    expect(toTransactionBuilderFile(safe, [transaction], 6).meta.checksum).to.not.equal(one);
    expect(toTransactionBuilderFile(to, [transaction], 5).meta.checksum).to.not.equal(one);
  });
});
