import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hears what Bearhug tells, believes only what is signed, and does each thing once.
 *
 * <pre>WEBHOOK_SECRET=whsec_… java ReceiveWebhooks.java 9000</pre>
 *
 * Needs Java 17 and nothing else. It listens on this machine alone: put a proxy with TLS before it.
 */
public class ReceiveWebhooks {
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 64 * 1024;

    private final byte[] secret;

    /** A real program keeps these in its database, in the transaction that does the work. */
    private final Set<String> done = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    private ReceiveWebhooks(String secret) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    public static void main(String[] arguments) throws IOException {
        String secret = Objects.requireNonNull(System.getenv("WEBHOOK_SECRET"), "Set WEBHOOK_SECRET.");
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(arguments[0])), 0);
        server.createContext("/", new ReceiveWebhooks(secret)::hear);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        System.out.println("listening");
    }

    private void hear(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readNBytes(LONGEST);
            String id = header(call, "webhook-id");
            if (!isSigned(id, header(call, "webhook-timestamp"), header(call, "webhook-signature"), body)) {
                call.sendResponseHeaders(401, -1);
                return;
            }
            // It comes at least once: what was done already is only answered.
            synchronized (done) {
                if (done.add(id)) {
                    handle(new String(body, StandardCharsets.UTF_8));
                }
            }
            call.sendResponseHeaders(204, -1);
        } catch (GeneralSecurityException | RuntimeException fault) {
            System.err.println(fault);
        }
    }

    private static String header(HttpExchange call, String name) {
        return Objects.requireNonNullElse(call.getRequestHeaders().getFirst(name), "");
    }

    /** Over the bytes as they came, not over what a JSON library makes of them; and in constant time. */
    private boolean isSigned(String id, String timestamp, String signatures, byte[] body)
            throws GeneralSecurityException {
        if (!timestamp.matches("[0-9]{1,12}")
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs().compareTo(OLDEST) > 0) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        byte[] own = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        // Several while a secret is being replaced.
        return Arrays.stream(signatures.split(" "))
                .anyMatch(each -> MessageDigest.isEqual(own, each.getBytes(StandardCharsets.UTF_8)));
    }

    /** Your part: read it as JSON, and ask the API about the ids in it. */
    private void handle(String message) {
        System.out.println(message);
    }
}
