import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs of one core to sign and to check a token, by algorithm. Starts nothing.
 *
 * <pre>java -XX:TieredStopAtLevel=1 bench/signatures/Signatures.java [rounds]</pre>
 *
 * All are warmed up, then take turns; in each turn one works for a fixed number of tokens. A token is what is signed of a
 * real one: its header and claims, some 500 letters. Every check is of a token that was signed here, and must find it good; at
 * the start each is given one letter too many, and must find it bad.
 */
public final class Signatures {

    private static final int TURN_MILLIS = 100;
    private static final int WARM_UP_MILLIS = 3_000;
    private static final byte[] TOKEN = "eyJhbGciOiJSUzI1NiJ9.".repeat(24).getBytes();

    /** By the names of JOSE and of the JDK. */
    private record Algorithm(String name, String signature, KeyPair keys) {}

    @FunctionalInterface
    private interface Work {
        void once() throws GeneralSecurityException;
    }

    private record Contender(String name, Work work, List<Double> microseconds) {}

    private Signatures() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPairGenerator p256 = KeyPairGenerator.getInstance("EC");
        p256.initialize(new ECGenParameterSpec("secp256r1"));
        List<Contender> contenders = new ArrayList<>();
        for (Algorithm each : List.of(
                new Algorithm("RS256, 2048 bits", "SHA256withRSA", rsa.generateKeyPair()),
                new Algorithm("ES256", "SHA256withECDSA", p256.generateKeyPair()),
                new Algorithm(
                        "EdDSA, Ed25519", "Ed25519", KeyPairGenerator.getInstance("Ed25519").generateKeyPair()))) {
            byte[] signed = sign(each);
            if (check(each, TOKEN, signed) != 1 || check(each, (new String(TOKEN) + "x").getBytes(), signed) != 0) {
                throw new IllegalStateException(each.name() + " does not tell a good signature from a bad one");
            }
            contenders.add(new Contender(each.name() + ", sign", () -> sign(each), new ArrayList<>()));
            contenders.add(new Contender(
                    each.name() + ", check",
                    () -> {
                        if (check(each, TOKEN, signed) != 1) {
                            throw new GeneralSecurityException("a good signature was refused");
                        }
                    },
                    new ArrayList<>()));
        }
        for (Contender each : contenders) {
            turn(each.work(), WARM_UP_MILLIS);
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender each : contenders) {
                each.microseconds().add(turn(each.work(), TURN_MILLIS));
            }
        }
        System.out.printf("Java %s, %s%n%n", Runtime.version(), System.getProperty("java.vm.info"));
        System.out.println("| algorithm | median | lowest to highest | rounds |\n| --- | --- | --- | --- |");
        for (Contender each : contenders) {
            double[] sorted = each.microseconds().stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f µs | %.0f to %.0f µs | %d |%n",
                    each.name(),
                    sorted[sorted.length / 2],
                    sorted[0],
                    sorted[sorted.length - 1],
                    sorted.length);
        }
    }

    private static byte[] sign(Algorithm algorithm) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.signature());
        signature.initSign(algorithm.keys().getPrivate());
        signature.update(TOKEN);
        return signature.sign();
    }

    private static int check(Algorithm algorithm, byte[] token, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.signature());
        signature.initVerify(algorithm.keys().getPublic());
        signature.update(token);
        return signature.verify(signed) ? 1 : 0;
    }

    /** Returns microseconds of this thread's CPU for each, so that what else runs on the machine takes nothing. */
    private static double turn(Work work, int millis) throws GeneralSecurityException {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long until = System.nanoTime() + millis * 1_000_000L;
        long began = threads.getCurrentThreadCpuTime();
        int done = 0;
        while (done < 5 || System.nanoTime() < until) {
            work.once();
            done++;
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e3 / done;
    }
}
