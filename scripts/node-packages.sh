#!/usr/bin/env bash
# Install the npm packages of a folder into build/node: `scripts/node-packages.sh tests/tools`.
#
# The folder holds package.json and package-lock.json; build/node/<its name>/node_modules is made.
# Nothing is done when that holds this lock already. A failure is an error under CI (CI=true) and
# with `--required`; else the tests that need a package are skipped visibly. With `--lock` the lock
# is written anew: versions and hashes, no address (npm asks the registry that the machine has).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mode=${CI:+required}
case ${1:-} in --required | --lock) mode=${1#--}; shift ;; esac
source=$1
target=build/node/$(basename "$source")
stamp=$target/stamp-$(cat "$source"/package*.json scripts/node-packages.sh | sha256sum | cut -c1-16)

say() { printf '%s\n' "$*" >&2; }
give_up() { say "$1"; [ "$mode" != required ]; exit; }
# A package's own install scripts are never run: they fetch things from elsewhere.
quiet_npm() { npm "$@" --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error; }

if [ "$mode" = lock ]; then
    cd "$source"
    quiet_npm install --package-lock-only --omit-lockfile-registry-resolved=true
    exit
fi
if [ -e "$stamp" ]; then exit; fi
command -v npm >/dev/null || give_up "没有找到 npm：未安装 $source 所列的软件包。"
say "正在安装 $source 所列的软件包到 $target …"
rm -rf "$target"
mkdir -p "$target"
cp "$source"/package.json "$source"/package-lock.json "$target"
(cd "$target" && quiet_npm ci >npm.log 2>&1 </dev/null) || {
    cat "$target/npm.log" >&2
    give_up "npm 未能安装 $source 所列的软件包。"
}
touch "$stamp"
