# switch RELEASE WAIT STEADY ARMED KEEP ROBOT GROUPS
#   WAIT    seconds until it must be ready        STEADY  seconds it must stay so
#   ARMED   keep: an armed robot is left alone; stop: it is stopped
#   KEEP    how many old releases stay            ROBOT   to be examined first; empty for not
#
# Whatever becomes of the connection, this ends with a version that runs: the new one if it is healthy, else the
# one before. So it minds no signal, and no other end that has hung up.
trap '' HUP INT TERM PIPE
name=$1 wait=$2 steady=$3 armed=$4 keep=$5 robot=$6 groups=$7
old=$(linked current)

place() {
  put "$releases/$1/systemd/olivo.service" "$unit"
  put "$releases/$1/systemd/robot.conf" "$drop_in"
  place_rules "$1"
}

# point LINK RELEASE: renaming a link is atomic
point() {
  ln -sfn "releases/$2" "$opt/$1.new"
  mv -fT "$opt/$1.new" "$opt/$1"
}

begin() {
  systemctl daemon-reload || :
  systemctl enable --quiet "$service" || :
  systemctl reset-failed "$service" 2>/dev/null || :
  systemctl start --no-block "$service" || :
}

# Ready once, and for STEADY seconds without a restart.
healthy() {
  left=$wait calm=0
  while [ "$left" -gt 0 ] || [ "$calm" -gt 0 ]; do
    case $(shown ActiveState)/$(shown NRestarts) in
      active/0)
        calm=$((calm + 1))
        if [ "$calm" -gt "$steady" ]; then return 0; fi
        ;;
      activating/0 | inactive/0 | deactivating/0)
        if [ "$calm" -gt 0 ]; then return 1; fi
        ;;
      *) return 1 ;;
    esac
    sleep 1
    left=$((left - 1))
  done
  return 1
}

tell_state() {
  fact active "$(shown ActiveState)"
  fact status "$(shown StatusText)"
}

tell_journal() {
  journalctl --unit="$service" --lines=20 --no-pager --output=cat 2>/dev/null |
    while IFS= read -r line; do fact journal "$line"; done || :
}

# Back to the version of before; 22 when it runs again, 23 when not, 24 when there is none.
back() {
  tell_state
  tell_journal
  systemctl stop "$service" || :
  if [ -z "$old" ]; then
    [ "$running" = yes ] || systemctl disable --quiet "$service" || :
    rm -f "$opt/current" "$unit" "$drop_in"
    systemctl daemon-reload || :
    [ "$running" = yes ] || exit 24
    begin # that of a package
    if healthy; then exit 22; fi
    exit 23
  fi
  if [ "$old" = "$name" ]; then
    begin
    exit 23
  fi
  place "$old"
  point current "$old"
  begin
  if healthy; then exit 22; fi
  exit 23
}

# Of the releases that nobody points to the newest stay.
prune() {
  seen=0
  # shellcheck disable=SC2012 # their names are hexadecimal
  ls -1t "$releases" | while read -r each; do
    case $each in
      "$(linked current)" | "$(linked previous)") ;;
      *)
        seen=$((seen + 1))
        if [ "$seen" -gt "$keep" ]; then rm -rf "${releases:?}/$each"; fi
        ;;
    esac
  done
}

case $(shown ActiveState) in
  active | activating | reloading | deactivating) running=yes ;;
  *) running=no ;;
esac
if [ "$running" = yes ] && [ "$armed" = keep ]; then
  case $(shown StatusText) in
    armed* | running* | frozen*)
      tell_state
      exit 20
      ;;
  esac
fi

if [ "$running" = yes ]; then
  systemctl stop "$service" || :
  # Only now its devices answer somebody else. How late ticks begin is known already, and the robot waits.
  if [ -n "$robot" ] && ! found=$(doctor "$name" "$robot" "$groups" --jitter 1s); then
    printf '%s\n' "$found" | while IFS= read -r line; do fact doctor "$line"; done
    [ -z "$old" ] || place "$old"
    begin
    if healthy; then exit 21; fi
    exit 23
  fi
fi

place "$name"
point current "$name"
begin
if ! healthy; then back; fi

if [ -n "$old" ] && [ "$old" != "$name" ]; then point previous "$old"; fi
tell_state
prune
