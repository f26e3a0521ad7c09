-- What an approver was shown and what nobody believed are anchored as what never changes: so it is, whoever asks.
create trigger previews_stay before update or delete or truncate on previews for each statement execute function refuse_change();
create trigger attempts_stay before update or delete or truncate on attempts for each statement execute function refuse_change();
