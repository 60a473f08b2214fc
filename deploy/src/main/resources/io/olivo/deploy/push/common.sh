# What every script of a push begins with. All run as root on the board.
# OLIVO_ROOT is set by tests, which have a board in a folder.
set -eu
umask 022
root=${OLIVO_ROOT:-}
opt=$root/opt/olivo
releases=$opt/releases
state=$root/var/lib/olivo
service=olivo.service

# One line for the program at the other end, which may be gone.
fact() { printf '%s=%s\n' "$1" "$(printf '%s' "$2" | tr '\n' ' ')" 2>/dev/null || :; }

shown() { systemctl show --property="$1" --value "$service" 2>/dev/null || :; }

# The release that a link of /opt/olivo points to, or nothing.
linked() {
  if [ -L "$opt/$1" ]; then basename "$(readlink "$opt/$1")"; fi
}

# put FROM TO: TO is FROM from one moment to the next; without a FROM there is no TO.
put() {
  if [ -e "$1" ]; then
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2.new"
    mv -f "$2.new" "$2"
  else
    rm -f "$2"
  fi
}

# What systemd and udev are told is kept with each release, so that it goes back with it.
unit=$root/etc/systemd/system/olivo.service
drop_in=$root/etc/systemd/system/olivo.service.d/robot.conf
rules=$root/etc/udev/rules.d/60-olivo.rules

place_rules() {
  if cmp -s "$releases/$1/systemd/60-olivo.rules" "$rules"; then return 0; fi
  put "$releases/$1/systemd/60-olivo.rules" "$rules"
  udevadm control --reload || :
  for subsystem in i2c-dev spidev gpio tty pwm counter misc watchdog; do
    udevadm trigger --action=change --subsystem-match="$subsystem" || :
  done
  udevadm settle --timeout=10 || :
}

# doctor RELEASE ROBOT GROUPS OPTION...: looks at the board as the service will see it.
doctor() {
  looks=$releases/$1/bin/olivo robot=$releases/$1/robot/$2 groups=$3
  shift 3
  cd "$state"
  HOME=$state prlimit --rtprio=80 --memlock=unlimited \
    setpriv --reuid=olivo --regid=olivo --groups="$groups" -- "$looks" doctor "$robot" "$@" 2>&1
}
