export function installHooks(root: string, environment?: NodeJS.ProcessEnv): void;
