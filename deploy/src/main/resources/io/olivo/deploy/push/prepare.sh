# prepare RELEASE: an empty place for it, unless it is here and whole. What a broken push left goes.
name=$1
mkdir -p "$releases"
rm -rf "$releases"/*.partial "$releases"/*.damaged
if [ -d "$releases/$name" ]; then
  if (cd "$releases/$name" && sha256sum -c --status SHA256SUMS PUSHED); then
    fact there yes
    exit 0
  fi
  fact damaged "$releases/$name"
fi
mkdir "$releases/$name.partial"
