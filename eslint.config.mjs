import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const published = ['nodes/**/*.ts', 'credentials/**/*.ts'];

/** The two plugins contradict each other here; n8n's own command-line tool switches the same five off. */
const contradicting = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

/** The rules of one of eslint-plugin-n8n-nodes-base's sets, for the files that they are about. */
function nodesBase(set, files) {
	return {
		files,
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs[set].rules, ...contradicting },
	};
}

const json = {
	files: ['package.json'],
	languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
};

/**
 * n8n's own two sets of rules for what is published, and more for all that is not. `n8n.strict` in package.json is not
 * set: with it `n8n-node lint` asks for n8n's own file in the place of this one, and for nothing else.
 */
export default tseslint.config(
	{ ignores: ['**/node_modules', 'dist', 'coverage', '.data'] },
	{
		files: ['**/*.ts'],
		extends: [...tseslint.configs.recommended],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'no-restricted-properties': [
				'error',
				{ object: 'URL', property: 'canParse', message: 'Wrong in Node 20 once it is hot: use parsedUrl.' },
			],
		},
	},
	// What is built as well: n8n's scanner applies these to the tarball. A test unpacks it and lints it with this file.
	{ ...n8nCommunityNodesPlugin.configs.recommended, files: [...published, 'dist/**/*.js', 'package.json'] },
	{ files: [...published, 'dist/**/*.js'], rules: { 'no-console': 'error' } },
	json,
	nodesBase('nodes', ['nodes/**/*.ts']),
	nodesBase('credentials', ['credentials/**/*.ts']),
	nodesBase('community', ['package.json']),
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
);
