#!/bin/sh
# A newcomer on a clean Debian: an ordinary user with nothing but what the README lists (git, Maven, a
# JDK 25) clones the project and does what the README says. Prints each command with its outcome; exit
# code 0 when all went well, 1 when something did not, 2 when something is missing here.
#   newcomer-test.sh [--verify] [--suite NAME] [--jdk DIR] [--ca FILE] [--settings FILE] [--keep DIR]
#     --verify    also "mvn verify", which takes some ten minutes on two free cores
#     --suite     trixie by default. bookworm has no JDK 25 and starts Maven by Java 17: say --jdk, too
#     --jdk       this JDK 25 is put into the user's home folder, as SDKMAN or an IDE would
#     --ca        one more authority in PEM, where the network looks into TLS
#     --settings  Maven's settings.xml, where its repositories are reached through a mirror
#     --keep      do it in this folder and leave it there
#
# Needs root, mmdebstrap (apt install mmdebstrap) and 5 GB. It has a process table and a /tmp of its own,
# and the machine's network, by which it downloads about 700 MB.
#   OLIVO_DEBIAN_MIRROR   instead of http://deb.debian.org/debian
#   OLIVO_NEWCOMER_TAR    keep the clean system, before the user comes, in this file and use it again
#   OLIVO_COMMIT          what is cloned, instead of what is checked out here
set -eu

MIRROR=${OLIVO_DEBIAN_MIRROR:-http://deb.debian.org/debian}
suite=trixie
verify=
jdk=
ca=
settings=
keep=

tell() { printf '%s\n' "$1" >&2; }

missing() {
  tell "$1"
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --verify) verify=yes ;;
    --suite | --jdk | --ca | --settings | --keep)
      [ $# -gt 1 ] || missing "$1 needs a value"
      name=${1#--}
      shift
      eval "$name=\$1"
      ;;
    *) missing "unknown: $1; the head of $0 says what there is" ;;
  esac
  shift
done

[ "$(id -u)" -eq 0 ] || missing "needs root: it makes a system of its own and changes into it"
command -v mmdebstrap >/dev/null || missing "mmdebstrap is missing: apt install mmdebstrap"
for file in "$ca" "$settings" "${jdk:+$jdk/bin/javac}"; do
  [ -z "$file" ] || [ -r "$file" ] || missing "can't read $file"
done

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
project=$(CDPATH='' cd -- "$here/../../../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT # all mounts are in a namespace of their own and gone by then
trap 'exit 130' HUP INT TERM
root=${keep:-$work/root}

# The README's prerequisites; a JDK from elsewhere takes the place of Debian's.
packages=git,maven
[ -n "$jdk" ] || packages=$packages,openjdk-25-jdk-headless

bare_system() {
  tell "a clean $suite with ${packages} from $MIRROR"
  mmdebstrap --quiet --variant=minbase --include="$packages" "$suite" "$1" "$MIRROR"
}

# Runs a command in the clean system; everything that it leaves running ends with it.
# shellcheck disable=SC2016 # the inner shell expands it
inside() {
  unshare --mount --pid --fork --kill-child env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
    sh -c '
      mount --bind "$1" "$1"
      mount -t proc proc "$1/proc"
      mount -t tmpfs tmpfs "$1/dev/shm"
      mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts"
      exec chroot "$@"' sh "$root" "$@" </dev/null
}

mkdir -p "$root"
[ -z "$(ls "$root")" ] || missing "$root is not empty"
tar=${OLIVO_NEWCOMER_TAR:-$work/system.tar}
[ -s "$tar" ] || bare_system "$tar"
tar -x -p -C "$root" -f "$tar"
rm -f "$work/system.tar"

cp -L /etc/resolv.conf "$root/etc/resolv.conf"
if [ -n "$ca" ]; then
  cp "$ca" "$root/usr/local/share/ca-certificates/network.crt"
  inside update-ca-certificates >"$work/ca.log" 2>&1 || { cat "$work/ca.log" >&2; exit 1; }
fi

chroot "$root" useradd --create-home --shell /bin/sh newcomer
home=$root/home/newcomer
commit=${OLIVO_COMMIT:-$(git -C "$project" rev-parse HEAD)}
git clone -q --bare "$project" "$home/olivo.git"
git -C "$home/olivo.git" update-ref refs/heads/newcomer "$commit"
git -C "$home/olivo.git" symbolic-ref HEAD refs/heads/newcomer
if [ -n "$jdk" ]; then
  mkdir -p "$home/.jdks"
  cp -RL "$jdk" "$home/.jdks/jdk-25"
fi
if [ -n "$settings" ]; then
  mkdir -p "$home/.m2"
  cp "$settings" "$home/.m2/settings.xml"
fi
chroot "$root" chown -R newcomer: /home/newcomer

failures=0

# A login as somebody would have it: no variable of ours, no locale, no terminal.
newcomer() { inside su - newcomer -c "$1"; }

try() {
  printf '\n$ %s\n' "$1"
  began=$(date +%s)
  outcome=ok
  newcomer "${2:-cd olivo && }$1" || { outcome="FAILED, exit code $?"; failures=$((failures + 1)); }
  printf -- '-- %s, %s s\n' "$outcome" $(($(date +%s) - began))
}

# What the tests said, and every reason for which one was left out.
tests_in_words() {
  newcomer 'cat olivo/*/target/surefire-reports/TEST-*.xml' >"$work/reports" || return 0
  sed -n 's/^<testsuite .* tests="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)" failures="\([0-9]*\)".*/\1 \2 \3 \4/p' \
    "$work/reports" |
    awk '{ t += $1; e += $2 + $4; s += $3 } END { printf "-- %d tests, %d failed, %d skipped\n", t, e, s }'
  sed -n 's/.*<skipped .*: Assumption failed: /   skipped: /p' "$work/reports" | sort | uniq -c
}

unchanged='git status --short | (! grep .)'

tell "user newcomer, commit $commit"
try 'cat /etc/os-release | head -n 1; mvn --version' ' '
try 'git clone -q olivo.git olivo' ' '
try './olivo demo'
try './olivo --help'
try './olivo doctor arm2'
try "$unchanged"
try 'ls -l .olivo'
if [ -n "$verify" ]; then
  try 'mvn -B -ntp verify'
  tests_in_words
  try "$unchanged"
fi

[ "$failures" -eq 0 ] || { printf '\n%s command(s) failed\n' "$failures"; exit 1; }
printf '\nall went well\n'
