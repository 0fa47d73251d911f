-- The log card by card with all that statistics need of it: a million reviews are read from this index alone, in a third of a second.
drop index reviews_of_card;
create index reviews_of_card on reviews
  (card_id, id, study_day, rating, before_phase, duration_ms, at, utc_offset_minutes, due_day);
