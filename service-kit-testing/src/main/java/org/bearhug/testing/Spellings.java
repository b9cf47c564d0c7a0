package org.bearhug.testing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Other ways of writing a path, by which somebody might hope to slip past a rule that looks at paths. */
final class Spellings {

    private Spellings() {}

    static List<String> of(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String before = path.substring(0, path.lastIndexOf('/'));
        return Stream.of(
                        path + ";x",
                        path + ";x=1",
                        path + "%3Bx",
                        path + "%3bx=1",
                        path + "/",
                        path + "/;x",
                        path + "%2F",
                        path + "%5C",
                        path + "%5c",
                        path + "%00",
                        path + "%20",
                        path + ".json",
                        before + ";x/" + last,
                        before + "%2F" + last,
                        before + "%2f" + last,
                        before + "%5C" + last,
                        before + "//" + last,
                        before + "/./" + last,
                        before + "/x/../" + last,
                        before + "/x/%2e%2e/" + last,
                        before + "/" + last.toUpperCase(Locale.ROOT),
                        before + "/%" + Integer.toHexString(last.charAt(0)) + last.substring(1),
                        "/" + path,
                        "/public/.." + path,
                        "/.well-known/..;" + path)
                // what stands before a path of one segment is the host's name
                .filter(spelling -> spelling.startsWith("/"))
                .toList();
    }
}
