-- What an import has changed can be taken back, and what the notes say can be searched.

-- Whether the document holds notes that were left out since another source has them. It is read at every import then.
alter table sources add column holds_copies integer not null default 0 check (holds_copies in (0, 1));

-- What the learner did besides answering. Ids ascend in the order of doing, together with those of the review log.
-- A step is never changed: taking it back is a step too, which names it.
create table steps (
  number integer primary key,
  id text not null unique check (length(id) = 26),
  kind text not null check (kind in ('import', 'suspend', 'bury', 'flag', 'tag', 'edit', 'undo')),
  at integer not null,
  voids integer references steps (number),
  check ((kind = 'undo') = (voids is not null))
) strict;

create unique index steps_taken_back on steps (voids) where voids is not null;

-- What a step has done to each row, in order. The cards of an added note were added with it.
create table step_changes (
  step integer not null references steps (number),
  ordinal integer not null,
  entity text not null check (entity in ('source', 'note', 'card')),
  row_id text not null,
  before text check (before is null or json_valid(before)), -- the columns that it changed, as they were; null: it added the row
  primary key (step, ordinal)
) strict, without rowid;

create trigger steps_are_never_changed before update on steps
begin select raise (abort, 'steps are append-only'); end;
create trigger steps_are_never_deleted before delete on steps
begin select raise (abort, 'steps are append-only'); end;
create trigger step_changes_are_never_changed before update on step_changes
begin select raise (abort, 'steps are append-only'); end;

-- A cache of the notes' words, for looking them up. Notes from before this table are added by the next import.
create table note_index (
  id integer primary key, -- of the row in note_words
  note_id text not null unique references notes (id),
  question_hash integer not null -- equal for equal questions
) strict;

create index notes_by_question on note_index (question_hash);

create virtual table note_words using fts5 (
  question, answer, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Deleted rows are cleared away when segments are merged anyway. Merging for their sake makes large imports six times as slow.
insert into note_words (note_words, rank) values ('deletemerge', 0);
