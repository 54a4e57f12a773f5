import { itemsIn, readCheckedBlocks } from '../../documents/checkedBlocks';

const block = (name: string, code = '{}') =>
	`<!-- checked: ${name} -->\n\n\`\`\`json\n${code}\n\`\`\`\n`;

it('finds the blocks of every document', () => {
	const blocks = readCheckedBlocks([
		{ path: 'a.md', text: `# A\n\n${block('one', '{\n\t"a": 1\n}')}\nText\n\n${block('two')}` },
		{ path: 'b.md', text: block('three') },
	]);
	expect([...blocks]).toEqual([
		['one', '{\n\t"a": 1\n}'],
		['two', '{}'],
		['three', '{}'],
	]);
});

it('refuses a name that comes twice', () => {
	const documents = ['a.md', 'b.md'].map((path) => ({ path, text: block('one') }));
	expect(() => readCheckedBlocks(documents)).toThrow("b.md: 'checked: one' is there twice");
});

it('refuses a name without a block', () => {
	const text = `<!-- checked: one -->\n\nText\n\n${block('two')}`;
	expect(() => readCheckedBlocks([{ path: 'a.md', text }])).toThrow(
		"a.md: no block follows 'checked: one'",
	);
});

it('reads one item or a list', () => {
	expect(itemsIn('{ "a": 1 }')).toEqual([{ a: 1 }]);
	expect(itemsIn('[{ "a": 1 }, { "a": 2 }]')).toEqual([{ a: 1 }, { a: 2 }]);
});
