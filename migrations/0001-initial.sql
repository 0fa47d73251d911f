-- The collection. docs/decisions/0001 and 0002 say what is truth here and what is a cache.
-- Instants are milliseconds since the Unix epoch; study days are days since 1970-01-01 in the learner's time.

pragma application_id = 0x65626264; -- "ebbd", so that a database of another program is not taken for ours

create table sources (
  id integer primary key,
  path text not null unique,
  hash text not null, -- of the document's bytes as last imported
  deck text not null,
  layout text not null,
  imported_at integer not null
) strict;

create table notes (
  id text primary key not null check (length(id) = 12),
  source_id integer not null references sources (id),
  position integer not null check (position >= 0), -- among the notes of its source
  line integer not null check (line >= 1),
  end_line integer not null check (end_line >= line),
  deck text not null check (deck <> ''),
  kind text not null check (kind in ('basic', 'reversed', 'cloze')),
  question text,
  answer text,
  cloze_text text,
  deletions text check (deletions is null or json_valid(deletions)),
  extra text,
  section text not null check (json_valid(section)),
  tags text not null check (json_valid(tags)),
  author_id text,
  absent_since integer,
  check ((kind = 'cloze') = (question is null)),
  check ((question is null) = (answer is null)),
  check ((kind = 'cloze') = (cloze_text is not null)),
  check ((cloze_text is null) = (deletions is null)),
  check ((cloze_text is null) = (extra is null))
) strict;

create index notes_of_source on notes (source_id, position);
create index notes_that_are_absent on notes (absent_since) where absent_since is not null;

-- A card is never deleted. Its schedule is a cache of its log; its deck is a copy of its note's, for the counts.
create table cards (
  id text primary key not null check (id glob '????????????.?*'),
  note_id text not null references notes (id),
  variant text not null check (variant in ('forward', 'backward') or variant glob 'cloze-[1-9]*'),
  deck text not null check (deck <> ''),
  position integer not null, -- order in which new cards are introduced, over all sources
  absent_since integer,
  phase text not null check (phase in ('new', 'learning', 'review', 'relearning')),
  stability real check (stability > 0),
  difficulty real check (difficulty between 1 and 10),
  last_review_at integer,
  last_day integer,
  reps integer check (reps >= 1),
  lapses integer check (lapses >= 0),
  step integer check (step >= 0),
  due_at integer,
  due_day integer,
  unique (note_id, variant),
  check ((phase = 'new') = (stability is null)),
  check ((phase = 'new') = (difficulty is null)),
  check ((phase = 'new') = (last_review_at is null)),
  check ((phase = 'new') = (last_day is null)),
  check ((phase = 'new') = (reps is null)),
  check ((phase = 'new') = (lapses is null)),
  check ((phase in ('learning', 'relearning')) = (step is not null)),
  check ((phase in ('learning', 'relearning')) = (due_at is not null)),
  check ((phase = 'review') = (due_day is not null))
) strict;

create index cards_new_in_order on cards (position, deck) where phase = 'new' and absent_since is null;
create index cards_due_by_instant on cards (due_at, deck) where due_at is not null and absent_since is null;
create index cards_due_by_day on cards (due_day, deck) where due_day is not null and absent_since is null;

-- What the intervals of a review were computed with. The id is a hash of the content.
create table scheduling_options (
  id text primary key not null,
  options text not null check (json_valid(options))
) strict, without rowid;

-- The review log: the truth about memory. Ids ascend in the order of recording, also when the clock goes back.
create table reviews (
  id text primary key not null check (length(id) = 26),
  card_id text not null references cards (id),
  kind text not null check (kind in ('review', 'forget', 'set-due', 'undo')),
  at integer not null,
  study_day integer not null, -- as the learner lived it
  utc_offset_minutes integer not null check (utc_offset_minutes between -1440 and 1440),
  rating text check (rating in ('again', 'hard', 'good', 'easy')),
  duration_ms integer check (duration_ms >= 0),
  options_id text references scheduling_options (id),
  before_phase text check (before_phase in ('new', 'learning', 'review', 'relearning')),
  -- The schedule that followed; its last review is this one.
  phase text check (phase in ('new', 'learning', 'review', 'relearning')),
  stability real check (stability > 0),
  difficulty real check (difficulty between 1 and 10),
  reps integer check (reps >= 1),
  lapses integer check (lapses >= 0),
  step integer check (step >= 0),
  due_at integer,
  due_day integer,
  voids text references reviews (id), -- the entry that an undo takes back
  check ((kind = 'review') = (rating is not null)),
  check ((kind = 'review') = (duration_ms is not null)),
  check ((kind = 'review') = (options_id is not null)),
  check ((kind = 'undo') = (voids is not null)),
  check ((kind = 'undo') = (phase is null)),
  check ((kind = 'undo') = (before_phase is null)),
  check ((phase is null or phase = 'new') = (stability is null)),
  check ((stability is null) = (difficulty is null)),
  check ((stability is null) = (reps is null)),
  check ((stability is null) = (lapses is null)),
  check ((phase is not null and phase in ('learning', 'relearning')) = (step is not null)),
  check ((step is null) = (due_at is null)),
  check ((phase is not null and phase = 'review') = (due_day is not null))
) strict, without rowid;

create index reviews_of_card on reviews (card_id, id);
create index reviews_by_day on reviews (study_day, before_phase, rating) where kind = 'review';
-- Not unique: two copies of a log may have taken back the same review before they are merged.
create index reviews_voided on reviews (voids) where voids is not null;

create trigger reviews_are_never_changed before update on reviews
begin select raise (abort, 'the review log is append-only'); end;
create trigger reviews_are_never_deleted before delete on reviews
begin select raise (abort, 'the review log is append-only'); end;
create trigger scheduling_options_are_never_changed before update on scheduling_options
begin select raise (abort, 'scheduling options are append-only'); end;
create trigger scheduling_options_are_never_deleted before delete on scheduling_options
begin select raise (abort, 'scheduling options are append-only'); end;

create table settings (
  key text primary key not null,
  value text not null check (json_valid(value))
) strict, without rowid;
