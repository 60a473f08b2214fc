# hold WHO: nobody else may push until the other end hangs up, which frees the lock however it ends.
mkdir -p "$opt"
exec 9>>"$opt/lock"
if ! flock -n 9; then
  fact holder "$(cat "$opt/lock.holder" 2>/dev/null || :)"
  exit 75
fi
printf '%s, %s\n' "$1" "$(date -u '+%Y-%m-%d %H:%M UTC')" >"$opt/lock.holder"
fact held yes
cat >/dev/null
