export * from './binary';
export * from './runCredentialTest';
export * from './runListSearch';
export * from './runNode';
export * from './runResourceMapping';
export type * from './runTypes';
export * from './runWebhook';
export * from './runWorkflow';
