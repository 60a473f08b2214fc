#!/bin/sh
# Runs the same simulated runs on this machine and on an emulated 64-bit ARM, and compares the
# digests of what was learned and of what the ticks did: equal digests mean equal bits. Exit code 0
# when all agree, 1 when one differs, 2 when something is missing. Takes several minutes.
#   digest-aarch64.sh [TIME]      how much of each run, 20s by default
#
# Needs what arm64-jdk.sh says.
set -eu

SECONDS_OF_ROBOT=${1:-20s}
. "$(dirname -- "$0")/arm64-jdk.sh"

# Of what was learned and of what the ticks did: the first 32 digits of each.
digest_of() {
  sed -n 's/.*"digest[_a-z]*" : "\([0-9a-f]\{32\}\)[0-9a-f]*".*/\1/p' | paste -s -d ' ' -
}

differs=0
compare() {
  native=$(here_olivo run "$@" --for "$SECONDS_OF_ROBOT" --digest --json --quiet | digest_of)
  arm=$(arm_olivo run "$@" --for "$SECONDS_OF_ROBOT" --digest --json --quiet | digest_of)
  verdict=same
  [ -n "$native" ] && [ "$native" = "$arm" ] || { verdict=DIFFERENT; differs=1; }
  printf '%s\n  %-8s %s\n  %-8s %s\n  %s\n' "$*" "$(uname -m)" "$native" aarch64 "$arm" "$verdict"
}

compare arm2 --seed 5
compare cart1 --seed 5
compare gaze2 --seed 5
compare arm2 --seed 6 --set payload=0.7@12s
exit $differs
