-- An authority for time stamps that is away, or says something that does not hold: operators are told, and the anchor stands all the same.
alter table troubles drop constraint troubles_kind_check;
alter table troubles add constraint troubles_kind_check check (kind in ('stored-file', 'infected-file', 'missing-glyph', 'time-stamp', 'revocation-list'));
