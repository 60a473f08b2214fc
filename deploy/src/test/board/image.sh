#!/bin/sh
# Makes the root of the board test: a Debian for arm64 with systemd and ssh, without a JDK, and the
# kernel's modules. No program of it runs meanwhile, so no emulation is needed. Called by
# board-test.sh after kernel.sh.
#   image.sh WORK      with $slowed in its environment; leaves WORK/root.img, WORK/initrd.gz and WORK/id_ed25519 there
set -eu
work=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/common.sh"
root=$work/root
kernel=$work/kernel
version=$(cat "$kernel/version")
MEGABYTES=700

PACKAGES=base-files,base-passwd,bash,coreutils,dash,diffutils,findutils,grep,gzip,hostname,libc-bin
PACKAGES=$PACKAGES,login,login.defs,mawk,sed,tar,util-linux,mount,passwd,libpam-modules,libpam-runtime
PACKAGES=$PACKAGES,systemd-sysv,udev,dbus,iproute2,kmod,gpiod,i2c-tools,openssh-server,sudo,procps
PACKAGES=$PACKAGES,adduser,libc-ares2,zlib1g

say() { # say FILE MODE, from standard input
  mkdir -p "$root/$(dirname "$1")"
  cat >"$root/$1"
  chmod "$2" "$root/$1"
}

LOADED='virtio_pci virtio_blk virtio_net virtio-rng crc32c-cryptoapi ext4 gpio-sim i2c-dev softdog'
LOADED="$LOADED spidev autofs4 olivo-virtio-i2c olivo-pwm-test olivo-spi-test"

files_of() { # files_of MODULE...: with what they need, in the order of loading
  # shellcheck disable=SC2086 # several modules
  modprobe -d "$kernel" -S "$version" -a -D "$@" 2>/dev/null |
    sed -n 's/^insmod \([^ ]*\).*/\1/p' | awk '!seen[$0]++'
}

# Only what is loaded here: all are 140 MB.
modules() {
  into=$root/usr/lib/modules/$version
  mkdir -p "$into"
  # shellcheck disable=SC2086 # several modules
  for file in $(files_of $LOADED); do
    cp "$file" "$into"
  done
  cp "$kernel/lib/modules/$version"/modules.order "$kernel/lib/modules/$version"/modules.builtin* "$into"
  depmod -b "$root" "$version"
}

# What the packages' scripts would have done, as far as it is needed.
accounts() {
  ln -sf mawk "$root/usr/bin/awk"
  cp "$root/usr/share/base-passwd/passwd.master" "$root/etc/passwd"
  cp "$root/usr/share/base-passwd/group.master" "$root/etc/group"
  cat >>"$root/etc/passwd" <<END
sshd:x:100:65534::/run/sshd:/usr/sbin/nologin
messagebus:x:101:101::/nonexistent:/usr/sbin/nologin
systemd-network:x:998:998::/:/usr/sbin/nologin
tester:x:1000:1000::/home/tester:/bin/bash
END
  cat >>"$root/etc/group" <<END
messagebus:x:101:
systemd-network:x:998:
i2c:x:110:tester
gpio:x:111:tester
spi:x:112:tester
tester:x:1000:
END
  sed 's/:.*/:*:20000:0:99999:7:::/' "$root/etc/passwd" | say etc/shadow 640
  sed 's/:.*/:*::/' "$root/etc/group" | say etc/gshadow 640
  echo 'tester ALL=(ALL) NOPASSWD: ALL' | say etc/sudoers.d/tester 440
  mkdir -p "$root/home/tester/.ssh" "$root/root/.ssh"
  cp "$work/id_ed25519.pub" "$root/home/tester/.ssh/authorized_keys"
  cp "$work/id_ed25519.pub" "$root/root/.ssh/authorized_keys"
  chown -R 1000:1000 "$root/home/tester"
  chmod 700 "$root/home/tester/.ssh" "$root/root/.ssh" "$root/root"
  for kind in auth account password session; do
    echo "$kind required pam_permit.so" | say "etc/pam.d/common-$kind" 644
  done
  echo 'session required pam_permit.so' | say etc/pam.d/common-session-noninteractive 644
}

network() {
  echo board | say etc/hostname 644
  echo '127.0.0.1 localhost board' | say etc/hosts 644
  echo '/dev/vda / ext4 defaults,noatime 0 1' | say etc/fstab 644
  echo 0123456789abcdef0123456789abcdef | say etc/machine-id 444
  say etc/systemd/network/wired.network 644 <<END
[Match]
Name=en* eth*
[Network]
Address=10.0.2.15/24
Gateway=10.0.2.2
LinkLocalAddressing=no
END
  ssh-keygen -q -t ed25519 -N '' -f "$root/etc/ssh/ssh_host_ed25519_key"
  say etc/ssh/sshd_config 644 <<END
HostKey /etc/ssh/ssh_host_ed25519_key
UseDNS no
PermitRootLogin yes
Subsystem sftp internal-sftp
END
}

# What a device tree and Debian's hardware do on a real board.
devices() {
  say usr/local/sbin/board-devices 755 <"$here/devices.sh"
  say etc/systemd/system/board-devices.service 644 <<END
[Unit]
Description=Buses and lines of the emulated board
DefaultDependencies=no
After=local-fs.target systemd-udevd.service
Before=multi-user.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/sbin/board-devices
END
  say etc/udev/rules.d/60-board.rules 644 <<END
SUBSYSTEM=="i2c-dev", GROUP="i2c", MODE="0660"
SUBSYSTEM=="gpio", KERNEL=="gpiochip*", GROUP="gpio", MODE="0660"
SUBSYSTEM=="spidev", GROUP="spi", MODE="0660"
SUBSYSTEM=="pwm*", ACTION=="add|change", RUN+="/bin/sh -c 'chgrp -R gpio /sys/class/pwm/pwmchip*/ && chmod -R g+rwX /sys/class/pwm/pwmchip*/'"
END
}

# Of what olivo push sets up only the clock is another one: the host can't move a plant faster.
slow_motion() {
  say etc/systemd/system/olivo.service.d/zz-emulated.conf 644 <<END
[Service]
Environment=OLIVO_JAVA_OPTS=-XX:TieredStopAtLevel=1
TimeoutStartSec=400
ExecStart=
ExecStart=$(sed -n 's/^# run: //p' "$here/arm2-emulated.yaml") --slowed ${slowed:-10}
END
}

wants() { # wants TARGET UNIT
  mkdir -p "$root/etc/systemd/system/$1.target.wants"
  ln -sf "/usr/lib/systemd/system/$2" "$root/etc/systemd/system/$1.target.wants/$2"
}

# Everything that a board test has no use for costs seconds of emulated time.
units() {
  wants multi-user ssh.service
  wants multi-user systemd-networkd.service
  ln -sf ../board-devices.service "$root/etc/systemd/system/multi-user.target.wants/board-devices.service"
  ln -sf /usr/lib/systemd/system/multi-user.target "$root/etc/systemd/system/default.target"
  for unit in systemd-udev-trigger.service systemd-udev-settle.service getty.target \
    serial-getty@ttyAMA0.service getty@tty1.service systemd-logind.service \
    systemd-networkd-wait-online.service systemd-firstboot.service systemd-hwdb-update.service \
    systemd-journal-flush.service systemd-journal-catalog-update.service systemd-timesyncd.service \
    systemd-update-utmp.service systemd-update-utmp-runlevel.service systemd-update-done.service \
    systemd-pstore.service systemd-random-seed.service systemd-binfmt.service \
    systemd-vconsole-setup.service systemd-boot-random-seed.service systemd-machine-id-commit.service \
    systemd-tpm2-setup.service systemd-tpm2-setup-early.service systemd-pcrmachine.service \
    systemd-sysusers.service ldconfig.service dev-hugepages.mount dev-mqueue.mount \
    sys-kernel-tracing.mount sys-fs-fuse-connections.mount modprobe@fuse.service modprobe@drm.service \
    modprobe@dm_mod.service modprobe@efi_pstore.service modprobe@loop.service systemd-user-sessions.service \
    remote-fs.target swap.target apt-daily.timer dpkg-db-backup.timer systemd-tmpfiles-clean.timer \
    e2scrub_all.timer e2scrub_reap.service systemd-rfkill.socket systemd-hostnamed.socket; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
  done
  mkdir -p "$root/var/log/journal"
}

# 1.7 MB that find the disk and go on from there.
initrd() {
  early=$work/early
  rm -rf "$early"
  unpack "$early/busybox" busybox-static:arm64
  mkdir -p "$early/initrd/bin" "$early/initrd/proc" "$early/initrd/dev" "$early/initrd/root"
  cp "$early"/busybox/usr/bin/busybox "$early/initrd/bin/" 2>/dev/null ||
    cp "$early"/busybox/bin/busybox "$early/initrd/bin/"
  ln -s busybox "$early/initrd/bin/sh"
  for module in $(files_of virtio_pci virtio_blk crc32c-cryptoapi ext4); do
    name=$(basename "${module%.xz}")
    case $module in
      *.xz) xz -dc "$module" >"$early/initrd/$name" ;;
      *) cp "$module" "$early/initrd/$name" ;;
    esac
    echo "insmod /$name"
  done >"$early/order"
  { printf '#!/bin/sh\nexport PATH=/bin\n'
    echo 'busybox mount -t devtmpfs dev /dev'
    sed 's/^/busybox /' "$early/order"
    echo 'until [ -b /dev/vda ]; do busybox sleep 0.1; done'
    echo 'busybox mount -t ext4 -o noatime /dev/vda /root'
    echo 'busybox mount --move /dev /root/dev'
    echo 'exec busybox switch_root /root /sbin/init'
  } >"$early/initrd/init"
  chmod 755 "$early/initrd/init"
  (cd "$early/initrd" && find . | cpio --quiet -o -H newc | gzip -1) >"$work/initrd.gz"
  rm -rf "$early"
}

rm -rf "$root" "$work/root.img"
[ -f "$work/id_ed25519" ] || ssh-keygen -q -t ed25519 -N '' -C board-test -f "$work/id_ed25519"
mmdebstrap --quiet --variant=extract --architectures=arm64 --keyring="$KEYRING" \
  --include="$PACKAGES" --dpkgopt='path-exclude=/usr/share/doc/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/man/*' \
  $SUITE "$root" "deb $MIRROR $SUITE main" || skip "an arm64 $SUITE can't be made"
modules
accounts
network
devices
slow_motion
units
initrd
rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/*
mke2fs -q -t ext4 -O ^orphan_file -d "$root" "$work/root.img" "${MEGABYTES}M"
rm -rf "$root"
