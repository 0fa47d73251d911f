-- What the learner sets on cards and notes, answers outside the schedule, and what of an answer was recalled.

alter table cards add column suspended_at integer; -- when it was; null: it is asked
alter table cards add column buried_until integer; -- the first study day on which it may be asked again
alter table cards add column flag integer check (flag between 1 and 7);

alter table notes add column needs_fixing integer not null default 0 check (needs_fixing in (0, 1));
alter table notes add column own_tags text not null default '[]' check (json_valid(own_tags)); -- the learner's; no import touches them

-- What may be asked, again, without what is suspended. Whether a card is buried depends on the day.
drop index cards_new_in_order;
drop index cards_due_by_instant;
drop index cards_due_by_day;
create index cards_new_in_order on cards (position, deck, buried_until)
  where phase = 'new' and absent_since is null and suspended_at is null;
create index cards_due_by_instant on cards (due_at, deck, buried_until)
  where due_at is not null and absent_since is null and suspended_at is null;
create index cards_due_by_day on cards (due_day, deck, buried_until)
  where due_day is not null and absent_since is null and suspended_at is null;
create index cards_suspended on cards (deck) where suspended_at is not null and absent_since is null;

-- The action of a step, and the cards that it was done on: one as a rule, none for imports. They are no references: whoever takes
-- back everything may take back the import of the cards, too.
alter table steps add column action text check (action is null or json_valid(action));
alter table steps add column cards text check (cards is null or json_valid(cards));

-- Ticks: how many points of the answer were recalled.
alter table reviews add column points_total integer
  check (points_total is null or (kind = 'review' and points_total >= 1));
alter table reviews add column points_recalled integer
  check ((points_recalled is null) = (points_total is null)
    and (points_recalled is null or points_recalled between 0 and points_total));

-- Answers outside the schedule. No schedule follows from them.
create table practice (
  id text primary key not null check (length(id) = 26),
  card_id text not null references cards (id),
  at integer not null,
  study_day integer not null, -- as the learner lived it
  utc_offset_minutes integer not null check (utc_offset_minutes between -1440 and 1440),
  rating text check (rating in ('again', 'hard', 'good', 'easy')),
  duration_ms integer check (duration_ms >= 0),
  voids text references practice (id), -- the answer that this takes back
  check ((voids is null) = (rating is not null)),
  check ((voids is null) = (duration_ms is not null))
) strict, without rowid;

create index practice_of_card on practice (card_id, id);
create index practice_voided on practice (voids) where voids is not null;

create trigger practice_is_never_changed before update on practice
begin select raise (abort, 'the log of practice is append-only'); end;
create trigger practice_is_never_deleted before delete on practice
begin select raise (abort, 'the log of practice is append-only'); end;
