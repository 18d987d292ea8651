import { expect } from "chai";

import { BaseError, LnUndefinedError } from "../../src/errors/index.ts";

describe("BaseError", function () {
  it("says what is wrong, then the next steps, the docs and the cause", function () {
    const error = new BaseError("It failed.", {
      cause: new Error("no route"),
      docsPath: "/errors#it",
      metaMessages: ["Try again.", "Or not."],
    });
    expect(error.message).to.equal("It failed.\nTry again.\nOr not.\nDocs: /errors#it\nDetails: no route");
    expect(error.shortMessage).to.equal("It failed.");
    expect(error.metaMessages).to.deep.equal(["Try again.", "Or not."]);
    expect(error.details).to.equal("no route");
  });

  it("is as short as its parts", function () {
    const error = new BaseError("It failed.");
    expect(error.message).to.equal("It failed.");
    expect(error.cause).to.equal(undefined);
    expect(error).to.not.have.own.property("cause");
  });

  it("walks the chain of causes", function () {
    const root = new RangeError("root");
    const middle = new BaseError("middle", { cause: root });
    const outer = new BaseError("outer", { cause: middle });
    expect(outer.details).to.equal("root");
    expect(outer.walk()).to.equal(root);
    expect(outer.walk((error) => error === middle)).to.equal(middle);
    expect(outer.walk((error) => error instanceof TypeError)).to.equal(null);
  });

  it("keeps the name of its class", function () {
    const error = new LnUndefinedError({ x: -1n });
    expect(error.name).to.equal("LnUndefinedError");
    expect(error).to.be.instanceOf(BaseError);
    expect(error).to.be.instanceOf(Error);
  });
});
