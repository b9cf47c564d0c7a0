package org.bearhug.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a service is run: with little memory and a quick start, the choice for one small machine.
 *
 * @param compilers which of the JVM's two compile it, and when
 * @param more the operator's own flags; where two contradict each other the JVM believes the later
 */
public record Jvm(Path jar, ClassArchive archive, List<String> compilers, List<String> more) {

    /** Each was measured: docs/performance.md, "Start and memory". */
    private static final List<String> FLAGS = List.of(
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
            "-XX:JavaPriority1_To_OSPriority=15",
            // Archives of classes lie where they were made for, and the JVM need not write every page of them anew.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    /** In milliseconds. Gives back what malloc keeps of the compilers' work; the first releases of Java 17 cannot. */
    private static final String TRIM = "TrimNativeHeapInterval";

    private static final String TRIM_EVERY = "2000";

    /** The quick one alone. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    /** Both, but the thorough one only for what runs often: not for what a start needs once. */
    private static final List<String> THOROUGH = List.of("-XX:CompileThresholdScaling=4");

    /** What everybody looks at, and what they book. */
    private static final Set<String> BUSY = Set.of("course-service", "booking-service");

    /** The service of this name, as {@code ./run} starts it. */
    public static Jvm of(String service, Path jar, boolean archive, List<String> more) {
        return new Jvm(jar, ClassArchive.of(jar, archive), BUSY.contains(service) ? THOROUGH : QUICK, more);
    }

    /** The command, with the name of a draft of the archive for when there is none yet. */
    public List<String> command(String draft) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        if (isKnown(TRIM)) {
            command.add("-XX:" + TRIM + "=" + TRIM_EVERY);
        }
        command.addAll(compilers);
        command.addAll(archive.options(draft));
        command.addAll(more);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    /** By this JVM, which is the services' too. */
    private static boolean isKnown(String flag) {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                            .getVMOption(flag)
                    != null;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
