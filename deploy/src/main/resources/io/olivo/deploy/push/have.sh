# have: the digest of every file that some release here has.
for sums in "$releases"/*/SHA256SUMS; do
  if [ -f "$sums" ]; then cut -d ' ' -f 1 "$sums"; fi
done | sort -u
