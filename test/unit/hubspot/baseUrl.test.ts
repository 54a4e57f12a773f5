import {
	originOf,
	refuseBaseUrl,
	withoutTrailingSlash,
} from '../../../nodes/HubSpotAssociations/hubspot/api/baseUrl';

it.each([
	'https://api.hubapi.com',
	'https://api.hubapi.com/',
	'HTTPS://api-eu1.hubapi.com:8443',
	'http://localhost:3000',
	'http://127.0.0.1:3000/',
	'http://[::1]:3000',
])('lets a token go to %s', (url) => {
	expect(refuseBaseUrl(url)).toBeUndefined();
});

it.each([
	'http://api.hubapi.com',
	'http://127.0.0.1.evil.example',
	'http://localhost.evil.example',
	'http://localhost@evil.example',
	'https://api.hubapi.com@evil.example',
	'https://api.hubapi.com/path',
	'https://api.hubapi.com\\path',
	'https://api.hubapi.com?x',
	'https://api.hubapi.com#x',
	'https://',
	'ftp://api.hubapi.com',
	' https://api.hubapi.com',
	'https://api.hubapi.com\nhttp://evil.example',
	'',
])('lets no token go to %p', (url) => {
	expect(refuseBaseUrl(url)).toMatch(/^The credential's 'Base URL' must start with https:\/\//);
});

it.each([
	'https://api.hubapi.com:99999',
	'https://api%00.hubapi.com',
	'https://api\u0001.hubapi.com',
	'https://[::1',
])('says of %p that it is no address', (url) => {
	expect(refuseBaseUrl(url)).toBe(
		"The credential's 'Base URL' is not the address of a host. Enter it like https://api.hubapi.com",
	);
});

it('reads the origin of an absolute address only', () => {
	expect(originOf('HTTPS://Api.HubApi.com/crm?x')).toBe('https://api.hubapi.com');
	expect(originOf('https://a.example\\@b.example/')).toBe('https://a.example');
	expect(originOf('/crm')).toBeUndefined();
	expect(originOf('//api.hubapi.com/crm')).toBeUndefined();
});

it('leaves no slash at the end', () => {
	expect(withoutTrailingSlash('https://api.hubapi.com//')).toBe('https://api.hubapi.com');
});
