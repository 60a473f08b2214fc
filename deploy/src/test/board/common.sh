# What the scripts of the board test share, which read this by ".". Expects $work, a folder to keep.
#   OLIVO_DEBIAN_MIRROR  instead of http://deb.debian.org/debian

SUITE=trixie
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
MIRROR=${OLIVO_DEBIAN_MIRROR:-http://deb.debian.org/debian}
SKIPPED=77 # exit code

tell() { printf '%s\n' "$*" >&2; }

# A missing package is no failure of Olivo, but nobody may take it for a success.
skip() {
  tell ''
  tell '################################################################################'
  tell "#  BOARD TEST SKIPPED: NOTHING WAS TESTED"
  tell "#  $*"
  tell '################################################################################'
  exit $SKIPPED
}

# An apt of its own, for both machines: this machine's packages and lists stay as they are.
own_apt() {
  verb=$1
  shift
  "$verb" -qq -o APT::Architecture=amd64 -o APT::Architectures=amd64,arm64 \
    -o APT::Install-Recommends=false -o APT::Sandbox::User= -o Debug::NoLocking=true \
    -o Dir::State="$work/apt/state" -o Dir::State::status="$work/apt/status" \
    -o Dir::Cache="$work/apt/cache" -o Dir::Etc::SourceList="$work/apt/sources.list" \
    -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Main=/dev/null -o Dir::Etc::Parts=/dev/null \
    -o Dir::Etc::PreferencesParts=/dev/null "$@"
}

update_own_apt() {
  mkdir -p "$work/apt/state/lists/partial" "$work/apt/cache/archives/partial"
  : >"$work/apt/status"
  for suite in $SUITE $SUITE-backports; do
    echo "deb [signed-by=$KEYRING] $MIRROR $suite main"
  done >"$work/apt/sources.list"
  own_apt apt-get update || skip "Debian's $SUITE and $SUITE-backports can't be read from $MIRROR"
}

# unpack FOLDER PACKAGE...: downloads them and unpacks them there; runs no script of theirs.
unpack() {
  into=$1
  shift
  mkdir -p "$work/deb" "$into"
  (cd "$work/deb" && rm -f ./*.deb && own_apt apt-get download "$@") ||
    skip "Debian has not (any more) all of: $*"
  for package in "$work"/deb/*.deb; do
    dpkg-deb --fsys-tarfile "$package" |
      tar -x -C "$into" --keep-directory-symlink --no-same-owner --exclude='./usr/share/doc/*'
  done
  rm -rf "$work/deb"
}
