# What runs on the host around the virtual board, for board-test.sh, which reads this by ".": packages,
# caches, broker, telemetry, chips and plant. Expects $here, $home, $work, $run, $slowed and ports.

children=()

install_packages() {
  local missing=() pair
  for pair in qemu-system-aarch64:qemu-system-arm mmdebstrap:mmdebstrap mke2fs:e2fsprogs \
    depmod:kmod cpio:cpio xz:xz-utils ssh:openssh-client mosquitto:mosquitto \
    mosquitto_sub:mosquitto-clients python3:python3 arch-test:arch-test dpkg-deb:dpkg; do
    PATH=$PATH:/usr/sbin:/sbin command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
  done
  [ -r "$KEYRING" ] || missing+=(debian-archive-keyring)
  export PATH=$PATH:/usr/sbin:/sbin
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" -eq 0 ] || skip "needs root, or these packages: ${missing[*]}"
  tell "installing ${missing[*]}"
  apt-get -q update >/dev/null 2>&1 || :
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -q install -y \
    --no-install-recommends "${missing[@]}" >"$run/apt.log" 2>&1 ||
    skip "these packages can't be installed: ${missing[*]}"
}

# make_once SCRIPT RESULT INPUT...: again only when what it is made from has changed.
make_once() {
  local key
  key=$(cat "$here/$1" "$here/common.sh" "${@:3}" | { cat; echo "$slowed"; } | sha256sum | cut -c1-16)
  if [ -e "$work/$2" ] && [ "$(cat "$work/$2.key" 2>/dev/null)" = "$key" ]; then
    tell "$2 is there already"
    return
  fi
  [ "$(id -u)" -eq 0 ] || skip "needs root to make $2"
  rm -f "$work/$2.key"
  timeout --foreground 900 sh "$here/$1" "$work"
  case $? in
    0) echo "$key" >"$work/$2.key" ;;
    $SKIPPED) exit $SKIPPED ;;
    *) die "$1 failed" ;;
  esac
}

# What olivo pack makes for the board.
build_release() {
  olivo pack --arch arm64 --out "$work/release" || die "olivo pack failed"
  release=$(find "$work/release" -maxdepth 1 -type d -name 'olivo-*-linux-arm64' | head -n 1)
  [ -n "$release" ] || die "olivo pack made no release"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

olivo() { "$home/olivo" "$@"; }

background() { # background LOG COMMAND...
  "${@:2}" >"$run/$1" 2>&1 &
  children+=($!)
}

# Broker and its listener stay; chips and plant begin anew with every boot.
start_host() {
  cp --sparse=always "$work/root.img" "$run/root.img"
  printf 'listener %s 127.0.0.1\nallow_anonymous true\n' "$BROKER_PORT" >"$run/mosquitto.conf"
  background mosquitto.log mosquitto -c "$run/mosquitto.conf"
  sleep 1
  background messages.txt mosquitto_sub -p "$BROKER_PORT" -t 'olivo/#' -F '%t %p'
  compile_plant
  start_plant
}

compile_plant() {
  jdk=$(sh "$home/.mvn/find-jdk-25") || die "no JDK 25"
  mkdir -p "$run/classes"
  "$jdk/bin/javac" -proc:none -nowarn -d "$run/classes" -cp "$home/deploy/target/dist/lib/*" \
    "$home"/deploy/src/test/java/io/olivo/deploy/board/[A-Z]*.java \
    "$home"/deploy/src/test/java/io/olivo/deploy/device/PlantOnBuses.java 2>"$run/javac.log" ||
    die "the plant does not compile: $(cat "$run/javac.log")"
}

start_plant() {
  rm -f "$run/plant.txt" "$run/i2c0" "$run/i2c1"
  background plant.log "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m \
    --enable-native-access=ALL-UNNAMED -cp "$run/classes:$home/deploy/target/dist/lib/*" \
    io.olivo.deploy.board.BoardPlant "$here/arm2-emulated.yaml" "$CHIPS_PORT" "$run/plant.txt" "$slowed"
  plant=${children[-1]}
  within 60 test -s "$run/plant.txt" || die "the plant did not begin: $(cat "$run/plant.log")"
  background vhost.log python3 "$here/vhost_i2c.py" "$CHIPS_PORT" "$run/i2c0" "$run/i2c1"
  backend=${children[-1]}
  within 20 test -S "$run/i2c1" || die "the buses did not begin: $(cat "$run/vhost.log")"
}

stop_plant() {
  kill "$plant" "$backend" 2>/dev/null
  wait "$plant" "$backend" 2>/dev/null
}

plant_says() { awk -v name="$1" '$1 == name { print $2 }' "$run/plant.txt"; } # plant_says NAME

clean_up() {
  local code=$?
  trap - EXIT
  cut_power
  [ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null
  if [ "$code" -ne 0 ] && [ "$code" -ne "$SKIPPED" ]; then
    mkdir -p "$work/failed" && cp "$run"/*.log "$run"/*.txt "$work/failed" 2>/dev/null
  fi
  rm -rf "$run"
  exit "$code"
}
