import {stats} from '../commands/stats.ts'
import type {Register} from './register.ts'

/** `ebb stats`: progress. */
export const registerStats: Register = (program, {context, end}) => {
  program
    .command('stats')
    .description('show progress in numbers')
    .option('--json', 'print JSON')
    .action((flags: {json?: boolean}) => end(stats(context, {json: flags.json ?? false})))
}
