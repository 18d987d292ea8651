/** Told of what is wrong with a source: names the file and the remedy. */
export type Report = (problem: string) => void;
