import { endpoint } from './endpoint';

export const accountInfoEndpoints = [
	endpoint({
		method: 'GET',
		root: 'accountInfo',
		path: '/details',
		access: 'token',
		handle: ({ account }) => ({
			status: 200,
			body: {
				portalId: account.portalId,
				accountType: 'STANDARD',
				timeZone: 'Europe/Dublin',
				companyCurrency: 'EUR',
				additionalCurrencies: [],
				utcOffset: '+00:00',
				utcOffsetMilliseconds: 0,
				uiDomain: 'app.hubspot.com',
				dataHostingLocation: 'eu1',
			},
		}),
	}),
];
