#!/usr/bin/env bash
# Fills samples/feed with the gate of this repository and with empty stand-ins for the packages that the samples reference.
# Usage: pack-feed.sh [REPOSITORY [OPTION of 'dotnet pack' for the gate]…]
set -euo pipefail
samples=$(cd "$(dirname "$0")" && pwd)
repository=${1:-"$samples/.."}
if [ $# -gt 0 ]; then shift; fi

# NuGet keeps what it once unpacked of a version: without the old packages the samples would go on with the old gate.
rm -rf "$samples/feed" "$samples/.packages"
dotnet pack "$repository/src/BannedVendorAnalyzer.MSBuild" -o "$samples/feed" "$@"
for stand_in in "$samples"/stand-ins/*.nuspec; do dotnet pack "$stand_in" -o "$samples/feed"; done
