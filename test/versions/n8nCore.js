const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Container } = require('@n8n/di');
const { NodeHelpers } = require('n8n-workflow');
const core = require(tried.core);

/** Below 2.20 it took its arguments one by one. */
class WorkflowExecute extends core.WorkflowExecute {
	run(options) {
		return core.WorkflowExecute.prototype.run.length > 1
			? super.run(options.workflow, options.startNode)
			: super.run(options);
	}
}

/** Below 1.100 an execution had no such part. */
class ExternalSecretsProxy {}

/** Below 1.100 the service was told its settings instead of asking for them, and what is stored by two IDs. */
class BinaryDataConfig {
	mode = 'default';
}

if (!core.ExternalSecretsProxy) Container.set(ExternalSecretsProxy, new ExternalSecretsProxy());

const { BinaryDataService, DirectoryLoader } = core;
const { init, store } = BinaryDataService.prototype;

if (!core.BinaryDataConfig) {
	Container.set(BinaryDataConfig, new BinaryDataConfig());
	const localStoragePath = mkdtempSync(join(tmpdir(), 'n8n-binary-'));
	BinaryDataService.prototype.init = async function () {
		const { mode } = Container.get(BinaryDataConfig);
		await init.call(this, { mode, availableModes: ['filesystem'], localStoragePath });
	};
}
BinaryDataService.prototype.store = async function (location, ...rest) {
	if (typeof location === 'string' || store.length < 4) return await store.call(this, location, ...rest);
	return await store.call(this, location.workflowId, location.executionId, ...rest);
};
BinaryDataService.prototype.setManager ??= () => undefined;

// Below 1.100 it was no part of the loader.
DirectoryLoader.applyDeclarativeNodeOptionParameters ??= NodeHelpers.applyDeclarativeNodeOptionParameters;

module.exports = {
	...core,
	WorkflowExecute,
	ExternalSecretsProxy: core.ExternalSecretsProxy ?? ExternalSecretsProxy,
	BinaryDataConfig: core.BinaryDataConfig ?? BinaryDataConfig,
};
