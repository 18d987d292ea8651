type Variable = {
  readonly label: string;
  readonly offset: number;
  readonly slot: string;
  /** Key among the types; it has the compiler's own number in it, which changes with every edit of any file. */
  readonly type: string;
};

type Type = {
  readonly label: string;
  readonly numberOfBytes: string;
  readonly members?: readonly Variable[];
};

/** `storageLayout` of the compiler's output. */
export type StorageLayout = {
  readonly storage: readonly Variable[];
  /** `null` where there is no storage. */
  readonly types: Readonly<Record<string, Type>> | null;
};

/** A layout to be read and compared: one line for each variable, and for each member of each struct. */
export type LayoutDescription = {
  readonly storage: readonly string[];
  readonly structs: Readonly<Record<string, readonly string[]>>;
};

/** Describes where everything lies, by the names of types alone. */
export function describeLayout({ storage, types }: StorageLayout): LayoutDescription {
  const describe = ({ label, offset, slot, type }: Variable): string => {
    const { label: name, numberOfBytes } = types?.[type] ?? { label: type, numberOfBytes: "?" };
    return `slot ${slot}, byte ${offset}: ${name} ${label} (${numberOfBytes} bytes)`;
  };
  const structs = new Map<string, readonly string[]>();
  for (const { label, members } of Object.values(types ?? {})) {
    if (members === undefined) continue;
    const lines = members.map(describe);
    const known = structs.get(label);
    if (known !== undefined && known.join() !== lines.join()) throw new Error(`There are two types "${label}".`);
    structs.set(label, lines);
  }
  const sorted = [...structs].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { storage: storage.map(describe), structs: Object.fromEntries(sorted) };
}
