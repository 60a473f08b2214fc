#!/bin/sh
# Installs, upgrades, removes and purges the Debian package in a clean Debian 13 of its own, and checks
# what each leaves behind. Ends with 1 at the first thing that is wrong, with 2 when something is missing.
#   package-test.sh [DEB]     the package; made by olivo pack when none is given
#
# Needs root and mmdebstrap (apt install mmdebstrap debian-archive-keyring). No systemd runs in there:
# what the package asks of systemctl is written down by stand-ins and checked.
#   OLIVO_TEST_ROOT           keep the clean Debian here (a .tar) and use it again
#   OLIVO_DEBIAN_MIRROR       instead of http://deb.debian.org/debian
set -eu

MIRROR=${OLIVO_DEBIAN_MIRROR:-http://deb.debian.org/debian}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -- "$here/../../../.." && pwd -P)

tell() { printf '%s\n' "$1" >&2; }
missing() { tell "$1"; exit 2; }

[ "$(id -u)" = 0 ] || missing "this needs root: it makes a Debian in a folder"
command -v mmdebstrap >/dev/null || missing "mmdebstrap is missing: apt install mmdebstrap"
arch=$(dpkg --print-architecture)

work=$(mktemp -d)
root=$work/root
cleanup() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' HUP INT TERM

deb=${1:-}
if [ -z "$deb" ]; then
  "$home/olivo" pack --arch "$arch" --deb --out "$work/packed" --quiet
  deb=$(ls "$work"/packed/*.deb)
fi
[ -r "$deb" ] || missing "there is no $deb"

base=${OLIVO_TEST_ROOT:-$work/base.tar}
if [ ! -r "$base" ]; then
  tell "making a clean Debian 13"
  mmdebstrap --quiet --variant=minbase --include=systemd,init-system-helpers,man-db trixie "$base" "$MIRROR"
fi
mkdir "$root"
tar -x -f "$base" -C "$root"
mount -t proc proc "$root/proc"

inside() { chroot "$root" env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

checks=0
check() {
  what=$1
  shift
  if "$@"; then
    checks=$((checks + 1))
    printf 'ok    %s\n' "$what"
  else
    printf 'WRONG %s\n' "$what"
    exit 1
  fi
}
is_not() { ! "$@"; }
is_user() { inside getent passwd "$1" >/dev/null; }
exists() { [ -e "$root/$1" ] || [ -L "$root/$1" ]; }
says() { printf '%s\n' "$2" | grep -q -e "$1"; }

# Everything in the system, with what it holds, but for what dpkg and others note of each change.
listing() {
  (cd "$root" && find . -xdev \
    \( -path ./proc -o -path ./dev -o -path ./sys -o -path ./tmp -o -path ./run \) -prune -o \
    ! -path './var/lib/dpkg/*' ! -path './var/log/*' ! -path './var/cache/man*' \
    ! -path './var/cache/ldconfig*' ! -path './var/cache/debconf*' \
    ! -path './etc/passwd-' ! -path './etc/shadow-' ! -path './etc/group-' ! -path './etc/gshadow-' \
    -printf '%p %y %m %U %G %l ' \( -type f -exec sha256sum {} \; -o -printf '\n' \)) |
    sed 's| \./.*$||' | sort
}
before_and_after() { diff "$work/before" "$work/after" >"$work/left" || { cat "$work/left" >&2; false; }; }

# Stand-ins: write down what is asked; the service runs when /run/olivo-runs is there.
stand_in() {
  mkdir -p "$root/run/systemd/system"
  for tool in systemctl deb-systemd-invoke; do
    cat >"$root/usr/local/sbin/$tool" <<'EOF'
#!/bin/sh
echo "$(basename "$0") $*" >>/run/asked
case "$*" in
  *is-active*) [ -e /run/olivo-runs ] ;;
  *'stop olivo'*) rm -f /run/olivo-runs ;;
  *'start olivo'*) touch /run/olivo-runs ;;
esac
EOF
    chmod 755 "$root/usr/local/sbin/$tool"
  done
}
asked() { cat "$root/run/asked" 2>/dev/null || true; }
forget() { rm -f "$root/run/asked"; }

# The same package with a later version, for an upgrade.
later() {
  dpkg-deb -R "$deb" "$work/later"
  sed -i 's/^Version: .*/&+later/' "$work/later/DEBIAN/control"
  sed -i 's/^id=.*/id=0123456789ab/' "$work/later/usr/lib/olivo/RELEASE"
  dpkg-deb --root-owner-group -Znone -b "$work/later" "$root/tmp/later.deb" >/dev/null
  rm -rf "$work/later"
}

cp "$deb" "$root/tmp/olivo.deb"
later
stand_in
listing >"$work/before"

printf '%s\n' '--- install'
inside dpkg -i /tmp/olivo.deb >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
check "the program says its version" says '^olivo [0-9]' "$(inside olivo --version)"
check "every file has its checksum" inside sh -c 'cd /usr/lib/olivo && sha256sum -c --quiet SHA256SUMS'
check "dpkg finds no file changed" test -z "$(inside dpkg --verify olivo)"
check "the cache was made" exists var/cache/olivo/olivo.aot
check "the self-test gave the same bits" says '^identical' "$(cat "$work/log")"
check "there is a user for the service" is_user olivo
check "that user cannot log in" says 'nologin' "$(inside getent passwd olivo)"
check "the service was not started" is_not says ' start ' "$(asked)"
check "the service was not enabled" is_not exists etc/systemd/system/multi-user.target.wants/olivo.service
check "there is a manual" says 'SYNOPSIS' "$(inside man -P cat olivo)"
check "the service waits for a robot file" says 'ConditionPathExists=|/etc/olivo/robot.yaml' \
  "$(inside cat /usr/lib/systemd/system/olivo.service.d/package.conf)"
check "the user can run it" says '^olivo' "$(inside runuser -u olivo -- olivo --version)"

printf '%s\n' '--- upgrade while it does not run'
mkdir -p "$root/var/lib/olivo/arm2"
echo learned >"$root/var/lib/olivo/arm2/000001.state"
echo 'robot: mine' >"$root/etc/olivo/robot.yaml"
forget
inside dpkg -i /tmp/later.deb >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
check "snapshots are kept" grep -q learned "$root/var/lib/olivo/arm2/000001.state"
check "the robot file is kept" grep -q mine "$root/etc/olivo/robot.yaml"
check "the cache is of the new release" grep -q 0123456789ab "$root/var/cache/olivo/release"
check "it was not started" is_not says ' start ' "$(asked)"

printf '%s\n' '--- upgrade while it runs'
touch "$root/run/olivo-runs"
forget
inside dpkg -i /tmp/olivo.deb >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
check "it was stopped before, and started after" \
  test "$(asked | grep -o -e 'invoke stop' -e 'invoke start' | tr '\n' ' ')" = 'invoke stop invoke start '
check "nobody armed it" is_not says '[ -]arm' "$(asked)"

printf '%s\n' '--- remove'
forget
inside dpkg -r olivo >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
check "it was stopped" says 'stop olivo' "$(asked)"
check "snapshots are kept" grep -q learned "$root/var/lib/olivo/arm2/000001.state"
check "the robot file is kept" grep -q mine "$root/etc/olivo/robot.yaml"
check "the program is gone" is_not exists usr/bin/olivo
check "its folder is gone" is_not exists usr/lib/olivo
check "its cache is gone" is_not exists var/cache/olivo/olivo.aot

printf '%s\n' '--- purge'
inside dpkg -i /tmp/olivo.deb >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s /usr/lib/systemd/system/olivo.service "$root/etc/systemd/system/multi-user.target.wants/"
inside dpkg -P olivo >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
check "snapshots are gone" is_not exists var/lib/olivo
check "the cache is gone" is_not exists var/cache/olivo
check "it is no longer enabled" is_not exists etc/systemd/system/multi-user.target.wants/olivo.service
check "the owner's robot file is kept" grep -q mine "$root/etc/olivo/robot.yaml"
check "the user stays, as users of Debian's services do" is_user olivo
rm -r "$root/etc/olivo"
inside userdel olivo
listing >"$work/after"
check "nothing else is left behind" before_and_after

printf 'all %d checks passed\n' "$checks"
