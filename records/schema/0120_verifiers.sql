-- Which units named a verifier, in the short form or as their verifier on the platform: asked whenever a verifier looks at its list.
create index events_naming_verifiers on events ((body #>> '{with,verifier}'))
  where type in ('verifier-appointed', 'verifier-engaged');
