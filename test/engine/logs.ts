import { AsyncLocalStorage } from 'node:async_hooks';

import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import type { LogMetadata } from 'n8n-workflow';
import { BinaryDataService, ErrorReporter } from 'n8n-core';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

export interface LogEntry {
	/** `node`: written with `this.logger`; `engine`: written by n8n itself. */
	source: 'node' | 'engine';
	level: (typeof LEVELS)[number];
	message: string;
	metadata?: LogMetadata;
}

// Runs may overlap in one test; each must see its own lines only.
const current = new AsyncLocalStorage<LogEntry[]>();
let installed = false;

/** Runs `task` and collects what the node and the engine log meanwhile into `entries`. */
export async function withLogs<T>(entries: LogEntry[], task: () => Promise<T>): Promise<T> {
	install();
	return await current.run(entries, task);
}

/**
 * n8n's own services keep the logger that they were built with, a node asks the container each time: exchanging the
 * container's logger after the services are there tells the two apart.
 */
function install(): void {
	if (installed) return;
	installed = true;
	const engineLogger = Container.get(Logger);
	const nodeLogger = engineLogger.scoped([]);
	record(engineLogger, 'engine');
	record(nodeLogger, 'node');
	Container.get(ErrorReporter);
	Container.get(BinaryDataService);
	Container.set(Logger, nodeLogger);
}

function record(logger: Logger, source: LogEntry['source']): void {
	for (const level of LEVELS) {
		logger[level] = (message, metadata) => {
			current.getStore()?.push({ source, level, message, metadata });
		};
	}
}
