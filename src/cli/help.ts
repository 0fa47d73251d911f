import type {Command, Help} from 'commander'
import {SETTING_KEYS} from '../core/setting-keys.ts'

/** What the help of a command tells besides its flags. */
interface CommandHelp {
  /** What one would ask about it, in whole lines. */
  readonly notes?: (help: Help) => readonly string[]
  /** Calls as they are typed, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[]
}

const KEY_WIDTH = Math.max(...SETTING_KEYS.map(({key}) => key.length))

const HELP: Readonly<Record<string, CommandHelp>> = {
  import: {
    notes: () => [
      'Documents are only read. Importing a document again updates its cards, and their progress stays;',
      'cards whose questions are gone are kept as absent. `ebb undo` takes an import back.',
    ],
    examples: [
      ['ebb import notes/', 'turn every document below notes/ into cards'],
      ['ebb import --dry-run faq.md', 'show what would become of a document'],
      ['ebb import --explain faq.md', 'tell why a line became a card, or why not'],
      ['ebb import --deck Networks --tag exam rfc.md', 'name the deck, and tag all cards'],
      ['curl -s https://example.org/faq.md | ebb import - --deck FAQ', 'read standard input'],
      ['ebb import --archive backup.json', 'restore what `ebb export all` has written'],
    ],
  },
  home: {examples: [['ebb home --ascii', 'open it with ASCII characters only']]},
  review: {
    notes: () => [
      'Every rating is on disk before the next card is shown; `u` takes anything back, also what was done before.',
      '`?` shows the keys. Options that you use every day are settings, too: `ebb config --help` lists them.',
    ],
    examples: [
      ['ebb review', 'choose decks, or begin where one deck has cards'],
      ['ebb review Networks --limit 20', 'ask at most 20 cards of a deck and those below it'],
      [
        'ebb review --tag exam --ahead 3 --minutes 15',
        'prepare for an exam, for a quarter of an hour',
      ],
      ['ebb review Networks --cram', 'ask everything, without changing any schedule'],
      ['ebb review --reveal outline', 'tick off what you recalled of long answers'],
      ['ebb review --plain', 'read questions and answers as text, line by line'],
    ],
  },
  due: {
    notes: () => [
      'In a format, {name} stands for a value: {total}, {new}, {learning} and {review} cards now, {done} answers',
      'today, {streak} days in a row, {next} time until the next card. {?…} is left out where all values in it',
      'are 0 or empty; \\n is a line break, {{ is a brace. An empty line is not printed.',
    ],
    examples: [
      ['ebb due', 'say how many cards are due, by deck'],
      ['ebb due Networks', 'count one deck and those below it'],
      ["ebb due --format '{?{total} due}'", 'print `12 due`, or nothing, for a prompt'],
      ['ebb due --exit-code && ebb review', 'review where there is something to review'],
    ],
  },
  next: {
    examples: [
      ['ebb next', 'print the next question, and the id of its card'],
      ['ebb next --answer --json', 'give a script all of the card'],
    ],
  },
  rate: {
    examples: [
      ['ebb rate 7k3m good', 'rate the card whose id begins with 7k3m'],
      ['ebb rate 7k3m 1', 'the same as `again`'],
    ],
  },
  undo: {
    examples: [
      ['ebb undo', 'take back the last thing done'],
      ['ebb undo --json', 'tell a script what it was'],
    ],
  },
  cards: {
    examples: [
      ['ebb cards index', 'list the cards that hold a word'],
      ['ebb cards --needs-fixing --places', 'list what is to be put right, with its lines'],
      ['ebb cards --suspended', 'list what is not asked'],
    ],
  },
  suspend: {
    notes: () => [
      'Suspended cards keep their progress. One call is one step: `ebb undo` takes it back.',
    ],
    examples: [
      ['ebb suspend 7k3m', 'suspend the card whose id begins with 7k3m'],
      ['ebb suspend --deck Networks --leeches', 'suspend what a deck keeps you forgetting'],
    ],
  },
  unsuspend: {
    examples: [
      ['ebb unsuspend 7k3m', 'ask a card again'],
      ['ebb unsuspend --tag exam', 'ask again what is suspended of a tag'],
    ],
  },
  decks: {examples: [['ebb decks', 'list the decks with their cards']]},
  stats: {
    examples: [
      ['ebb stats', 'show your progress'],
      ['ebb stats Networks --since 30d', 'show that of a deck since a month ago'],
      ['ebb stats --html progress.html', 'write a page to keep or share'],
      ['ebb stats --json', 'give a program all figures'],
    ],
  },
  config: {
    notes: help => [
      'Settings:',
      ...SETTING_KEYS.map(({key, description}) =>
        help.formatItem(key, KEY_WIDTH, description, help),
      ),
    ],
    examples: [
      ['ebb config', 'list all options with their values'],
      ['ebb config new-per-day 10', 'set one'],
      ['ebb config new-per-day --unset', 'go back to the default'],
    ],
  },
  doctor: {
    notes: () => [
      'Every schedule is computed anew from the review log and compared with what is stored. Nothing is changed.',
      'Ends with 1 where something is wrong.',
    ],
    examples: [['ebb doctor', 'check the collection']],
  },
  export: {
    notes: () => [
      'stats     progress: all that `ebb stats` shows; one row for each day in the formats of tables',
      'reviews   one row for each answer',
      'cards     one row for each card; as md, a deck that `ebb import` reads back',
      'decks     one row for each deck',
      'all       an archive of the whole collection, which `ebb import --archive` restores',
      '',
      'docs/export.md describes every column.',
    ],
    examples: [
      ['ebb export reviews -o reviews.csv', 'all answers, for a spreadsheet'],
      ['ebb export reviews --layout fsrs -o revlog.csv', 'what FSRS optimizers read'],
      ['ebb export cards --deck Networks --format md', 'a deck as Markdown'],
      ['ebb export all -o backup.json', 'a backup that can be restored anywhere'],
    ],
  },
  completion: {
    examples: [
      ['eval "$(ebb completion bash)"', 'in ~/.bashrc'],
      ['source <(ebb completion zsh)', 'in ~/.zshrc, after compinit'],
      ['ebb completion fish | source', 'in ~/.config/fish/config.fish'],
    ],
  },
}

/** Adds to each command’s help what its flags do not tell. */
export function addHelp(commands: readonly Command[]): void {
  for (const command of commands) {
    const help = HELP[command.name()]
    if (help) command.addHelpText('after', () => formatHelp(help, command.createHelp()))
  }
}

function formatHelp({notes, examples}: CommandHelp, help: Help): string {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}   ${does}`)
  const said = notes ? ['', ...notes(help)] : []
  return [...said, '', examples.length === 1 ? 'Example:' : 'Examples:', ...lines].join('\n')
}
