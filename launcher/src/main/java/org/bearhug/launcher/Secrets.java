package org.bearhug.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Secrets of this one data folder, made at its first start and kept in a file that only its owner reads. Not the
 * development defaults: whoever reaches a service's port knows these too, and a client's secret opens all children's names.
 * They go with the data, since {@code BEARHUG_SECRET} has sealed some of it.
 */
final class Secrets {

    static final String SEAL = "BEARHUG_SECRET";
    static final String COURSE_CLIENT = "course-service";
    static final String BOOKING_CLIENT = "booking-service";
    static final String SUPERUSER = "postgres";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final Properties kept = new Properties();

    private Secrets() {}

    static Secrets of(Path file) {
        Secrets secrets = new Secrets();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    secrets.kept.load(reader);
                }
            }
            if (secrets.complete()) {
                secrets.write(file);
            }
            return secrets;
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("The secrets in " + file + " cannot be read or written: " + e, e);
        }
    }

    /** Makes what is missing; returns whether anything was. */
    private boolean complete() {
        boolean changed = false;
        for (String name : new String[] {SEAL, COURSE_CLIENT, BOOKING_CLIENT, SUPERUSER}) {
            changed |= kept.putIfAbsent(name, random()) == null;
        }
        return changed;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** In one step, so that a start that is cut off leaves the whole file or none. */
    private void write(Path file) throws IOException {
        Path fresh = file.resolveSibling("secrets.new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var writer = Files.newBufferedWriter(fresh)) {
            kept.store(writer, "Secrets of this data folder; they go with it.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    String get(String name) {
        return kept.getProperty(name);
    }
}
