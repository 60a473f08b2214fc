#!/bin/sh
# Runs on the emulated board while it starts: brings up its buses and lines, as a device tree and
# config.txt do on a real one.
set -eu
modprobe -a virtio_net virtio-rng gpio-sim i2c-dev softdog spidev olivo-virtio-i2c olivo-pwm-test \
  olivo-spi-test

# The virtual machine's own lines would be gpiochip0.
for driver in gpio-keys pl061_gpio; do
  for device in /sys/bus/*/drivers/$driver/*; do
    [ -L "$device" ] && [ -e "$device/driver" ] && basename "$device" >"$device/driver/unbind" || :
  done
done
mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
mountpoint -q /sys/kernel/debug || mount -t debugfs debugfs /sys/kernel/debug
bank=/sys/kernel/config/gpio-sim/board/bank0
mkdir -p "$bank"
echo 54 >"$bank/num_lines"
echo pinctrl-bcm2711 >"$bank/label"
echo 1 >/sys/kernel/config/gpio-sim/board/live
udevadm trigger --settle --subsystem-match=i2c-dev --subsystem-match=gpio \
  --subsystem-match=spidev --subsystem-match=pwm || :
