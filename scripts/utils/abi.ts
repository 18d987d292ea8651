type Parameter = {
  readonly name: string;
  readonly type: string;
  readonly indexed?: boolean;
  readonly components?: readonly Parameter[];
};

/** An entry of an ABI, as the compiler gives it. */
export type Entry = {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly Parameter[];
  readonly outputs?: readonly Parameter[];
};

/** Leaves out Solidity's own names of types: nothing that reads an ABI here needs them. */
function withoutInternalTypes(parameter: Parameter): Parameter {
  const { name, type, indexed, components } = parameter;
  return {
    name,
    type,
    ...(indexed !== undefined && { indexed }),
    ...(components && { components: components.map(withoutInternalTypes) }),
  };
}

/** An entry without Solidity's own names of types. */
export function clean(entry: Entry): Entry {
  const { inputs, outputs } = entry;
  return {
    ...entry,
    ...(inputs && { inputs: inputs.map(withoutInternalTypes) }),
    ...(outputs && { outputs: outputs.map(withoutInternalTypes) }),
  };
}

/** What tells the entries of an ABI apart, for instance `function split(uint256,uint256,address)`. */
export function signatureOf({ type, name = "", inputs = [] }: Entry): string {
  return `${type} ${name}(${inputs.map((input) => input.type).join(",")})`;
}
