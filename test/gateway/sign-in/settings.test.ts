import { describe, expect, it } from 'vitest';
import { ownPath } from '../../../gateway/sign-in/own-path.js';
import { isOwnRequest } from '../../../gateway/sign-in/own-request.js';
import { providerFrom } from '../../../gateway/sign-in/relying-party.js';

describe('front.md 4: any provider by discovery, named by the environment', () => {
  const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'luyue', OIDC_CLIENT_SECRET: 's' };
  it('is none where nothing is said: the embedded one serves', () => {
    expect(providerFrom({})).toBeUndefined();
    expect(providerFrom({ OIDC_ISSUER: '' })).toBeUndefined();
  });

  it('is taken whole or not at all, and by https', () => {
    expect(providerFrom(whole)).toEqual({
      issuer: 'https://id.example',
      clientId: 'luyue',
      clientSecret: 's',
      secondFactor: ['mfa'],
    });
    expect(providerFrom({ ...whole, OIDC_MFA_ACR: '2 gold' })?.secondFactor).toEqual(['2', 'gold']);
    expect(() => providerFrom({ ...whole, OIDC_CLIENT_SECRET: '' })).toThrow(/OIDC_CLIENT_SECRET/);
    expect(() => providerFrom({ ...whole, OIDC_ISSUER: 'http://id.example' })).toThrow(/https/);
    expect(() => providerFrom({ ...whole, OIDC_ISSUER: 'id.example' })).toThrow(/https/);
  });
});

describe('a page of our own', () => {
  it('is a path and nothing that a browser reads otherwise', () => {
    expect(ownPath('/units/BJ-0001?cycle=2024#duties')).toBe('/units/BJ-0001?cycle=2024#duties');
    for (const wrong of [
      undefined,
      '',
      'units',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/./\\evil.example',
      '/.//evil.example',
      `/${'x'.repeat(2_000)}`,
    ])
      expect([wrong, ownPath(wrong)]).toEqual([wrong, '/']);
  });
});

describe('a request that changes something', () => {
  const of = (headers: Record<string, string>, method = 'POST'): boolean =>
    isOwnRequest(new Request('https://luyue.example/', { method, headers }), 'https://luyue.example');
  it('names our origin, or comes from the same one', () => {
    expect(of({ origin: 'https://luyue.example' })).toBe(true);
    expect(of({ origin: 'https://luyue.example.evil.example' })).toBe(false);
    expect(of({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' })).toBe(false);
    expect(of({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(of({})).toBe(false);
    expect(of({}, 'GET')).toBe(true);
  });
});
