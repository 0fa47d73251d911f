/** The shells that completion is there for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

export type Shell = (typeof SHELLS)[number]

/** What a shell must read for `ebb` to be completed. All that is known about the words is asked of `ebb` itself. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell]
}

const BASH = `# Completion of ebb for bash. Put into ~/.bashrc:  eval "$(ebb completion bash)"
_ebb() {
  local reply
  COMPREPLY=()
  while IFS= read -r reply; do
    COMPREPLY+=("$reply")
  done < <(ebb complete --bash "\${COMP_LINE:0:COMP_POINT}" --word "$2" 2>/dev/null)
  if [[ \${COMPREPLY[0]} == ':files' ]]; then
    compopt -o default 2>/dev/null
    COMPREPLY=()
  fi
}
complete -F _ebb ebb
`

const ZSH = `#compdef ebb
# Completion of ebb for zsh. Put into ~/.zshrc, after compinit:  source <(ebb completion zsh)
_ebb() {
  local line
  local -a lines values shown
  # What was typed is compared by zsh itself, which knows about quotes: only whether it begins a flag must be known.
  lines=("\${(@f)$(ebb complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(M)PREFIX#-}" 2>/dev/null)}")
  if [[ $lines[1] == ':files' ]]; then
    _files
    return
  fi
  for line in $lines; do
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  }")
  done
  (( $#values )) && compadd -l -d shown -a values
}
if [[ $funcstack[1] == _ebb ]]; then _ebb "$@"; else compdef _ebb ebb; fi
`

const FISH = `# Completion of ebb for fish. Put into ~/.config/fish/config.fish:  ebb completion fish | source
function __ebb_complete
    set -l words (commandline -opc)
    # What was typed is compared by fish itself, which knows about quotes: only whether it begins a flag must be known.
    set -l begun (string sub -l 1 -- (commandline -ct))
    test "$begun" = - || set begun ''
    set -l found (ebb complete -- $words[2..-1] "$begun" 2>/dev/null)
    if test "$found[1]" = ':files'
        __fish_complete_path (commandline -ct)
    else
        string join -- \\n $found
    end
end
complete -c ebb -f -a '(__ebb_complete)'
`

const SCRIPTS: Readonly<Record<Shell, string>> = {bash: BASH, zsh: ZSH, fish: FISH}
