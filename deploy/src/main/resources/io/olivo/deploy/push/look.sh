# look: what there is on this board. Changes nothing.
fact system "$(uname -s)"
fact machine "$(uname -m)"
fact bits "$(getconf LONG_BIT)"
fact libc "$(getconf GNU_LIBC_VERSION 2>/dev/null || echo other)"
fact systemd "$(systemctl --version 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9]*\).*/\1/p')"
fact seconds "$(date +%s)"
if [ -r "$root/proc/device-tree/model" ]; then
  fact model "$(tr -d '\000' <"$root/proc/device-tree/model")"
fi

missing=
for tool in tar sha256sum awk flock setpriv prlimit useradd groupadd getent udevadm journalctl; do
  command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done
fact missing "${missing# }"

# free FOLDER: kilobytes, where it will be
free() {
  at=$1
  while [ ! -e "$at" ]; do at=$(dirname "$at"); done
  df -Pk "$at" | awk 'NR == 2 { print $4 }'
}
fact free_kb "$(free "$opt")"
fact state_free_kb "$(free "$state")"

fact current "$(linked current)"
fact previous "$(linked previous)"
fact active "$(shown ActiveState)"
fact restarts "$(shown NRestarts)"
fact status "$(shown StatusText)"
if [ -n "$(linked current)" ] &&
  cmp -s "$opt/current/systemd/olivo.service" "$unit" &&
  cmp -s "$opt/current/systemd/robot.conf" "$drop_in"; then
  fact placed yes
fi

# Another Olivo that was started by hand would fight for the same motors.
main=$(shown MainPID)
for process in "$root"/proc/[0-9]*; do
  if [ "${process##*/}" != "$main" ] &&
    tr '\000' '\n' <"$process/cmdline" 2>/dev/null | grep -q -x 'io\.olivo\.deploy\.cli\.Olivo'; then
    fact other "${process##*/}"
  fi
done
