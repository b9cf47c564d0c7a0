package org.bearhug.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a service is run: with little memory and a quick start, the choice for one small machine. */
public record Jvm(Path jar, ClassArchive archive) {

    /** Each was measured: docs/performance.md, "Start and memory". */
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            // Of itself the JVM gives a single compiler 48 MB, which a busy service may fill; it is address space, no
            // memory.
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+UseSerialGC",
            // A heap begins with what it needs, and gives back what it no longer needs.
            "-Xms40m",
            "-Xmx256m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:JavaPriority1_To_OSPriority=15");

    /** The one that runs this jar; it may write an archive of its classes, when it is told so. */
    public static Jvm of(Path jar, boolean archive) {
        return new Jvm(jar, ClassArchive.of(jar, archive));
    }

    /** The command, with the name of a draft of the archive for when there is none yet. */
    public List<String> command(String draft) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(archive.options(draft));
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }
}
