import { contractError } from "./base.ts";

/** Thrown when a call goes to an address without code. */
export class AddressEmptyCodeError extends contractError("AddressEmptyCode", {
  says: ({ target }) => `There is no contract at ${target}.`,
  next: "Check the address and the chain.",
}) {}

/** Thrown when a clone's arguments do not fit. */
export class CloneArgumentsTooLongError extends contractError("CloneArgumentsTooLong", {
  says: "The wrapper's arguments are too long.",
  next: "Create wrappers with `createWrapper`.",
}) {}

/** Thrown when nothing would be deployed. */
export class Create2EmptyBytecodeError extends contractError("Create2EmptyBytecode", {
  says: "There is no code to deploy.",
  next: "Create wrappers with `createWrapper`.",
}) {}

/** Thrown when a call failed without saying why. */
export class FailedCallError extends contractError("FailedCall", {
  says: "A call in the batch failed without saying why.",
  next: "Send the calls one by one to find it, and leave enough gas.",
}) {}

/** Thrown when a deployment failed. */
export class FailedDeploymentError extends contractError("FailedDeployment", {
  says: "The wrapper could not be deployed.",
  next: "Send it again with more gas.",
}) {}

/** Thrown when a contract has too little native currency. */
export class InsufficientBalanceError extends contractError("InsufficientBalance", {
  says: ({ balance, needed }) => `The contract has ${balance} wei; ${needed} are needed.`,
  next: "Send no value with these calls: they need none.",
}) {}

/** Thrown when a token calls back in the middle of a transfer. */
export class ReentrancyGuardReentrantCallError extends contractError("ReentrancyGuardReentrantCall", {
  says: "The asset called back in the middle of a transfer.",
  next: "Tokens with callbacks cannot call the contract again; use another asset.",
}) {}

/** Thrown when a signed number does not fit. */
export class SafeCastOverflowedIntDowncastError extends contractError("SafeCastOverflowedIntDowncast", {
  says: ({ bits, value }) => `${value} does not fit into ${bits} bits.`,
  next: "Use smaller amounts.",
}) {}

/** Thrown when a number does not fit. */
export class SafeCastOverflowedUintDowncastError extends contractError("SafeCastOverflowedUintDowncast", {
  says: ({ bits, value }) => `${value} does not fit into ${bits} bits.`,
  next: "Use smaller amounts.",
}) {}

/** Thrown when a number does not fit into a signed one. */
export class SafeCastOverflowedUintToIntError extends contractError("SafeCastOverflowedUintToInt", {
  says: ({ value }) => `${value} is too large.`,
  next: "Use smaller amounts.",
}) {}

/** Thrown when a number does not fit into its text. */
export class StringsInsufficientHexLengthError extends contractError("StringsInsufficientHexLength", {
  says: ({ value, length }) => `${value} does not fit into ${length} bytes of text.`,
  next: "Check the id: it is not one of a market.",
}) {}

/** Thrown when a text that a contract keeps is broken. */
export class InvalidShortStringError extends contractError("InvalidShortString", {
  says: "The contract's name or version is broken.",
  next: "Check the address: it is not one of this package's contracts.",
}) {}

/** Thrown when a text does not fit into one word. */
export class StringTooLongError extends contractError("StringTooLong", {
  says: ({ str }) => `"${str}" is too long.`,
  next: "Use at most 31 bytes.",
}) {}

/** Thrown when bytes are no RLP. */
export class RLPInvalidEncodingError extends contractError("RLPInvalidEncoding", {
  says: "The header is not valid RLP.",
  next: "Encode it with `encodeBlockHeader`.",
}) {}

/** Thrown when a block header lacks a field. */
export class FieldNotPresentInBlockHeaderError extends contractError("FieldNotPresentInBlockHeader", {
  says: "The header lacks a field that the chain must have.",
  next: "The chain is older than the Merge: it needs another source of randomness.",
}) {}
