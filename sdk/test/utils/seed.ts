import fc from "fast-check";

// Loaded before the suites by `npm test`, so that what passed once passes again. `npm run fuzz:sdk` goes without it: every
// run of that tries other cases, and a failure prints its seed.
fc.configureGlobal({ seed: 1 });
