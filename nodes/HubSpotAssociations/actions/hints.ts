import type { NodeHint } from 'n8n-workflow';
import { DISPLAY_NAMES } from '../input/displayNames';

/** Hints in the output panel before a run, where the parameters may not do what the user wants. */
export const hints: NodeHint[] = [
	unnamedProperty('fromRecordId', 'fromIdProperty'),
	unnamedProperty('toRecordId', 'toIdProperty'),
	beforeRun(
		'$parameter["returnAll"] === false && $input.all().length > 1',
		`'${DISPLAY_NAMES.limit}' applies to all input items together`,
	),
	beforeRun(
		'JSON.stringify($rawParameter["options"] ?? {}).includes(\'"=\') && $input.all().length > 1',
		`An expression under '${DISPLAY_NAMES.options}' is evaluated once, for the first input item, and applies to all of them`,
	),
	beforeRun(
		'$parameter["options"]?.deleteUnlisted === true && $parameter["options"]?.dryRun !== true',
		`'${DISPLAY_NAMES.deleteUnlisted}' is on: anything that no item lists will be deleted. Turn on '${DISPLAY_NAMES.dryRun}' to preview it.`,
		'warning',
	),
	beforeRun(
		'$parameter["operation"] === "applyPlan"',
		`Apply Plan takes the items that Sync returned with '${DISPLAY_NAMES.dryRun}' on: all of them, or those that you approve`,
	),
];

function unnamedProperty(
	record: 'fromRecordId' | 'toRecordId',
	property: 'fromIdProperty' | 'toIdProperty',
): NodeHint {
	return beforeRun(
		`String($parameter["${record}"] ?? "").includes("@") && !$parameter["options"]?.${property}`,
		`'${DISPLAY_NAMES[record]}' contains an email. Add '${DISPLAY_NAMES[property]}' under '${DISPLAY_NAMES.options}' and set it to email.`,
		'warning',
	);
}

function beforeRun(condition: string, message: string, type: NodeHint['type'] = 'info'): NodeHint {
	return {
		message,
		type,
		displayCondition: `={{ ${condition} }}`,
		whenToDisplay: 'beforeExecution',
		location: 'outputPane',
	};
}
