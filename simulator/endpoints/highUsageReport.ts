import { invalid } from '../http/errors';
import { endpoint } from './endpoint';

const LARGEST_USER_ID = 2 ** 31 - 1;

/** HubSpot mails the records with many associations to a user; here nothing is mailed. */
export const highUsageReportEndpoints = [
	endpoint({
		method: 'POST',
		root: 'records',
		path: '/usage/high-usage-report/:userId',
		access: 'anyObject',
		rate: 'exempt',
		handle: ({ params }) => {
			const userId = Number(params.userId);
			if (!Number.isInteger(userId) || Math.abs(userId) > LARGEST_USER_ID) {
				throw invalid(`${params.userId} is not a user ID`);
			}
			const enqueueTime = { value: Date.now(), dateOnly: false, timeZoneShift: 0 };
			return {
				status: 200,
				body: { enqueueTime, userId, userEmail: `user.${userId}@example.com` },
			};
		},
	}),
];
