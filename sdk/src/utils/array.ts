/** Reads an element that exists: the one place that tells the compiler so. */
export function at(values: Float64Array, index: number): number {
  return values[index] as number;
}
