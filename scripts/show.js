/**
 * Makes a node or credential of its data, and lets each of its functions read the code when it is first called.
 *
 * @param type what becomes one, e.g. `{}`
 * @param data all that it has but functions
 * @param functions the paths to these, e.g. `methods.listSearch.searchTemplates`
 * @param read answers the class of the whole
 */
function show(type, data, functions, read) {
	// n8n adds to what it was given, and may make a second one.
	Object.assign(type, structuredClone(data));
	let whole;
	for (const path of functions) {
		const folders = path.split('.');
		const name = folders.pop();
		const holder = folders.reduce((object, folder) => (object[folder] ??= {}), type);
		holder[name] = function (...given) {
			whole ??= new (read())();
			return folders.reduce((object, folder) => object[folder], whole)[name].apply(this, given);
		};
	}
}

module.exports = { show };
