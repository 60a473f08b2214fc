# An emulated 64-bit ARM with Debian's JDK, for the scripts in this folder, which read this by ".".
#
# Needs Debian or a relative with apt, dpkg-deb, the Debian keyring and qemu-aarch64-static
# (apt install qemu-user-static debian-archive-keyring); no root. Downloads about 100 MB of arm64
# packages into a temporary folder.
#   OLIVO_ARM64_ROOT      keep the unpacked packages here and use them again
#   OLIVO_DEBIAN_MIRROR   instead of http://deb.debian.org/debian
#   OLIVO_ARM64_JVM_OPTS  instead of "-XX:+UseSerialGC", for example "-Xint"

SUITE=trixie
JDK=openjdk-25-jre-headless
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
MIRROR=${OLIVO_DEBIAN_MIRROR:-http://deb.debian.org/debian}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(CDPATH='' cd -- "$here/../../../.." && pwd -P)
dist=$home/deploy/target/dist

tell() { printf '%s\n' "$1" >&2; }

need() {
  command -v "$1" >/dev/null || { tell "$1 is missing: apt install $2"; exit 2; }
}

need qemu-aarch64-static qemu-user-static
need apt-get apt
need dpkg-deb dpkg
[ -r "$KEYRING" ] || { tell "$KEYRING is missing: apt install debian-archive-keyring"; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
root=${OLIVO_ARM64_ROOT:-$work/root}
mkdir -p "$root"
root=$(CDPATH='' cd -- "$root" && pwd -P)

# An apt of its own: the machine's packages and lists stay as they are.
arm64_apt() {
  apt-get -qq -o APT::Architecture=arm64 -o APT::Architectures=arm64 \
    -o APT::Install-Recommends=false -o APT::Sandbox::User= -o Debug::NoLocking=true \
    -o Dir::State="$work/state" -o Dir::State::status="$work/status" -o Dir::Cache="$work/cache" \
    -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::Etc::PreferencesParts=/dev/null "$@"
}

unpack_arm64() {
  tell "downloading $JDK for arm64 from $MIRROR"
  mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"
  : >"$work/status"
  echo "deb [signed-by=$KEYRING] $MIRROR $SUITE main" >"$work/sources.list"
  arm64_apt update
  arm64_apt -y --download-only install base-files libc-bin "$JDK" >/dev/null
  # base-files first: it brings the links from /lib to /usr/lib that the others unpack through.
  for package in "$work"/cache/archives/base-files_*.deb "$work"/cache/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink --no-same-owner
  done
  rm -rf "$work/cache"
  # The emulator does not follow links that begin at the root of its file system: let them.
  find "$root/usr/lib/jvm" -type l -lname '/*' | while read -r link; do
    ln -sfn "$root$(readlink "$link")" "$link"
  done
}

ls "$root"/usr/lib/jvm/*/bin/java >/dev/null 2>&1 || unpack_arm64
arm_java=$(ls "$root"/usr/lib/jvm/java-25-*/bin/java | head -n 1)

"$home/olivo" --version >/dev/null # builds what is not built

here_olivo() { "$home/olivo" "$@"; }

arm_olivo() {
  # shellcheck disable=SC2086 # several options
  qemu-aarch64-static -L "$root" "$arm_java" ${OLIVO_ARM64_JVM_OPTS:--XX:+UseSerialGC} \
    -Dolivo.home="$dist" -cp "$dist/lib/*" io.olivo.deploy.cli.Olivo "$@"
}
