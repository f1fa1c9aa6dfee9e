"""Asks LibreOffice's own remote checker about a text, by the Python that LibreOffice's bindings are installed for.

python3 libreoffice.py PROFILE BASE_URL TEXT: prints a line of JSON a finding: start, length, comment, suggestions.
"""

# mypy: disable-error-code="import-not-found"

import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale

SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
PATIENCE = 90

profile, base_url, text = sys.argv[1:]
office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        "--accept=pipe,name=tmtool;urp;",
        f"-env:UserInstallation=file://{profile}",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
end = time.monotonic() + PATIENCE
while True:
    try:
        context = resolver.resolve("uno:pipe,name=tmtool;urp;StarOffice.ComponentContext")
        break
    except Exception:
        if time.monotonic() > end:
            raise
        time.sleep(0.3)
try:
    services = context.ServiceManager
    configuration = services.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    node = PropertyValue(Name="nodepath", Value=SETTINGS)
    access = "com.sun.star.configuration.ConfigurationUpdateAccess"
    settings = configuration.createInstanceWithArguments(access, (node,))
    settings.setPropertyValue("IsEnabled", True)
    settings.setPropertyValue("BaseURL", base_url)
    settings.commitChanges()
    checker = services.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", context)
    found = checker.doProofreading("1", text, Locale("fr", "FR", ""), 0, len(text), ())
    for one in found.aErrors:
        print(json.dumps([one.nErrorStart, one.nErrorLength, one.aShortComment, list(one.aSuggestions)]))
finally:
    office.terminate()
    office.wait(30)
