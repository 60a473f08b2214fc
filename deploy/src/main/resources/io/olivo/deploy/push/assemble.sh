# assemble RELEASE: what the board has in another release is linked, not sent again; then every byte is looked at.
# Files that are not as they should be are removed and named: they are to be sent again.
name=$1
cd "$releases/$name.partial"

for sums in "$releases"/*/SHA256SUMS; do
  folder=${sums%/SHA256SUMS}
  if [ -f "$sums" ] && [ "$folder" != "$releases/$name.partial" ]; then
    while read -r sum path; do
      printf '%s %s/%s\n' "$sum" "$folder" "${path#\*}"
    done <"$sums"
  fi
done >.index

while read -r sum path; do
  path=${path#\*}
  if [ ! -e "$path" ]; then
    from=$(awk -v sum="$sum" '$1 == sum { print substr($0, length(sum) + 2); exit }' .index)
    mkdir -p "$(dirname "$path")"
    if [ -n "$from" ]; then ln "$from" "$path" 2>/dev/null || cp -p "$from" "$path" 2>/dev/null || :; fi
  fi
done <SHA256SUMS
rm -f .index

sha256sum -c --quiet SHA256SUMS PUSHED 2>/dev/null | sed -n 's/: FAILED.*$//p' | while read -r path; do
  rm -f "$path"
  fact damaged "$path"
done
