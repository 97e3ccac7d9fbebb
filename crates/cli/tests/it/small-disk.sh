# small-disk.sh DISK LIBRARY OFFPRINT ARTICLE: bookmarks ARTICLE on a disk that runs full and that is set read-only.
# Run with a mount table of its own. Ends with 77 where nothing may be mounted.
set -u
disk=$1 library=$2 offprint=$3 article=$4
mount -t tmpfs -o size=256k none "$disk" || exit 77
cp -r "$library" "$disk/library" || exit 1
OFFPRINT_LIBRARY=$disk/library
export OFFPRINT_LIBRARY

is_bookmarked() { "$offprint" list --json | grep -q '"bookmarked": true'; }

"$offprint" bookmark "$article" || exit 1
dd if=/dev/zero of="$disk/filler" bs=1k 2>/dev/null
echo "A full disk:"
"$offprint" bookmark "$article" --off 2>&1 && exit 1
is_bookmarked || { echo "The bookmark is gone."; exit 1; }
rm "$disk/filler"
"$offprint" bookmark "$article" --off || exit 1
"$offprint" bookmark "$article" || exit 1

mount -o remount,ro "$disk" || exit 77
echo "A disk that can't be written:"
"$offprint" bookmark "$article" --off 2>&1 && exit 1
is_bookmarked || { echo "The bookmark is gone."; exit 1; }
"$offprint" show "$article" >/dev/null || exit 1
mount -o remount,rw "$disk"
"$offprint" bookmark "$article" --off || exit 1
is_bookmarked && { echo "The bookmark did not go."; exit 1; }
exit 0
