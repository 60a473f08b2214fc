# settle RELEASE GROUP...: user, groups, rights, and the whole folder under its name. What runs goes on running.
name=$1
shift
for group in olivo "$@"; do
  getent group "$group" >/dev/null || groupadd --system "$group"
done
id -u olivo >/dev/null 2>&1 ||
  useradd --system --gid olivo --home-dir /var/lib/olivo --no-create-home --shell /usr/sbin/nologin olivo
if [ ! -d "$state" ]; then
  mkdir -p "$state"
  chown olivo:olivo "$state"
  chmod 750 "$state"
fi

to=$releases/$name
if [ -d "$to.partial" ]; then
  # What only its owner may read, such as a password, is for the service to read.
  find "$to.partial/robot" -type f -perm 600 -exec chown olivo:olivo {} +
  if [ -d "$to" ]; then mv -T "$to" "$to.damaged"; fi
  mv -T "$to.partial" "$to"
  sync
fi
place_rules "$name"
