package org.bearhug.user.login;

import java.util.List;

/** What a user agent is called by people; never its own words, for it may say what it likes. */
final class Browser {

    private static final String SOME = "A browser";

    /** In an order in which the first that is found is right: most of them claim to be Safari, too. */
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"Edg", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"SamsungBrowser", "Samsung Internet"},
            new String[] {"Firefox/", "Firefox"},
            new String[] {"FxiOS", "Firefox"},
            new String[] {"CriOS", "Chrome"},
            new String[] {"Chrome/", "Chrome"},
            new String[] {"Safari/", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"Android", "Android"},
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "Mac"},
            new String[] {"CrOS", "Chromebook"},
            new String[] {"Linux", "Linux"});

    private Browser() {}

    /** Such as "Firefox on Android". */
    static String name(String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        String browser = found(BROWSERS, said, SOME);
        String system = found(SYSTEMS, said, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String found(List<String[]> names, String said, String otherwise) {
        return names.stream()
                .filter(name -> said.contains(name[0]))
                .map(name -> name[1])
                .findFirst()
                .orElse(otherwise);
    }
}
