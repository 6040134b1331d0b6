#!/usr/bin/env bash
# Install the named Debian packages that are missing, where that is allowed; else say the command.
#
# `java=default-jre-headless` names a package for its command: it is missing only where the command
# is, for machines that have the command from elsewhere.
#
# `--required`: give status 1 when one is still missing. Without it the tests that need one are
# skipped visibly, but under CI (CI=true) nothing may be skipped, so there each one is required.
set -euo pipefail
shopt -s extglob

required=${CI:+1}
if [ "${1:-}" = --required ]; then required=1; shift; fi

missing() {
    for package in "$@"; do
        if [ "${package#*=}" != "$package" ]; then
            command -v "${package%%=*}" >/dev/null || printf '%s\n' "$package"
        else
            dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null |
                grep -qx installed || printf '%s\n' "$package"
        fi
    done
}

wanted=$(missing "$@" | paste -sd' ')
[ -n "$wanted" ] || exit 0

names() { printf '%s' "${wanted//+([^ =])=/}"; }

# shellcheck disable=SC2046  # a list of package names
install() {
    local log
    log=$(mktemp)
    echo "正在安装系统软件包：$(names) …" >&2
    {
        "$@" apt-get -qq update &&
            "$@" DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 \
                install --no-install-recommends --yes $(names)
    } >"$log" 2>&1 </dev/null || cat "$log" >&2
    rm -f "$log"
}

if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then
        install env
    elif sudo --non-interactive true 2>/dev/null; then
        install sudo --non-interactive env
    fi
fi

# shellcheck disable=SC2086  # a list of package names
wanted=$(missing $wanted | paste -sd' ')
[ -z "$wanted" ] && exit 0
echo "缺少系统软件包，请安装：sudo apt-get install $(names)" >&2
[ -z "$required" ]
