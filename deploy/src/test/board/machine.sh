# The virtual board, for board-test.sh, which reads this by ".". Expects $work with kernel and image,
# $run, a folder of this run, and $SSH_PORT.

QEMU=qemu-system-aarch64
BOOT_SECONDS=300

in_guest() { in_guest_with /dev/null "$@"; } # in_guest COMMAND...: as root

in_guest_with() { # in_guest_with INPUT COMMAND...
  input=$1
  shift
  ssh -q -F none -p "$SSH_PORT" -i "$work/id_ed25519" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
    -o ConnectTimeout=10 -o ServerAliveInterval=10 -o ServerAliveCountMax=6 -o BatchMode=yes \
    -o ControlMaster=auto -o ControlPersist=600 -o ControlPath="$run/ssh" root@127.0.0.1 "$@" <"$input"
}

# Switches it on. The disk keeps what the guest wrote, and loses what it did not: its cache is the
# guest's memory.
start_machine() {
  rm -f "$run/ssh"
  "$QEMU" -M virt,memory-backend=mem,gic-version=3 -cpu cortex-a72 -smp 2 -m 1G \
    -accel tcg,thread=multi,tb-size=256 \
    -object memory-backend-memfd,id=mem,size=1G,share=on \
    -kernel "$work/kernel/Image" -initrd "$work/initrd.gz" \
    -append "console=ttyAMA0 quiet loglevel=4 mitigations=off audit=0 nokaslr systemd.show_status=0" \
    -drive file="$run/root.img",format=raw,if=none,id=d0,cache=writeback \
    -device virtio-blk-pci,drive=d0,romfile= \
    -netdev user,id=n0,hostfwd=tcp:127.0.0.1:"$SSH_PORT"-:22 -device virtio-net-pci,netdev=n0,romfile= \
    -chardev socket,path="$run/i2c0",id=c0 -device vhost-user-i2c-pci,chardev=c0,event_idx=off,addr=8 \
    -chardev socket,path="$run/i2c1",id=c1 -device vhost-user-i2c-pci,chardev=c1,event_idx=off,addr=9 \
    -device virtio-rng-pci,romfile= -display none -serial file:"$run/serial.log" -monitor none \
    -no-reboot >"$run/qemu.log" 2>&1 &
  machine=$!
  waited=0
  until in_guest true 2>/dev/null; do
    kill -0 "$machine" 2>/dev/null || { tell "the machine ended"; cat "$run/qemu.log" >&2; return 1; }
    waited=$((waited + 3))
    [ "$waited" -lt "$BOOT_SECONDS" ] || { tell "no ssh after $BOOT_SECONDS s"; return 1; }
    sleep 3
  done
}

# As when somebody pulls the plug.
cut_power() {
  [ -z "${machine:-}" ] || kill -9 "$machine" 2>/dev/null || :
  wait "$machine" 2>/dev/null || :
  machine=
}
