#!/bin/sh
# Makes the kernel of the board test: Debian's newest of the suite's backports, which has gpio-sim,
# with Olivo's test modules beside Debian's own. Called by board-test.sh.
#   kernel.sh WORK      leaves WORK/kernel/{Image,version,lib/modules} there
set -eu
work=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/common.sh"
chroot=$work/compiler
kernel=$work/kernel.new

# A small Debian of the suite, since the kernel's build tools need its C library.
make_compiler() {
  rm -rf "$chroot"
  mmdebstrap --quiet --variant=extract --architectures=amd64 --keyring="$KEYRING" \
    --include=bash,coreutils,dash,libc-bin,sed,grep,gawk,findutils,make,kmod,bc,perl-base,libelf1t64 \
    --include=gcc-14,gcc-14-aarch64-linux-gnu,gcc-aarch64-linux-gnu,binutils-aarch64-linux-gnu \
    $SUITE "$chroot" "deb $MIRROR $SUITE main" || skip "a $SUITE with a cross compiler can't be made"
  ln -sf gawk "$chroot/usr/bin/awk"
}

update_own_apt
version=$(own_apt apt-cache -o APT::Default-Release=$SUITE-backports depends --no-recommends \
  linux-image-arm64:arm64 | sed -n 's/.*Depends: linux-image-\(.*\)-arm64:arm64$/\1/p')
[ -n "$version" ] || skip "Debian's $SUITE-backports says no kernel for arm64"
tell "kernel $version-arm64"
make_compiler
unpack "$chroot" "linux-headers-$version-arm64:arm64" "linux-headers-$version-common" \
  "linux-kbuild-$version:amd64"
rm -rf "$kernel"
unpack "$kernel" "linux-binary-$version-arm64:arm64" "linux-modules-$version-arm64:arm64" \
  "linux-base-$version-arm64:arm64"

cp -r "$here/modules" "$chroot/olivo"
chroot "$chroot" make -s -C "/usr/src/linux-headers-$version-arm64" ARCH=arm64 \
  CROSS_COMPILE=aarch64-linux-gnu- CONFIG_DEBUG_INFO_BTF_MODULES= M=/olivo modules
chroot "$chroot" sh -c 'aarch64-linux-gnu-strip --strip-debug /olivo/*.ko'
ln -s usr/lib "$kernel/lib"
mkdir -p "$kernel/lib/modules/$version-arm64/updates"
cp "$chroot"/olivo/*.ko "$kernel/lib/modules/$version-arm64/updates"
depmod -b "$kernel" "$version-arm64"
mv "$(find "$kernel" -name 'vmlinuz*' -o -name 'Image*' | head -n 1)" "$kernel/Image"
echo "$version-arm64" >"$kernel/version"
rm -rf "$chroot" "$work/kernel"
mv "$kernel" "$work/kernel"
