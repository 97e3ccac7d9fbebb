#!/bin/sh
set -eu
for f in *.md; do # each
  echo "Hello ${f%.md} $HOME" 'raw $x' | grep --color=auto -n x && sudo apt-get install -y curl
done
if [ $# -gt 1 ]; then exit 1; fi
export PATH="$HOME/bin:$PATH"
