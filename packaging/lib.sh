# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What packaging/run, tests/run, tests/benchmarks/compare and .ci/run share; to be sourced. Afterwards `root` is the
# checkout and every command that fails ends the script.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

say() { printf '==> %s\n' "$*" >&2; }
die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 2
}
have() { command -v "$1" >/dev/null 2>&1; }
in_ci() { [[ ${CI:-} == true || ${CI:-} == 1 ]]; }

# require_terraform: in CI the tests that the real terraform judges must not be skipped.
require_terraform() {
  have terraform ||
    die "CI=true requires terraform on PATH: the exported files are judged by it. Install it from" \
      "https://developer.hashicorp.com/terraform/install (1.11 or newer), or run tests/run without CI=true, which" \
      "skips those tests"
}

# as_root COMMAND...: with sudo, unless we are root already.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    die "this needs root, and sudo is not there. As root, run: $*"
  fi
}

# apt_get ARGUMENTS...: apt-get that never asks, and waits for another apt-get.
apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" >&2
}

# missing_packages LIST...: the packages of packaging/packages/LIST.txt that are not installed, one a line.
missing_packages() {
  local list package condition rest
  for list in "$@"; do
    while read -r package condition rest; do
      [[ -z $package || $package == '#'* ]] && continue
      [[ $condition == '?'* ]] && have "${condition#\?}" && continue
      [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) == 'ii '* ]] || echo "$package"
    done <"$root/packaging/packages/$list.txt"
  done
}

# install_packages LIST...: what is missing, and nothing but that.
install_packages() {
  if ! have dpkg-query || ! have apt-get; then
    die "this sets itself up on Debian 12. Elsewhere, install what packaging/packages/*.txt lists and use the CMake" \
      "presets: cmake --preset release && cmake --build --preset release"
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@" | sort -u)
  ((${#missing[@]})) || return 0
  say "Installing ${missing[*]}"
  apt_get update
  apt_get install -y --no-install-recommends "${missing[@]}"
}

# build_preset PRESET [CMAKE ARGUMENT...]: configures and builds build/PRESET.
build_preset() {
  local preset=$1
  shift
  say "Building $preset"
  if ! mkdir -p "$root/build" || [[ ! -w $root/build ]]; then
    die "cannot write into $root/build, where everything is built; copy the checkout to where you can write"
  fi
  # The presets name paths relative to the checkout, which cmake looks for in the current folder.
  (
    cd "$root"
    cmake --preset "$preset" "$@" >&2
    cmake --build --preset "$preset" >&2
  )
}
