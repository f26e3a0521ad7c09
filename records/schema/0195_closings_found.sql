-- Which cases are over is asked of every case of a cycle at once: looked up, not read out of all events.
create index events_closing on events (case_id, seq) where type in ('case-closed', 'case-reopened', 'cycle-closed', 'result-published');
