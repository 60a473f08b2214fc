# Checks of board-test.sh, and how long its stages took; read by ".".

stage_name=
good=0
bad=0
began=$SECONDS

end_stage() {
  [ -z "$stage_name" ] || printf '   %s took %d s\n' "$stage_name" $((SECONDS - stage_began))
}

stage() { # stage NAME
  end_stage
  stage_name=$1
  stage_began=$SECONDS
  printf '\n== %s\n' "$1"
}

ok() { good=$((good + 1)) && printf 'ok      %s\n' "$*"; }
failed() { bad=$((bad + 1)) && printf 'FAILED  %s\n' "$*"; }

check() { # check TEXT COMMAND...
  if "${@:2}"; then ok "$1"; else failed "$1"; fi
}

within() { # within SECONDS COMMAND...: whether it succeeds by then; tried again and again
  local until=$((SECONDS + $1))
  while [ $SECONDS -lt $until ]; do
    "${@:2}" && return 0
    sleep 1
  done
  return 1
}

less() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a + 0 == a && a < b) }'; } # numbers; NaN is not less

die() { # for what the rest would be pointless without
  failed "$*"
  summary
}

summary() {
  end_stage
  printf '\nboard test: %d s in all\n%d passed, %d failed\n' $((SECONDS - began)) "$good" "$bad"
  [ "$bad" -eq 0 ]
  exit
}
