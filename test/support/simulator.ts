import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator';

/** Starts a simulator before each test of this file or `describe`, and closes it after: no test finds what another left. */
export function simulatorForEachTest(options?: SimulatorOptions): Simulator {
	const running = new Running();
	beforeEach(async () => await running.start(options));
	afterEach(async () => await running.close());
	return running.standIn();
}

/** Starts one simulator for all tests of this file or `describe`, which empty it themselves with `refill` or `reset`. */
export function simulatorForAllTests(options?: SimulatorOptions): Simulator {
	const running = new Running();
	beforeAll(async () => await running.start(options));
	afterAll(async () => await running.close());
	return running.standIn();
}

class Running {
	private simulator?: Simulator;

	async start(options?: SimulatorOptions): Promise<void> {
		this.simulator = await startSimulator(options);
	}

	async close(): Promise<void> {
		await this.simulator?.close();
		this.simulator = undefined;
	}

	/** Returns what a file's tests can hold from the start: it reads every property from the simulator that runs by then. */
	standIn(): Simulator {
		return new Proxy({} as Simulator, {
			get: (_, property: keyof Simulator) => {
				if (!this.simulator)
					throw new Error('The simulator runs only while a test or its hooks run');
				return this.simulator[property];
			},
		});
	}
}
