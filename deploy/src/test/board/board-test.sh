#!/bin/bash
# Boots an emulated 64-bit ARM board with real kernel devices, pushes Olivo onto it, and sees whether
# it learns there, survives what boards go through, and can be undone. README.md beside this says
# how. Exit code 0: all ok; 1: something failed; 77: skipped, since something can't be had here.
#   board-test.sh
#   OLIVO_BOARD_WORK      where kernel, image and log are kept (default: .olivo/board of the clone)
#   OLIVO_BOARD_SLOWED    how many seconds of the wall are one of the robot (default: 10)
#   OLIVO_DEBIAN_MIRROR   instead of http://deb.debian.org/debian
set -uo pipefail
exec </dev/null

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
home=$(cd "$here/../../../.." && pwd -P)
work=${OLIVO_BOARD_WORK:-$home/.olivo/board}
export slowed=${OLIVO_BOARD_SLOWED:-10}
mkdir -p "$work"
work=$(cd "$work" && pwd -P)
exec > >(tee "$work/board-test.log") 2>&1

. "$here/common.sh"
. "$here/host.sh"
. "$here/machine.sh"
. "$here/checks.sh"

run=$(mktemp -d /tmp/olivo-board.XXXXXX) # short: sockets are in it
machine=
trap clean_up EXIT
trap 'exit 130' HUP INT TERM
SSH_PORT=$(free_port) BROKER_PORT=18830 CHIPS_PORT=$(free_port)

stage "packages"
install_packages
stage "kernel, image and release" # each takes two minutes on one core
(
  make_once kernel.sh kernel "$here"/modules/*
  make_once image.sh root.img "$work/kernel/version" "$here/devices.sh" "$here/arm2-emulated.yaml"
) &
making=$!
children+=("$making")
build_release
wait "$making" || exit
stage "boot"
start_host
start_machine || die "the board did not boot"
. "$here/stages.sh"
devices_are_there
stage "push"
push_first
stage "pins"
pins_are_driven
stage "learning"
learns
stage "hang"
hang_is_survived
stage "power cut"
power_cut_is_survived
stage "undo"
undo_works
summary
