import { HubSpotAssociations } from '../../../nodes/HubSpotAssociations/HubSpotAssociations.node';
import { credentialAttacks } from './credentialParameters';
import { rowAttacks } from './rowParameters';
import { parameterNames, runAttacks } from './runParameters';

it('attacks every parameter of the node, and every option', () => {
	const { properties } = new HubSpotAssociations().description;
	const attacked = [...rowAttacks(), ...runAttacks()].map(({ parameter }) => parameter);
	expect([...new Set(attacked)].sort()).toEqual([...new Set(parameterNames(properties))].sort());
});

it('attacks every field of the credentials that a person fills in', () => {
	expect(credentialAttacks().map(({ credential, field }) => `${credential} ${field}`)).toEqual([
		'hubSpotAssociationsApi accessToken',
		'hubSpotAssociationsApi baseUrl',
		'hubSpotAssociationsOAuth2Api baseUrl',
		'hubSpotAssociationsOAuth2Api scope',
	]);
});
