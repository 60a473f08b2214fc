#!/bin/sh
# Records runs on this machine and replays them on an emulated 64-bit ARM, and the other way round:
# every command and all that was learned must be the same bits. Exit code 0 when they are, 1 when
# something differs, 2 when something is missing. Takes a few minutes.
#   replay-aarch64.sh [TIME]      how much of each run, 20s by default
#   replay-aarch64.sh FILE...     only replays these recordings on the emulated ARM
#
# Needs what arm64-jdk.sh says.
set -eu

. "$(dirname -- "$0")/arm64-jdk.sh"

differs=0
replay() {
  where=$1
  file=$2
  printf '%s on %s: ' "$(basename "$file")" "$where"
  "${where}_olivo" replay --quiet "$file" || differs=1
}

case ${1:-20s} in
  *.mcap)
    for file in "$@"; do replay arm "$file"; done
    exit $differs
    ;;
esac

time=${1:-20s}
here_olivo run arm2 --seed 5 --set payload=0.7@6s --set payload=0@12s --for "$time" --quiet --json \
  --record "$work/arm2.mcap" >/dev/null
here_olivo run pendulum --seed 5 --for "$time" --quiet --json --record "$work/pendulum.mcap" >/dev/null
replay here "$work/arm2.mcap"
replay arm "$work/arm2.mcap"
replay arm "$work/pendulum.mcap"
arm_olivo run gaze2 --seed 5 --for 5s --quiet --json --record "$work/gaze2.mcap" >/dev/null
replay here "$work/gaze2.mcap"
exit $differs
