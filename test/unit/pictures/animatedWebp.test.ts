import { animatedWebp } from '../../e2e/support/animatedWebp';

/** A still picture with a chunk that an animation has no use for; its pixels are `pixels`. */
function still(pixels: string): Buffer {
	return riff([...part('VP8X', 'ten bytes.'), ...part('VP8 ', pixels)]);
}

function riff(chunks: Buffer[]): Buffer {
	return Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBP'), ...chunks]);
}

function part(name: string, content: string): Buffer[] {
	const length = Buffer.alloc(4);
	length.writeUInt32LE(content.length);
	return [Buffer.from(name), length, Buffer.from(content + '\0'.repeat(content.length % 2))];
}

/** The chunks from there on, as a reader of the format walks through them. */
function chunksIn(file: Buffer, start = 12): Array<{ name: string; content: Buffer }> {
	if (start >= file.length) return [];
	const length = file.readUInt32LE(start + 4);
	const content = file.subarray(start + 8, start + 8 + length);
	const name = file.toString('latin1', start, start + 4);
	return [{ name, content }, ...chunksIn(file, start + 8 + length + (length % 2))];
}

describe('an animated WebP', () => {
	const file = animatedWebp(
		[
			{ image: still('even'), milliseconds: 700 },
			{ image: still('uneven!'), milliseconds: 70_000 },
		],
		{ width: 992, height: 608 },
	);
	const [extended, animation, ...frames] = chunksIn(file);

	it('says its length and its size, and repeats without end', () => {
		expect(file.toString('latin1', 0, 4)).toBe('RIFF');
		expect(file.readUInt32LE(4)).toBe(file.length - 8);
		expect(file.toString('latin1', 8, 12)).toBe('WEBP');
		expect(extended.name).toBe('VP8X');
		expect(extended.content[0]).toBe(2);
		expect(extended.content.readUIntLE(4, 3)).toBe(991);
		expect(extended.content.readUIntLE(7, 3)).toBe(607);
		expect(animation).toEqual({ name: 'ANIM', content: Buffer.alloc(6) });
	});

	it('shows the pixels of each picture, and nothing else of it, for its time', () => {
		expect(frames.map(({ name }) => name)).toEqual(['ANMF', 'ANMF']);
		expect(frames.map(({ content }) => content.readUIntLE(12, 3))).toEqual([700, 70_000]);
		const pixels = frames.map(({ content }) =>
			chunksIn(content, 16).map((inner) => [inner.name, inner.content.toString()]),
		);
		expect(pixels).toEqual([[['VP8 ', 'even']], [['VP8 ', 'uneven!']]]);
	});
});
