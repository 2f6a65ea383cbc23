#!/bin/sh
# Starts Brink with the switches that this system needs.
set -eu

here=$(dirname "$(readlink -f "$0")")
app="$here/brink-app"

say() {
  echo "brink: $1" >&2
}

first=${1-}
[ "$first" = --portable ] && first=${2-}
case $first in
  forecast | explain | compare | export | sweep | collect | draws) without_window=yes ;;
  help | -h | --help | -v | --version) without_window=yes ;;
  *) without_window=no ;;
esac

drops_sandbox=no
for argument in "$@"; do
  [ "$argument" = --no-sandbox ] && drops_sandbox=yes
done

if [ "$without_window" = no ] && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  say 'there is no display here to open a window on.'
  say 'Commands work without one, such as: brink forecast FILE; see brink --help.'
  exit 1
fi

if [ "$(id -u)" = 0 ]; then
  if [ "$without_window" = no ] && [ "$drops_sandbox" = no ]; then
    say 'the window is not opened for root, for whom there is no sandbox.'
    say 'Start Brink as an ordinary user.'
    exit 1
  fi
  # Commands open nothing but the files that they are given.
  set -- --no-sandbox "$@"
elif [ "$drops_sandbox" = no ] && [ ! -u "$here/chrome-sandbox" ] &&
  ! unshare --user true 2>/dev/null; then
  say 'this system lets no ordinary user make a sandbox, so Brink does not start without one.'
  say 'An administrator can install the package, which brings what is needed, or allow user'
  say 'namespaces; to start without the sandbox all the same: brink --no-sandbox'
  exit 1
fi

[ "$without_window" = yes ] && set -- --ozone-platform=headless --disable-gpu "$@"

unset ELECTRON_RUN_AS_NODE
# An image of memory, which a crash would leave on the disk, holds what is open.
ulimit -c 0
exec "$app" --log-level=3 "$@"
