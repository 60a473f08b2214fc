# The stages of the test once the board is up, for board-test.sh, which reads this by ".".

ROBOT=arm2-emulated
PUSH_SECONDS=600
board=tester@127.0.0.1:$SSH_PORT

tell_robot() { olivo tell $ROBOT "$@" --broker tcp://127.0.0.1:"$BROKER_PORT" --wait 25s 2>&1; }
obeys() { tell_robot "$@" >"$run/told.txt" && sed 's/^/   /' "$run/told.txt"; }
robot_time() { python3 "$here/score.py" "$run/messages.txt" $ROBOT newest | cut -d ' ' -f 1; }
robot_is() { [ "$(python3 "$here/score.py" "$run/messages.txt" $ROBOT newest | cut -d ' ' -f 2)" = "$1" ]; }
error_of() { python3 "$here/score.py" "$run/messages.txt" $ROBOT error "$1" "$2"; } # error_of FROM TO
later() { awk -v a="$1" -v b="$2" 'BEGIN { print a + b }'; }
reached() { ! less "$(robot_time)" "$1"; } # reached ROBOT_TIME
service_is() { [ "$(in_guest systemctl is-active olivo)" = "$1" ]; }
restarts() { in_guest systemctl show -P NRestarts olivo; }
plant_is_let_go() { [ "$(plant_says shoulder.torque)" = 0.000000 ] && [ "$(plant_says elbow.torque)" = 0.000000 ]; }
frames() { grep -c "^olivo/v1/$ROBOT/telemetry" "$run/messages.txt"; }

devices_are_there() {
  check "i2c-1 has an AS5600 and a PCA9685" on_bus 1 36 40
  check "i2c-3 has an AS5600" on_bus 3 36
  check "the lines of gpiochip0 are a bank of 54" in_guest "gpiodetect | grep -q '^gpiochip0 .*(54 lines)'"
  check "spidev0.0, pwmchip0 and watchdog0 are there" \
    in_guest "test -c /dev/spidev0.0 -a -d /sys/class/pwm/pwmchip0 -a -c /dev/watchdog0"
}

on_bus() { # on_bus NUMBER ADDRESS...
  local found
  found=$(in_guest i2cdetect -y "$1" | tail -n +2 | cut -c 4- | grep -o '[0-9a-f]\{2\}' | paste -sd ' ')
  [ "$found" = "${*:2}" ] || { tell "   found: $found"; return 1; }
}

# As a person does; but this board's key is another one with every image, and nobody's list should know it.
push() {
  mkdir -p "$run/bin"
  printf '#!/bin/sh\nexec %s -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR "$@"\n' \
    "$(command -v ssh)" >"$run/bin/ssh"
  chmod 755 "$run/bin/ssh"
  # In the foreground: whoever ends this test ends it, too.
  PATH=$run/bin:$PATH timeout --foreground $PUSH_SECONDS "$home/olivo" push "$@" \
    --identity "$work/id_ed25519" --wait 300s </dev/null
}

push_first() {
  push "$here/$ROBOT.yaml" "$board" --release "$release" --no-cache || die "the push failed"
  check "the service is active" service_is active
  check "the pushed command is the one that runs, but for its clock" same_command
  check "telemetry arrives at the broker on the host" within 120 robot_is disarmed
  check "nothing moves before it is armed" plant_is_let_go
}

# emulated.conf of the image only adds --slowed.
same_command() {
  in_guest "cd /etc/systemd/system/olivo.service.d && sed -n 's/^ExecStart=\(..*\)/\1/p' robot.conf >/tmp/pushed &&
    sed -n 's/^ExecStart=\(..*\) --slowed [0-9]*$/\1/p' zz-emulated.conf | cmp - /tmp/pushed"
}

# Values are read where the kernel keeps them: outputs of gpio-sim, what was applied to the PWM chip,
# and back from telemetry what was put into the encoder's angle and the lines of the other one.
pins_are_driven() {
  local angle=1304 # of 16384: 0.5 rad
  scp_to "$here/pins.yaml" /tmp/pins.yaml
  in_guest "echo $angle >/sys/kernel/debug/olivo-spi-test-angle; cd /tmp; nohup env OLIVO_JAVA_OPTS=-XX:TieredStopAtLevel=1 \
    /opt/olivo/current/bin/olivo run /tmp/pins.yaml --io board --arm --folder /tmp/pins \
    --broker tcp://10.0.2.2:$BROKER_PORT >/tmp/pins.log 2>&1 & echo \$! >/tmp/pins.pid"
  within 240 pins_tell '"state":"running"' || { failed "the pins are not driven"; in_guest cat /tmp/pins.log; return; }
  sleep 4 # eased in
  for level in 2 0 1 3 2 0 1 3; do # both lines were high; one after the other: eight steps of 64 forwards
    line_is 5 $((level & 1)) && line_is 6 $((level >> 1))
    sleep 0.5
  done
  sleep 1
  check "SPI: the angle of the encoder arrives" within 60 pin_value_is 0 0.50
  check "GPIO inputs: the wheel has turned by eight steps" within 20 pin_value_is 1 0.79
  check "PWM: a pulse of a quarter of its period" within 20 in_guest \
    "awk 'NR == 2 && \$3 == 1 && \$2 > .2 * \$1 && \$2 < .3 * \$1 { found = 1 } END { exit !found }' /sys/kernel/debug/olivo-pwm-test"
  check "GPIO outputs: one way round, and awake" within 20 lines_are 0 1 1
  in_guest "kill \$(cat /tmp/pins.pid)"
  within 60 in_guest "! kill -0 \$(cat /tmp/pins.pid) 2>/dev/null" || failed "the run does not end"
  check "PWM: no pulse at the end" in_guest "awk 'NR == 2 { exit \$2 != 0 }' /sys/kernel/debug/olivo-pwm-test"
}

scp_to() { in_guest_with "$1" "cat >$2"; } # scp_to FILE PATH
pins_tell() { grep '^olivo/v1/pins/telemetry' "$run/messages.txt" | tail -n 1 | grep -q "$1"; }

pin_value_is() { # pin_value_is INDEX VALUE: of telemetry, to two decimals
  local value
  value=$(grep '^olivo/v1/pins/telemetry' "$run/messages.txt" | tail -n 1 |
    sed 's/.*"values":\[\([^]]*\)\].*/\1/' | cut -d , -f $(($1 + 1)))
  [ "$(printf '%.2f' "${value#-}" 2>/dev/null)" = "$2" ]
}

line_is() { # line_is LINE LEVEL: what comes in
  local pull=pull-down
  [ "$2" = 0 ] || pull=pull-up
  in_guest "echo $pull >\$(ls -d /sys/devices/platform/gpio-sim.0/gpiochip*/sim_gpio$1)/pull"
}

lines_are() { # lines_are IN1 IN2 STANDBY: what goes out
  local found
  found=$(in_guest "cd /sys/devices/platform/gpio-sim.0/gpiochip*/ && cat sim_gpio20/value sim_gpio21/value sim_gpio26/value" | paste -sd ' ')
  [ "$found" = "$*" ]
}

alone=nan # mrad, by feedback alone

learns() {
  local begin learned ratio
  obeys freeze || die "the robot does not obey"
  obeys arm || die "the robot cannot be armed"
  check "armed over MQTT, frozen" within 30 robot_is frozen
  begin=$(robot_time)
  within $((12 * slowed)) reached "$(later "$begin" 6)" || failed "6 s of robot time did not pass"
  alone=$(error_of "$(later "$begin" 2)" "$(later "$begin" 6)")
  obeys unfreeze || die "the robot does not obey"
  begin=$(robot_time)
  within $((40 * slowed)) reached "$(later "$begin" 20)" || failed "20 s of robot time did not pass"
  learned=$(error_of "$(later "$begin" 10)" "$(later "$begin" 20)")
  ratio=$(awk -v a="$learned" -v b="$alone" 'BEGIN { printf "%.4f", a / b }')
  printf '   rms error %s mrad by feedback alone, %s mrad at 10-20 s of learning: %s\n' "$alone" "$learned" "$ratio"
  check "learned through /dev/i2c-1 and /dev/i2c-3: error ratio below .1" less "$ratio" .1
}

hang_is_survived() {
  local before pid
  before=$(restarts)
  pid=$(in_guest systemctl show -P MainPID olivo)
  check "its motors are driven" eval '! plant_is_let_go'
  in_guest kill -STOP "$pid"
  check "systemd's watchdog kills and restarts it" within 120 restarted_after "$before"
  check "the motor registers are at their safe values" within 180 plant_is_let_go
  check "it is back, disarmed" within 240 robot_is_new_and disarmed "$pid"
  sleep 5
  check "and stays so: not armed again" robot_is disarmed
  check "its motors stay let go" plant_is_let_go
}

restarted_after() { [ "$(restarts)" -gt "$1" ]; }

robot_is_new_and() { # robot_is_new_and STATE OLD_PID
  local pid
  pid=$(in_guest systemctl show -P MainPID olivo)
  [ "$pid" != 0 ] && [ "$pid" != "$2" ] && service_is active && robot_is "$1"
}

newest_saved() { grep -o '"snapshot":{"number":[0-9]*' "$run/messages.txt" | tail -n 1 | grep -o '[0-9]*$'; }

power_cut_is_survived() {
  local saved loaded began moment=
  obeys arm || failed "the robot cannot be armed again"
  within 60 robot_is running || failed "it does not run"
  began=$(newest_saved)
  within $((10 * slowed)) saved_after "$began" || failed "nothing was saved"
  # At the moment when a file that is not whole is there.
  read -r -t $((20 * slowed)) moment < <(ssh -q -F none -p "$SSH_PORT" -o ControlPath="$run/ssh" root@127.0.0.1 \
    "cd /var/lib/olivo/$ROBOT; until set -- *.new; [ -e \"\$1\" ]; do :; done; echo \"\$1\"" </dev/null)
  cut_power
  check "cut in the midst of a save" test -n "$moment"
  saved=$(newest_saved)
  stop_plant
  frames_before=$(frames)
  start_plant
  start_machine || die "the board did not boot again"
  check "the service is back by itself" within 240 service_is active
  check "disarmed" within 120 robot_is_again disarmed
  loaded=$(in_guest "ls /var/lib/olivo/$ROBOT" | sed -n 's/^0*\([0-9]*\)\.state$/\1/p' | tail -n 1)
  printf '   told as saved before the cut: %s; newest on the disk: %s\n' "$saved" "$loaded"
  check "no generation that was told as saved is lost" test "${loaded:-0}" -ge "${saved:-1}"
  # A copy: the service goes on saving, and takes the oldest away while they are read.
  check "all generations are whole" in_guest "cp -r /var/lib/olivo /tmp/kept; /opt/olivo/current/bin/olivo snapshot verify \
    /opt/olivo/current/robot/$ROBOT.yaml --folder /tmp/kept"
  check "what was learned acts at once, without learning" learned_acts
}

saved_after() { [ "$(newest_saved || echo 0)" -gt "${1:-0}" ]; }

learned_acts() {
  local begin error
  obeys freeze && obeys arm && within 60 robot_is frozen || return 1
  begin=$(robot_time)
  within $((12 * slowed)) reached "$(later "$begin" 5)" || return 1
  error=$(error_of "$(later "$begin" 2)" "$(later "$begin" 5)")
  printf '   rms error %s mrad, frozen\n' "$error"
  less "$error" "$(awk -v a="$alone" 'BEGIN { print .5 * a }')"
}

# The telemetry of before the cut is no answer.
robot_is_again() { [ "$(frames)" -gt "$frames_before" ] && robot_is "$1"; }

undo_works() {
  local first second
  obeys disarm || failed "the robot does not obey"
  first=$(in_guest readlink /opt/olivo/current)
  sed 's/kp: \[60, 30\]/kp: [50, 25]/' "$here/$ROBOT.yaml" >"$run/$ROBOT.yaml"
  push "$run/$ROBOT.yaml" "$board" --release "$release" --no-cache || failed "the second push failed"
  second=$(in_guest readlink /opt/olivo/current)
  check "another version runs" test "$first" != "$second"
  check "it is active" service_is active
  push "$run/$ROBOT.yaml" "$board" --undo || failed "the undo failed"
  check "the former version runs again" test "$(in_guest readlink /opt/olivo/current)" = "$first"
  check "it is active" service_is active
  check "with its own robot file" in_guest "grep -q 'kp: .60, 30.' /opt/olivo/current/robot/$ROBOT.yaml"
}
