#!/bin/sh
# Look for the Chromium that the journeys need, and install Debian's where that may be done. It never fails: without
# a browser those tests are skipped, and say so.
if command -v chromium >/dev/null 2>&1; then
    echo "browser: $(command -v chromium)"
elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "browser: none yet; installing Debian's chromium"
    if { apt-get update && apt-get install -y chromium chromium-driver; } >/dev/null 2>&1; then
        echo "browser: $(command -v chromium || echo 'installed, but not on the path')"
    else
        echo "browser: it could not be installed; journeys in a browser will be skipped"
    fi
else
    echo "browser: none, and this user may not install one; journeys in a browser will be skipped."
    echo "browser: on Debian: sudo apt-get install chromium chromium-driver"
fi
exit 0
