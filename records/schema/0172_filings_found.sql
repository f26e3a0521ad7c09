-- What was filed for a duty of a case, latest first: a district looks at some fifty at once, each beside the month before.
create index events_filed on events (case_id, (body ->> 'duty')) where type like '%-filed';
