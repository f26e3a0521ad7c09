-- The cycles in the book with their latest revision, without reading what every case was opened with: asked by the sweep, by every act for the
-- whole city, and by the page of amendments.
create index cases_cycles on cases (cycle, ((opening #>> '{terms,revision}')::int))
  where kind in ('compliance-cycle', 'monthly-evidence', 'general-report') and opening -> 'rehearsal' is distinct from 'true'::jsonb;
