export * from './sandbox';
export type * from './sandboxTypes';
