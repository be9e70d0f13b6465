# Sourced by scripts/test and scripts/check: named steps, each timed, all of them run, the failed ones named at the end.
# shellcheck shell=bash

failed_steps=()

step() {
  local name=$1
  shift
  local started=$SECONDS
  printf '\n── %s\n' "$name"
  if "$@"; then
    printf '── %s: passed in %d s\n' "$name" $((SECONDS - started))
  else
    printf '── %s: FAILED after %d s\n' "$name" $((SECONDS - started))
    failed_steps+=("$name")
  fi
}

finish_steps() {
  printf '\n'
  if [ ${#failed_steps[@]} = 0 ]; then
    printf 'Every step passed, in %d s.\n' "$SECONDS"
    exit 0
  fi
  printf '%d failed, in %d s:\n' ${#failed_steps[@]} "$SECONDS"
  printf '  %s\n' "${failed_steps[@]}"
  exit 1
}
